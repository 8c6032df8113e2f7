import type pg from 'pg';
import { mailText, type Language, type Mail } from '#domain';

interface Row {
  readonly id: string;
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
};
/** Nothing stands in a column that the mail is not about. */
const OTHER: readonly string[] = [];

const asRead = (mail: Mail, language: Language): string => {
  const { subject, text } = mailText(mail, language);
  return `${subject}\n${text}`;
};

/** Every mail under way, taken apart into what it says, and as it would be read. */
export async function mailsIn(
  client: pg.Client,
): Promise<readonly { readonly kind: string; readonly said: readonly Said[] }[]> {
  const { rows } = await client.query<{ row: Row }>('select to_jsonb(mail) as row from mail');
  return rows.map(({ row: { id: _id, facts, ...row } }) => ({
    kind: facts.kind,
    said: [
      ...Object.entries({ ...row, ...facts }).map(([part, value]) => ({
        text: typeof value === 'string' ? value : JSON.stringify(value),
        mayHold: PARTS[part] ?? OTHER,
      })),
      { text: asRead(facts, row.language), mayHold: Object.values(PARTS).flat() },
    ],
  }));
}
