import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Running, type Member } from '../support/running.js';

const REPORT = `query($clusterId: ID!) {
  circularity(clusterId: $clusterId, from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z") {
    ratios { year ratios { name } totals { measure value } }
    goals {
      name figure baseline baselineYear setBy withheld
      delivered { value withheld withheldReason }
      verified { value }
      forecast { contribution { value withheldReason } method }
    }
  }
}`;
const SET = `mutation($input: SetGoalInput!) {
  setGoal(input: $input) {
    __typename
    ... on GoalsSet { goals { id name baseline unit } }
    ... on ValidationError { problems { path message } }
    ... on ForbiddenError { message }
    ... on NotFoundError { message }
  }
}`;

interface Report {
  readonly circularity: {
    readonly ratios: { readonly year: number } | null;
    readonly goals: readonly unknown[];
  };
}

let running: Running;
let member: Member;
beforeAll(async () => {
  running = await Running.start({}, ['api']);
  member = await running.member('16.10', { latitude: 60, longitude: 12 });
}, 180_000);
afterAll(() => running.stop());

const input = (overrides: Readonly<Record<string, unknown>> = {}) => ({
  input: {
    clusterId: running.clusterId,
    name: 'Moved',
    figure: 'materialMoved',
    unit: 't',
    change: '0.2',
    baseline: '450',
    baselineYear: 2025,
    dueOn: '2030-12-31T00:00:00Z',
    scope: 'slag and dust of the works',
    ...overrides,
  },
});

describe('goals of a cluster', () => {
  it('are set by its staff, in the unit of their figure, and read with what exchanges add', async () => {
    const staff = await running.staff();
    expect(await staff.ask(SET, input({ unit: 'kg' }))).toEqual({
      setGoal: {
        __typename: 'ValidationError',
        problems: [{ path: ['input', 'unit'], message: 'materialMoved is counted in t.' }],
      },
    });
    expect(await staff.ask(SET, input())).toMatchObject({
      setGoal: { __typename: 'GoalsSet', goals: [{ name: 'Moved', baseline: '450', unit: 't' }] },
    });
    const { circularity } = await staff.ask<Report>(REPORT, { clusterId: running.clusterId });
    expect(circularity.ratios?.year).toBe(2026);
    expect(circularity.goals).toMatchObject([
      {
        name: 'Moved',
        figure: 'materialMoved',
        baselineYear: 2025,
        setBy: 'Person',
        delivered: { value: '0', withheld: false },
        verified: { value: '0' },
        forecast: {
          contribution: { value: '0' },
          method: expect.stringContaining('Twelve months') as unknown as string,
        },
      },
    ]);
  });

  it('are read by others without person, forecast and ratios, and set by none of them', async () => {
    const { client } = member;
    expect(await client.ask(SET, input())).toMatchObject({ setGoal: { __typename: 'NotFoundError' } });
    const { circularity } = await client.ask<Report>(REPORT, { clusterId: running.clusterId });
    expect(circularity.ratios).toBeNull();
    expect(circularity.goals).toMatchObject([
      { setBy: null, forecast: { contribution: { value: null, withheldReason: 'NEVER_PUBLISHED' } } },
    ]);
  });
});

describe('totals and goals of a firm', () => {
  it("are of a calendar year: what is none is the question's fault", async () => {
    for (const field of ['firmRatios(year: -1) { year }', 'referenceTotals(year: 20250) { id }']) {
      const asked = member.client.ask(`{ ${field} }`);
      await expect(asked).rejects.toThrow('year: must be from 1900 to 2200.');
    }
  });

  it('are stated by its administrators alone, and read by its people', async () => {
    const { client } = member;
    const state = `mutation { recordReferenceTotals(input: { year: 2025, energy: "5", scope: "both of the plants" }) { __typename } }`;
    expect(await client.ask(state)).toEqual({ recordReferenceTotals: { __typename: 'ForbiddenError' } });
    const read = `{ referenceTotals { id } firmRatios(year: 2025) { ratios { name value lacks } }
      firmGoals(from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z") { name } }`;
    const answer = await client.ask<{ firmRatios: { ratios: readonly unknown[] } }>(read);
    expect(answer).toMatchObject({ referenceTotals: [], firmGoals: [] });
    expect(answer.firmRatios.ratios[0]).toEqual({
      name: 'materialIn',
      value: null,
      lacks: 'Not stated: rawMaterial.',
    });
  });
});
