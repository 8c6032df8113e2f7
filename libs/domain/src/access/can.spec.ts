import { describe, expect, it } from '@jest/globals';
import { clusterPerson, firmPerson, NOBODY } from '../testing/builders.js';
import {
  actingFor,
  actsFor,
  firmIdsOf,
  isStaffOf,
  keyActor,
  membershipsOf,
  SYSTEM,
  type Actor,
} from './actor.js';
import { can, seesExactFigures, type Thing } from './can.js';
import {
  CLUSTER_ACTIONS,
  CLUSTER_ROLES,
  FIRM_ACTIONS,
  FIRM_ROLES,
  KEY_SCOPES,
  SCOPE_ACTIONS,
  type FirmAction,
  type FirmRole,
  type KeyScope,
} from './roles.js';

const firm = (action: FirmAction, firmId = 'giver'): Thing => ({ action, firmId });
const MATCH: Thing = { action: 'read match', firmIds: ['giver', 'taker'] };
const FIGURES: Thing = { action: 'read figures', clusterId: 'eyde' };
const RUN: Thing = { action: 'run the installation' };
const OF_CLUSTER: readonly Thing[] = CLUSTER_ACTIONS.map((action) => ({ action, clusterId: 'eyde' }));
const ALL: readonly Thing[] = [...FIRM_ACTIONS.map((one) => firm(one)), ...OF_CLUSTER, MATCH, FIGURES, RUN];

/** The whole table, role by role in the order of {@link FIRM_ACTIONS}. */
const TABLE: Readonly<Record<FirmRole, string>> = {
  //                 list  list  nego-  agree deliver disclose disclose people keys web-  watch answer state  export
  //           read  offer need  tiate                offer    need                  hooks       hints totals
  firm_admin:
    ' x     x     x     x      x      x      x        x       x      x    x     x     x     x      x',
  plant_manager:
    ' x     x     x     x      x      x      x        x       -      -    -     x     -     -      -',
  buyer: ' x     -     x     x      x      x      -        x       -      -    -     x     -     -      -',
};
const SCOPES: Readonly<Record<KeyScope, string>> = {
  read: ' x     -     -     -      -      -      -        -       -      -    -     -     -     -      -',
  list: ' x     x     x     -      -      -      -        -       -      -    -     -     -     -      -',
  trade: ' x     -     -     x      x      x      -        -       -      -    -     -     -     -      -',
  figures: ' -     -     -     -      -      -      -        -       -      -    -     -     -     -      -',
};
const crossed = (row: string): readonly Thing[] =>
  row
    .trim()
    .split(/\s+/)
    .flatMap((mark, at) => (mark === 'x' ? [firm(FIRM_ACTIONS[at]!)] : []));
const key = (...scopes: KeyScope[]): Actor =>
  keyActor({ id: 'k', name: 'ERP', firmId: 'giver', scopes }, ['eyde']);

const people: readonly (readonly [string, Actor, readonly Thing[]])[] = [
  ...(['firm_admin', 'plant_manager', 'buyer'] as const).map(
    (role) =>
      [
        `${role} of the giver`,
        firmPerson('giver', [], role),
        [...crossed(TABLE[role]), MATCH, FIGURES],
      ] as const,
  ),
  ['an admin of the taker', firmPerson('taker', [], 'firm_admin'), [MATCH, FIGURES]],
  ['an admin of a third firm', firmPerson('third', ['eyde'], 'firm_admin'), [FIGURES]],
  ['staff of the cluster', clusterPerson('eyde'), [...OF_CLUSTER, FIGURES]],
  ['staff of another cluster', clusterPerson('arctic'), [FIGURES]],
  [
    'an auditor',
    clusterPerson('eyde', 'auditor'),
    [{ action: 'read exact figures', clusterId: 'eyde' }, FIGURES],
  ],
  ['a person without any membership', NOBODY, []],
  ['the installation itself', SYSTEM, [RUN]],
  ['somebody who calls himself the installation', { ...SYSTEM }, []],
  ['a firm named like the installation', firmPerson('system'), [FIGURES]],
  ...KEY_SCOPES.map(
    (scope) =>
      [
        `a key to ${scope}`,
        key(scope),
        [...crossed(SCOPES[scope]), scope === 'figures' ? FIGURES : MATCH],
      ] as const,
  ),
  ['a key without scopes', key(), []],
  ['a key whose scopes were lost', { ...key('trade'), scopes: [] }, [MATCH]],
];

describe('can', () => {
  it('example: the installation lists for nobody', () => {
    expect(can(SYSTEM, { action: 'list offer', firmId: 'a' })).toBe(false);
  });

  it.each(people)('%s', (_who, actor, allowed) => {
    for (const thing of ALL) {
      const expected = allowed.some((one) => JSON.stringify(one) === JSON.stringify(thing));
      expect([thing.action, can(actor, thing)]).toEqual([thing.action, expected]);
    }
  });

  it('says no to an action it does not know, loudly', () => {
    expect(() => can(SYSTEM, { action: 'fly' } as unknown as Thing)).toThrow('Not one of the known cases');
  });
});

describe('the tables of roles and scopes', () => {
  it('name actions that there are, each once', () => {
    for (const actions of [...Object.values(FIRM_ROLES), ...Object.values(SCOPE_ACTIONS)]) {
      expect(actions.every((one) => FIRM_ACTIONS.includes(one))).toBe(true);
      expect(new Set(actions).size).toBe(actions.length);
    }
    expect(
      Object.values(CLUSTER_ROLES)
        .flat()
        .every((one) => CLUSTER_ACTIONS.includes(one)),
    ).toBe(true);
  });

  it('let an administrator do everything of the firm, and no key disclose or manage', () => {
    expect([...FIRM_ROLES.firm_admin].sort()).toEqual([...FIRM_ACTIONS].sort());
    const forbidden = FIRM_ACTIONS.filter((one) => /disclose|manage/.test(one));
    expect(forbidden).toHaveLength(5);
    for (const action of forbidden) expect(can(key(...KEY_SCOPES), firm(action))).toBe(false);
  });
});

describe('seesExactFigures', () => {
  it.each([
    ["the cluster's own staff", clusterPerson('eyde'), true],
    ["the cluster's own auditor", clusterPerson('eyde', 'auditor'), true],
    ['staff of another cluster', clusterPerson('arctic'), false],
    ['a member firm', firmPerson('giver', ['eyde']), false],
    ['a key of a member firm', key('figures'), false],
    ['nobody in particular', NOBODY, false],
    ['the installation', SYSTEM, false],
  ])('%s: %j', (_who, actor, expected) => expect(seesExactFigures(actor, 'eyde')).toBe(expected));
});

describe('an actor', () => {
  const both: Actor = { ...NOBODY, firms: [...firmPerson('a').firms, ...firmPerson('b').firms] };

  it('example: acts for each of his or her firms', () => {
    expect(firmIdsOf(both)).toEqual(['a', 'b']);
    expect([actsFor(both, 'a'), actsFor(both, 'c'), actsFor(NOBODY, '')]).toEqual([true, false, false]);
    expect([actsFor(SYSTEM, 'a'), isStaffOf(SYSTEM, ['eyde'])]).toEqual([false, false]);
  });

  it('is staff only of the cluster he or she works for; an auditor is none', () => {
    expect(isStaffOf(clusterPerson('eyde'), ['arctic', 'eyde'])).toBe(true);
    expect(isStaffOf(clusterPerson('eyde'), ['arctic'])).toBe(false);
    expect(isStaffOf(clusterPerson('eyde'), [])).toBe(false);
    expect(isStaffOf(clusterPerson('eyde', 'auditor'), ['eyde'])).toBe(false);
  });

  it('example: acts for one firm at a time, and keeps the others in mind', () => {
    expect(actingFor(SYSTEM, 'a')).toBeUndefined();
    const b = actingFor(both, 'b')!;
    expect([firmIdsOf(b), can(b, firm('read', 'a')), can(b, firm('read', 'b'))]).toEqual([
      ['b'],
      false,
      true,
    ]);
    expect(membershipsOf(b).map((one) => one.firmId)).toEqual(['a', 'b']);
    expect(firmIdsOf(actingFor(b, 'a')!)).toEqual(['a']);
    expect(firmIdsOf(actingFor(both)!)).toEqual(['a']);
    expect(firmIdsOf(actingFor(clusterPerson('eyde'))!)).toEqual([]);
  });

  it('example: a key for figures alone acts for no firm', () => {
    expect(key('figures').firms).toEqual([]);
    expect(firmIdsOf(key('figures', 'read'))).toEqual(['giver']);
  });
});
