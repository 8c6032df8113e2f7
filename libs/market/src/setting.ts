import {
  buildClassifier,
  dayInOslo,
  setInUse,
  SYSTEM,
  type Classifier,
  type DatedFactorSet,
  type Day,
  type Rules,
} from '#domain';
import type { Store, Tx } from '#store';
import { DATABASE_INDEX, type CandidateIndex } from './candidate-index.js';
import type { Router } from './router.js';

/** The only clock of the use cases: tests put their own in its place. */
export type Clock = () => Date;

/**
 * Whether a password is among the first that anybody would try.
 *
 * @param about what is known of the person
 */
type IsGuessable = (password: string, about: readonly string[]) => boolean;

/** What every use case works with: the store, the rules as loaded, the clock. */
export interface Setting {
  readonly store: Store;
  /** With the factor set of the day: another one from the midnight on that its day begins with. */
  readonly rules: Rules;
  readonly classifier: Classifier;
  readonly clock: Clock;
  /** Absent where none is configured: then the great circle and its detour say how far it is. */
  readonly router: Router | undefined;
  /** Where matching looks for candidates. */
  readonly index: CandidateIndex;
  /** Asked of passwords that people choose, where they choose any: in the api. */
  readonly isGuessable: IsGuessable;
  /** Whether webhooks may go in the clear, to the addresses that the operator lists. */
  readonly allowsHttpWebhooks: boolean;
}

export interface Options {
  readonly clock?: Clock | undefined;
  readonly router?: Router | undefined;
  /** The database where nothing is said. */
  readonly index?: CandidateIndex | undefined;
  readonly isGuessable?: IsGuessable | undefined;
  readonly allowsHttpWebhooks?: boolean | undefined;
}

export async function openSetting(
  store: Store,
  { clock, router, index, isGuessable, allowsHttpWebhooks }: Options = {},
): Promise<Setting> {
  const { sets, ...rest } = await store.read(SYSTEM, async (tx) => ({
    materials: await tx.reference.materials(),
    sets: await tx.reference.factorSets(),
    prices: await tx.reference.priceSet(),
    detours: await tx.reference.detours(),
  }));
  const now = clock ?? (() => new Date());
  const rules = rulesByDay(sets, rest, now);
  rules();
  return Object.freeze({
    store,
    get rules() {
      return rules();
    },
    classifier: buildClassifier(rest.materials.all),
    clock: now,
    router,
    index: index ?? DATABASE_INDEX,
    isGuessable: isGuessable ?? (() => false),
    allowsHttpWebhooks: allowsHttpWebhooks ?? false,
  });
}

const MINUTE_MS = 60_000;

/** Asked for every pair that is looked at: the calendar is asked once a minute. */
function rulesByDay(
  sets: readonly DatedFactorSet[],
  rest: Omit<Rules, 'factors'>,
  clock: Clock,
): () => Rules {
  const rulesOf = new Map(sets.map((factors) => [factors.id, Object.freeze({ ...rest, factors })]));
  let last: { readonly minute: number; readonly rules: Rules } | undefined;
  return () => {
    const now = clock();
    const minute = Math.floor(now.getTime() / MINUTE_MS);
    if (last?.minute !== minute) {
      const rules = rulesOf.get(setInUse(sets, dayInOslo(now))?.id ?? '');
      if (rules === undefined) throw new Error('No factor set is loaded: run the migrate step first.');
      last = { minute, rules };
    }
    return last.rules;
  };
}

/** The rules with the factor set of that name; without a name as they are. Undefined where there is none. */
export async function rulesUnder(
  tx: Tx,
  { rules }: Setting,
  factorSet: string | undefined,
): Promise<Rules | undefined> {
  if (factorSet === undefined || factorSet === rules.factors.id) return rules;
  const factors = (await tx.reference.factorSets()).find((one) => one.id === factorSet);
  return factors && { ...rules, factors };
}

export const today = ({ clock }: Setting): Day => dayInOslo(clock());
