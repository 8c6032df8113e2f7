import { describe, expect, it } from '@jest/globals';
import { accountTabOf, accountTabsOf } from './tabs.js';

describe('the tabs of an account', () => {
  it('are those that its person has something in', () => {
    const all = accountTabsOf({ hasFirm: true, isAdministrator: true, isStaff: false });
    expect(all).toEqual(['profile', 'notifications', 'security', 'keys', 'webhooks', 'access', 'disclosure']);
    const buyer = accountTabsOf({ hasFirm: true, isAdministrator: false, isStaff: false });
    expect(buyer).not.toContain('access');
    const staff = accountTabsOf({ hasFirm: false, isAdministrator: false, isStaff: true });
    expect(staff).toEqual(['profile', 'notifications', 'security', 'access']);
  });

  it('come out of an address only where there is such a one', () => {
    expect(accountTabOf('keys')).toBe('keys');
    expect(accountTabOf('elsewhere')).toBeUndefined();
    expect(accountTabOf(undefined)).toBeUndefined();
  });
});
