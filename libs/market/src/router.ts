import type { Point } from '#domain';

/** Road distances from a router of one's own; undefined is the answer to everything that went wrong. */
export interface Router {
  /** km by road from one point to each of the others, in their order. */
  readonly distances: (from: Point, to: readonly Point[]) => Promise<readonly (number | undefined)[]>;
}

/** An OSRM server takes 100 coordinates to a table unless told otherwise (--max-table-size), the start among them. */
const MOST_TO_A_TABLE = 99;
const PATIENCE_MS = 3000;

/**
 * A client of an OSRM-compatible router. Where it is slow, gone or talks nonsense, the answer is undefined and the
 * great circle with its detour holds: matching never waits for it longer than the time-out for each hundred places,
 * and asks no further in a call once it was not reached. Coordinates of plants are secrets: nothing here writes them
 * into a log or an error, no redirect carries them elsewhere, and the router should be one's own.
 *
 * @param url http or https, up to where `/table/v1/` begins
 * @throws Error at once when the address is none; later nothing is thrown
 */
export function openRouter(url: string, { timeoutMs = PATIENCE_MS } = {}): Router {
  const base = baseOf(url);
  const distances = async (from: Point, to: readonly Point[]): Promise<readonly (number | undefined)[]> => {
    const found: (number | undefined)[] = [];
    let reached = true;
    for (let start = 0; start < to.length; start += MOST_TO_A_TABLE) {
      const part = to.slice(start, start + MOST_TO_A_TABLE);
      const answers: Answers = reached
        ? await ofPart(base, from, part, AbortSignal.timeout(timeoutMs))
        : 'unreachable';
      reached = answers !== 'unreachable';
      found.push(...part.map((_one, index) => (answers === 'unreachable' ? undefined : answers[index])));
    }
    return found;
  };
  return Object.freeze({ distances });
}

type Answers = readonly (number | undefined)[] | 'unreachable';

function baseOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol) || parsed.username !== '')
    throw new Error('The address of the router must be http:// or https://, without a user name');
  return `${parsed.origin}${parsed.pathname.replace(/\/+$/, '')}`;
}

/** One table; route by route within the same time where the server has no table or refuses this one whole. */
async function ofPart(
  base: string,
  from: Point,
  to: readonly Point[],
  signal: AbortSignal,
): Promise<Answers> {
  const table = await ask(
    `${base}/table/v1/driving/${written([from, ...to])}?sources=0&annotations=distance`,
    signal,
  );
  if (table === 'unreachable') return 'unreachable';
  const row = firstRow(table);
  if (row?.length === to.length + 1) return row.slice(1).map(kmOf);
  return routeByRoute(base, from, to, signal);
}

async function routeByRoute(
  base: string,
  from: Point,
  to: readonly Point[],
  signal: AbortSignal,
): Promise<Answers> {
  const found: (number | undefined)[] = [];
  for (const one of to) {
    const route = await ask(`${base}/route/v1/driving/${written([from, one])}?overview=false`, signal);
    if (route === 'unreachable') break;
    found.push(kmOf(firstOf(fieldOf(route, 'routes'), 'distance')));
  }
  return found;
}

/** A parsed answer, undefined for a refusal; `unreachable` for no answer in time, a fault of the server or no JSON. */
async function ask(address: string, signal: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(address, { signal, redirect: 'error' });
    if (response.ok) return await response.json();
    return REFUSALS.has(response.status) ? undefined : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

/** Bad request (no road near, no route), not found, not implemented: another question may be answered. */
const REFUSALS: ReadonlySet<number> = new Set([400, 404, 501]);

/** Longitude first, as OSRM has it; five decimals are a metre. */
const written = (points: readonly Point[]): string =>
  points.map((one) => `${one.longitude.toFixed(5)},${one.latitude.toFixed(5)}`).join(';');

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && (value as { code?: unknown }).code === 'Ok'
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

function firstRow(table: unknown): readonly unknown[] | undefined {
  const rows = fieldOf(table, 'distances');
  const row: unknown = Array.isArray(rows) ? rows[0] : undefined;
  return Array.isArray(row) ? row : undefined;
}

function firstOf(list: unknown, name: string): unknown {
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  return typeof first === 'object' && first !== null
    ? (first as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** Metres as the router says; null is "no road there". */
const kmOf = (metres: unknown): number | undefined =>
  typeof metres === 'number' && Number.isFinite(metres) && metres >= 0 ? metres / 1000 : undefined;
