import DataLoader from 'dataloader';

/**
 * Batches without a cache, one after the other: what is asked for while a batch is being read waits for it and makes the
 * next. So a batch grows with what there is to do, where otherwise small ones would wait for connections in their
 * hundreds; and nothing is answered that was read before it was asked for.
 *
 * @param most keys of one batch
 */
export function batches<K, V>(
  read: (keys: readonly K[]) => Promise<readonly V[]>,
  most = Infinity,
): DataLoader<K, V> {
  let underWay: Promise<unknown> = Promise.resolve();
  const next = (begin: () => void): void => void underWay.then(() => setImmediate(begin));
  return new DataLoader<K, V>(
    (keys) => {
      const answers = read(keys);
      underWay = answers.catch(() => undefined);
      return answers;
    },
    { cache: false, maxBatchSize: most, batchScheduleFn: next },
  );
}
