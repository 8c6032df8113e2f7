import { problem, type Problem } from '../problem.js';
import { nameProblems } from './invitation.js';
import type { KeyScope } from './roles.js';

/** What every key begins with, so that one that lies about is known for what it is. */
export const KEY_PREFIX = 'bis_';
/** `bis_`, the part by which the key is found and shown, and 32 random bytes in base64url: 43 letters. */
const KEY = /^(bis_[0-9a-f]{12})_[A-Za-z0-9_-]{43}$/;
const LONGEST_DAYS = 365;
const DAY_MS = 86_400_000;

/**
 * The part of a key that it is found by and may be shown, undefined of a text that is no key.
 *
 * @example keyPrefixOf('bis_short') // undefined
 */
export const keyPrefixOf = (text: string): string | undefined => KEY.exec(text)?.[1];

export interface KeyTerms {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly expiresAt: Date;
}

/**
 * What is wrong with a key that is asked for, each below `input`: it has a name, can do something, and ends within a year.
 *
 * @param now the moment of asking
 * @example keyProblems({ name: 'ERP', scopes: [], expiresAt: new Date(1) }, new Date(0)).map((one) => one.path) // [['input', 'scopes']]
 */
export function keyProblems({ name, scopes, expiresAt }: KeyTerms, now: Date): readonly Problem[] {
  const last = new Date(now.getTime() + LONGEST_DAYS * DAY_MS);
  return [
    ...nameProblems(name, 'input.name'),
    ...(scopes.length === 0 ? [problem('input.scopes', 'Name at least one scope.')] : []),
    ...(expiresAt > now && expiresAt <= last
      ? []
      : [problem('input.expiresAt', `Later than now, and not after ${last.toISOString()}.`)]),
  ];
}
