/** What threads share of a table of ids. */
export interface IdTableParts {
  readonly words: Uint32Array;
  readonly places: Int32Array;
  readonly count: number;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const WORDS = 4;
/** By bytes: a table of all double bytes would push what the search works with out of the processor's cache. */
const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

/** UUIDs numbered in the order of their coming, in plain numbers, so that threads can share them: 16 bytes each. */
export class IdTable {
  private words = new Uint32Array(WORDS * 64);
  /** Open addressing with linear probing (Knuth, TAOCP 6.4, algorithm L); −1 is empty. */
  private places = new Int32Array(128).fill(-1);
  private readonly asked = new Uint32Array(WORDS);
  private count = 0;
  /** Rows of one listing, and listings of one firm, follow each other where a market is loaded. */
  private last: string | undefined;
  private lastNumber = -1;

  static over({ words, places, count }: IdTableParts): IdTable {
    const table = new IdTable();
    table.words = words as typeof table.words;
    table.places = places as typeof table.places;
    table.count = count;
    return table;
  }

  get size(): number {
    return this.count;
  }

  parts(): IdTableParts {
    return { words: this.words.subarray(0, this.count * WORDS), places: this.places, count: this.count };
  }

  /** Number of an id; −1 for one never added. */
  numberOf(id: string): number {
    this.read(id);
    return this.places[this.placeOf()] ?? -1;
  }

  /** Number of an id, a new one where it is new. */
  add(id: string): number {
    if (id === this.last) return this.lastNumber;
    const number = this.added(id);
    this.last = id;
    this.lastNumber = number;
    return number;
  }

  private added(id: string): number {
    this.read(id);
    const place = this.placeOf();
    const known = this.places[place] ?? -1;
    if (known >= 0) return known;
    if (this.words.length < (this.count + 1) * WORDS) this.grow();
    this.words.set(this.asked, this.count * WORDS);
    this.places[place] = this.count;
    this.count += 1;
    if (this.count * 2 > this.places.length) this.spread();
    return this.count - 1;
  }

  idOf(number: number): string {
    const at = number * WORDS;
    const [a, b, c, d] = [
      word(this.words, at),
      word(this.words, at + 1),
      word(this.words, at + 2),
      word(this.words, at + 3),
    ];
    return `${high(a)}${low(a)}-${high(b)}-${low(b)}-${high(c)}-${low(c)}${high(d)}${low(d)}`;
  }

  /** Below, at or above 0 as the first id stands before, at or behind the second in the order of their text. */
  compare(a: number, b: number): number {
    for (let at = 0; at < WORDS; at += 1) {
      const step = (this.words[a * WORDS + at] ?? 0) - (this.words[b * WORDS + at] ?? 0);
      if (step !== 0) return step;
    }
    return 0;
  }

  private read(id: string): void {
    if (!UUID.test(id)) throw new RangeError(`The kernel keeps UUIDs; "${id}" is none.`);
    this.asked[0] = hex(id, 0, 8);
    this.asked[1] = ((hex(id, 9, 13) << 16) | hex(id, 14, 18)) >>> 0;
    this.asked[2] = ((hex(id, 19, 23) << 16) | hex(id, 24, 28)) >>> 0;
    this.asked[3] = hex(id, 28, 36);
  }

  private placeOf(): number {
    const { asked, words, places } = this;
    const [a, b, c, d] = [word(asked, 0), word(asked, 1), word(asked, 2), word(asked, 3)];
    const mask = places.length - 1;
    for (let place = mixed(a, b, c, d) & mask; ; place = (place + 1) & mask) {
      const at = (places[place] ?? -1) * WORDS;
      if (at < 0) return place;
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) return place;
    }
  }

  private grow(): void {
    const wider = new Uint32Array(this.words.length * 2);
    wider.set(this.words);
    this.words = wider;
  }

  private spread(): void {
    const places = new Int32Array(this.places.length * 2).fill(-1);
    const mask = places.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      const at = number * WORDS;
      let place =
        mixed(
          word(this.words, at),
          word(this.words, at + 1),
          word(this.words, at + 2),
          word(this.words, at + 3),
        ) & mask;
      while ((places[place] ?? -1) >= 0) place = (place + 1) & mask;
      places[place] = number;
    }
    this.places = places;
  }
}

const word = (words: Uint32Array, at: number): number => words[at] ?? 0;

const high = (word: number): string => `${HEX[word >>> 24]}${HEX[(word >>> 16) & 0xff]}`;
const low = (word: number): string => `${HEX[(word >>> 8) & 0xff]}${HEX[word & 0xff]}`;

function hex(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    value = (value << 4) | (code < 58 ? code - 48 : (code | 32) - 87);
  }
  return value >>> 0;
}

/** Ids need not be random: those of a test differ in their last digits only. */
function mixed(a: number, b: number, c: number, d: number): number {
  let value = a ^ Math.imul(b, 0x9e3779b1) ^ Math.imul(c, 0x85ebca6b) ^ Math.imul(d, 0xc2b2ae35);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
