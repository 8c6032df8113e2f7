/** What was wrong with one field of an input, and what would be right. */
export interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

/**
 * A problem at a dotted path.
 *
 * @example problem('input.title', 'Name the stream.').path // ['input', 'title']
 */
export const problem = (path: string, message: string): Problem =>
  Object.freeze({ path: path.split('.'), message });

/** For `switch` and ternaries over unions: reaching it is a programming error, found by the compiler first. */
export function assertNever(value: never): never {
  throw new Error(`Not one of the known cases: ${JSON.stringify(value)}`);
}
