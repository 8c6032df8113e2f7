/** Texts by id, with values in braces. */
export type Phrases = Readonly<Record<string, string>>;

/** What a value is called here, where the page knows better than the sentence: a material in the reader's language. */
export type KnownValues = Readonly<Record<string, string | undefined>>;

/** A sentence in the other language; undefined where the book does not hold it. */
export type Phrasebook = (sentence: string, known?: KnownValues) => string | undefined;

interface Phrase {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly worded: string;
  /** Only ever said inside of another one: "a to b" alone would be taken for too much. */
  readonly isPart: boolean;
}

const HOLE = /\{(\w+)\}/g;
const JOINT = /^(.*)(; |: )(.*?)$/su;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** A value holds no joint of sentences, so that a first sentence does not swallow the second. */
const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .split(HOLE)
      .map((piece, at) => (at % 2 === 0 ? literal(piece) : '((?:(?!; |: ).)+?)'))
      .join('')}$`,
    'u',
  );

/**
 * Reads the sentences that the rules say in one language and says them in another. Matches keep sentences only, so it is
 * from the sentence that code and values are read again; the one table holds both the code and the words, and a
 * sentence that it does not hold is left as it is.
 *
 * @param from sentences as they are said, by id; a value whose name ends in `Said` is a phrase of the book itself
 * @param to the same ids in the other language
 * @example phrasebook({ 'said.far': 'too far' }, { 'said.far': 'for langt' })('too far') // 'for langt'
 */
export function phrasebook(from: Phrases, to: Phrases): Phrasebook {
  const phrases = Object.entries(from)
    .sort(([, a], [, b]) => fixedPart(b) - fixedPart(a))
    .map(([id, text]) => phraseOf(id, text, to[id] ?? text));
  const whole = phrases.filter((one) => !one.isPart);
  const inside = (part: string, known: KnownValues): string => wordedBy(phrases, part, known) ?? plain(part);

  function wordedBy(book: readonly Phrase[], sentence: string, known: KnownValues): string | undefined {
    for (const { pattern, names, worded } of book) {
      const found = pattern.exec(sentence);
      if (found === null) continue;
      const values = new Map(names.map((name, at) => [name, found[at + 1] ?? '']));
      return worded.replace(HOLE, (_hole, name: string) => {
        const value = values.get(name) ?? '';
        return name.endsWith('Said') ? inside(value, known) : (known[name] ?? plain(value));
      });
    }
    return undefined;
  }

  /** A sentence as a whole, or two that are joined, each known. */
  function said(sentence: string, known: KnownValues): string | undefined {
    const one = wordedBy(whole, sentence, known);
    if (one !== undefined) return one;
    const [, first, joint, second] = JOINT.exec(sentence) ?? [];
    if (first === undefined || joint === undefined || second === undefined) return undefined;
    const [before, after] = [said(first, known), said(second, known)];
    return before === undefined || after === undefined ? undefined : `${before}${joint}${after}`;
  }

  return (sentence, known = {}) => {
    const worded = said(sentence, known);
    return worded === undefined ? undefined : beginningAs(sentence, worded);
  };
}

const fixedPart = (template: string): number => template.replace(HOLE, '').length;

const phraseOf = (id: string, text: string, worded: string): Phrase => ({
  pattern: patternOf(text),
  names: [...text.matchAll(HOLE)].map(([, name]) => name ?? ''),
  worded,
  isPart: id.startsWith('said.part.'),
});

/** Days and decimals as they are written in Norwegian. */
const plain = (value: string): string =>
  value
    .replace(/\b(\d{4})-(\d\d)-(\d\d)\b/gu, (_day, year: string, month: string, day: string) =>
      [Number(day), Number(month), year].join('.'),
    )
    .replace(/(?<![\d.])(\d+)\.(\d+)(?![\d.])/gu, '$1,$2');

/** A value may come to stand first. */
const beginningAs = (sentence: string, worded: string): string =>
  /^\p{Lu}/u.test(sentence) ? worded.charAt(0).toUpperCase() + worded.slice(1) : worded;
