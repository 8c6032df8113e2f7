import type { Logger } from 'pino';
import type { Config } from '#config';
import { SYSTEM, type Market } from '#market';
import { openSmtp, SendFault, type Send } from './smtp.js';

/** Where mails go: out, into the mailbox of a local installation, or nowhere until the operator has set a server. */
export type Way = Send | 'mailbox' | 'wait';

export function wayOf({ mail, demo }: Config): Way {
  if (mail !== undefined) return openSmtp(mail);
  return demo === undefined ? 'wait' : 'mailbox';
}

export interface MailParts {
  readonly market: Market;
  readonly way: Way;
  /** Where browsers reach the api: links in notifications lead there. */
  readonly webUrl: string;
  readonly log: Logger;
}

/**
 * One mail. The row is what decides: a mail that was sent, given up or never committed is left alone, however often
 * the job comes.
 *
 * @throws Error when the queue is to try again soon
 */
export async function sendMail({ market, way, log }: MailParts, mailId: string): Promise<void> {
  if (way === 'wait') return;
  if (way === 'mailbox') return market.mails.keep(SYSTEM, mailId);
  const mail = await market.mails.take(SYSTEM, mailId);
  if (mail === 'settled') return;
  if (mail === 'busy') throw new Error('The mail is being sent by somebody else, or is not due yet.');
  try {
    await way(mail);
  } catch (error) {
    if (!(error instanceof SendFault)) throw error;
    const again = await market.mails.failed(SYSTEM, mail, error);
    if (again === 'soon') throw error;
    return log.warn({ mailId, kind: mail.mail.kind, reason: error.reason, again }, 'A mail was not sent');
  }
  await market.mails.sent(SYSTEM, mailId);
}

/** Asks again for mails whose time has come, where they can go anywhere. */
export const tendMails = ({ market, way }: MailParts): Promise<void> =>
  market.mails.tend(SYSTEM, { ask: way !== 'wait' });

/** Where there is nowhere for mails to go, none is made: who sets a server later is not told of what is long past. */
export const sendNotifications = async ({ market, way, webUrl }: MailParts): Promise<void> => {
  if (way !== 'wait') await market.notifications.sendDue(SYSTEM, webUrl);
};

/** Says at the start that nobody will get a mail. */
export async function warnOfWaiting({ market, way, log }: MailParts): Promise<void> {
  if (way !== 'wait') return;
  const { waiting } = await market.mails.counts(SYSTEM);
  log.warn({ waiting }, 'SMTP_URL is not set: mails wait in the database, and are given up after three days');
}
