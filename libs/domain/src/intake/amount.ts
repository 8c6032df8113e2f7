import { Decimal, plain } from '../quantity/decimal.js';
import type { Cell } from './columns.js';

/** What stands between whole and parts: 12,5 or 12.5. */
export type DecimalMark = 'COMMA' | 'POINT';

/** What is known of how a column writes its numbers. */
export interface NumberStyle {
  /** Said by a person: what is written otherwise is wrong then. */
  readonly chosen?: DecimalMark | undefined;
  /** Marks that some cell of the column shows to be decimal ones, see {@link decimalMarkIn}. */
  readonly seen: readonly DecimalMark[];
  /** What separates the columns of a text file: a mark that is used for that is no decimal one. */
  readonly delimiter?: string | undefined;
}

/** A number as written, with whatever unit stands behind it; or what is wrong with it. */
export type ReadAmount =
  { readonly value: Decimal; readonly unit: string | undefined } | { readonly wrong: string };

/** No stream on Earth needs more. */
const MOST_DIGITS = 30;
/** No number is written longer; a text without end would keep the pattern busy. */
const MOST_CHARACTERS = 60;
const BLANKS = /[\s'’]/gu;
const NUMBER = /^([+-]?[\d.,\s'’]*\d[.,]?)\s*(\p{L}[\p{L}\p{N}³]*)?\.?$/u;
const SIGN_OF: Readonly<Record<DecimalMark, string>> = Object.freeze({ COMMA: ',', POINT: '.' });

const numberIn = (text: string): RegExpExecArray | null =>
  text.length > MOST_CHARACTERS ? null : NUMBER.exec(text.trim());

interface Split {
  readonly sign: string;
  readonly whole: string;
  readonly parts: string;
  /** The mark between them; absent where the number is whole. */
  readonly mark?: DecimalMark;
  /** Three digits behind a single mark, one to three before it: thousands would look the same. */
  readonly open: boolean;
}

/**
 * The decimal mark that a cell shows beyond doubt, or undefined where it shows none.
 *
 * @example decimalMarkIn('1.234,5') // 'COMMA'
 */
export function decimalMarkIn(cell: Cell): DecimalMark | undefined {
  const split = typeof cell === 'string' ? splitOf(numberIn(cell)?.[1] ?? '') : undefined;
  if (split === undefined || split.open) return undefined;
  if (split.mark !== undefined) return split.mark;
  // Several groups of thousands leave only the other mark to be the decimal one.
  const groups = typeof cell === 'string' ? /\d([.,])\d{3}\1\d{3}/.exec(cell)?.[1] : undefined;
  if (groups === undefined) return undefined;
  return groups === '.' ? 'COMMA' : 'POINT';
}

/**
 * A number as Norwegians and others write it. Blanks and apostrophes part thousands, always in threes. Of comma and
 * point together the last is the decimal mark; one that comes twice parts thousands. A single one is the decimal mark,
 * unless exactly three digits follow it and one to three stand before it, the first no zero: "1,234" may be either.
 * Then decides, in this order: what was chosen; what the other cells of the column show, if they agree; a comma in a
 * file that is parted by semicolons, or a point in one parted by commas, is decimal. What is open then is not guessed.
 *
 * @param cell text, or the number that a spreadsheet keeps, which is exact to 15 digits
 * @returns the number and the unit behind it as written, or what is wrong and what would be right
 * @example readAmount('1 234,5 kg', { seen: [] }) // { value: 1234.5, unit: 'kg' }
 */
export function readAmount(cell: Cell, style: NumberStyle): ReadAmount {
  if (typeof cell === 'number') {
    if (!(Math.abs(cell) < 1e15)) return { wrong: 'A number of at most 15 digits.' };
    return { value: new Decimal(cell).toSignificantDigits(15), unit: undefined };
  }
  const match = numberIn(cell);
  const split = splitOf(match?.[1] ?? '');
  if (split === undefined || split.whole.length + split.parts.length > MOST_DIGITS) {
    return { wrong: 'This is no number; write 12.5, 12,5 or 1 234,5.' };
  }
  const settled = settledBy(split, style);
  return 'wrong' in settled ? settled : { value: decimalOf(settled), unit: match?.[2] };
}

/** The number with its mark decided upon. */
function settledBy(split: Split, style: NumberStyle): Split | { readonly wrong: string } {
  if (split.mark === undefined) return split;
  const isDecimal = split.open ? markIsDecimal(split.mark, style) : true;
  if (isDecimal === undefined) {
    const [asDecimal, asWhole] = [split, thousands(split)].map((one) => plain(decimalOf(one)));
    return {
      wrong: `This may be ${asDecimal} or ${asWhole}: say whether the comma or the point is decimal.`,
    };
  }
  if (!isDecimal) return thousands(split);
  const { chosen } = style;
  if (chosen === undefined || chosen === split.mark) return split;
  return { wrong: `Written with "${SIGN_OF[split.mark]}", and "${SIGN_OF[chosen]}" was said to be decimal.` };
}

function markIsDecimal(mark: DecimalMark, { chosen, seen, delimiter }: NumberStyle): boolean | undefined {
  const decided = chosen ?? (seen.length === 1 ? seen[0] : undefined);
  if (decided !== undefined) return decided === mark;
  if (seen.length > 1) return undefined;
  return (delimiter === ';' && mark === 'COMMA') || (delimiter === ',' && mark === 'POINT')
    ? true
    : undefined;
}

const thousands = ({ sign, whole, parts }: Split): Split => ({
  sign,
  whole: whole + parts,
  parts: '',
  open: false,
});

const decimalOf = ({ sign, whole, parts }: Split): Decimal =>
  new Decimal(`${sign === '-' ? '-' : ''}${whole === '' ? '0' : whole}${parts === '' ? '' : `.${parts}`}`);

/** Undefined where marks or blanks stand where no number has them. */
function splitOf(text: string): Split | undefined {
  const [, sign = '', digits = ''] = /^([+-]?)\s*(.*)$/u.exec(text) ?? [];
  const tight = digits.replaceAll(BLANKS, '');
  const hasBlanks = tight !== digits;
  if (hasBlanks && !/^\d{1,3}([\s'’]\d{3})+([.,]\d+)?$/u.test(digits)) return undefined;
  const last = Math.max(tight.lastIndexOf(','), tight.lastIndexOf('.'));
  if (last >= 0) return atMark(sign, tight, last, hasBlanks);
  return /^\d+$/.test(tight) ? { sign, whole: tight, parts: '', open: false } : undefined;
}

/** @param last where the last mark stands */
function atMark(sign: string, digits: string, last: number, hasBlanks: boolean): Split | undefined {
  const [before, parts] = [digits.slice(0, last), digits.slice(last + 1)];
  const mark = digits[last] === ',' ? 'COMMA' : 'POINT';
  const [own, other] = mark === 'COMMA' ? [',', '.'] : ['.', ','];
  if (before.includes(own)) {
    const isGrouped = inThrees(digits, own);
    return isGrouped ? { sign, whole: digits.replaceAll(own, ''), parts: '', open: false } : undefined;
  }
  if (parts === '' || (before.includes(other) && !inThrees(before, other))) return undefined;
  const open = !hasBlanks && parts.length === 3 && /^[1-9]\d{0,2}$/.test(before);
  return { sign, whole: before.replaceAll(other, ''), parts, mark, open };
}

const inThrees = (digits: string, separator: string): boolean =>
  digits.split(separator).every((group, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
