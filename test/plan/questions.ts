import { planProblem, type PlanLink, type PlanObjective, type PlanProblem } from '#domain';
import * as fc from 'fast-check';

/** What kinds of questions an arbitrary makes. */
export interface QuestionKinds {
  readonly objectives?: readonly PlanObjective[];
  /** Ratios that agree with each other, or any. */
  readonly ratios?: 'one' | 'agreeing' | 'any';
  readonly hasTreatments?: boolean;
  readonly hasCapacities?: boolean;
  readonly hasFixed?: boolean;
  readonly hasLots?: boolean;
}

const amount = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom(0, 1, 10, 0.1, 1 / 3, 1234.5));
const worth = fc.oneof(fc.integer({ min: -5, max: 30 }), fc.constantFrom(7, 7, 0, 0.1, 12.3456));
const scale = fc.constantFrom(1, 2, 0.5, 0.9, 3);

/** Small questions of all kinds: ties, zeros and thirds are common in them. */
export const questions = (kinds: QuestionKinds = {}): fc.Arbitrary<PlanProblem> =>
  fc
    .record({
      objective: fc.constantFrom(...(kinds.objectives ?? (['NOK'] as const))),
      supply: fc.array(fc.tuple(amount, scale), { maxLength: 6 }),
      demand: fc.array(fc.tuple(amount, scale), { maxLength: 6 }),
      treatments: fc.array(
        fc.record({ capacity: amount, made: fc.constantFrom(1, 0.5, 0.9), cost: worth, scale }),
        { maxLength: kinds.hasTreatments === true ? 2 : 0 },
      ),
      links: fc.array(
        fc.record({
          from: fc.nat(),
          to: fc.nat(),
          value: worth,
          other: worth,
          ratio: scale,
          capacity: fc.option(amount),
          fixed: fc.constantFrom(0, 0, 5, 40),
          least: fc.constantFrom(0, 0, 2, 7),
        }),
        { maxLength: 16 },
      ),
    })
    .map((drawn) => build(drawn, kinds));

interface Drawn {
  readonly objective: PlanObjective;
  readonly supply: readonly (readonly [number, number])[];
  readonly demand: readonly (readonly [number, number])[];
  readonly treatments: readonly { capacity: number; made: number; cost: number; scale: number }[];
  readonly links: readonly DrawnLink[];
}

interface DrawnLink {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly other: number;
  readonly ratio: number;
  readonly capacity: number | null;
  readonly fixed: number;
  readonly least: number;
}

function build(drawn: Drawn, kinds: QuestionKinds): PlanProblem {
  const { objective } = drawn;
  const isForMoney = objective === 'NOK';
  return planProblem({
    objective,
    supply: drawn.supply.map(([most]) => most),
    demand: drawn.demand.map(([most]) => most),
    treatments: drawn.treatments.map(({ capacity, made, cost }) => ({
      capacity,
      yield: made,
      value: isForMoney ? -cost / 10 : cost / 20,
      money: -cost / 10,
    })),
    links: drawn.links.flatMap((link) => linkOf(drawn, kinds, link)),
  });
}

/** A link between what its two numbers fall on; none where there is nothing to link. */
function linkOf(drawn: Drawn, kinds: QuestionKinds, link: DrawnLink): readonly PlanLink[] {
  const { supply, demand, treatments } = drawn;
  const givers = supply.length + treatments.length;
  if (givers === 0) return [];
  const giver = link.from % givers;
  const isOffer = giver < supply.length;
  const takers = demand.length + (isOffer ? treatments.length : 0);
  if (takers === 0) return [];
  const taker = link.to % takers;
  const isNeed = taker < demand.length;
  const treated = isNeed ? undefined : treatments[taker - demand.length];
  const out = isOffer
    ? supply[giver]![1]
    : treatments[giver - supply.length]!.scale / treatments[giver - supply.length]!.made;
  const into = treated === undefined ? demand[taker]![1] : treated.scale;
  const ratio = kinds.ratios === 'any' ? link.ratio : kinds.ratios === 'agreeing' ? out / into : 1;
  return [
    {
      from: isOffer ? { kind: 'OFFER', at: giver } : { kind: 'TREATMENT', at: giver - supply.length },
      to: isNeed ? { kind: 'NEED', at: taker } : { kind: 'TREATMENT', at: taker - demand.length },
      value: link.value,
      money: drawn.objective === 'NOK' ? link.value : link.other,
      ratio,
      ...(kinds.hasCapacities === true && link.capacity !== null && { capacity: link.capacity }),
      ...(kinds.hasFixed === true && { fixed: link.fixed }),
      ...(kinds.hasLots === true && { least: link.least }),
    },
  ];
}
