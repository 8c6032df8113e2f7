import { describe, expect, it } from '@jest/globals';
import {
  emailOf,
  emailProblems,
  GUESSABLE_PASSWORD,
  firmDraftProblems,
  FIRST_LINK_HOURS,
  INVITATION_HOURS,
  invitationStateOf,
  nameProblems,
  passwordProblems,
  slugProblems,
} from './invitation.js';

describe('what is typed into an invitation', () => {
  it('example: an address is compared in small letters', () => {
    expect(emailOf(' Kari@Firma.no ')).toBe('kari@firma.no');
    expect(emailProblems('kari', 'email').map((one) => one.path)).toEqual([['email']]);
    expect(emailProblems('kari@firma.no', 'email')).toEqual([]);
  });

  it('example: a name has a letter, and stands on one line', () => {
    expect(nameProblems(' ', 'name').map((one) => one.path)).toEqual([['name']]);
    expect(nameProblems('Kari\nNordmann', 'name')).toHaveLength(1);
    expect(nameProblems('x'.repeat(121), 'name')).toHaveLength(1);
    expect(nameProblems('x'.repeat(120), 'name')).toEqual([]);
  });

  it('example: a password has 12 to 128 letters', () => {
    const never = (): boolean => false;
    expect(passwordProblems('short', 'password', never).map((one) => one.path)).toEqual([['password']]);
    const wrong = [11, 12, 128, 129].map((length) => passwordProblems('x'.repeat(length), 'p', never).length);
    expect(wrong).toEqual([1, 0, 0, 1]);
    expect(passwordProblems('x'.repeat(12), 'p', () => true)).toEqual([
      { path: ['p'], message: GUESSABLE_PASSWORD },
    ]);
  });

  it('example: a firm has an organisation number with its check digit', () => {
    const draft = { name: 'A', orgNumber: '123', naceCode: '16.10', siteName: 'B' };
    expect(firmDraftProblems(draft).map((one) => one.path)).toEqual([['input', 'orgNumber']]);
    // 9·3 + 7·2 + 4·7 + 7·6 + 6·5 + 0·4 + 6·3 + 7·2 = 173, and 173 + 3 = 16 · 11
    expect(firmDraftProblems({ ...draft, orgNumber: '974760673' })).toEqual([]);
    const all = firmDraftProblems({ name: '', orgNumber: '974760674', naceCode: 'wood', siteName: '' });
    expect(all.map((one) => one.path[1])).toEqual(['name', 'orgNumber', 'naceCode', 'siteName']);
  });

  it('example: a short name is fit for an address', () => {
    expect(slugProblems('Green Heart', 'slug').map((one) => one.path)).toEqual([['slug']]);
    expect(slugProblems('green-heart', 'slug')).toEqual([]);
    expect(slugProblems('1-green', 'slug')).toHaveLength(1);
  });
});

describe('invitationStateOf', () => {
  const at = (ms: number): Date => new Date(ms);

  it('example: it ends on the very moment', () => {
    expect(invitationStateOf({ expiresAt: at(2), usedAt: null, revokedAt: null }, at(2))).toBe('EXPIRED');
    expect(invitationStateOf({ expiresAt: at(2), usedAt: null, revokedAt: null }, at(1))).toBe('OPEN');
  });

  it('tells what ended it, and not only that its time is over by now', () => {
    expect(invitationStateOf({ expiresAt: at(2), usedAt: at(1), revokedAt: null }, at(3))).toBe('ACCEPTED');
    expect(invitationStateOf({ expiresAt: at(2), usedAt: null, revokedAt: at(1) }, at(3))).toBe('REVOKED');
  });

  it('lasts a week, the first link a day', () => {
    expect([INVITATION_HOURS, FIRST_LINK_HOURS]).toEqual([168, 24]);
  });
});
