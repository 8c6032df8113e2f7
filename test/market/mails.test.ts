import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Mail } from '#domain';
import { queueMail, SYSTEM, type MailMessage } from '#market';
import { World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.query('delete from mail');
  await world.database.query('delete from job_request');
});

const RESET: Mail = { kind: 'reset-password', link: 'https://bistrom.example/reset?token=s3cret' };
const message = (over: Partial<MailMessage> = {}): MailMessage => ({
  to: 'kari@test.example',
  language: 'nb',
  mail: RESET,
  ...over,
});

describe('queueing a mail', () => {
  it('keeps it with the transaction of what it is about, and asks for the job', async () => {
    await world.store.transaction(SYSTEM, (tx) => queueMail(tx, message({ personId: 'kari' })));
    expect(
      await world.database.query('select person_id, recipient, language, kind, facts, state from mail'),
    ).toEqual([
      {
        person_id: 'kari',
        recipient: 'kari@test.example',
        language: 'nb',
        kind: 'reset-password',
        facts: RESET,
        state: 'WAITING',
      },
    ]);
    expect(
      await world.database.query(
        `select j.name from job_request j join mail m on j.payload = jsonb_build_object('mailId', m.id)`,
      ),
    ).toEqual([{ name: 'send-mail' }]);
  });

  it('leaves nothing when that transaction fails', async () => {
    const failing = world.store.transaction(SYSTEM, async (tx) => {
      await queueMail(tx, message());
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await world.database.query('select from mail')).toHaveLength(0);
    expect(await world.database.query('select from job_request')).toHaveLength(0);
  });

  it("is in the person's own language where none is said, and in bokmål where that is not known", async () => {
    const person = { name: 'Ola', email: 'ola@test.example', password: 'a password for tests' };
    const none = { firms: [], clusters: [] };
    await world.market.registry.addPerson(SYSTEM, { ...person, ...none, id: 'ola', language: 'en' });
    const { actor } = await world.firm();
    for (const personId of ['ola', actor.personId, 'nobody', undefined]) {
      await world.market.mails.queue(SYSTEM, { to: 'a@b.example', mail: RESET, personId });
    }
    await world.market.mails.queue(SYSTEM, message({ personId: 'ola', language: 'nb' }));
    const rows = await world.database.query<{ language: string }>(
      'select language from mail order by asked_at',
    );
    expect(rows.map((one) => one.language)).toEqual(['en', 'nb', 'nb', 'nb', 'nb']);
  });

  it('fails without a word of the mail when the database does not take it', async () => {
    // PostgreSQL takes no NUL in a text, and its error holds every value of the statement.
    const failing = world.market.mails.queue(SYSTEM, message({ personId: '\u0000', language: 'nb' }));
    const error = await failing.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toMatch(/s3cret|kari@/);
  });

  it("is the installation's own doing, and so is all that follows", async () => {
    const { mails } = world.market;
    const { actor } = await world.firm();
    const doings = [
      () => mails.queue(actor, message()),
      () => mails.take(actor, 'x'),
      () => mails.sent(actor, 'x'),
      () => mails.keep(actor, 'x'),
      () => mails.mailbox(actor),
      () => mails.counts(actor),
      () => mails.tend(actor, { ask: true }),
    ];
    for (const doing of doings) expect(doing).toThrow('Only the installation itself');
  });

  it('ends in the mailbox where nothing is sent', async () => {
    await world.market.mails.queue(SYSTEM, message());
    await world.work();
    const [kept] = await world.market.mails.mailbox(SYSTEM);
    expect(kept).toMatchObject({ recipient: 'kari@test.example', language: 'nb', mail: RESET });
  });
});

describe('a sender that was too slow', () => {
  it('decides nothing once another has taken the mail after it', async () => {
    const { mails } = world.market;
    await mails.queue(SYSTEM, message());
    const [row] = await world.database.query<{ id: string }>('select id from mail');
    const id = row?.id ?? '';
    const take = async () => {
      await world.database.query('update mail set due_at = clock_timestamp()');
      const taken = await mails.take(SYSTEM, id);
      if (typeof taken === 'string') throw new Error(`Should be taken, is ${taken}.`);
      return taken;
    };
    const first = await take();
    const second = await take();
    await mails.failed(SYSTEM, first, { reason: '550', permanent: true });
    await mails.failed(SYSTEM, first, { reason: '451', permanent: false });
    expect(await mails.take(SYSTEM, id)).toBe('busy');
    await mails.failed(SYSTEM, second, { reason: '550', permanent: true });
    expect(await mails.take(SYSTEM, id)).toBe('settled');
  });
});
