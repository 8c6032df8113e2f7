import type pg from 'pg';

/** Rows with how often each is there, by table and digest. */
export type Rows = ReadonlyMap<string, number>;

/** What nobody but its own people may change; of a sign-in only that it is there, for it notes when it was used. */
const GUARDED: readonly string[] = [
  // Whether staff may edit for it each firm says of itself; of the victims nobody but they may have said it.
  `(select to_jsonb(firm) - 'staff_may_edit' from firm)`,
  `(select * from firm where name ilike '%zq%')`,
  'site',
  'person_firm',
  'person_cluster',
  'listing',
  'listing_version',
  'match',
  'proposal',
  'agreement',
  'delivery',
  'delivery_paper',
  'ledger_entry',
  'disclosure_request',
  'disclosure_grant',
  'invitation',
  // Whether staff may edit is said of the own firm alone: the question names no other.
  `(select * from access_log where kind not like 'STAFF_EDITING%')`,
  '(select id, firm_id, url, description, events, state from webhook)',
  '(select webhook_id, secret from webhook_secret)',
  'reminder',
  'hint',
  'workshop',
  // Of the victims alone, by the words of the mint: others begin as many drafts of their own as they like.
  `(select * from listing_draft where title ilike '%zq%')`,
  `(select * from draft_permission where firm_id in (select firm_id from listing_draft where title ilike '%zq%'))`,
  '(select id, firm_id, name, secret_hash, scopes, expires_at, revoked_at from api_key)',
  '(select "id", "userId" from auth."session")',
  'auth."user"',
];

export async function protectedRows(client: pg.Client): Promise<Rows> {
  const digests = new Map<string, number>();
  for (const table of GUARDED) {
    const { rows } = await client.query<{ digest: string; times: number }>(
      `select md5(one::text) as digest, count(*)::int as times from ${table} one group by 1`,
    );
    for (const { digest, times } of rows) digests.set(`${table} ${digest}`, times);
  }
  return digests;
}

/** Rows that are gone, new or otherwise than before, by table and digest. */
export const changesIn = (before: Rows, after: Rows): readonly string[] => [
  ...[...before].filter(([key, times]) => after.get(key) !== times).map(([key]) => key),
  ...[...after.keys()].filter((key) => !before.has(key)),
];
