import type { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables that are set; an empty one counts as not set. */
export const setIn = (env: Environment): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(env).filter((one): one is [string, string] => one[1] !== undefined && one[1] !== ''),
  );

/** @throws Error that lists everything wrong at once, by the name of the variable */
export function readEnvironment<S extends z.ZodType>(schema: S, env: Environment): z.output<S> {
  const read = schema.safeParse(setIn(env));
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment cannot be used:\n${faults.join('\n')}`);
}
