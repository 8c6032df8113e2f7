import { randomUUID } from 'node:crypto';
import { isMailAddress, isMailLink, linksOf, type Actor, type Language, type Mail } from '#domain';
import type { KeptMail, TakenMail, Tx } from '#store';
import { JOB_ATTEMPTS, sendMail } from './jobs.js';
import { mustRun } from './permit.js';
import type { Setting } from './setting.js';

/** Seconds that whoever sends a mail has it alone: longer than a sending may take, see the worker's deadline. */
const LEASE_SECONDS = 20;
/**
 * Seconds between tries once the queue has made its own, doubled up to the longest. RFC 5321, 4.5.4.1, asks for half
 * an hour; a receiver that turns unknown senders away at first lets them in after some minutes.
 */
const PAUSE_SECONDS = 240;
const LONGEST_PAUSE_SECONDS = 1800;
/** Days that a mail is tried or waits for a server: a link in it has ended by then. */
const MOST_DAYS_WAITING = 3;
/** Days that what was sent or given up can be counted, without its facts; a local mailbox is as old. */
const DAYS_KEPT = 30;
/** As many as the mailbox page shows. */
const MOST_KEPT = 100;

export interface MailMessage {
  /** One address. */
  readonly to: string;
  /** The person's own when nothing is said, or bokmål where that is not known. */
  readonly language?: Language | undefined;
  readonly mail: Mail;
  /** Whom of the people here the mail is about, where it is one of them. */
  readonly personId?: string | undefined;
}

/**
 * Queues a mail in the transaction of what it is about: it is sent if and only if that is committed.
 *
 * @returns its id
 * @throws Error, without quoting them, when the address is none or a link does not lead to the web: check what
 *   people type with `isMailAddress` before
 */
export async function queueMail(tx: Tx, { to, language, mail, personId }: MailMessage): Promise<string> {
  if (!isMailAddress(to)) throw new Error('A mail goes to one e-mail address, and this is none.');
  if (!linksOf(mail).every(isMailLink)) throw new Error('A mail links to an http or https address only.');
  const id = randomUUID();
  const spoken = language ?? (personId === undefined ? undefined : await tx.people.languageOf(personId));
  await tx.mails.insert({ id, personId, recipient: to, language: spoken ?? 'nb', mail });
  await tx.jobs.request([sendMail(id)]);
  return id;
}

/** Mails on their way: queued by whoever has something to tell, sent by the worker. */
export class MailsService {
  constructor(private readonly setting: Setting) {}

  /** Queues a mail on its own, for what happens outside a use case: the sign-in library's own doings. */
  queue(actor: Actor, message: MailMessage): Promise<void> {
    mustRun(actor);
    return this.setting.store.transaction(actor, async (tx) => {
      await queueMail(tx, message);
    });
  }

  /**
   * Takes a mail to send it.
   *
   * @returns the mail; 'settled' when there is nothing left to do; 'busy' when another has it, or it is not due yet
   */
  take(actor: Actor, mailId: string): Promise<TakenMail | 'settled' | 'busy'> {
    mustRun(actor);
    return this.setting.store.transaction(actor, async (tx) => {
      const taken = await tx.mails.take(mailId, LEASE_SECONDS);
      if (taken !== undefined) return (await tellsOutsider(tx, taken)) ? 'settled' : taken;
      return (await tx.mails.isWaiting(mailId)) ? 'busy' : 'settled';
    });
  }

  /** The mail server has accepted it: the facts, and with them the link, are forgotten. */
  sent(actor: Actor, mailId: string): Promise<void> {
    mustRun(actor);
    return this.setting.store.transaction(actor, (tx) => tx.mails.sent(mailId));
  }

  /**
   * It was not accepted: given up where that is for good, otherwise tried again.
   *
   * @param fault.reason in codes: it is kept and shown, so it may quote nothing
   * @returns when: 'soon' is the queue's own next try
   */
  async failed(
    actor: Actor,
    { id, tries }: Pick<TakenMail, 'id' | 'tries'>,
    { reason, permanent }: { readonly reason: string; readonly permanent: boolean },
  ): Promise<'soon' | 'later' | 'never'> {
    mustRun(actor);
    const isSoon = tries < JOB_ATTEMPTS;
    await this.setting.store.transaction(actor, (tx) =>
      permanent
        ? tx.mails.giveUp(id, tries, reason)
        : tx.mails.postpone(id, tries, reason, isSoon ? 0 : pauseAfter(tries)),
    );
    if (permanent) return 'never';
    return isSoon ? 'soon' : 'later';
  }

  /** How many wait, and how many were given up in the last 30 days. */
  counts(actor: Actor): Promise<{ readonly waiting: number; readonly failed: number }> {
    mustRun(actor);
    return this.setting.store.read(actor, (tx) => tx.mails.counts());
  }

  /**
   * What time brings about: mails that are due and that no job is under way for are asked for again, those that
   * waited too long are given up, old ones forgotten.
   *
   * @param ask whether there is anywhere for mails to go
   */
  tend(actor: Actor, { ask }: { readonly ask: boolean }): Promise<void> {
    mustRun(actor);
    return this.setting.store.transaction(actor, async (tx) => {
      await tx.mails.giveUpOlderThan(MOST_DAYS_WAITING);
      await tx.mails.forgetOlderThan(DAYS_KEPT);
      if (ask) await tx.jobs.request((await tx.mails.dueWithoutJob()).map(sendMail));
    });
  }

  /** Puts it into the mailbox of a local installation instead of sending it. */
  keep(actor: Actor, mailId: string): Promise<void> {
    mustRun(actor);
    return this.setting.store.transaction(actor, (tx) => tx.mails.keep(mailId));
  }

  /** What the mailbox of a local installation holds, the latest first. */
  mailbox(actor: Actor): Promise<readonly KeptMail[]> {
    mustRun(actor);
    return this.setting.store.read(actor, (tx) => tx.mails.kept(MOST_KEPT));
  }
}

/** What is new in a firm is not for who has left it since: the mark went with the membership. */
async function tellsOutsider(tx: Tx, { id, tries, mail }: TakenMail): Promise<boolean> {
  if (mail.kind !== 'digest' || (await tx.notifications.isMarkedBy(id))) return false;
  await tx.mails.giveUp(id, tries, 'left the firm');
  return true;
}

const pauseAfter = (tries: number): number =>
  Math.min(PAUSE_SECONDS * 2 ** (tries - JOB_ATTEMPTS), LONGEST_PAUSE_SECONDS);
