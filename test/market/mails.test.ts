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

  it('is the mailbox that a job brings it to where nothing is sent', async () => {
    await world.market.mails.queue(SYSTEM, message());
    await world.work();
    const [kept] = await world.market.mails.mailbox(SYSTEM);
    expect(kept).toMatchObject({ recipient: 'kari@test.example', language: 'nb', mail: RESET });
  });
});
