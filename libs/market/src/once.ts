import { createHash } from 'node:crypto';
import { problem, type Actor } from '#domain';
import type { Tx } from '#store';
import { done, invalid, type Outcome } from './outcome.js';

/** How a caller makes a retry safe: the same key with the same input gets the first answer again. */
export interface Once {
  readonly operation: string;
  readonly key: string | undefined;
  readonly input: unknown;
}

/**
 * Runs an effect once per caller and key. The answer is kept in the transaction of the effect, so a crash leaves
 * both or neither; a refused call leaves the key free.
 *
 * @param work returns ids only: what is kept is what a replay answers
 */
export async function once<T>(
  tx: Tx,
  actor: Actor,
  call: Once,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (call.key === undefined) return work();
  const fingerprint = createHash('sha256').update(JSON.stringify(call.input)).digest('hex');
  const kept = await tx.idempotency.take(actor.personId, call.key, call.operation, fingerprint);
  if (kept !== undefined) {
    return kept.operation === call.operation && kept.fingerprint === fingerprint
      ? done(kept.outcome as T)
      : invalid([
          problem(
            'input.idempotencyKey',
            'This key was used for another call; use a new one for other input.',
          ),
        ]);
  }
  const outcome = await work();
  if (outcome.ok) await tx.idempotency.keep(actor.personId, call.key, outcome.value);
  else await tx.idempotency.release(actor.personId, call.key);
  return outcome;
}
