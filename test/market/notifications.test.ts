import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mailText, nextDigest, type Digest, type NotificationRhythm, type WatchTerms } from '#domain';
import { SYSTEM } from '#market';
import { ok, refused, tonnes, World, type WorldFirm } from '../support/world.js';

const WEB = 'https://bistrom.example';
const wood: WatchTerms = {
  name: 'Hemmelig ønske',
  side: 'OFFER',
  materialCodes: ['wood-chips'],
  areas: [],
  properties: [],
  crossIndustryOnly: false,
};

let world: World;
let giver: WorldFirm;
let taker: WorldFirm;
beforeEach(async () => {
  world = await World.open();
  // events are dated by the database
  world.now = new Date();
  giver = await world.firm({ name: 'Granvåk Trelast', naceCode: '16.10' });
  taker = await world.firm({ name: 'Tjurmo Bioenergi', naceCode: '35.30' });
  await send();
});
afterEach(() => world.close());

const send = () => world.market.notifications.sendDue(SYSTEM, WEB);
/** So much later that the next mail need not wait for the last; what was queued has gone by then. */
async function later(ms = 60_000): Promise<void> {
  await world.work();
  world.now = new Date(world.now.getTime() + ms);
  await send();
}
async function atDigest(rhythm: 'DAILY' | 'WEEKLY'): Promise<void> {
  await world.work();
  world.now = nextDigest(rhythm, world.now);
  await send();
}
const mailsTo = async ({ actor }: WorldFirm): Promise<readonly Digest[]> =>
  (
    await world.database.query<{ facts: Digest }>(
      `select facts from mail where kind = 'digest' and recipient = $1 order by asked_at`,
      [`${actor.personId}@test.example`],
    )
  ).map(({ facts }) => facts);
const countsTo = async (firm: WorldFirm) => (await mailsTo(firm)).map(({ counts }) => counts);
const watch = async (firm: WorldFirm, terms: Partial<WatchTerms> = {}): Promise<string> =>
  ok(await world.market.watches.save(firm.actor, { ...wood, ...terms })).watchId;
const found = async (): Promise<void> => {
  await world.publish(giver, 'OFFER', { title: 'Tørr flis fra Magnor', quantity: tonnes('137') });
  await world.work();
};
const choose = async (firm: WorldFirm, topic: 'MATCHES' | 'WATCHES', rhythm: NotificationRhythm) =>
  ok(await world.market.notifications.choose(firm.actor, [{ channel: 'MAIL', topic, rhythm }]));
const finds = (count: number) => [{ kind: 'WATCH_FOUND', count }];
const matches = (count: number) => [{ kind: 'MATCH_FOUND', count }];

describe('what is told at once', () => {
  it('comes in one mail with what comes meanwhile, once, and says only how many', async () => {
    await watch(taker);
    for (const _ of [1, 2, 3]) await found();
    await send();
    expect(await countsTo(taker)).toEqual([finds(3)]);
    await later();
    await send();
    expect(await countsTo(taker)).toEqual([finds(3)]);
    await found();
    await later();
    expect(await countsTo(taker)).toEqual([finds(3), finds(1)]);
    expect(await mailsTo(giver)).toEqual([]);
  });

  it('holds nothing of what it tells of, in words or in what is kept', async () => {
    await watch(taker);
    await found();
    await send();
    const [mail] = await mailsTo(taker);
    if (mail === undefined) throw new Error('There is no mail.');
    const said = JSON.stringify([mail, mailText(mail, 'nb'), mailText(mail, 'en')]);
    expect(said).not.toMatch(/Magnor|flis|wood|chip|137|Granvåk|Tjurmo|Hemmelig|Kongsvinger|test\.example/i);
    expect(said).not.toContain(taker.id);
    expect(said).not.toContain(taker.actor.personId);
    const unsubscriptions = await world.database.query<{ hash: string }>(
      `select encode(token_hash, 'base64') as hash from unsubscription where person_id = $1`,
      [taker.actor.personId],
    );
    expect(unsubscriptions).toHaveLength(1);
    expect(mail.unsubscribeLink).toMatch(/^https:\/\/bistrom\.example\/unsubscribe\/[\w-]{43}$/);
    expect(mail).toMatchObject({ link: `${WEB}/`, settingsLink: `${WEB}/notifications` });
  });

  it('is nothing where it has been read, and nothing where there is nothing new', async () => {
    await watch(taker);
    await found();
    ok(await world.market.inbox.markRead(taker.actor));
    await later();
    expect(await mailsTo(taker)).toEqual([]);
  });

  it('waits while the last mail has not gone, and is told with the next', async () => {
    await watch(taker);
    await found();
    await send();
    // a mail server that is away: the mail waits
    world.now = new Date(world.now.getTime() + 60_000);
    const publish = () => world.publish(giver, 'OFFER');
    await Promise.all([publish(), publish()]);
    await world.market.outbox.relay(500, async (jobs) => {
      for (const { name, payload } of jobs)
        if (name === 'tell-watches') await world.market.watches.tell(payload['listingId'] as string);
    });
    await send();
    expect(await countsTo(taker)).toEqual([finds(1)]);
    await world.database.query(`update mail set state = 'KEPT' where state = 'WAITING'`);
    await send();
    expect(await countsTo(taker)).toEqual([finds(1), finds(2)]);
  });

  it('is told once by two workers at the same time, and by one that begins again', async () => {
    await watch(taker);
    await found();
    await Promise.all([send(), send(), send()]);
    await world.database.query('delete from mark');
    await send();
    expect(await countsTo(taker)).toEqual([finds(1)]);
    const rows = await world.database.query(
      `select person_id, channel, entry_id from notification where person_id = $1`,
      [taker.actor.personId],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('a digest', () => {
  it('of matches comes at seven every day to both sides, and only then', async () => {
    await world.matched(giver, taker);
    await later();
    expect(await mailsTo(taker)).toEqual([]);
    await atDigest('DAILY');
    expect(await countsTo(taker)).toEqual([matches(1)]);
    expect(await countsTo(giver)).toEqual([matches(1)]);
    await atDigest('DAILY');
    expect(await countsTo(taker)).toEqual([matches(1)]);
  });

  it('of a week waits for Monday, and holds topics of one rhythm together', async () => {
    await choose(taker, 'MATCHES', 'WEEKLY');
    await watch(taker, { rhythm: 'WEEKLY' });
    await world.matched(giver, taker);
    await later();
    await atDigest('WEEKLY');
    const told = await countsTo(taker);
    expect(told).toEqual([[...matches(1), ...finds(1)]]);
    expect(world.now.toUTCString()).toMatch(/^Mon, .* 0[56]:00:00 GMT$/);
  });

  it('is not sent again to whom it was sent when another rhythm is chosen', async () => {
    await world.matched(giver, taker);
    await atDigest('DAILY');
    await choose(taker, 'MATCHES', 'INSTANT');
    world.now = new Date();
    await world.database.query('delete from mark');
    await found();
    await send();
    // the need of before is matched with what was found just now, and told alone
    expect(await countsTo(taker)).toEqual([matches(1), matches(1)]);
  });
});

describe('a choice', () => {
  it('is the same for everybody to begin with, and stays where nothing is said of it', async () => {
    await choose(taker, 'MATCHES', 'WEEKLY');
    const settings = await world.market.notifications.settings(taker.actor);
    expect(settings.map(({ topic, rhythm }) => [topic, rhythm])).toEqual([
      ['MATCHES', 'WEEKLY'],
      ['WATCHES', 'INSTANT'],
      ['NEGOTIATION', 'INSTANT'],
      ['REMINDERS', 'INSTANT'],
    ]);
    expect((await world.market.notifications.settings(giver.actor))[0]?.rhythm).toBe('DAILY');
  });

  it('is a watch’s own where it has one, but not where all watches are off', async () => {
    await watch(taker, { rhythm: 'OFF' });
    const own = await watch(giver, { side: 'NEED', rhythm: 'DAILY' });
    expect((await world.market.watches.watch(giver.actor, own))?.terms.rhythm).toBe('DAILY');
    await found();
    await world.publish(taker, 'NEED');
    await later();
    expect([await mailsTo(taker), await mailsTo(giver)]).toEqual([[], []]);
    await choose(giver, 'WATCHES', 'OFF');
    await choose(giver, 'MATCHES', 'OFF');
    await atDigest('DAILY');
    expect(await mailsTo(giver)).toEqual([]);
  });

  it('of none tells nothing, nor afterwards of what happened then', async () => {
    await watch(taker);
    await choose(taker, 'WATCHES', 'OFF');
    await found();
    await later();
    await choose(taker, 'WATCHES', 'INSTANT');
    await later();
    expect(await mailsTo(taker)).toEqual([]);
    // events are dated by the database
    world.now = new Date();
    await world.database.query('update notification_setting set since = clock_timestamp()');
    await found();
    await later();
    expect(await countsTo(taker)).toEqual([finds(1)]);
  });

  it('is made once with a key, refused of a program and where a topic is named twice', async () => {
    const { notifications } = world.market;
    const off = { channel: 'MAIL', topic: 'REMINDERS', rhythm: 'OFF' } as const;
    const first = ok(await notifications.choose(taker.actor, [off], 'k1'));
    await notifications.choose(taker.actor, [{ ...off, rhythm: 'DAILY' }]);
    expect(ok(await notifications.choose(taker.actor, [off], 'k1'))).toEqual(first);
    expect((await notifications.settings(taker.actor))[3]?.rhythm).toBe('DAILY');
    const key = { ...taker.actor, scopes: ['read'] as const };
    expect(refused(await notifications.choose(key, [off])).kind).toBe('forbidden');
    expect(await notifications.settings(key)).toEqual([]);
    expect(refused(await notifications.choose(taker.actor, [off, off])).path).toBe('input.settings.1.topic');
  });
});

describe('nobody is told', () => {
  it('whose address is not verified', async () => {
    await watch(taker);
    await world.database.query(`update auth."user" set "emailVerified" = false where "id" = $1`, [
      taker.actor.personId,
    ]);
    await found();
    await later();
    expect(await mailsTo(taker)).toEqual([]);
  });

  it('who has left the firm, not even by a mail that waits', async () => {
    await watch(taker);
    await found();
    await send();
    const [row] = await world.database.query<{ id: string }>(
      `select id from mail where kind = 'digest' and recipient = $1`,
      [`${taker.actor.personId}@test.example`],
    );
    await world.database.query('delete from person_firm where person_id = $1', [taker.actor.personId]);
    expect(await world.market.mails.take(SYSTEM, row?.id ?? '')).toBe('settled');
    const [mail] = await world.database.query('select state, facts, reason from mail where id = $1', [
      row?.id,
    ]);
    expect(mail).toEqual({ state: 'FAILED', facts: null, reason: 'left the firm' });
    await found();
    await later();
    expect(await mailsTo(taker)).toEqual([null]);
  });
});

describe('the link at the end', () => {
  const tokenOf = (mail: Digest | undefined): string => mail?.unsubscribeLink.split('/').at(-1) ?? '';
  const rhythms = async ({ actor }: WorldFirm) =>
    (await world.market.notifications.settings(actor)).map((one) => one.rhythm);

  it('turns off what the mail told of and nothing else, as often as it is used', async () => {
    await watch(taker);
    await found();
    await send();
    const token = tokenOf((await mailsTo(taker))[0]);
    await world.market.notifications.unsubscribe(token);
    await world.market.notifications.unsubscribe(token);
    expect(await rhythms(taker)).toEqual(['DAILY', 'OFF', 'INSTANT', 'INSTANT']);
    expect(await rhythms(giver)).toEqual(['DAILY', 'INSTANT', 'INSTANT', 'INSTANT']);
    await found();
    await later();
    expect(await countsTo(taker)).toEqual([finds(1)]);
  });

  it('does nothing where there is no such link', async () => {
    for (const token of ['', 'x'.repeat(43), "' or true --", 'x'.repeat(10_000)])
      await expect(world.market.notifications.unsubscribe(token)).resolves.toBeUndefined();
  });
});
