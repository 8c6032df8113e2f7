import { buildClassifier, dayInOslo, SYSTEM, type Classifier, type Day, type Rules } from '#domain';
import type { Store } from '#store';
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
  readonly rules: Rules;
  readonly classifier: Classifier;
  readonly clock: Clock;
  /** Absent where none is configured: then the great circle and its detour say how far it is. */
  readonly router: Router | undefined;
  /** Asked of passwords that people choose, where they choose any: in the api. */
  readonly isGuessable: IsGuessable;
  /** Whether webhooks may go in the clear, to the addresses that the operator lists. */
  readonly allowsHttpWebhooks: boolean;
}

export interface Options {
  readonly clock?: Clock | undefined;
  readonly router?: Router | undefined;
  readonly isGuessable?: IsGuessable | undefined;
  readonly allowsHttpWebhooks?: boolean | undefined;
}

export async function openSetting(
  store: Store,
  { clock, router, isGuessable, allowsHttpWebhooks }: Options = {},
): Promise<Setting> {
  const rules = await store.read(SYSTEM, async (tx) => ({
    materials: await tx.reference.materials(),
    factors: await tx.reference.factorSet(),
    prices: await tx.reference.priceSet(),
    detours: await tx.reference.detours(),
  }));
  return Object.freeze({
    store,
    rules,
    classifier: buildClassifier(rules.materials.all),
    clock: clock ?? (() => new Date()),
    router,
    isGuessable: isGuessable ?? (() => false),
    allowsHttpWebhooks: allowsHttpWebhooks ?? false,
  });
}

export const today = ({ clock }: Setting): Day => dayInOslo(clock());
