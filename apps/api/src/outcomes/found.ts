/** What a use case has just written must be readable by who wrote it; anything else is a fault of ours. */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The ${what} just written or pointed at cannot be read.`);
  return value;
}
