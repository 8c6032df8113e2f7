import type pg from 'pg';
import type { DisclosureGroup } from '#domain';
import { mantissaOf, type Canary, type Needle } from './canaries.js';
import type { Ids } from './calls.js';
import { belongingOf, reasonToSkip } from './columns.js';
import { formsOfBytes, formsOfCode, formsOfDay } from './forms.js';
import { MARK, type Mint } from './mint.js';
import { GUARDED_CODES } from './story.js';

type Row = Readonly<Record<string, unknown>>;

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/** Everything of the victims that the database holds. */
export interface Harvest {
  readonly canaries: readonly Canary[];
  readonly victims: Ids;
  /** Columns that hold something of the victims which no search could recognise. */
  readonly unwatched: readonly string[];
  /** Firms that are party to a thing, by its id. */
  readonly partiesOf: ReadonlyMap<string, readonly string[]>;
}

/** Ids are looked up by what they name; yes and no, whole numbers and moments say nothing that could be planted. */
const NOT_PLANTED = new Set([
  'boolean',
  'uuid',
  'smallint',
  'integer',
  'bigint',
  'xid8',
  'timestamp with time zone',
  'timestamp without time zone',
]);

/** Rows that two firms are party to. */
const DEALS = [
  'match',
  'proposal',
  'agreement',
  'delivery',
  'ledger_entry',
  'disclosure_request',
  'disclosure_grant',
  'delivery_import',
  'delivery_paper',
];

/**
 * What nobody but the story has written, and what names no firm: invitations into clusters, and their mails. And every
 * webhook: what the partner's is called, where it leads and what signs it is its managers' alone.
 */
const WITHOUT_FIRM = `
  select id from invitation where kind <> 'first' union select id from mail where kind = 'invitation'
  union select id from access_log where cluster_id is not null union select id from webhook
  union select id from workshop union select id from hint union select id from plan`;

/** Rows that belong to one firm as such, and to no listing of it. */
const OF_FIRM = new Set(['reference_totals', 'goal']);

/** To whom the ids of things are allowed. */
const IDS: Readonly<Record<string, Pick<Canary, 'group' | 'needs'>>> = {
  firm: { group: 'listing', needs: ['IDENTITY'] },
  site: { group: 'listing', needs: ['IDENTITY', 'PLACE'] },
  listing: { group: 'existence', needs: [] },
  proposal: { group: 'deal', needs: [] },
  disclosure_request: { group: 'deal', needs: [] },
  disclosure_grant: { group: 'deal', needs: [] },
  // They stand beside the amounts of the ledger, which own staff and auditors see entry by entry.
  agreement: { group: 'dealAmount', needs: [] },
  delivery: { group: 'dealAmount', needs: [] },
  joint_transport: { group: 'dealAmount', needs: [] },
  match: { group: 'followed', needs: [] },
  match_note: { group: 'managed', needs: [] },
  next_step: { group: 'managed', needs: [] },
  plan: { group: 'managed', needs: [] },
  api_key: { group: 'managed', needs: [] },
  invitation: { group: 'managed', needs: [] },
  webhook: { group: 'managed', needs: [] },
  webhook_delivery: { group: 'managed', needs: [] },
  hint: { group: 'managed', needs: [] },
  workshop: { group: 'managed', needs: [] },
  listing_draft: { group: 'own', needs: [] },
  reference_totals: { group: 'own', needs: [] },
  goal: { group: 'own', needs: [] },
  watch: { group: 'person', needs: [] },
  'auth.user': { group: 'person', needs: [] },
  'auth.session': { group: 'person', needs: [] },
};

/** Walks every column of every table for rows that belong to the victims, and makes of each value what to look for. */
export async function harvest(
  client: pg.Client,
  mint: Mint,
  victims: { readonly firmIds: readonly string[]; readonly personIds: readonly string[] },
): Promise<Harvest> {
  const { rows: others } = await client.query<{ id: string }>(WITHOUT_FIRM);
  const columns = await columnsOf(client);
  const rows = await rowsOfVictims(client, columns, [
    ...victims.firmIds,
    ...victims.personIds,
    ...others.map(({ id }) => id),
  ]);
  return new Gathering(columns, rows, mint, victims.firmIds).all();
}

async function columnsOf(client: pg.Client): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(
    `select case when c.table_schema = 'public' then '' else c.table_schema || '.' end || c.table_name as table,
            c.column_name as name, c.data_type as type
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
      order by c.table_schema, c.table_name, c.ordinal_position`,
  );
  return rows;
}

/** Rows that name a victim, or a thing of a victim's, in any column; found until no more are. */
async function rowsOfVictims(
  client: pg.Client,
  columns: readonly Column[],
  seeds: readonly string[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const tables = [...new Set(columns.map(({ table }) => table))];
  const ids = new Set(seeds);
  const found = new Map<string, readonly Row[]>();
  for (let before = -1; before !== ids.size;) {
    before = ids.size;
    for (const table of tables) {
      const { rows } = await client.query<{ row: Row }>(
        `select to_jsonb(one) as row from ${quoted(table)} one
          where exists (select 1 from jsonb_each_text(to_jsonb(one)) field where field.value = any($1))`,
        [[...ids]],
      );
      found.set(
        table,
        rows.map(({ row }) => row),
      );
      for (const { row } of rows) if (typeof row['id'] === 'string') ids.add(row['id']);
    }
  }
  return found;
}

const quoted = (table: string): string =>
  table
    .split('.')
    .map((part) => `"${part}"`)
    .join('.');

class Gathering {
  private readonly listingOf = new Map<string, Row>();
  private readonly partiesOf = new Map<string, readonly string[]>();

  constructor(
    private readonly columns: readonly Column[],
    private readonly rows: ReadonlyMap<string, readonly Row[]>,
    private readonly mint: Mint,
    private readonly firmIds: readonly string[],
  ) {
    for (const row of this.of('listing')) this.listingOf.set(String(row['id']), row);
    for (const table of DEALS) {
      for (const row of this.of(table)) this.partiesOf.set(String(row['id']), this.partiesIn(row));
    }
  }

  all(): Harvest {
    const unwatched: string[] = [];
    const canaries = this.columns.flatMap((column) => {
      const where = `${column.table}.${column.name}`;
      const rows = this.of(column.table);
      if (NOT_PLANTED.has(column.type) || reasonToSkip(where) !== undefined) return [];
      const found = rows.flatMap((row) => this.canariesOf(column, row));
      if (found.length === 0 && !this.holdsOnlyIds(column, rows)) unwatched.push(where);
      return found;
    });
    return {
      canaries: [...canaries, ...this.ids()],
      victims: this.victims(),
      unwatched,
      partiesOf: this.partiesOf,
    };
  }

  private of(table: string): readonly Row[] {
    return this.rows.get(table) ?? [];
  }

  private canariesOf({ table, name }: Column, row: Row): readonly Canary[] {
    const where = `${table}.${name}`;
    const belonging = belongingOf(where);
    const { group } = belonging;
    if (group === 'view' && !this.isOfVictim(name, row)) return [];
    const parts = group === 'view' ? exactParts(row[name]) : [{ value: row[name], needs: belonging.needs }];
    const of = this.belonging(table, name, row);
    return parts.flatMap(({ value, needs }) =>
      leavesOf(value)
        .flatMap((leaf) => needlesOf(leaf, this.mint))
        .filter((needle) => !isNameIn(where, needle))
        .map((needle) => ({ where, group, needs, needle, ...of })),
    );
  }

  /** The other side's view is reckoned from the victim's bands, and so are numbers that others see too. */
  private isOfVictim(column: string, row: Row): boolean {
    return this.firmIds.includes(String(row[column.startsWith('giver') ? 'offer_firm_id' : 'need_firm_id']));
  }

  /** Text columns that name people and things are watched by the ids themselves. */
  private holdsOnlyIds({ name }: Column, rows: readonly Row[]): boolean {
    return (
      rows.some((row) => row[name] !== null) && rows.every((row) => row[name] === null || isId(row[name]))
    );
  }

  private belonging(
    table: string,
    column: string,
    row: Row,
  ): Pick<Canary, 'listingIds' | 'firmIds' | 'placeIds' | 'personId'> {
    const listingIds = this.listingsOf(table, column, row);
    const owners = listingIds.flatMap((id) => this.listingOf.get(id)?.['firm_id'] ?? []).map(String);
    const firmIds =
      OF_FIRM.has(table) && typeof row['firm_id'] === 'string' ? [row['firm_id']] : this.partiesIn(row);
    return {
      listingIds,
      firmIds: [...new Set([...owners, ...firmIds])],
      placeIds: [row['firm_id'], row['cluster_id'], row['cluster_ids']].flat().filter(isText),
      personId: personIn(table, row),
    };
  }

  /** Listings whose disclosure would show the row. */
  private listingsOf(table: string, column: string, row: Row): readonly string[] {
    if (table === 'match') return [String(row[column.startsWith('giver') ? 'offer_id' : 'need_id'])];
    const siteIds = [row['site_a'], row['site_b']];
    if (table === 'road_distance')
      return [...this.listingOf].flatMap(([id, listing]) =>
        siteIds.includes(listing['site_id']) ? [id] : [],
      );
    const [key, value] =
      table === 'firm'
        ? ['firm_id', row['id']]
        : table === 'site'
          ? ['site_id', row['id']]
          : ['id', table === 'listing' ? row['id'] : row['listing_id']];
    return [...this.listingOf].flatMap(([id, listing]) => (listing[key] === value ? [id] : []));
  }

  private partiesIn(row: Row): readonly string[] {
    const parties = [
      'offer_firm_id',
      'need_firm_id',
      'from_firm_id',
      'to_firm_id',
      'giver_firm_id',
      'taker_firm_id',
    ];
    // A file of deliveries is the one firm's alone, though it tells of a deal; a draft tells of none.
    const isOwn = ('file_name' in row && !('delivery_id' in row)) || 'amount_text' in row;
    const names = isOwn ? ['firm_id'] : parties;
    const own = names.flatMap((name) => (typeof row[name] === 'string' ? [row[name]] : []));
    const [above] = ['import_id', 'delivery_id', 'agreement_id', 'first_agreement_id', 'match_id'].flatMap(
      (name) => (typeof row[name] === 'string' ? [row[name]] : []),
    );
    return own.length > 0 || above === undefined ? own : (this.partiesOf.get(above) ?? []);
  }

  private ids(): readonly Canary[] {
    return Object.entries(IDS).flatMap(([table, belonging]) =>
      this.of(table)
        .filter((row) => table !== 'firm' || this.firmIds.includes(String(row['id'])))
        .map((row) => ({
          where: `${table}.id`,
          ...belonging,
          needle: { kind: 'text' as const, forms: [String(row['id']).toLowerCase()] },
          ...this.belonging(table, 'id', row),
        })),
    );
  }

  /** Ids of things, by the name that the API has for them. */
  private victims(): Ids {
    const ids = [...this.rows].flatMap(([table, rows]) => {
      const all = rows.flatMap((row) => (typeof row['id'] === 'string' ? [row['id']] : []));
      return all.length === 0 ? [] : [[typeName(table), all] as const];
    });
    return new Map([
      ...ids,
      ...ids.flatMap(([name, all]) => (name === 'User' ? [['Person', all] as const] : [])),
    ]);
  }
}

/** `auth.session` → Session, `listing_version` → ListingVersion. */
const typeName = (table: string): string =>
  (table.split('.').at(-1) ?? table)
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** Whose the row is, of all people. */
function personIn(table: string, row: Row): string | undefined {
  const id = table.startsWith('auth.') ? (row['userId'] ?? row['id']) : row['person_id'];
  return typeof id === 'string' ? id : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isId = (value: unknown): boolean =>
  isText(value) && /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/.test(value);

/** Terms that rest on the material, its reading and the industries: no band is laid over these (decision 0006). */
const UNBANDED = new Set(['material', 'practice']);
const ALL_FACTS: readonly DisclosureGroup[] = ['PLACE', 'AMOUNT', 'COMPOSITION'];

interface Part {
  readonly value: unknown;
  readonly needs: readonly DisclosureGroup[];
}

/** What of a side's view comes of its own exact facts, and which of them the other side must know to reckon it too. */
function exactParts(view: unknown): readonly Part[] {
  if (typeof view !== 'object' || view === null) return [{ value: view, needs: ALL_FACTS }];
  const { terms, score, distanceKm, yearlyBase, netCo2eKg, checks } = view as {
    readonly terms: readonly { readonly name: string }[];
  } & Readonly<Record<string, unknown>>;
  const reckoned = [terms.filter(({ name }) => !UNBANDED.has(name)), score, netCo2eKg, checks];
  return [
    { value: distanceKm, needs: ['PLACE'] },
    { value: yearlyBase, needs: ['AMOUNT'] },
    { value: reckoned, needs: ALL_FACTS },
  ];
}

/** Words and notes are shown without names: a name in them is guarded as a name. */
const isNameIn = (where: string, needle: Needle): boolean =>
  WORDED.has(where) && needle.kind === 'text' && needle.forms.some((form) => /^zq(?:firm|site)/.test(form));
const WORDED = new Set(['listing_version.title', 'listing_version.description', 'disclosure_request.note']);

const POINT = /^\(-?[\d.e-]+,-?[\d.e-]+\)$/;

/** What a value holds, lists and objects taken apart. */
function leavesOf(value: unknown): readonly (string | number)[] {
  if (typeof value === 'string' && POINT.test(value)) return value.slice(1, -1).split(',');
  if (typeof value === 'string' || typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leavesOf);
}

/** What to look for to recognise the value; nothing where anybody might have written it. */
function needlesOf(leaf: string | number, mint: Mint): readonly Needle[] {
  if (typeof leaf === 'number') return numberNeedle(String(leaf));
  if (isId(leaf)) return [];
  if (leaf.startsWith('\\x')) return bytesNeedles(leaf.slice(2));
  if (/^https?:/.test(leaf)) return needlesOf(tellingPart(new URL(leaf)), mint);
  if (mint.isDay(leaf)) return [{ kind: 'text', forms: formsOfDay(leaf) }];
  if (GUARDED_CODES.some((code) => code === leaf)) return [{ kind: 'text', forms: formsOfCode(leaf) }];
  const words = leaf.toLowerCase().match(MARK);
  if (words !== null) return words.map((word) => ({ kind: 'text', forms: [word] }));
  if (/^-?[\d.]+$/.test(leaf)) return numberNeedle(leaf);
  return isSecret(leaf) ? [{ kind: 'text', forms: [leaf.toLowerCase()] }] : [];
}

/** What stands behind the #, or at the end of the path. */
const tellingPart = ({ hash, pathname }: URL): string =>
  hash === '' ? (pathname.split('/').at(-1) ?? '') : hash.slice(1);

function numberNeedle(written: string): readonly Needle[] {
  const mantissa = mantissaOf(written);
  return mantissa === undefined ? [] : [{ kind: 'number', mantissa }];
}

/** A file is told by the words in it, a hash or a token by itself. */
function bytesNeedles(hex: string): readonly Needle[] {
  const words = Buffer.from(hex, 'hex').toString('latin1').toLowerCase().match(MARK);
  return words === null
    ? [{ kind: 'text', forms: formsOfBytes(hex) }]
    : words.map((word) => ({ kind: 'text', forms: [word] }));
}

/** Tokens, digests and the like: long, without blanks, of letters and digits both. */
const isSecret = (text: string): boolean =>
  text.length >= 16 && !/\s/.test(text) && /\d/.test(text) && /[a-z]/i.test(text);
