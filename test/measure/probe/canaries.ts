import type { DisclosureGroup } from '#domain';

/** To whom the oracle allows a value. Whatever has no other group is `never`. */
export type CanaryGroup =
  /** To whom a listing that it belongs to is disclosed, in all the groups that it needs. */
  | 'listing'
  /** That the listing exists: its id. */
  | 'existence'
  /** Of its owner's people alone. */
  | 'own'
  /** Of the two firms of a match. */
  | 'deal'
  /** Of the two firms of a match, and of the staff of their clusters, who follow what becomes of it. */
  | 'followed'
  /** As deal, and in the exact figures of their clusters. */
  | 'dealAmount'
  /** In the exact figures of the firms' clusters only. */
  | 'figures'
  /**
   * What one side of a match knows of it from its own listing; of the other side once so much is disclosed to it, and of
   * staff of its cluster as far as they see the listing.
   */
  | 'view'
  /** Of the person alone. */
  | 'person'
  /** Of whoever says who takes part in the firm or cluster. */
  | 'managed'
  | 'never';

/** One value that must not turn up where its group does not let it. */
export interface Canary {
  /** `table.column`. */
  readonly where: string;
  readonly group: CanaryGroup;
  /** For listing and view: what must be disclosed for it to be shown. */
  readonly needs: readonly DisclosureGroup[];
  readonly needle: Needle;
  /** Listings that may show it, by id; for listing, view and existence. */
  readonly listingIds: readonly string[];
  /** Firms that it belongs to; for own, deal, dealAmount, figures and view. */
  readonly firmIds: readonly string[];
  /** Firms and clusters whose people it is about; for managed. */
  readonly placeIds: readonly string[];
  readonly personId?: string | undefined;
}

export type Needle =
  | { readonly kind: 'text'; readonly forms: readonly string[] }
  /** Significant digits only: a number is the same canary in every unit that is a power of ten away. */
  | { readonly kind: 'number'; readonly mantissa: number };

/** Fewer digits than these could turn up by chance. */
const FEWEST_DIGITS = 8;
/** Closer than this is the same number with the noise of a float; a rounded one is farther off. */
const NOISE = 1e-12;

/** Every number as people or programs may write it; looked for at each place, so that a list does not hide one. */
const WRITTEN: readonly RegExp[] = [
  /(?<![\d.,])\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi,
  /(?<!\d)(?=(\d+\.\d+))/g,
  /(?<!\d)(?=(\d+,\d+))/g,
  /(?<!\d)(?=(\d{1,3}(?:[ \u00a0\u2009\u202f.,'’_]\d{3}(?!\d))+(?:[.,]\d+)?))/g,
];

/**
 * The significant digits of a number as 0.1 to 1, whatever its unit's power of ten, its sign and its separators;
 * undefined where they are too few to be told from chance.
 */
export function mantissaOf(written: string): number | undefined {
  const digits = written
    .toLowerCase()
    .replace(/e.*$/, '')
    .replaceAll(/\D/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '');
  return digits.length < FEWEST_DIGITS ? undefined : Number(`0.${digits}`);
}

const isSame = (one: number | undefined, other: number): boolean =>
  one !== undefined && Math.abs(one - other) <= other * NOISE;

/** What the mint makes and what the database numbers things with: found by their form, so that many cost no more than one. */
const WORDS = /zq[a-z0-9]{10,}|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g;

/** Searches texts for canaries: words in any case and inside base64, numbers in any formatting. */
export class CanarySearch<C extends Pick<Canary, 'needle'> = Canary> {
  private readonly words = new Map<string, C[]>();
  private readonly forms = new Map<string, C[]>();
  private readonly numbers: { readonly mantissa: number; readonly canary: C }[] = [];

  constructor(canaries: readonly C[]) {
    for (const canary of canaries) {
      const { needle } = canary;
      if (needle.kind === 'number') this.numbers.push({ mantissa: needle.mantissa, canary });
      else for (const form of needle.forms) this.addText(form.toLowerCase(), canary);
    }
    this.numbers.sort((one, other) => one.mantissa - other.mantissa);
  }

  /** Each canary that the text holds, once. */
  in(text: string): readonly C[] {
    const whole = [text.toLowerCase(), ...decodedParts(text)].join('\n');
    const words = [...whole.matchAll(WORDS)].flatMap(([word]) => this.words.get(word) ?? []);
    const forms = [...this.forms].flatMap(([form, canaries]) => (holds(whole, form) ? canaries : []));
    const numbers = mantissasIn(whole).flatMap((mantissa) => this.numbersLike(mantissa));
    return [...new Set([...words, ...forms, ...numbers])];
  }

  private addText(form: string, canary: C): void {
    const texts = form.replace(WORDS, '') === '' ? this.words : this.forms;
    texts.set(form, [...(texts.get(form) ?? []), canary]);
  }

  private numbersLike(mantissa: number): readonly C[] {
    let [low, high] = [0, this.numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.numbers[middle]?.mantissa ?? 1) < mantissa * (1 - NOISE)) low = middle + 1;
      else high = middle;
    }
    const found: C[] = [];
    for (let at = low; isSame(this.numbers[at]?.mantissa, mantissa); at += 1)
      found.push(...this.numbers.slice(at, at + 1).map(({ canary }) => canary));
    return found;
  }
}

/** A short form must stand alone, or it would be found inside ids. */
const SHORT = 9;

function holds(text: string, form: string): boolean {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    if (form.length > SHORT) return true;
    const [before, after] = [text[at - 1] ?? ' ', text[at + form.length] ?? ' '];
    if (!/[\da-z]/.test(before) && !/[\da-z]/.test(after)) return true;
  }
  return false;
}

/** Cursors and tokens hide text from a plain search; what decodes to readable text is searched too. */
const decodedParts = (text: string): readonly string[] =>
  [...text.matchAll(/[\w+/=-]{16,}/g)]
    .map(([part]) => Buffer.from(part, 'base64').toString('utf8').toLowerCase())
    .filter((decoded) => /^[\u0020-\u007e\u00a0-\u017f]+$/.test(decoded));

function mantissasIn(text: string): readonly number[] {
  const found = new Set<number>();
  for (const pattern of WRITTEN) {
    for (const match of text.matchAll(pattern)) {
      const mantissa = mantissaOf(match[1] ?? match[0]);
      if (mantissa !== undefined) found.add(mantissa);
    }
  }
  return [...found];
}
