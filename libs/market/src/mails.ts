import { randomUUID } from 'node:crypto';
import { can, isMailAddress, isMailLink, type Actor, type Language, type Mail } from '#domain';
import type { KeptMail, TakenMail, Tx } from '#store';
import { sendMail } from './jobs.js';
import type { Setting } from './setting.js';

/** Seconds that whoever sends a mail has it alone: longer than a sending may take, see the worker's deadline. */
const LEASE_SECONDS = 20;
/** As many as the mailbox page shows. */
const MOST_KEPT = 100;

export interface MailMessage {
  /** One address. */
  readonly to: string;
  readonly language: Language;
  readonly mail: Mail;
  /** Whom of the people here the mail is about, where it is one of them. */
  readonly personId?: string | undefined;
}

/**
 * Queues a mail in the transaction of what it is about: it is sent if and only if that is committed.
 *
 * @throws Error, without quoting them, when the address is none or the link does not lead to the web: check what
 *   people type with `isMailAddress` before
 */
export async function queueMail(tx: Tx, { to, language, mail, personId }: MailMessage): Promise<void> {
  if (!isMailAddress(to)) throw new Error('A mail goes to one e-mail address, and this is none.');
  if ('link' in mail && !isMailLink(mail.link))
    throw new Error('A mail links to an http or https address only.');
  const id = randomUUID();
  await tx.mails.insert({ id, personId, recipient: to, language, mail });
  await tx.jobs.request([sendMail(id)]);
}

/** Mails on their way: queued by whoever has something to tell, sent by the worker. */
export class MailsService {
  constructor(private readonly setting: Setting) {}

  /** Queues a mail on its own, for what happens outside a use case: the sign-in library's own doings. */
  queue(actor: Actor, message: MailMessage): Promise<void> {
    this.mustRun(actor);
    return this.setting.store.transaction(actor, (tx) => queueMail(tx, message));
  }

  /**
   * Takes a mail to send it.
   *
   * @returns the mail; 'settled' when there is nothing left to do; 'busy' when another has it, or it is not due yet
   */
  take(actor: Actor, mailId: string): Promise<TakenMail | 'settled' | 'busy'> {
    this.mustRun(actor);
    return this.setting.store.transaction(actor, async (tx) => {
      const taken = await tx.mails.take(mailId, LEASE_SECONDS);
      if (taken !== undefined) return taken;
      return (await tx.mails.isWaiting(mailId)) ? 'busy' : 'settled';
    });
  }

  /** The mail server has accepted it: the facts, and with them the link, are forgotten. */
  sent(actor: Actor, mailId: string): Promise<void> {
    this.mustRun(actor);
    return this.setting.store.transaction(actor, (tx) => tx.mails.sent(mailId));
  }

  /** Puts it into the mailbox of a local installation instead of sending it. */
  keep(actor: Actor, mailId: string): Promise<void> {
    this.mustRun(actor);
    return this.setting.store.transaction(actor, (tx) => tx.mails.keep(mailId));
  }

  /** What the mailbox of a local installation holds, the latest first. */
  mailbox(actor: Actor): Promise<readonly KeptMail[]> {
    this.mustRun(actor);
    return this.setting.store.read(actor, (tx) => tx.mails.kept(MOST_KEPT));
  }

  private mustRun(actor: Actor): void {
    if (!can(actor, { action: 'run the installation' }))
      throw new Error('Only the installation itself may do this.');
  }
}
