import { sumOf, type BaselineSource, type Decimal, type ReferenceAmounts } from '#domain';
import type { Place, Tx } from '#store';

/** A baseline with what it rests on; without a value, why there is none. */
export interface Baseline {
  readonly value: Decimal | undefined;
  readonly scope: string;
}

const NONE = 'no total stands for this figure.';

/** Takes a baseline from the totals of a year: the firm's own, or the sums that its cluster is told. */
export async function baselineFor(
  tx: Tx,
  place: Place,
  source: BaselineSource | undefined,
  year: number,
): Promise<Baseline> {
  if (source === undefined) return { value: undefined, scope: NONE };
  const { amounts, scope } =
    'firmId' in place
      ? await ownTotals(tx, place.firmId, year)
      : await sumsOver(tx, place.clusterId, year, source);
  const sum = sumOf(amounts, source.measures);
  if (sum !== undefined) return { value: sum.times(source.factor), scope };
  const missing = source.measures.filter((one) => amounts[one] === undefined).join(', ');
  return { value: undefined, scope: `of ${year} there is no total told of ${missing}.` };
}

interface Totals {
  readonly amounts: ReferenceAmounts;
  readonly scope: string;
}

async function ownTotals(tx: Tx, firmId: string, year: number): Promise<Totals> {
  const [newest] = await tx.referenceTotals.ofFirm(firmId, year);
  const scope = `Taken from version ${newest?.version} of the totals of ${year}: ${newest?.scope}`;
  return { amounts: newest?.amounts ?? {}, scope };
}

async function sumsOver(
  tx: Tx,
  clusterId: string,
  year: number,
  { measures }: BaselineSource,
): Promise<Totals> {
  const released = await tx.referenceTotals.releasedTo(clusterId, year);
  const counts = released.filter((one) => measures.includes(one.measure)).map((one) => one.firmIds.length);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const firms = least === most ? `${least}` : `${least} to ${most}`;
  return {
    amounts: Object.fromEntries(released.map(({ measure, value }) => [measure, value])),
    scope: `Taken from the totals that ${firms} firms of the cluster have stated of ${year}.`,
  };
}
