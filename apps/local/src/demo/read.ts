import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Decimal, DECLINE_REASONS, findUnit, isPlainDecimal } from '#domain';
import { dataFolder } from '#store';

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A key is lower-case words joined by hyphens.');
const decimal = z
  .string()
  .refine(isPlainDecimal, 'Write a plain decimal in quotes, such as "12.5".')
  .transform((text) => new Decimal(text));
const unit = z.string().refine((code) => findUnit(code)?.code === code, 'Not a code of a unit.');
const months = z.int().min(0).max(24);
const day = z.iso.date();

const goal = z.strictObject({
  key,
  name: z.string(),
  figure: z.enum([
    'materialMoved',
    'energyMoved',
    'virginMaterialDisplaced',
    'netCo2eAvoided',
    'salesValue',
    'exchanges',
  ]),
  change: decimal,
  baseline: decimal,
  unit: z.string(),
  dueOn: day,
  scope: z.string().min(10),
});
const cluster = z.strictObject({ key, name: z.string(), slug: key, goals: z.array(goal).min(1) });

const site = z.strictObject({
  key,
  name: z.string(),
  municipalityNumber: z.string().regex(/^\d{4}$/),
  latitude: z.number().min(57).max(72),
  longitude: z.number().min(4).max(32),
});
const firm = z.strictObject({
  key,
  name: z.string(),
  naceCode: z.string().regex(/^\d\d\.\d\d$/),
  clusters: z.array(key).min(1),
  sites: z.array(site).min(1).max(2),
});

const person = z
  .strictObject({
    email: z.email(),
    name: z.string(),
    role: z.enum(['firm_admin', 'plant_manager', 'buyer', 'cluster_staff', 'auditor']),
    firm: key.optional(),
    clusters: z.array(key).min(1).optional(),
  })
  .refine(
    (one) => (one.firm === undefined) !== (one.clusters === undefined),
    'A person acts for a firm or for clusters.',
  );

const quantity = z.strictObject({
  value: decimal,
  unit,
  per: z.enum(['ONCE', 'DAY', 'WEEK', 'MONTH', 'YEAR']),
});
const property = z.strictObject({
  property: z.string(),
  min: decimal.optional(),
  max: decimal.optional(),
  typical: decimal.optional(),
  unit: z.string().optional(),
  basis: z.string().optional(),
  measured: z.boolean().default(false),
});
const listing = z.strictObject({
  key,
  firm: key,
  /** The firm's first site when it is left out. */
  site: key.optional(),
  side: z.enum(['OFFER', 'NEED']),
  title: z.string(),
  description: z.string().optional(),
  /** Left out where the text shall decide. */
  material: key.optional(),
  wasteCode: z
    .string()
    .regex(/^\d\d \d\d \d\d$/)
    .optional(),
  quantity,
  properties: z.array(property).default([]),
  availableInMonths: months.optional(),
  availableForMonths: months.optional(),
  monthlyProfile: z.array(z.number()).length(12).optional(),
  maxDistanceKm: z.number().optional(),
  /** NOK a unit; below 0 the giver pays a gate fee. */
  price: decimal.optional(),
  visibility: z.enum(['MASKED', 'CLUSTER', 'FEDERATION']).default('MASKED'),
});

const correction = z.strictObject({ delivery: z.int().min(0), factor: decimal, reason: z.string().min(3) });
const exchange = z
  .strictObject({
    key,
    offer: key,
    need: key,
    quantity: z.strictObject({ value: decimal, unit, per: z.enum(['MONTH', 'YEAR']) }),
    price: decimal.optional(),
    note: z.string().optional(),
    transportMode: z.string().optional(),
    proposedBy: z.enum(['giver', 'taker']).default('giver'),
    /** What the proposing side asked first; the other side answered with the terms above. */
    opening: z.strictObject({ price: decimal, note: z.string().optional() }).optional(),
    outcome: z.enum(['agreed', 'proposed', 'declined']).default('agreed'),
    decline: z.strictObject({ reason: z.enum(DECLINE_REASONS), note: z.string().optional() }).optional(),
    startsInMonths: months.optional(),
    startedMonthsAgo: months.optional(),
    /** Ran until the end of the month that many months before the demo's. */
    endedMonthsAgo: months.min(1).optional(),
    every: z.enum(['MONTH', 'QUARTER']).default('MONTH'),
    recordedBy: z.enum(['giver', 'taker']).default('giver'),
    /** How many of the latest deliveries still wait for the other side's word. */
    unverified: z.int().min(0).default(0),
    corrections: z.array(correction).default([]),
  })
  .refine(
    (one) => (one.outcome === 'agreed') === (one.startedMonthsAgo !== undefined),
    'startedMonthsAgo goes with outcome "agreed".',
  )
  .refine(
    (one) => (one.outcome === 'declined') === (one.decline !== undefined),
    'decline goes with outcome "declined".',
  )
  .refine(
    (one) => one.every === 'MONTH' || one.quantity.per === 'YEAR',
    'Quarterly deliveries need an amount per YEAR.',
  );

export type DemoCluster = z.infer<typeof cluster>;
export type DemoFirm = z.infer<typeof firm>;
export type DemoPerson = z.infer<typeof person>;
export type DemoListing = z.infer<typeof listing>;
export type DemoExchange = z.infer<typeof exchange>;

export interface Demo {
  readonly clusters: readonly DemoCluster[];
  readonly firms: readonly DemoFirm[];
  readonly people: readonly DemoPerson[];
  readonly listings: readonly DemoListing[];
  readonly exchanges: readonly DemoExchange[];
}

/**
 * The demo as written in data/demo/.
 *
 * @throws Error naming file, entry and field of everything that is wrong with it
 */
export function readDemo(folder = join(dataFolder(), 'demo')): Demo {
  const demo = {
    clusters: readEntries(folder, 'clusters.json', cluster),
    firms: readEntries(folder, 'firms.json', firm),
    people: readEntries(folder, 'people.json', person),
    listings: readEntries(folder, 'listings.json', listing),
    exchanges: readEntries(folder, 'exchanges.json', exchange),
  };
  const faults = faultsOf(demo);
  if (faults.length > 0) throw new Error(`The demo in ${folder} is not sound:\n${faults.join('\n')}`);
  return demo;
}

function readEntries<T extends z.ZodType>(folder: string, file: string, entry: T): z.infer<T>[] {
  const path = join(folder, file);
  const raw: unknown = parseJson(path);
  const read = z.array(entry).safeParse(raw);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path: [at, ...field], message }) => {
    const name = Array.isArray(raw) && typeof at === 'number' ? nameOf(raw[at], at) : '';
    return `${name} ${field.join('.')}: ${message}`;
  });
  throw new Error(`${path} is not sound:\n${faults.join('\n')}`);
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} cannot be read as JSON: ${(error as Error).message}`, { cause: error });
  }
}

const nameOf = (entry: unknown, at: number): string => {
  const { key: name, email } = (entry ?? {}) as { key?: string; email?: string };
  return `"${name ?? email ?? `entry ${at}`}"`;
};

/** What no single entry shows: keys that stand twice, and names that lead nowhere. */
function faultsOf(demo: Demo): readonly string[] {
  const sites = demo.firms.flatMap((one) => one.sites);
  return [
    ...twice('clusters.json', demo.clusters),
    ...twice('firms.json', demo.firms),
    ...twice('firms.json, sites', sites),
    ...twice('listings.json', demo.listings),
    ...twice('exchanges.json', demo.exchanges),
    ...firmFaults(demo),
    ...listingFaults(demo),
    ...exchangeFaults(demo),
  ];
}

function twice(file: string, entries: readonly { readonly key: string }[]): string[] {
  const keys = entries.map((one) => one.key);
  return keys
    .filter((one, at) => keys.indexOf(one) !== at)
    .map((one) => `${file}: the key "${one}" stands twice`);
}

function firmFaults({ clusters, firms, people }: Demo): string[] {
  const clusterKeys = new Set(clusters.map((one) => one.key));
  const firmKeys = new Set(firms.map((one) => one.key));
  const unknown = [...firms, ...people].flatMap((one) =>
    (one.clusters ?? []).filter((name) => !clusterKeys.has(name)),
  );
  return [
    ...unknown.map((name) => `there is no cluster "${name}"`),
    ...people.flatMap(({ firm: of, email }) =>
      of === undefined || firmKeys.has(of) ? [] : [`people.json "${email}": there is no firm "${of}"`],
    ),
    ...firms
      .filter((one) => !people.some((person) => person.firm === one.key))
      .map((one) => `firms.json "${one.key}": nobody in people.json acts for it`),
  ];
}

function listingFaults({ firms, listings }: Demo): string[] {
  return listings.flatMap((one) => {
    const owner = firms.find((firm) => firm.key === one.firm);
    if (owner === undefined) return [`listings.json "${one.key}": there is no firm "${one.firm}"`];
    const known = one.site === undefined || owner.sites.some((site) => site.key === one.site);
    return known ? [] : [`listings.json "${one.key}": ${one.firm} has no site "${one.site}"`];
  });
}

function exchangeFaults({ listings, exchanges }: Demo): string[] {
  const sideOf = new Map(listings.map((one) => [one.key, one.side]));
  const pairs = exchanges.map((one) => `${one.offer} → ${one.need}`);
  return exchanges.flatMap((one, at) => [
    ...(sideOf.get(one.offer) === 'OFFER'
      ? []
      : [`exchanges.json "${one.key}": there is no offer "${one.offer}"`]),
    ...(sideOf.get(one.need) === 'NEED'
      ? []
      : [`exchanges.json "${one.key}": there is no need "${one.need}"`]),
    ...(pairs.indexOf(pairs[at] ?? '') === at ? [] : [`exchanges.json "${one.key}": the pair stands twice`]),
  ]);
}
