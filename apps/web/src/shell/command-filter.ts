/** 1 where every word of the search stands in the text, whatever the letters' size; else 0, as cmdk wants it. */
export function foundBy(search: string, text: string): 0 | 1 {
  const within = text.toLocaleLowerCase();
  const words = search.toLocaleLowerCase().split(/\s+/);
  return words.every((word) => within.includes(word)) ? 1 : 0;
}
