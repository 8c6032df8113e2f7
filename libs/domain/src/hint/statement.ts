import { isOrgNumber } from '../access/scrub.js';
import type { Side } from '../listing/listing.js';
import { isMailAddress } from '../mail/mail.js';

/** What somebody other than a firm says of the firm: that it has or wants something, and where that is known from. */
export interface HintStatement {
  readonly firmName: string;
  /** Nine digits without blanks. */
  readonly orgNumber?: string | undefined;
  /** Name or number, as written. */
  readonly municipality?: string | undefined;
  readonly siteName?: string | undefined;
  readonly side: Side;
  readonly materialText: string;
  /** In the words of the source: nobody reckons with it. */
  readonly amountText?: string | undefined;
  readonly source: string;
  /** To send the invitation to, and for nothing else. */
  readonly contactEmail?: string | undefined;
}

export type HintField = Exclude<keyof HintStatement, 'side'>;

/** Letters at most: a hint is a line, and no file on a firm. */
const MOST: Readonly<Record<HintField, number>> = Object.freeze({
  firmName: 120,
  orgNumber: 20,
  municipality: 80,
  siteName: 120,
  materialText: 300,
  amountText: 100,
  source: 200,
  contactEmail: 254,
});
const NEEDED: Readonly<Partial<Record<HintField, string>>> = Object.freeze({
  firmName: 'Name the firm.',
  materialText: 'Say in a few words what it has or wants.',
  source: 'Say where this is known from.',
});
/** What spreadsheets take for a formula when they open a text: CWE-1236. */
const FORMULA = /^[=+\-@\t\r]/;
const UNSEEN = /[\p{Cc}\p{Cf}]/u;

/**
 * What is wrong with one text of a hint and what would be right, or undefined.
 *
 * @param text without blanks around it; undefined where nothing is said
 * @example hintProblem('orgNumber', '123456789') // 'Nine digits of which …'
 */
export function hintProblem(field: HintField, text: string | undefined): string | undefined {
  if (text === undefined || text === '') return NEEDED[field];
  if (text.length > MOST[field]) return `At most ${MOST[field]} characters.`;
  if (UNSEEN.test(text)) return 'Holds characters that nobody sees; type it again, on one line.';
  if (FORMULA.test(text)) return 'Begins with = + - @, as a formula does; write it in words.';
  if (field === 'orgNumber' && !isOrgNumber(text))
    return 'Nine digits of which the last is the check digit (modulus 11).';
  return field === 'contactEmail' && !isMailAddress(text)
    ? 'Write an e-mail address, such as kari@firma.no.'
    : undefined;
}

/**
 * By what a hint is known again, so that the same list changes nothing twice: the firm (its number, else its name and
 * place), the side, the words for the material, and the meeting it was said at. Capitals and blanks make no difference;
 * neither do amount, source and address, which are said otherwise each time.
 *
 * @param workshopId of the meeting, where it was said at one
 * @example hintKey({ firmName: 'Granvåk  AS', side: 'OFFER', materialText: 'Flis', source: 'x' }) === hintKey({ firmName: 'granvåk as', side: 'OFFER', materialText: 'flis', source: 'y' }) // true
 */
export const hintKey = (hint: HintStatement, workshopId = ''): string =>
  JSON.stringify([
    workshopId,
    hint.orgNumber ?? [hint.firmName, hint.municipality ?? ''].map(folded),
    folded(hint.siteName ?? ''),
    hint.side,
    folded(hint.materialText),
  ]);

const folded = (text: string): string => text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
