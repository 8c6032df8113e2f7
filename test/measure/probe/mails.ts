import type pg from 'pg';
import { mailText, type Language, type Mail } from '#domain';
import { mailHtml } from '../../../apps/worker/src/mail/html.js';

interface Row {
  readonly id: string;
  readonly person_id: string | null;
  readonly recipient: string;
  readonly language: Language;
  readonly facts: Mail;
}

/** A part of a mail, and of which columns it may hold what. */
interface Said {
  readonly text: string;
  readonly mayHold: readonly string[];
}

const ADDRESS = ['mail.recipient', 'invitation.email', 'access_log.subject', 'auth.user.email'];
const PARTS: Readonly<Record<string, readonly string[]>> = {
  recipient: ADDRESS,
  organisation: ['firm.name', 'invitation.draft'],
  invitedBy: ['auth.user.name'],
  link: ['mail.facts'],
  settingsLink: ['mail.facts'],
  unsubscribeLink: ['mail.facts'],
  confirmations: ['mail.facts', 'reminder.due_on', 'listing.confirm_by'],
  endpoint: ['webhook.description', 'access_log.subject'],
};
/** Nothing stands in a column that the mail is not about. */
const OTHER: readonly string[] = [];

interface SaidMail {
  readonly kind: string;
  /** Of the person that it goes to: what is a firm's own stands in no other firm's mail. */
  readonly firmIds: readonly string[];
  readonly said: readonly Said[];
}

const MAILS = `
  select to_jsonb(mail) as row, array(select firm_id from person_firm pf where pf.person_id = mail.person_id) as firm_ids
    from mail where facts is not null`;

/** Every mail under way, taken apart into what it says, and as it would be read, plain and as HTML. */
export async function mailsIn(client: pg.Client): Promise<readonly SaidMail[]> {
  const { rows } = await client.query<{ row: Row; firm_ids: readonly string[] }>(MAILS);
  return Promise.all(
    rows.map(async ({ row: { id: _id, person_id: _person, facts, ...row }, firm_ids: firmIds }) => ({
      kind: facts.kind,
      firmIds,
      said: [
        ...Object.entries({ ...row, ...facts }).map(([part, value]) => ({
          text: typeof value === 'string' ? value : JSON.stringify(value),
          mayHold: PARTS[part] ?? OTHER,
        })),
        ...(await asRead(facts, row.language)),
      ],
    })),
  );
}

async function asRead(mail: Mail, language: Language): Promise<readonly Said[]> {
  const said = mailText(mail, language);
  const mayHold = Object.values(PARTS).flat();
  return [`${said.subject}\n${said.text}`, await mailHtml(said, language)].map((text) => ({ text, mayHold }));
}
