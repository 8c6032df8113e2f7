import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FlowClient } from '../../apps/local/src/flow/client.js';
import { accept, propose, publish, pushed } from '../support/flow.js';
import { Running, type Member } from '../support/running.js';

let running: Running;
let staff: FlowClient;
let giver: Member;
let homeward: Member;
let agreements: readonly string[];

/** A load of chips from one member to another. */
async function agreed(from: Member, to: Member): Promise<string> {
  const need = await publish(to, 'NEED');
  const offer = await publish(from, 'OFFER', {});
  const { match } = await pushed(to.client, need.cursor, offer.listing.id, need.listing.id);
  return accept(from.client, await propose(to.client, match.id, '60'));
}

beforeAll(async () => {
  running = await Running.start();
  const member = (naceCode: string, latitude: number): Promise<Member> =>
    running.member(naceCode, { latitude, longitude: 11 });
  giver = await member('16.10', 59.9);
  const first = await agreed(giver, await member('35.30', 60.5));
  homeward = await member('16.10', 60.51);
  agreements = [first, await agreed(homeward, await member('35.30', 59.91))];
  staff = await running.staff();
}, 240_000);
afterAll(() => running.stop());

const RETURN_LOADS = `query($clusterId: ID!) { returnLoads(clusterId: $clusterId) { nok bound factorSet
  pairs { tours offered loads { agreementId giver material { id } } emptyKmBefore { central } emptyKmAfter { central }
          nok { low central high } co2eKg { central } missing } } }`;
const OFFER = `mutation($input: OfferJointTransportInput!) { offerJointTransport(input: $input) { __typename
  ... on JointTransportOffered { returnLoads { pairs { offered } } } } }`;
const OWN = `{ jointTransports { id state agreementId accepted contact otherWithinKm tours { low high } nok { low high } } }`;
const ANSWER = `mutation($input: AnswerJointTransportInput!) { answerJointTransport(input: $input) { __typename
  ... on JointTransportAnswered { jointTransport { state contact } } } }`;

interface Own {
  readonly jointTransports: readonly { readonly id: string; readonly contact: string | null }[];
}

describe('joint transport over the api', () => {
  it('is found by staff, offered, answered by both, and only then opened', async () => {
    const { clusterId } = running;
    const found = await staff.ask<{ returnLoads: { pairs: readonly object[] } }>(RETURN_LOADS, { clusterId });
    expect(found.returnLoads.pairs).toHaveLength(1);
    expect(found.returnLoads.pairs[0]).toMatchObject({ offered: null, missing: [] });
    const input = { clusterId, agreementId: agreements[0], withAgreementId: agreements[1] };
    expect(await staff.ask(OFFER, { input })).toEqual({
      offerJointTransport: {
        __typename: 'JointTransportOffered',
        returnLoads: { pairs: [{ offered: 'OFFERED' }] },
      },
    });
    const { jointTransports } = await giver.client.ask<Own>(OWN);
    expect(jointTransports).toMatchObject([
      { state: 'OFFERED', agreementId: agreements[0], accepted: false, contact: null },
    ]);
    const answer = { input: { id: jointTransports[0]?.id, accept: true } };
    expect(await giver.client.ask(ANSWER, answer)).toMatchObject({
      answerJointTransport: { jointTransport: { state: 'ACCEPTED', contact: null } },
    });
    expect(await homeward.client.ask(ANSWER, answer)).toMatchObject({
      answerJointTransport: { jointTransport: { state: 'OPENED', contact: expect.any(String) } },
    });
  });

  it('is not there for a firm that asks for the pairs, nor for an offer of what was not found', async () => {
    const { clusterId } = running;
    await expect(giver.client.ask(RETURN_LOADS, { clusterId })).rejects.toThrow('There is no such cluster');
    const input = { clusterId, agreementId: agreements[0], withAgreementId: agreements[0] };
    expect(await staff.ask(OFFER, { input })).toEqual({
      offerJointTransport: { __typename: 'NotFoundError' },
    });
  });
});
