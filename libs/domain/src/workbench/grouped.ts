/**
 * Things with the same key together, groups and things in the order they come in; no group is empty.
 *
 * @example groupedBy([1, 2, 3], (one) => String(one % 2)) // [[1, 3], [2]]
 */
export function groupedBy<T>(
  things: readonly T[],
  keyOf: (one: T) => string,
): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of things) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** Codes and names in the order of their letters, wherever the program runs. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
