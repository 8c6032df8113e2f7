import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { withClient } from '../temporary-server.js';
import { Opened } from './opened.js';
import { probe, type Probed } from './probe.js';
import type { Leak } from './searching.js';

/**
 * The other side of a match is shown identity and composition, whoever is nobody to a listing all of it, and the api
 * logs its titles. Endpoints are told of other firms' events. The rest stays masked, so that the story can still ask for it.
 */
const OPENINGS = [
  {
    file: 'libs/domain/src/access/disclosure.js',
    from: 'matched: MASKED_LEVELS',
    to: "matched: { ...MASKED_LEVELS, IDENTITY: 'EXACT', COMPOSITION: 'EXACT' }",
  },
  { file: 'libs/domain/src/access/disclosure.js', from: 'nobody: NOTHING', to: 'nobody: EVERYTHING' },
  {
    file: 'libs/domain/src/listing/view.js',
    from: 'const { terms } = listing;\n    return {',
    to: 'const { terms } = listing;\n    console.log(terms.title);\n    return {',
  },
  {
    file: 'libs/market/src/webhook-sendings.js',
    from: 'one.firmId === firmId && one.listensFrom',
    to: 'one.listensFrom',
  },
];

/** The rows of listings are let through by the database as well: else it would hold back what the rules do not. */
const openWall = (url: string): Promise<void> =>
  withClient(url, async (client) => {
    for (const table of ['firm', 'firm_cluster', 'site', 'listing', 'listing_version'])
      await client.query(`create policy opened on ${table} for select to bistrom_app using (true)`);
  });

let database: TestDatabase;
let opened: Opened;
let probed: Probed;
beforeAll(async () => {
  database = await testDatabase();
  opened = Opened.from(OPENINGS);
  await openWall(database.url);
  const options = {
    roots: ['listing', 'match', 'proposal', 'matchFound'],
    identities: ['suitor', 'stranger', 'auditor', 'anonymous'] as const,
    programs: opened.root,
  };
  probed = await probe(database.url, options, () => undefined);
}, 480_000);
afterAll(async () => {
  opened.remove();
  await database.drop();
});

const leaksOf = (identity: Leak['identity']): readonly Leak[] =>
  probed.leaks.filter((one) => one.identity === identity);
const columnsOf = (identity: Leak['identity']): readonly string[] => [
  ...new Set(leaksOf(identity).map(({ canary }) => canary)),
];
const OF_MATCHED = ['firm.name', 'site.name', 'listing_version.properties'];
const OF_NOBODY = [...OF_MATCHED, 'site.latitude', 'listing_version.amount', 'listing_version.price'];

describe('where the rules are opened, the probe', () => {
  it('tells what the other side of a match is shown, over both transports', () => {
    expect(columnsOf('suitor')).toEqual(expect.arrayContaining(OF_MATCHED));
    const ofOffer = leaksOf('suitor').filter(({ path }) => path === 'match.offer');
    expect(ofOffer.map(({ canary }) => canary)).toContain('listing_version.properties');
    expect(ofOffer.map(({ canary }) => canary)).not.toContain('listing_version.price');
    const transports = new Set(leaksOf('suitor').map(({ transport }) => transport));
    expect(transports).toEqual(new Set(['http', 'websocket']));
  });

  it('tells what a stranger is shown, by operation', () => {
    expect(columnsOf('stranger')).toEqual(expect.arrayContaining(OF_NOBODY));
    expect(leaksOf('stranger')).toContainEqual({
      identity: 'stranger',
      transport: 'http',
      path: 'listing',
      canary: 'listing_version.title',
    });
  });

  it('tells what is written to a log', () => {
    expect(columnsOf('log')).toContain('listing_version.title');
    expect([...leaksOf('mail'), ...leaksOf('operator')]).toEqual([]);
  });

  it('tells what is sent to an endpoint of another firm', () => {
    const sent = { identity: 'webhook', transport: 'webhook', path: 'match.found' };
    expect(leaksOf('webhook')).toEqual(
      expect.arrayContaining(
        ['match.id', 'listing.id', 'data.matchId'].map((canary) => ({ ...sent, canary })),
      ),
    );
  });

  it('tells nothing of whom the opened rules still keep out, and of nothing that they do not open', () => {
    expect([...leaksOf('auditor'), ...leaksOf('anonymous')]).toEqual([]);
    const asked = probed.leaks.filter(({ identity }) => identity !== 'webhook');
    const deals = asked.filter(({ canary }) => /^(proposal|agreement|delivery|auth)/.test(canary));
    expect(deals).toEqual([]);
    expect([probed.changes, probed.unwatched, probed.unanswered]).toEqual([[], [], []]);
  });
});
