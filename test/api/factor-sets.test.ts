import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Running } from '../support/running.js';

let running: Running;
let member: Awaited<ReturnType<Running['member']>>;
beforeAll(async () => {
  running = await Running.start({ BISTROM_DOCUMENTS: 'any' }, ['api']);
  member = await running.member('16.10', { latitude: 60, longitude: 12 });
}, 120_000);
afterAll(() => running.stop());

interface Answer {
  readonly data?: Readonly<Record<string, never>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

async function signedOut(query: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query });
  return (await (await fetch(`${running.url}/graphql`, { method: 'POST', headers, body })).json()) as Answer;
}

describe('factor sets over the api', () => {
  it('are told to anybody, each factor with source, year, region, scope and trust', async () => {
    const { data } = await signedOut(
      '{ factorSets { id usedFrom inUse replaces factors { key value low high unit scope region year source url trust } } }',
    );
    const sets = data?.['factorSets'] as unknown as {
      id: string;
      inUse: boolean;
      factors: { key: string }[];
    }[];
    expect(sets.map(({ id, inUse, factors }) => [id, inUse, factors.length])).toEqual([
      ['2026-1', false, 88],
      ['2026-2', true, 198],
    ]);
    expect(sets[1]?.factors.find((one) => one.key === 'production:wood-chips')).toMatchObject({
      ...{
        value: '34.3',
        low: '24.01',
        high: '44.59',
        unit: 'kg CO2e per t',
        scope: 'fossil supply chain only',
      },
      ...{ region: 'UK', year: 2025, trust: 'MEDIUM' },
    });
  });

  it.each([
    ['whose cluster it is not', 'factorChange', 'fromSet: "2026-1", toSet: "2026-2"', 'NOT_FOUND'],
    ['who names a set that is not there', 'circularity', 'factorSet: "gone"', 'BAD_USER_INPUT'],
  ])('are compared for nobody %s', async (_what, field, sets, code) => {
    const period = 'from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z"';
    const asked = `{ ${field}(clusterId: "${running.clusterId}", ${period}, ${sets}) { from } }`;
    await expect(member.client.ask(asked)).rejects.toThrow(
      code === 'NOT_FOUND'
        ? 'There is no such cluster.'
        : 'There is no such factor set; factorSets names them.',
    );
    const [error] = (await signedOut(asked)).errors ?? [];
    expect(error?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it("are compared for the cluster's own staff, where nothing was delivered too", async () => {
    const staff = await running.staff();
    const { factorChange } = await staff.ask<{ factorChange: object }>(
      `{ factorChange(clusterId: "${running.clusterId}", from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z",
           fromSet: "2026-1", toSet: "2026-2") { figure unit basis to before after difference entryCount because { factor effect } } }`,
    );
    expect(factorChange).toEqual({
      ...{ figure: 'netCo2eAvoided', unit: 'kg CO2e', basis: 'DELIVERED', to: '2026-12-31T00:00:00.000Z' },
      ...{ before: '0', after: '0', difference: '0', entryCount: 0, because: [] },
    });
  });
});
