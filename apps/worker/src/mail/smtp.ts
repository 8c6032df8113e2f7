import { createTransport } from 'nodemailer';
import { mailText, type Language, type Mail } from '#domain';
import type { Config } from '#config';
import type { TakenMail } from '#market';
import { mailHtml } from './html.js';

/** Less than the lease of a mail, so that nobody else begins with it meanwhile. */
const DEADLINE_MS = 15_000;
const STEP_MS = 10_000;

type MailConfig = NonNullable<Config['mail']>;

/** A sending that failed, told in codes only: what a server answers may quote the mail, and this is kept and logged. */
export class SendFault extends Error {
  constructor(
    readonly reason: string,
    /** The receiver's side does not want this mail, whenever it is sent. */
    readonly permanent: boolean,
  ) {
    super(reason);
  }
}

/** Sends a mail, or says with a {@link SendFault} why not. */
export type Send = (mail: TakenMail) => Promise<void>;

/** The mail server that SMTP_URL names, one connection a mail. */
export function openSmtp({ url, from }: MailConfig, deadlineMs = DEADLINE_MS): Send {
  const transport = createTransport({
    url,
    requireTLS: mustEncrypt(new URL(url)),
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = from.address.slice(from.address.lastIndexOf('@') + 1);
  return async ({ id, recipient, language, mail, askedAt }) => {
    const said = mailText(mail, language);
    const html = await mailHtml(said, language);
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: recipient },
        subject: said.subject,
        text: said.text,
        html,
        // Made of the mail's own id: sent twice, it is one and the same mail to whoever receives it.
        messageId: `<${id}@${host}>`,
        date: askedAt,
        headers: headersOf(mail, language),
        signal: AbortSignal.timeout(deadlineMs),
      });
    } catch (error) {
      throw faultOf(error);
    }
  };
}

function headersOf(mail: Mail, language: Language): Record<string, string> {
  return {
    // RFC 3834, 5: no out-of-office reply is to answer this.
    'Auto-Submitted': 'auto-generated',
    'Content-Language': language,
    // RFC 8058, 3.1: the receiver's mail program turns it off by one POST, without asking its user to sign in.
    // A URL object writes a host with æøå in the letters that a header may hold.
    ...(mail.kind === 'digest' && {
      'List-Unsubscribe': `<${new URL(mail.unsubscribeLink).href}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}

/** A link to a new password does not travel in the clear, unless the operator says so (`ignoreTLS=true`) or it stays on the machine. */
const mustEncrypt = ({ protocol, hostname, searchParams }: URL): boolean =>
  protocol === 'smtp:' &&
  !['localhost', '127.0.0.1', '[::1]'].includes(hostname) &&
  searchParams.get('ignoreTLS') !== 'true';

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

/** What a refusal is about: these two name the receiver and the mail, all else is between the server and us. */
const ABOUT_THE_MAIL: readonly (string | undefined)[] = ['RCPT TO', 'DATA'];

/**
 * RFC 5321, 4.2.1: 4yz may go well another time, 5yz will not. A refusal of our sign-in or sender is put right by the
 * operator and no fault of the mail's, so it is tried again whatever its code.
 */
function faultOf(error: unknown): SendFault {
  const { code, responseCode, response, command } = error as SmtpError;
  // RFC 3463: the enhanced status code says more than the reply code, and quotes nobody.
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  const reason = [responseCode ?? code ?? 'no code', enhanced, command && `at ${command}`];
  const refused = responseCode === undefined ? code === 'EENVELOPE' : responseCode >= 500;
  return new SendFault(
    reason.filter(Boolean).join(' '),
    refused && (responseCode === undefined || ABOUT_THE_MAIL.includes(command)),
  );
}
