import { atLeast, exactly, figure, type Figure, type Target } from '../report.js';
import type { System } from './judge.js';
import { MEASURES, measuresOf, type MeasureName, type Measures, type Rank } from './rank.js';
import type { NegativeOutcome } from './hard-negatives.js';
import type { KnownOffer } from './sought.js';

export interface RankedOffer {
  readonly offer: KnownOffer;
  readonly ranks: Readonly<Record<System, Rank>>;
  /** A true receiver has the best score, and so has a wrong one. */
  readonly tied: boolean;
}

/** All that the figures are made of. */
export interface Found {
  readonly rows: number;
  readonly offers: readonly RankedOffer[];
  readonly classTop1: number;
  readonly classTop3: number;
  readonly negatives: readonly NegativeOutcome[];
}

/** What the matcher shall reach at least; beyond the text searches by half as much again, as far as there is room. */
const LEAST: Readonly<Partial<Record<MeasureName, number>>> = { 'recall@1': 0.4, 'recall@10': 0.8 };
const TIMES_TEXT = 1.5;
const ROOM = 0.95;
const CLASS_TOP_3 = 0.9;

export const systemMeasures = (offers: readonly RankedOffer[], system: System): Measures =>
  measuresOf(offers.map((one) => one.ranks[system]));

/** The figures under the names that they are asked for. */
export function figuresOf({ rows, offers, classTop1, classTop3, negatives }: Found): readonly Figure[] {
  const of = (system: System): Measures => systemMeasures(offers, system);
  const [ours, trigram, fullText] = [of('ours'), of('trigram'), of('fullText')];
  const others = (['trigram', 'fullText', 'wasteCode'] as const).flatMap((system) =>
    MEASURES.map((name) => plain(`${name} ${system}`, of(system)[name])),
  );
  return [
    ...MEASURES.map((name) => {
      const baseline =
        trigram[name] >= fullText[name]
          ? { name: 'trigram', value: trigram[name] }
          : { name: 'fullText', value: fullText[name] };
      return figure({ name, value: ours[name], unit: '', baseline, target: targetOf(name, baseline.value) });
    }),
    plain('classTop1', classTop1),
    figure({ name: 'classTop3', value: classTop3, unit: '', target: atLeast(CLASS_TOP_3) }),
    figure({
      name: 'hardNegativesPassed',
      value: negatives.filter((one) => one.matched).length,
      unit: `of ${negatives.length}`,
      target: exactly(0),
    }),
    plain('rows', rows),
    ...others,
  ];
}

const plain = (name: string, value: number): Figure => figure({ name, value, unit: '' });

function targetOf(name: MeasureName, text: number): Target | undefined {
  const least = LEAST[name];
  return least === undefined ? undefined : atLeast(Math.max(least, Math.min(TIMES_TEXT * text, ROOM)));
}
