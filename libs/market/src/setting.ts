import { buildClassifier, dayInOslo, SYSTEM, type Classifier, type Day, type Rules } from '#domain';
import type { Store } from '#store';

/** The only clock of the use cases: tests put their own in its place. */
export type Clock = () => Date;

/** What every use case works with: the store, the rules as loaded, the clock. */
export interface Setting {
  readonly store: Store;
  readonly rules: Rules;
  readonly classifier: Classifier;
  readonly clock: Clock;
}

export async function openSetting(store: Store, clock: Clock = () => new Date()): Promise<Setting> {
  const rules = await store.read(SYSTEM, async (tx) => ({
    materials: await tx.reference.materials(),
    factors: await tx.reference.factorSet(),
  }));
  return Object.freeze({ store, rules, classifier: buildClassifier(rules.materials.all), clock });
}

export const today = ({ clock }: Setting): Day => dayInOslo(clock());
