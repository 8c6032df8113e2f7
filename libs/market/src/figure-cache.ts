import { Decimal, type FoldedFigure, type FoldedFlow } from '#domain';

/** Figures and flows of one cluster, basis and period, before anyone's right to see them is asked. */
export interface Folded {
  readonly figures: readonly FoldedFigure[];
  readonly flows: readonly FoldedFlow[];
}

type Plain<T> = Omit<T, 'value' | 'shares'> & {
  readonly value: string;
  readonly shares: readonly [string, string][];
};

/** As JSON with decimals as text: what the cache keeps comes back to the last digit. */
export interface PlainFolded {
  readonly figures: readonly Plain<FoldedFigure>[];
  readonly flows: readonly Plain<FoldedFlow>[];
}

type Summed = { readonly value: Decimal; readonly shares: ReadonlyMap<string, Decimal> };

const plainOf = <T extends Summed>({ value, shares, ...rest }: T) => ({
  ...rest,
  value: value.toFixed(),
  shares: [...shares].map(([firmId, share]): [string, string] => [firmId, share.toFixed()]),
});

const summedOf = <T extends { value: string; shares: readonly [string, string][] }>({
  value,
  shares,
  ...rest
}: T) => ({
  ...rest,
  value: new Decimal(value),
  shares: new Map(shares.map(([firmId, share]) => [firmId, new Decimal(share)])),
});

export const toPlain = ({ figures, flows }: Folded): PlainFolded => ({
  figures: figures.map((one) => plainOf(one)),
  flows: flows.map((one) => plainOf(one)),
});

export const fromPlain = ({ figures, flows }: PlainFolded): Folded => ({
  figures: figures.map((one) => summedOf(one)),
  flows: flows.map((one) => summedOf(one)),
});
