/**
 * What gives one thing after the other until it is over.
 *
 * @param end lets go of what it comes from: when nobody wants more, and when the next cannot be had
 */
export function iterating<T>(
  next: () => Promise<IteratorResult<T>>,
  end: () => Promise<unknown>,
): AsyncIterableIterator<T> {
  const over = async (): Promise<IteratorResult<T>> => {
    await end();
    return { value: undefined, done: true };
  };
  return {
    next: () =>
      next().catch(async (error: unknown) => {
        await end();
        throw error;
      }),
    return: over,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
