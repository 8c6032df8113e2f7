/** A check that is passed answers 'ok', any other in a few words why not. */
export type Check = () => string | Promise<string>;

export interface HealthState {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, string>>;
}

/** What a program is asked by whoever gives it work: may it be given any? */
export type Health = () => Promise<HealthState>;

const LONGEST_MS = 3000;

/**
 * Asks every check; one that fails or takes more than three seconds is not passed. Who asks while a round is under way
 * gets its answer: asking more often costs nothing more.
 */
export function healthOf(checks: Readonly<Record<string, Check>>): Health {
  let underWay: Promise<HealthState> | undefined;
  const ask = async (): Promise<HealthState> => {
    const names = Object.keys(checks);
    const answers = await Promise.all(names.map((name) => answerOf(checks[name] as Check)));
    const told = Object.fromEntries(names.map((name, index) => [name, answers[index] ?? '']));
    return { ready: answers.every((one) => one === 'ok'), checks: told };
  };
  return () => (underWay ??= ask().finally(() => (underWay = undefined)));
}

function answerOf(check: Check): Promise<string> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('does not answer'), LONGEST_MS);
    void Promise.resolve()
      .then(check)
      .catch(() => 'does not answer')
      .then((answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
  });
}
