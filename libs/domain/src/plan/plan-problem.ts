import { problem, type Problem } from '../problem.js';

/** What the plan makes as large as it can: net benefit in NOK, kg CO2e avoided, or tonnes kept in use. */
export type PlanObjective = 'NOK' | 'CO2E' | 'TONNES';

/** One end of a link: which offer, need or treatment, counted from 0 within its kind. */
export interface PlanEnd {
  readonly kind: 'OFFER' | 'NEED' | 'TREATMENT';
  readonly at: number;
}

/** A plant that makes of what offers give what needs can take. What nobody takes of its product costs nothing. */
export interface PlanTreatment {
  /** Most that comes in, in units of its intake; Infinity where nothing limits it. */
  readonly capacity: number;
  /** Units of product per unit of intake, above 0. */
  readonly yield: number;
  /** Objective per unit of intake, of either sign. */
  readonly value: number;
  /** NOK per unit of intake, of either sign: what treating costs is below 0. In a plan for NOK the same as `value`. */
  readonly money: number;
}

/** What may flow: offer → need, offer → treatment or treatment → need. */
export interface PlanLink {
  readonly from: PlanEnd;
  readonly to: PlanEnd;
  /** Objective per unit that leaves `from`. */
  readonly value: number;
  /** NOK per unit that leaves `from`, both sides together. In a plan for NOK the same as `value`. */
  readonly money: number;
  /** Units that count at `to` for one unit that leaves `from` (1 t of slag replaces 0.9 t of gravel: 0.9), above 0. */
  readonly ratio: number;
  /** Most that may leave `from` over this link; absent or Infinity where nothing limits it. */
  readonly capacity?: number;
  /** NOK once, when anything flows at all (a pipe, a permit); absent: 0. */
  readonly fixed?: number;
  /** Least that leaves `from` when anything flows (a lot), absent: 0. */
  readonly least?: number;
}

/** A plan's question in words of its own; amounts in the unit of the offer, need or treatment that they belong to. */
export interface PlanQuestion {
  readonly objective: PlanObjective;
  /** What each offer can give. */
  readonly supply: readonly number[];
  /** What each need can take. */
  readonly demand: readonly number[];
  readonly treatments: readonly PlanTreatment[];
  readonly links: readonly PlanLink[];
}

/**
 * The same question over typed arrays, as the solvers read it and as it is handed to a thread. Nodes are numbered
 * offers first, then needs, then treatments.
 */
export interface PlanProblem {
  readonly objective: PlanObjective;
  readonly supply: Float64Array;
  readonly demand: Float64Array;
  readonly treatments: PlanTreatments;
  readonly arcs: PlanArcs;
}

/** `PlanTreatment`, one array for each of its numbers. */
export interface PlanTreatments {
  readonly capacity: Float64Array;
  readonly yield: Float64Array;
  readonly value: Float64Array;
  readonly money: Float64Array;
}

/** `PlanLink`, one array for each of its numbers; `from` and `to` are numbers of nodes. */
export interface PlanArcs {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly value: Float64Array;
  readonly money: Float64Array;
  readonly ratio: Float64Array;
  readonly capacity: Float64Array;
  readonly fixed: Float64Array;
  readonly least: Float64Array;
}

/** A question that no plan can answer: which number is wrong, and what would be right. */
export class PlanProblemError extends Error {
  override readonly name = 'PlanProblemError';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' '));
  }
}

/**
 * A question as the solvers take it.
 *
 * @param question amounts at least 0 and finite, ratios and yields above 0, links between ends that there are
 * @returns arrays in the order of the question's lists
 * @throws PlanProblemError when a number is none that a plan can be made of
 * @example planProblem({ objective: 'NOK', supply: [10], demand: [4], treatments: [], links: [
 *   { from: { kind: 'OFFER', at: 0 }, to: { kind: 'NEED', at: 0 }, value: 5, money: 5, ratio: 1 },
 * ] }).arcs.to // Int32Array [1]
 */
export function planProblem(question: PlanQuestion): PlanProblem {
  const problems = problemsOf(question);
  if (problems.length > 0) throw new PlanProblemError(problems);
  const { links, treatments } = question;
  const numbers = (of: (link: PlanLink) => number): Float64Array => Float64Array.from(links, of);
  return {
    objective: question.objective,
    supply: Float64Array.from(question.supply),
    demand: Float64Array.from(question.demand),
    treatments: {
      capacity: Float64Array.from(treatments, (one) => one.capacity),
      yield: Float64Array.from(treatments, (one) => one.yield),
      value: Float64Array.from(treatments, (one) => one.value),
      money: Float64Array.from(treatments, (one) => one.money),
    },
    arcs: {
      from: Int32Array.from(links, (link) => nodeOf(question, link.from)),
      to: Int32Array.from(links, (link) => nodeOf(question, link.to)),
      value: numbers((link) => link.value),
      money: numbers((link) => link.money),
      ratio: numbers((link) => link.ratio),
      capacity: numbers((link) => link.capacity ?? Infinity),
      fixed: numbers((link) => link.fixed ?? 0),
      least: numbers((link) => link.least ?? 0),
    },
  };
}

const nodeOf = ({ supply, demand }: PlanQuestion, { kind, at }: PlanEnd): number => {
  if (kind === 'OFFER') return at;
  return supply.length + (kind === 'NEED' ? at : demand.length + at);
};

const AMOUNT = 'An amount is a number of at least 0.';
const RATE = 'This is a number above 0.';
const FINITE = 'This is a number.';

function problemsOf(question: PlanQuestion): readonly Problem[] {
  const amounts = (name: 'supply' | 'demand'): readonly Problem[] =>
    question[name].flatMap((amount, at) => (isAmount(amount) ? [] : [problem(`${name}.${at}`, AMOUNT)]));
  return [
    ...amounts('supply'),
    ...amounts('demand'),
    ...question.treatments.flatMap(problemsOfTreatment),
    ...question.links.flatMap((link, at) => problemsOfLink(question, link, `links.${at}`)),
  ];
}

const problemsOfTreatment = (treatment: PlanTreatment, at: number): readonly Problem[] => [
  ...unless(isLimit(treatment.capacity), `treatments.${at}.capacity`, AMOUNT),
  ...unless(isRate(treatment.yield), `treatments.${at}.yield`, RATE),
  ...unless(Number.isFinite(treatment.value), `treatments.${at}.value`, FINITE),
  ...unless(Number.isFinite(treatment.money), `treatments.${at}.money`, FINITE),
];

const problemsOfLink = (question: PlanQuestion, link: PlanLink, path: string): readonly Problem[] => [
  ...unless(
    goesOn(link),
    path,
    'A link goes from an offer or a treatment to a need, or from an offer to a treatment.',
  ),
  ...unless(isThere(question, link.from), `${path}.from`, 'This end is not in the question.'),
  ...unless(isThere(question, link.to), `${path}.to`, 'This end is not in the question.'),
  ...unless(Number.isFinite(link.value), `${path}.value`, FINITE),
  ...unless(Number.isFinite(link.money), `${path}.money`, FINITE),
  ...unless(isRate(link.ratio), `${path}.ratio`, RATE),
  ...unless(isLimit(link.capacity ?? Infinity), `${path}.capacity`, AMOUNT),
  ...unless(isAmount(link.fixed ?? 0), `${path}.fixed`, AMOUNT),
  ...unless(isAmount(link.least ?? 0), `${path}.least`, AMOUNT),
];

const unless = (isRight: boolean, path: string, message: string): readonly Problem[] =>
  isRight ? [] : [problem(path, message)];

const isAmount = (amount: number): boolean => Number.isFinite(amount) && amount >= 0;
const isLimit = (amount: number): boolean => amount >= 0;
const isRate = (rate: number): boolean => Number.isFinite(rate) && rate > 0;

const goesOn = ({ from, to }: PlanLink): boolean =>
  from.kind !== 'NEED' && to.kind !== 'OFFER' && !(from.kind === 'TREATMENT' && to.kind === 'TREATMENT');

const lists = { OFFER: 'supply', NEED: 'demand', TREATMENT: 'treatments' } as const;
const isThere = (question: PlanQuestion, { kind, at }: PlanEnd): boolean =>
  Number.isInteger(at) && at >= 0 && at < question[lists[kind]].length;
