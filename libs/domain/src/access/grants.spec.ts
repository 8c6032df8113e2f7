import { describe, expect, it } from '@jest/globals';
import { DISCLOSURE_GROUPS } from '../listing/disclose.js';
import {
  askProblems,
  canAnswer,
  DISCLOSURE_REQUEST_STATES,
  grantProblems,
  grantStateOf,
  groupsIn,
  type DisclosureRequestState,
  type GrantTerm,
} from './grants.js';

const term = (overrides: Partial<GrantTerm> = {}): GrantTerm => ({
  until: '2026-06-30',
  withdrawn: false,
  matchLive: true,
  ...overrides,
});

describe('the states of a request', () => {
  it('reach every state from ASKED, and an answer is final', () => {
    expect([...DISCLOSURE_REQUEST_STATES.ASKED].sort()).toEqual(['GRANTED', 'REFUSED']);
    const open = (Object.keys(DISCLOSURE_REQUEST_STATES) as DisclosureRequestState[]).filter(canAnswer);
    expect(open).toEqual(['ASKED']);
  });

  it('example: what was refused is not granted later', () => expect(canAnswer('REFUSED')).toBe(false));
});

describe('grantStateOf', () => {
  it.each([
    ['on its last day', term(), '2026-06-30', 'IN_FORCE'],
    ['example: on the day after', term(), '2026-07-01', 'EXPIRED'],
    ['withdrawn', term({ withdrawn: true }), '2026-06-15', 'WITHDRAWN'],
    ['withdrawn and past', term({ withdrawn: true }), '2026-07-01', 'WITHDRAWN'],
    ['with its match closed', term({ matchLive: false }), '2026-06-15', 'ENDED'],
    ['with its match closed, and past', term({ matchLive: false }), '2026-07-01', 'EXPIRED'],
  ])('%s', (_when, grant, today, state) => expect(grantStateOf(grant, today)).toBe(state));
});

describe('groupsIn', () => {
  it('example: what several grants open together', () => {
    expect(groupsIn([['TEXT'], ['AMOUNT', 'TEXT']])).toEqual(['AMOUNT', 'TEXT']);
    expect(groupsIn([])).toEqual([]);
    expect(groupsIn([[...DISCLOSURE_GROUPS].reverse()])).toEqual(DISCLOSURE_GROUPS);
  });
});

const pathsOf = (problems: readonly { path: readonly string[] }[]) =>
  problems.map((one) => one.path.join('.'));

describe('askProblems', () => {
  it('example: a request for nothing', () => expect(pathsOf(askProblems([]))).toEqual(['groups']));

  it.each([
    ['a group', undefined, []],
    ['a note as long as may be', 'x'.repeat(1000), []],
    ['a note longer than that', 'x'.repeat(1001), ['note']],
  ])('%s', (_what, note, paths) => expect(pathsOf(askProblems(['PRICE'], note))).toEqual(paths));
});

describe('grantProblems', () => {
  it.each([
    ['what was asked for, today only', ['AMOUNT', 'PLACE'], '2026-06-15', []],
    ['a part of what was asked for', ['PLACE'], '2027-06-15', []],
    ['nothing', [], '2026-07-01', ['groups']],
    ['example: what was not asked for', ['AMOUNT', 'PRICE'], '2026-07-01', ['groups']],
    ['until yesterday', ['AMOUNT'], '2026-06-14', ['until']],
  ] as const)('%s', (_what, groups, until, paths) => {
    expect(pathsOf(grantProblems(groups, ['AMOUNT', 'PLACE'], until, '2026-06-15'))).toEqual(paths);
  });
});
