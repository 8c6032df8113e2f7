/** What happens at the same time: enough to keep the database busy on two cores. */
const AT_ONCE = 4;

/** Does the work for each, several at a time; answers in the order asked. */
export async function inParallel<T, R>(
  all: readonly T[],
  work: (one: T) => Promise<R>,
  atOnce = AT_ONCE,
): Promise<R[]> {
  const answers = new Array<R>(all.length);
  const waiting = [...all.entries()];
  const runner = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      answers[next[0]] = await work(next[1]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  return answers;
}
