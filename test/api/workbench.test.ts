import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FlowClient } from '../../apps/local/src/flow/client.js';
import { publish, pushed } from '../support/flow.js';
import { Running, type Member } from '../support/running.js';

let running: Running;
let plant: Member;
let buyer: Member;
let staff: FlowClient;
let offerId: string;
let matchId: string;

beforeAll(async () => {
  running = await Running.start();
  const at = { latitude: 60.19, longitude: 12.0 };
  [plant, buyer] = [await running.member('16.10', at), await running.member('35.30', at)];
  staff = await running.staff();
  const need = await publish(buyer, 'NEED');
  const offer = await publish(plant, 'OFFER');
  offerId = offer.listing.id;
  matchId = (await pushed(buyer.client, need.cursor, offerId, need.listing.id)).match.id;
  // waits for 31 days, and the offer was confirmed 61 days ago
  await running.database.query(
    `update match set created_at = now() - interval '31 days' - interval '1 hour'`,
  );
  await running.database.query(
    `update listing set confirmed_at = now() - interval '61 days' - interval '1 hour' where id = $1`,
    [offerId],
  );
}, 60_000);
afterAll(() => running.stop());

const WORKBENCH = `query($clusterId: ID!) { workbench(clusterId: $clusterId) {
  overview { funnel { stage reached share waiting medianDays olderThan30 olderThan90 } health { active confirmedWithin30 confirmedWithin90 withMatch }
    branches { offers needs material { id } } pace { step listings } }
  unused { area streams yearly unit material { id } obstacles { name result remedy yearly } }
  staleListings { edges { node { mayEdit listing { id title price firm { id } } } } pageInfo { hasNextPage } }
  unansweredMatches(days: 30) { edges { node { id turn offer { firm { id } } need { firm { id } } notes { text } } } }
  unknowns { edges { node { check facts turn match { id } } } }
  tasks { edges { node { step { text overdue } match { id } } } }
} }`;
const BARRIERS = `query($clusterId: ID!) { barriers(clusterId: $clusterId, from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z") {
  barriers { reason matches proposals quarter material { id } } } }`;
const NOTE = `mutation($input: MatchNoteInput!) { addMatchNote(input: $input) { __typename
  ... on MatchFollowedUp { match { notes { text by } } } ... on ValidationError { path } } }`;
const STEP = `mutation($input: NextStepInput!) { setNextStep(input: $input) { __typename
  ... on MatchFollowedUp { match { steps { id text dueOn assignedTo outcome } } } ... on ValidationError { path } } }`;
const DONE = `mutation($clusterId: ID!, $id: ID!) { completeNextStep(clusterId: $clusterId, id: $id) { __typename } }`;
const CONFIRM = `mutation($id: ID!) { confirmListing(id: $id) { __typename ... on UserError { code } } }`;
const ALLOW = `mutation($allowed: Boolean!) { letStaffEdit(allowed: $allowed) { __typename ... on StaffEditingSet { allowed } } }`;

const cluster = () => ({ clusterId: running.clusterId });

describe('the workbench', () => {
  it('tells staff what is there, in numbers and by name, and no price', async () => {
    const { workbench } = await staff.ask<{ workbench: Record<string, unknown> }>(WORKBENCH, cluster());
    expect(workbench).toMatchObject({
      overview: {
        funnel: [
          // one offer, one need, both matched
          { stage: 'LISTED', reached: 2, share: null, waiting: 0 },
          {
            stage: 'MATCHED',
            reached: 1,
            share: 1,
            waiting: 1,
            medianDays: 31,
            olderThan30: 1,
            olderThan90: 0,
          },
          { stage: 'SEEN', reached: 0, share: 0 },
          { stage: 'PROPOSED', reached: 0, share: null },
          { stage: 'AGREED' },
          { stage: 'DELIVERING' },
          { stage: 'VERIFIED' },
        ],
        // the need is new; the offer 61 days old
        health: { active: 2, confirmedWithin30: 0.5, confirmedWithin90: 1, withMatch: 1 },
        pace: [{ listings: 2 }, { listings: 0 }, { listings: 0 }],
      },
      unused: [{ area: 'Kongsvinger', streams: 1, unit: 't' }],
      staleListings: {
        edges: [
          { node: { mayEdit: false, listing: { id: offerId, price: null, firm: { id: plant.firmId } } } },
        ],
        pageInfo: { hasNextPage: false },
      },
      unansweredMatches: {
        edges: [
          {
            node: {
              id: matchId,
              turn: ['GIVER', 'TAKER'],
              offer: { firm: { id: plant.firmId } },
              need: { firm: { id: buyer.firmId } },
              notes: [],
            },
          },
        ],
      },
      tasks: { edges: [] },
    });
  });

  it('is there for nobody else, and the barrier report neither', async () => {
    for (const { client } of [plant, buyer]) {
      expect(await client.ask(WORKBENCH, cluster())).toEqual({ workbench: null });
      await expect(client.ask(BARRIERS, cluster())).rejects.toThrow('There is no such cluster.');
    }
    expect(await staff.ask(WORKBENCH, { clusterId: plant.firmId })).toEqual({ workbench: null });
    expect(await staff.ask(BARRIERS, cluster())).toEqual({ barriers: { barriers: [] } });
  });

  it('shows the firm that it was looked at, by whom in which role', async () => {
    const { disclosureTrail } = await plant.client.ask<{
      disclosureTrail: { edges: readonly { node: { kind: string; role: string } }[] };
    }>('{ disclosureTrail { edges { node { kind role } } } }');
    const told = disclosureTrail.edges.map(({ node }) => node);
    expect(told).toContainEqual({ kind: 'LOOKED', role: 'CLUSTER_STAFF' });
    expect(told).toContainEqual({ kind: 'LOOKED_AT_FIGURES', role: 'CLUSTER_STAFF' });
  });

  it('keeps notes and steps for staff alone', async () => {
    const note = { ...cluster(), matchId, text: 'Ring Kari' };
    expect(await staff.ask(NOTE, { input: note })).toMatchObject({
      addMatchNote: {
        __typename: 'MatchFollowedUp',
        match: { notes: [{ text: 'Ring Kari', by: 'Person' }] },
      },
    });
    expect(await plant.client.ask(NOTE, { input: note })).toEqual({
      addMatchNote: { __typename: 'NotFoundError' },
    });
    expect(await staff.ask(NOTE, { input: { ...note, text: 'x'.repeat(2001) } })).toMatchObject({
      addMatchNote: { __typename: 'ValidationError', path: ['input', 'text'] },
    });
    const dueOn = new Date(Date.now() + 2 * 86_400_000).toISOString();
    const { setNextStep } = await staff.ask<{
      setNextStep: { match: { steps: readonly { id: string }[] } };
    }>(STEP, { input: { ...note, text: 'Send prøver', dueOn } });
    expect(setNextStep).toMatchObject({
      match: { steps: [{ text: 'Send prøver', assignedTo: 'Person', outcome: null }] },
    });
    const done = { ...cluster(), id: setNextStep.match.steps[0]!.id };
    expect(await buyer.client.ask(DONE, done)).toEqual({ completeNextStep: { __typename: 'NotFoundError' } });
    expect(await staff.ask(DONE, done)).toEqual({ completeNextStep: { __typename: 'MatchFollowedUp' } });
  });

  it('edits for a firm once its administrators allow it', async () => {
    const refused = { confirmListing: { __typename: 'ForbiddenError', code: 'FORBIDDEN' } };
    expect(await staff.ask(CONFIRM, { id: offerId })).toEqual(refused);
    expect(await plant.client.ask(ALLOW, { allowed: true })).toEqual({
      letStaffEdit: { __typename: 'ForbiddenError' },
    });
    await running.database.query(`update person_firm set role = 'firm_admin' where firm_id = $1`, [
      plant.firmId,
    ]);
    expect(await plant.client.ask(ALLOW, { allowed: true })).toEqual({
      letStaffEdit: { __typename: 'StaffEditingSet', allowed: true },
    });
    expect(await plant.client.ask('{ viewer { staffMayEdit } }')).toEqual({ viewer: { staffMayEdit: true } });
    expect(await staff.ask('{ viewer { staffMayEdit } }')).toEqual({ viewer: { staffMayEdit: null } });
    expect(await staff.ask(CONFIRM, { id: offerId })).toEqual({
      confirmListing: { __typename: 'ListingChanged' },
    });
    expect(await plant.client.ask('{ accessLog(first: 1) { edges { node { kind by role } } } }')).toEqual({
      accessLog: { edges: [{ node: { kind: 'LISTING_CONFIRMED', by: 'Person', role: 'CLUSTER_STAFF' } }] },
    });
    expect(await plant.client.ask('{ inbox(first: 1) { edges { node { kind listing { id } } } } }')).toEqual({
      inbox: { edges: [{ node: { kind: 'LISTING_EDITED', listing: { id: offerId } } }] },
    });
  });
});
