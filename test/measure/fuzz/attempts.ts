import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import type { Attempt } from './attempt.js';
import { brokenRequests, graphRequests } from './broken.js';
import { frames, subscribing } from './frames.js';
import type { Known } from './known.js';
import { Operations } from './operations.js';
import { signInRequests } from './sign-in.js';

/** Everything that may be sent, of a hundred: what is sound in form goes deepest, so it is most. */
export function attempts(schema: GraphQLSchema, known: Known): fc.Arbitrary<Attempt> {
  const operations = new Operations(schema, known);
  const [queries, mutations] = [operations.queries(), operations.mutations()];
  const either = fc.oneof(queries, mutations);
  return fc.oneof<fc.MaybeWeightedArbitrary<Attempt>[]>(
    { weight: 28, arbitrary: graphRequests(queries) },
    { weight: 32, arbitrary: graphRequests(mutations) },
    { weight: 20, arbitrary: brokenRequests(either) },
    { weight: 8, arbitrary: subscribing(operations.subscriptions(), either) },
    { weight: 4, arbitrary: frames(operations.subscriptions()) },
    { weight: 8, arbitrary: signInRequests(known) },
  );
}

/** The attempt of a number: the same for the same seed, however many come before it. */
export const attemptOf = (all: fc.Arbitrary<Attempt>, seed: number): Attempt =>
  fc.sample(all, { seed, numRuns: 1 })[0] as Attempt;

/**
 * The smallest attempt that is answered just as wrongly as that of the seed; undefined when it no longer is.
 *
 * @param isWrong sends an attempt and judges the answer
 */
export async function smallest(
  all: fc.Arbitrary<Attempt>,
  seed: number,
  isWrong: (attempt: Attempt) => Promise<boolean>,
): Promise<Attempt | undefined> {
  const rule = fc.asyncProperty(all, async (attempt) => !(await isWrong(attempt)));
  const { counterexample } = await fc.check(rule, { seed, numRuns: 1, interruptAfterTimeLimit: SHRINK_MS });
  return counterexample?.[0];
}

const SHRINK_MS = 15_000;
