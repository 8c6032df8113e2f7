import {
  buildFactorSet,
  countedIn,
  Decimal,
  type DaySpan,
  type FactorSet,
  type NewEntry,
  type Rules,
} from '#domain';

/** What another value of one factor does to a figure, kg CO2e. */
interface Reason {
  readonly factor: string;
  /** Undefined where the set lacks it: it counted as nothing. */
  readonly before: Decimal | undefined;
  readonly after: Decimal | undefined;
  readonly effect: Decimal;
}

/** Net CO2e avoided by the same entries under two factor sets, and which factors make the difference. */
export interface Moved {
  readonly before: Decimal;
  readonly after: Decimal;
  readonly because: readonly Reason[];
}

/**
 * What moves, and why. Nothing but CO2e is reckoned with factors, and it is a sum in which each of them stands once: so
 * the effects of the factors that changed, each changed alone, add up to the whole difference.
 */
export function movedBetween(
  entries: readonly NewEntry[],
  span: DaySpan,
  rules: Rules,
  { from, to }: { readonly from: FactorSet; readonly to: FactorSet },
): Moved {
  const net = (factors: FactorSet): Decimal =>
    entries
      .flatMap((entry) => countedIn([entry], entry.basis, span, { ...rules, factors }))
      .reduce((sum, one) => sum.plus(one.effects.net), new Decimal(0));
  const before = net(from);
  const because = changedKeys(from, to).map((key) => ({
    factor: key,
    before: from.get(key)?.value,
    after: to.get(key)?.value,
    effect: net(withOne(from, to, key)).minus(before),
  }));
  return { before, after: net(to), because: because.filter(({ effect }) => !effect.isZero()) };
}

const changedKeys = (from: FactorSet, to: FactorSet): readonly string[] =>
  [...new Set([...from.all, ...to.all].map((one) => one.key))]
    .filter((key) => from.get(key)?.value.toFixed() !== to.get(key)?.value.toFixed())
    .sort();

/** The old set with one factor of the new one. */
function withOne(from: FactorSet, to: FactorSet, key: string): FactorSet {
  const changed = to.get(key);
  const rest = from.all.filter((one) => one.key !== key);
  return buildFactorSet(
    `${from.id} with ${key} of ${to.id}`,
    changed === undefined ? rest : [...rest, changed],
  );
}
