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
export interface MovedBy {
  readonly factor: string;
  /** That the factor is stated in. */
  readonly unit: string;
  /** Undefined where the set lacks it: it counted as nothing. */
  readonly before: Decimal | undefined;
  readonly after: Decimal | undefined;
  readonly effect: Decimal;
  /** Entries that it moves. */
  readonly entryCount: number;
}

/** Net CO2e avoided by the same entries under two factor sets, and which factors make the difference. */
export interface Moved {
  readonly before: Decimal;
  readonly after: Decimal;
  /** Entries that count in the period. */
  readonly counted: readonly NewEntry[];
  readonly because: readonly MovedBy[];
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
  const net = (entry: NewEntry, factors: FactorSet): Decimal | undefined =>
    countedIn([entry], entry.basis, span, { ...rules, factors })[0]?.effects.net;
  const counted = entries.flatMap((entry) => {
    const { asked, factors } = traced(from);
    const before = net(entry, factors);
    return before === undefined ? [] : [{ entry, before, asked }];
  });
  const because = changedKeys(from, to).map((key) => {
    const changed = withOne(from, to, key);
    const effects = counted
      .filter(({ asked }) => asked.has(key))
      .map(({ entry, before }) => sum([net(entry, changed), before.negated()]))
      .filter((effect) => !effect.isZero());
    const [before, after] = [from.get(key), to.get(key)];
    return {
      factor: key,
      unit: (after ?? before)?.unit ?? '',
      before: before?.value,
      after: after?.value,
      effect: sum(effects),
      entryCount: effects.length,
    };
  });
  return {
    before: sum(counted.map((one) => one.before)),
    after: sum(counted.map(({ entry }) => net(entry, to))),
    counted: counted.map((one) => one.entry),
    because: because.filter((one) => one.entryCount > 0),
  };
}

const sum = (amounts: readonly (Decimal | undefined)[]): Decimal =>
  amounts.reduce<Decimal>((total, one) => total.plus(one ?? 0), new Decimal(0));

/** The same set, which notes what it is asked for: an entry is reckoned anew only for keys that it rests on. */
function traced(set: FactorSet): { readonly asked: ReadonlySet<string>; readonly factors: FactorSet } {
  const asked = new Set<string>();
  const get: FactorSet['get'] = (key) => set.get(asked.add(key) && key);
  return { asked, factors: { ...set, get } };
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
