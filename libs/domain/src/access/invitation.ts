import { isMailAddress } from '../mail/mail.js';
import { problem, type Problem } from '../problem.js';
import { isOrgNumber } from './scrub.js';

/** How long an invitation may be accepted, hours: a week of holidays is not to end it. */
export const INVITATION_HOURS = 7 * 24;
/** How long the link to an installation's first account may be used, hours. */
export const FIRST_LINK_HOURS = 24;

const MOST_NAME = 120;
/**
 * NIST SP 800-63B-4, 3.1.1.2, asks for 15 where a password stands alone, and for no rules about signs; 12 was judged what
 * people here bear.
 */
export const PASSWORD_LETTERS = Object.freeze({ least: 12, most: 128 });

/**
 * An e-mail address as it is kept and compared: without blanks around it, in small letters.
 *
 * @example emailOf(' Kari@Firma.no ') // 'kari@firma.no'
 */
export const emailOf = (text: string): string => text.trim().toLowerCase();

/**
 * What is wrong with an e-mail address, at a path.
 *
 * @param email as {@link emailOf} gives it
 * @example emailProblems('kari', 'email').map((one) => one.path) // [['email']]
 */
export const emailProblems = (email: string, path: string): readonly Problem[] =>
  isMailAddress(email) ? [] : [problem(path, 'Write an e-mail address, such as kari@firma.no.')];

/**
 * What is wrong with a name of a person, firm, cluster, site or key, at a path.
 *
 * @example nameProblems(' ', 'name').map((one) => one.path) // [['name']]
 */
export const nameProblems = (name: string, path: string): readonly Problem[] =>
  name.trim().length > 0 && name.length <= MOST_NAME && !/\p{Cc}/u.test(name)
    ? []
    : [problem(path, `Write a name of 1 to ${MOST_NAME} letters on one line.`)];

/**
 * What is wrong with a new password, at a path: its length, or that it is soon guessed. Nothing is asked of its letters
 * (OWASP ASVS 5.0, 6.2.1, 6.2.4, 6.2.5).
 *
 * @param isGuessable whether it would be among the first to be tried
 * @example passwordProblems('short', 'password').map((one) => one.path) // [['password']]
 */
export function passwordProblems(
  password: string,
  path: string,
  isGuessable: (password: string) => boolean,
): readonly Problem[] {
  if (password.length < PASSWORD_LETTERS.least || password.length > PASSWORD_LETTERS.most)
    return [problem(path, `Take ${PASSWORD_LETTERS.least} to ${PASSWORD_LETTERS.most} letters.`)];
  return isGuessable(password) ? [problem(path, GUESSABLE_PASSWORD)] : [];
}

/** What whoever chose such a one is told. */
export const GUESSABLE_PASSWORD =
  'This one is soon guessed: take some words that do not belong together, and leave out your name.';

/** A firm that is asked to take part, as far as words can be wrong: whether codes are known, the store says. */
export interface FirmDraft {
  readonly name: string;
  readonly orgNumber: string;
  /** NACE Rev. 2 class, such as 16.10. */
  readonly naceCode: string;
  readonly siteName: string;
}

/**
 * What is wrong with a firm's draft, each below `input`.
 *
 * @example firmDraftProblems({ name: 'A', orgNumber: '123', naceCode: '16.10', siteName: 'B' }).map((one) => one.path) // [['input', 'orgNumber']]
 */
export function firmDraftProblems({ name, orgNumber, naceCode, siteName }: FirmDraft): readonly Problem[] {
  return [
    ...nameProblems(name, 'input.name'),
    ...(isOrgNumber(orgNumber)
      ? []
      : [problem('input.orgNumber', 'Nine digits of which the last is the check digit (modulus 11).')]),
    ...(/^\d{2}\.\d{1,2}$/.test(naceCode)
      ? []
      : [problem('input.naceCode', 'A NACE Rev. 2 group or class, such as 16.10.')]),
    ...nameProblems(siteName, 'input.siteName'),
  ];
}

/**
 * What is wrong with the short name of a cluster, which stands in addresses.
 *
 * @example slugProblems('Green Heart', 'slug').map((one) => one.path) // [['slug']]
 */
export const slugProblems = (slug: string, path: string): readonly Problem[] =>
  /^[a-z][a-z0-9-]{1,39}$/.test(slug)
    ? []
    : [problem(path, 'Take 2 to 40 small letters, digits and dashes, a letter first.')];

/** What is known of an invitation that says whether it can be accepted. */
export interface InvitationTerm {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

export type InvitationState = 'OPEN' | 'ACCEPTED' | 'REVOKED' | 'EXPIRED';

/**
 * Whether an invitation can be accepted, and if not, why: told to who invited, never to who holds the link.
 *
 * @param now the moment asked about
 * @example invitationStateOf({ expiresAt: new Date(2), usedAt: null, revokedAt: null }, new Date(2)) // 'EXPIRED'
 */
export function invitationStateOf(
  { expiresAt, usedAt, revokedAt }: InvitationTerm,
  now: Date,
): InvitationState {
  if (usedAt !== null) return 'ACCEPTED';
  if (revokedAt !== null) return 'REVOKED';
  return expiresAt <= now ? 'EXPIRED' : 'OPEN';
}
