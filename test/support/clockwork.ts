import type { InboxEntryView } from '#market';
import type { World, WorldFirm } from './world.js';

/** Noon in Oslo of a day, in summer. */
export const on = (world: World, day: string): void => {
  world.now = new Date(`${day}T10:00:00Z`);
};

/** What the worker's schedule does, and the jobs that it asks for. */
export async function tick(world: World): Promise<void> {
  await world.market.proposals.expireDue();
  await world.market.listings.expireDue();
  await world.market.agreements.endDue();
  await world.market.reminders.remindDue();
  await world.work();
}

/** Nothing of a test is due in the next, or matched there. */
export async function clear(world: World): Promise<void> {
  await world.database.query(`update listing set state = 'WITHDRAWN'`);
  await world.database.query(`update proposal set state = 'WITHDRAWN' where state = 'SENT'`);
  await world.database.query(`update match set state = 'SUPERSEDED', closed_at = now()`);
  await world.database.query('update agreement set ends_on = null');
  for (const table of ['confirmation_link', 'listing_search', 'job_request'])
    await world.database.query(`delete from ${table}`);
}

/** What a firm's person is told of one kind, newest first. */
export const inboxOf = async (
  { market }: World,
  firm: WorldFirm,
  kind: InboxEntryView['kind'],
): Promise<readonly InboxEntryView[]> =>
  (await market.inbox.page(firm.actor, false, 100)).rows
    .map(({ node }) => node)
    .filter((one) => one.kind === kind);

/** The firms that were told so of a thing, in order. */
export const toldOf = async (
  { database }: World,
  type: string,
  column: 'listing_id' | 'agreement_id' | 'proposal_id',
  id: string,
): Promise<readonly string[]> =>
  (
    await database.query<{ firm_id: string }>(
      `select firm_id from event where type = $1 and ${column} = $2 order by xid, seq`,
      [type, id],
    )
  ).map((row) => row.firm_id);
