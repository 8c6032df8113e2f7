import { randomUUID } from 'node:crypto';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FlowClient } from '../../apps/local/src/flow/client.js';
import { SYSTEM, type Market } from '#market';
import { Running } from '../support/running.js';
import { authorizationOf } from '../support/wire.js';
import { tonnes, World, type WorldFirm } from '../support/world.js';

const PASSWORD = 'a password for tests';
const SPAN = 'from=2026-01-01&to=2026-12-31';

interface Cluster {
  readonly id: string;
  readonly slug: string;
}
interface Reported {
  readonly basis: string;
  readonly publishedUntil: string | null;
  readonly figures: readonly {
    readonly name: string;
    readonly value: string | null;
    readonly withheldReason: string | null;
  }[];
  readonly method: { readonly version: string; readonly sources: readonly { readonly source: string }[] };
  readonly chainHead: { readonly hash: string } | null;
}

let world: World;
let running: Running;
let own: Cluster;
let other: Cluster;
let staff: string;
let plant: string;
let admin: string;

/** Exchanges of 40, 30 and 50 t, published; another 5 t delivered since; a real api on their database. */
beforeAll(async () => {
  world = await World.open();
  running = await Running.start({ DATABASE_URL: world.database.programsUrl }, ['api']);
  own = { id: world.clusterId, slug: `test-${world.clusterId}` };
  other = { id: randomUUID(), slug: 'elsewhere' };
  await world.market.registry.addCluster(SYSTEM, { ...other, name: 'Elsewhere', demo: false, goals: [] });
  const deals: (readonly [WorldFirm, WorldFirm, string])[] = [];
  for (const [at, amount] of ['40', '30', '50'].entries()) {
    const place = { latitude: 60 + at * 0.01 };
    const [giver, taker] = [await world.firm(place), await world.firm({ ...place, naceCode: '35.30' })];
    const { matchId } = await world.matched(giver, taker, { title: '=cmd|flis' });
    const terms = { quantity: tonnes('60'), startsOn: '2026-01-01', retrospective: true };
    const agreementId = await world.agreed(giver, taker, matchId, terms);
    await world.delivered(giver, taker, agreementId, amount, '2026-05-04');
    deals.push([giver, taker, agreementId]);
  }
  world.now = new Date('2026-11-20T10:00:00Z');
  await world.market.figures.closeQuarters();
  const [giver, taker, agreementId] = deals[0] as (typeof deals)[number];
  await world.delivered(giver, taker, agreementId, '5', '2026-11-19');
  plant = await signIn(`${giver.actor.personId}@test.example`);
  admin = await person({ firms: [{ firmId: giver.id, role: 'firm_admin' }] });
  staff = await person({ clusters: [{ clusterId: own.id, role: 'cluster_staff' }] });
}, 240_000);
afterAll(async () => {
  await running.stop();
  await world.close();
});
beforeEach(() => world.database.query('truncate cost_bucket'));

const signIn = async (email: string): Promise<string> =>
  authorizationOf(await FlowClient.signIn(running.url, email, PASSWORD));

async function person(place: Partial<Parameters<Market['registry']['addPerson']>[1]>): Promise<string> {
  const email = `${randomUUID()}@test.example`;
  const who = { id: randomUUID(), name: 'Ingrid', email, password: PASSWORD, firms: [], clusters: [] };
  await world.market.registry.addPerson(SYSTEM, { ...who, ...place });
  return signIn(email);
}

const get = (path: string, authorization?: string, headers = {}): Promise<Response> =>
  fetch(`${running.url}${path}`, {
    headers: { ...headers, ...(authorization === undefined ? {} : { authorization }) },
  });
const exported = (path: string, authorization?: string): Promise<Response> =>
  get(`/api/exports/${path}`, authorization);
const report = (cluster: Cluster, more: string, authorization?: string): Promise<Response> =>
  exported(`clusters/${cluster.id}/report?${SPAN}&${more}`, authorization);
const codeOf = async (response: Response): Promise<unknown> => [
  response.status,
  ((await response.json()) as { code: string }).code,
];
const bytes = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());
const figure = ({ figures }: Reported, name: string) => figures.find((one) => one.name === name);

/** As if the proof of every session were a quarter of an hour old. */
const age = (minutes: number): Promise<unknown> =>
  world.database.query(
    `update auth.session set "provedAt" = clock_timestamp() - make_interval(mins => ${minutes})`,
  );

describe('an export', () => {
  it('is for who is signed in, and says what was wrong with a question', async () => {
    expect(await codeOf(await report(own, 'format=csv'))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await codeOf(await exported('firm'))).toEqual([401, 'UNAUTHENTICATED']);
    const wrong = await exported(`clusters/${own.id}/report?from=2026-02-30&format=pdf&basis=x`, staff);
    expect(wrong.status).toBe(400);
    const { problems } = (await wrong.json()) as { problems: { path: string[] }[] };
    expect(problems.map(({ path }) => path.join('.')).sort()).toEqual(['basis', 'format', 'from', 'to']);
    expect(await codeOf(await exported(`clusters/${randomUUID()}/report?${SPAN}`, staff))).toEqual([
      404,
      'NOT_FOUND',
    ]);
    expect(await codeOf(await exported(`clusters/nothing/report?${SPAN}`, staff))).toEqual([
      404,
      'NOT_FOUND',
    ]);
  });

  it('asks for a proof that is not ten minutes old', async () => {
    await age(15);
    expect(await codeOf(await report(own, '', staff))).toEqual([403, 'STEP_UP_REQUIRED']);
    expect(await codeOf(await exported('firm', admin))).toEqual([403, 'STEP_UP_REQUIRED']);
    await age(0);
    expect((await report(own, '', staff)).status).toBe(200);
  });

  it('is kept by nobody on the way', async () => {
    const { headers } = await report(own, 'format=csv', staff);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9.-]+\.csv"$/);
  });
});

describe('the report of a cluster', () => {
  it('is exact to its staff, with the end of the chain; to others in sums of parcels, and says why not more', async () => {
    const exact = (await (await report(own, 'format=json', staff)).json()) as Reported;
    const told = (await (await report(own, 'format=json', plant)).json()) as Reported;
    expect(exact.publishedUntil).toBeNull();
    expect(exact.chainHead?.hash).toMatch(/^[\da-f]{64}$/);
    expect(told.chainHead).toBeNull();
    expect(told.publishedUntil).toMatch(/^\d{4}-\d\d-\d\d$/);
    // 40 + 30 + 50 t are published; the 5 t since are not
    expect(['materialMoved', 'salesValue'].map((name) => figure(told, name)?.value)).toEqual(['120', '0']);
    expect(figure(exact, 'materialMoved')?.value).toBe('125');
    expect(told.figures.filter((one) => one.value === null && one.withheldReason === null)).toEqual([]);
    expect(told.method.sources.every(({ source }) => source.length > 3)).toBe(true);
    const potential = (await (await report(own, 'basis=POTENTIAL', plant)).json()) as Reported;
    expect(new Set(potential.figures.map((one) => one.withheldReason))).toEqual(new Set(['NEVER_PUBLISHED']));
    const elsewhere = (await (await report(other, '', staff)).json()) as Reported;
    expect([elsewhere.chainHead, typeof elsewhere.publishedUntil]).toEqual([null, 'string']);
  });

  it('is CSV for Norwegian and for English programs, with units in the headings', async () => {
    const [nb, en, bare] = await Promise.all(
      ['', '&language=en', '&bom=no'].map(async (more) =>
        bytes(await report(own, `format=csv${more}`, staff)),
      ),
    );
    expect(nb?.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bare?.subarray(0, 1).toString()).toBe('"');
    const [head = '', first = ''] = nb?.toString('utf8').slice(1).split('\r\n') ?? [];
    expect(head).toMatch(/^"Størrelse";"Grunnlag";"Verdi \(t\)";"Verdi \(MWh\)"/);
    expect(first).toMatch(/^"Materialer flyttet";"Levert";125;;/);
    expect(en?.toString('utf8').slice(1)).toMatch(/^"Figure","Basis","Value \(t\)","Value \(MWh\)"/);
  });

  it('is XLSX with a tab for each table, numbers as numbers, and no formula', async () => {
    const book = read(await bytes(await report(own, 'format=xlsx&language=en', staff)));
    expect(book.SheetNames).toEqual(['figures', 'indicators', 'flows', 'goals', 'method', 'factors']);
    const cells = Object.values(book.Sheets).flatMap((tab) => Object.values(tab as Record<string, unknown>));
    expect(cells.filter((one) => typeof one === 'object' && one !== null && 'f' in one)).toEqual([]);
    const [row] = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['figures'] ?? {});
    expect(row).toMatchObject({ Figure: 'Material moved', Basis: 'Delivered' });
    expect(typeof row?.['Value (t)']).toBe('number');
  });

  it('is one page to print, without scripts, that says what is withheld and how to verify it', async () => {
    const path = `clusters/${own.id}/page?year=2026&language=en`;
    const response = await exported(path, staff);
    const page = await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'/,
    );
    expect(page).not.toMatch(/<script|javascript:|https?:|<img| style=/);
    expect(page).toContain('@page { size: A4');
    expect(page).toMatch(
      /<html lang="en">[\s\S]*<caption>Figures<\/caption>[\s\S]*<th scope="row">Material moved/,
    );
    expect(page).toMatch(/<code>[\da-f]{64}<\/code>/);
    const told = await (await exported(`${path}&basis=POTENTIAL`, plant)).text();
    expect(told).toContain('<td class="withheld">Withheld. Never shown outside of the cluster.</td>');
    expect(told).not.toMatch(/<code>/);
    expect(await (await exported(path.replace('=en', '=nb'), staff)).text()).toContain('Materialer flyttet');
    expect(await codeOf(await exported(`clusters/${own.id}/page?year=soon`, staff))).toEqual([
      400,
      'VALIDATION',
    ]);
  });
});

describe('the export of a firm', () => {
  it('is for its administrators', async () => {
    expect(await codeOf(await exported('firm', plant))).toEqual([403, 'FORBIDDEN']);
    expect(await codeOf(await exported('firm', staff))).toEqual([404, 'NOT_FOUND']);
  });

  it('holds the same rows in each format', async () => {
    const json = (await (await exported('firm', admin)).json()) as Record<string, readonly unknown[]>;
    const book = read(await bytes(await exported('firm?format=xlsx', admin)));
    expect(book.SheetNames).toEqual(['listings', 'agreements', 'deliveries', 'ledger']);
    const parts = [json['listings'], json['agreements'], json['deliveries'], json['entries']];
    for (const [at, part] of book.SheetNames.entries()) {
      const csv = await (await exported(`firm?format=csv&part=${part}`, admin)).text();
      const inBook = utils.sheet_to_json(book.Sheets[part] ?? {});
      expect(parts[at]?.length).toBeGreaterThan(0);
      expect(inBook).toHaveLength(parts[at]?.length ?? 0);
      expect(csv.split('\r\n').length - 2).toBeGreaterThanOrEqual(parts[at]?.length ?? 0);
    }
  });
});

describe('the page that everybody sees', () => {
  const CHOOSE = `mutation ($input: ChoosePublicFiguresInput!) { choosePublicFigures(input: $input) {
    __typename ... on PublicFiguresChosen { choice { years figures bases chosenBy chainHead } }
    ... on ForbiddenError { code } ... on ValidationError { path } } }`;
  const choose = async (authorization: string, years: readonly number[]) => {
    const input = {
      clusterId: own.id,
      years,
      figures: ['materialMoved', 'netCo2eAvoided'],
      bases: ['DELIVERED'],
    };
    const response = await fetch(`${running.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: CHOOSE, variables: { input } }),
    });
    const { data } = (await response.json()) as { data: { choosePublicFigures: Record<string, unknown> } };
    return data.choosePublicFigures;
  };
  const year = 2026;

  it('is there once staff have chosen; until then, and for other slugs, nothing is', async () => {
    const absent = await Promise.all(
      [`/p/${other.slug}`, '/p/nobody', '/p/nobody.json', '/p/Not%20a%20slug'].map(async (path) => {
        const response = await get(path);
        return [response.status, await response.text()];
      }),
    );
    expect(absent.map(([status]) => status)).toEqual(absent.map(() => 404));
    expect(new Set(absent.map(([, text]) => text)).size).toBe(1);
    expect(await choose(plant, [year])).toMatchObject({ __typename: 'NotFoundError' });
    expect(await choose(staff, [year])).toMatchObject({
      choice: { years: [year], chosenBy: 'Ingrid' },
    });
    expect((await get(`/p/${own.slug}`)).status).toBe(200);
  });

  it('can be looked at by staff before it is chosen, as everybody will see it', async () => {
    const ask = async (authorization: string): Promise<unknown> => {
      const query = `query ($input: ChoosePublicFiguresInput!) { publicFiguresPreview(input: $input) {
        year basis figures { name value withheldReason } } }`;
      const input = { clusterId: own.id, years: [year], figures: ['materialMoved'], bases: ['DELIVERED'] };
      const response = await fetch(`${running.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query, variables: { input } }),
      });
      return response.json();
    };
    const path = `clusters/${own.id}/report?from=${year}-01-01&to=${year}-12-31`;
    const told = figure((await (await exported(path, plant)).json()) as Reported, 'materialMoved');
    expect(await ask(staff)).toMatchObject({
      data: { publicFiguresPreview: [{ year, basis: 'DELIVERED', figures: [{ name: 'materialMoved' }] }] },
    });
    const { data } = (await ask(staff)) as {
      data: { publicFiguresPreview: readonly { figures: readonly { value: string | null }[] }[] };
    };
    expect(data.publicFiguresPreview[0]?.figures[0]?.value ?? null).toBe(told?.value ?? null);
    expect(await ask(plant)).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('is the same for all: no cookie, no session, kept for a minute, in both languages and as JSON', async () => {
    const [asNobody, asStaff] = [await get(`/p/${own.slug}`), await get(`/p/${own.slug}`, staff)];
    const page = await asNobody.text();
    expect(await asStaff.text()).toBe(page);
    expect(asNobody.headers.get('set-cookie')).toBeNull();
    expect(asNobody.headers.get('cache-control')).toBe('public, max-age=60');
    const etag = asNobody.headers.get('etag') ?? '';
    expect((await get(`/p/${own.slug}`, undefined, { 'if-none-match': etag })).status).toBe(304);
    expect(page).toContain('Materialer flyttet');
    expect(page).not.toMatch(/<script|Ingrid/);
    expect(await (await get(`/p/${own.slug}?language=en`)).text()).toContain('Material moved');
    expect(await (await get('/p/method.html?language=en')).text()).toContain('Double counting');
    const shown = (await (await get(`/p/${own.slug}.json`)).json()) as {
      years: { figures: Reported['figures'] }[];
    };
    const told = (await (
      await exported(`clusters/${own.id}/report?from=${year}-01-01&to=${year}-12-31`, plant)
    ).json()) as Reported;
    const chosen = ['materialMoved', 'netCo2eAvoided'].map((name) => figure(told, name));
    expect(shown.years.map(({ figures }) => figures)).toEqual([chosen]);
  });
});
