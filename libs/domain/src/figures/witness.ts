/**
 * No firm's amount may be told closer than this part of it, by anybody who knows his own exchanges and every number
 * that is published (the p % rule, sdctools.github.io/HandbookSDC, ch. 4; the rule there protects single cells, here
 * it holds for all numbers together).
 */
export const PROTECTION = 0.2;

/** Below this part of its own length a vector counts as nothing: what is left of it is rounding. */
const NOTHING = 1e-9;

/** Exchanges whose amounts are secret, and what is known of them. */
export interface Secrets {
  /** Amount of each exchange, in one unit; of either sign, 0 for none. */
  readonly amounts: readonly number[];
  /** Giver and taker of each. */
  readonly parties: readonly (readonly [string, string])[];
}

/**
 * Whether published sums leave every firm's amount open. They do when a witness exists for each firm and for each
 * exchange: other amounts of the same sign that come to the very same sums, in which the one asked for is larger by
 * {@link PROTECTION}, and others in which it is smaller by as much. Each firm of the parcel is tried as the one who
 * asks; it knows its own exchanges.
 *
 * The direction of a witness is the projection of what is asked for onto everything that the sums leave free, so a
 * yes is certain and a no may be too careful.
 *
 * @param sums one row for each published sum: what each exchange contributes to it
 * @example leavesOpen([[40, 30, 50]], { amounts: [40, 30, 50], parties: [['a', 'b'], ['c', 'd'], ['e', 'f']] }) // true
 */
export function leavesOpen(sums: readonly (readonly number[])[], secrets: Secrets): boolean {
  const firms = [...new Set(secrets.parties.flat())];
  return [undefined, ...firms].every((asker) => isOpenTo(asker, sums, secrets));
}

function isOpenTo(
  asker: string | undefined,
  sums: readonly (readonly number[])[],
  { amounts, parties }: Secrets,
): boolean {
  const unknown = amounts.flatMap((_, at) =>
    asker !== undefined && parties[at]?.includes(asker) ? [] : [at],
  );
  const known = independent(sums.map((row) => unknown.map((at) => row[at] ?? 0)));
  return targetsAmong(unknown, amounts, parties).every((target) => isOpen(target, known));
}

type Vector = readonly number[];

/** What must stay open: each exchange, and what each firm gives and takes together. */
function targetsAmong(
  unknown: readonly number[],
  amounts: readonly number[],
  parties: Secrets['parties'],
): readonly Vector[] {
  const amountWhere = (asked: (at: number) => boolean): Vector =>
    unknown.map((at) => (asked(at) ? (amounts[at] ?? 0) : 0));
  const firms = new Set(unknown.flatMap((at) => parties[at] ?? []));
  return [
    ...unknown.map((one) => amountWhere((at) => at === one)),
    ...[...firms].map((firm) => amountWhere((at) => parties[at]?.includes(firm) ?? false)),
  ];
}

/** Whether the target can be moved both ways far enough without changing a known sum or the sign of any amount. */
function isOpen(target: Vector, known: readonly Vector[]): boolean {
  const amount = Math.abs(total(target));
  if (lengthOf(target) === 0) return true;
  const free = without(target, known);
  const moved = dot(free, free);
  if (moved <= (NOTHING * lengthOf(target)) ** 2) return false;
  const reach = (towards: 1 | -1): number =>
    moved * Math.min(...free.map((one) => (towards * one < 0 ? 1 / Math.abs(one) : Infinity)));
  return reach(1) >= PROTECTION * amount && reach(-1) >= PROTECTION * amount;
}

/** An orthonormal base of what the rows span (Gram and Schmidt, each projection done twice for its rounding). */
function independent(rows: readonly Vector[]): readonly Vector[] {
  const base: Vector[] = [];
  for (const row of rows) {
    const rest = without(without(row, base), base);
    const length = lengthOf(rest);
    if (length > NOTHING * lengthOf(row)) base.push(rest.map((one) => one / length));
  }
  return base;
}

const without = (vector: Vector, base: readonly Vector[]): Vector =>
  base.reduce<Vector>((left, one) => {
    const part = dot(left, one);
    return left.map((value, at) => value - part * (one[at] ?? 0));
  }, vector);

const dot = (a: Vector, b: Vector): number => a.reduce((sum, one, at) => sum + one * (b[at] ?? 0), 0);
const total = (vector: Vector): number => vector.reduce((sum, one) => sum + one, 0);
const lengthOf = (vector: Vector): number => Math.sqrt(dot(vector, vector));
