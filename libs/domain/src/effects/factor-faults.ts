import type { FactorSet, SourcedFactor } from './factor-set.js';

/** What is wrong with a set as a whole: at a row, or, without one, with what is not there. */
export interface FactorFault {
  /** Place in the list, from 0. */
  readonly index: number | undefined;
  readonly reason: string;
}

/**
 * What no single row of a new set shows: keys that stand twice, kinds that are not the key's, transport that mixes the
 * use of fuel alone with its supply (ISO 14083 counts both), other units than those before, and keys that are gone, which
 * entries of the ledger may name.
 *
 * @param rows the new set, low ≤ value ≤ high each
 * @param before the set whose place it takes
 * @returns a fault for each, in the order of the rows, what is missing last
 * @example factorFaults([crushing, crushing], none)[0]?.reason // 'key "treatment:crush": stands twice; a set has one value for one thing'
 */
export function factorFaults(rows: readonly SourcedFactor[], before: FactorSet): readonly FactorFault[] {
  const first = new Map<string, number>();
  rows.forEach(({ key }, index) => first.has(key) || first.set(key, index));
  const atRows = rows.flatMap((row, index) =>
    [
      first.get(row.key) === index
        ? undefined
        : `key "${row.key}": stands twice; a set has one value for one thing`,
      ...rowReasons(row, before),
    ].flatMap((reason) => (reason === undefined ? [] : [{ index, reason }])),
  );
  const gone = before.all
    .filter(({ key }) => !first.has(key))
    .map(({ key }) => ({
      index: undefined,
      reason: `key "${key}": missing; every key of ${before.id} has to stand here, its value as it was where nothing is new`,
    }));
  return [...atRows, ...gone];
}

const PER_TONNE_KM = 'kg CO2e per t km';

function rowReasons(
  { key, kind, unit, boundary }: SourcedFactor,
  before: FactorSet,
): readonly (string | undefined)[] {
  const known = before.get(key);
  const kindOfKey = key.split(':')[0] ?? '';
  return [
    kind === kindOfKey ? undefined : `kind "${kind}": is not that of the key ${key}; it must be ${kindOfKey}`,
    known === undefined || known.unit === unit
      ? undefined
      : `unit "${unit}": must be "${known.unit}", as in ${before.id}, by which amounts are multiplied`,
    unit === PER_TONNE_KM && !boundary.startsWith('WTW')
      ? `boundary "${boundary}": must begin with WTW, fuel supply and use together; never mixed with the use alone`
      : undefined,
  ];
}
