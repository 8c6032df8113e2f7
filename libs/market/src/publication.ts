import {
  addDays,
  addMonths,
  lastClosing,
  METHOD_VERSION,
  parcelsOf,
  publicYears,
  SYSTEM,
  type Basis,
  type Day,
  type DaySpan,
  type ParcelBasis,
  type Publication,
} from '#domain';
import type { KeptParcel, Tx } from '#store';
import { today, type Setting } from './setting.js';

/** The quarters up to here are closed: their parcels are made and stay as they are. */
const CLOSED_UNTIL = 'figures published until';

/**
 * Closes the quarters that are over: makes parcels of what was recorded in them. Done by the worker or by whoever asks
 * before it, once, and one quarter after the other, so that nobody can learn from when it is done.
 */
export async function closeQuarters(setting: Setting): Promise<Day> {
  const { store, rules } = setting;
  const last = lastClosing(today(setting));
  const closed = await store.read(SYSTEM, (tx) => tx.marks.get(CLOSED_UNTIL));
  if (closed !== undefined && closed >= last) return closed;
  const madeWith = { factorSet: rules.factors.id, methodVersion: METHOD_VERSION };
  await store.transaction(SYSTEM, async (tx) => {
    await tx.parcels.lock();
    const closings = await openQuarters(tx, last);
    for (const closedOn of closings) {
      const { parcels, held } = parcelsOf(await tx.parcels.unpublished(closedOn), closedOn, rules);
      await tx.parcels.publish(parcels, closedOn, madeWith);
      await tx.parcels.markVerified(closedOn);
      await tx.parcels.hold(held);
    }
    await tx.marks.set(CLOSED_UNTIL, last);
    // Every cluster alike, whether anything of it is published or not: being told is to tell nothing.
    if (closings.length === 0) return;
    for (const clusterId of await tx.firms.clusterIds())
      await tx.events.appendForCluster({ type: 'figuresPublished', clusterId });
  });
  return last;
}

/**
 * Publishes what is recorded after the quarter before a day, and nothing of before: for an installation that is being
 * filled with what happened earlier, where whatever is entered first would be published apart from the rest.
 */
export const publishAfter = ({ store }: Setting, day: Day): Promise<void> =>
  store.transaction(SYSTEM, (tx) => tx.marks.set(CLOSED_UNTIL, lastClosing(day)));

/** Last days of the quarters since the last closing or the first entry. */
async function openQuarters(tx: Tx, last: Day): Promise<readonly Day[]> {
  const done = await tx.marks.get(CLOSED_UNTIL);
  const from = done === undefined ? await tx.parcels.firstRecorded() : addDays(done, 1);
  const closings: Day[] = [];
  for (let day = from; day !== undefined && endOfQuarter(day) <= last; day = addDays(endOfQuarter(day), 1))
    closings.push(endOfQuarter(day));
  return closings;
}

/** Three months on, the quarter of the day is the last one that is closed. */
const endOfQuarter = (day: Day): Day => lastClosing(addMonths(day, 3));

/** What outsiders may be told of a cluster on a basis for the years that a period touches, and by which factors. */
export async function publicationOf(
  tx: Tx,
  clusterId: string,
  basis: Exclude<Basis, 'POTENTIAL'>,
  span: DaySpan,
  publishedUntil: Day,
): Promise<Publication & { readonly factorSets: readonly string[] }> {
  const from: ParcelBasis = basis === 'AGREED' ? 'AGREED' : 'DELIVERED';
  const years = publicYears(span);
  const parcels = await tx.parcels.ofCluster(clusterId, from);
  const held = await tx.parcels.heldOf(clusterId, from);
  if (basis !== 'VERIFIED')
    return { parcels, held, years, publishedUntil, factorSets: setsOf(parcels, years) };
  const unverified = parcels
    .filter((one) => !one.verified)
    .flatMap(({ unitKind, years: all }) =>
      all.map(({ year }) => ({ unitKind, year, reason: 'DERIVABLE' as const })),
    );
  const verified = parcels.filter((one) => one.verified);
  return {
    parcels: verified,
    held: [...held, ...unverified],
    years,
    publishedUntil,
    factorSets: setsOf(verified, years),
  };
}

/** A parcel stays what it was when it was made: its sum may stand beside those of another set. */
const setsOf = (parcels: readonly KeptParcel[], asked: readonly number[]): readonly string[] => [
  ...new Set(
    parcels
      .filter(({ years }) => years.some(({ year }) => asked.includes(year)))
      .map((one) => one.factorSet)
      .sort(),
  ),
];

/** The sets that published parts rest on; where there is none, the one in use. */
export const namesOf = (factorSets: readonly string[], inUse: string): string =>
  factorSets.length === 0 ? inUse : factorSets.join(', ');
