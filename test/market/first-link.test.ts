import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#market';
import { World } from '../support/world.js';

const WEB = 'https://bistrom.test';

describe('an installation that nobody has entered', () => {
  it('gets one link and no second while it is out', async () => {
    const empty = await World.open();
    try {
      await empty.database.query('delete from cluster');
      const { invitations } = empty.market;
      expect(await invitations.firstLinkWhenEmpty(SYSTEM, WEB)).toMatch(/\/invitation#/);
      expect(await invitations.firstLinkWhenEmpty(SYSTEM, WEB)).toBeUndefined();
      expect(await invitations.firstLink(SYSTEM, {}, WEB)).toMatch(/\/invitation#/);
    } finally {
      await empty.close();
    }
  });
});
