import type { ExecutionResult } from 'graphql';

type Results = AsyncIterableIterator<ExecutionResult>;

/**
 * What a subscription gives, with its end noticed however it comes.
 *
 * @param onEnd hears once; what it throws of an error, the library sends to the client as the end of the subscription
 */
export function followed(results: Results, onEnd: (error?: Error) => void): Results {
  let isOver = false;
  const over = (error?: Error): void => {
    if (!isOver) onEnd(error);
    isOver = true;
  };
  const watched = async (step: Promise<IteratorResult<ExecutionResult>>): ReturnType<Results['next']> => {
    try {
      const result = await step;
      if (result.done === true) over();
      return result;
    } catch (error) {
      over(error instanceof Error ? error : new Error(String(error)));
      return { value: undefined, done: true };
    }
  };
  return {
    next: () => watched(results.next()),
    return: (value?: unknown) => {
      over();
      return watched(results.return?.(value) ?? Promise.resolve({ value: undefined, done: true }));
    },
    throw: (error: unknown) => {
      over();
      return watched(results.throw?.(error) ?? Promise.resolve({ value: undefined, done: true }));
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

export const isResults = (result: unknown): result is Results =>
  typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
