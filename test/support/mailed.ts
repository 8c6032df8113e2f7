import type { TestDatabase } from './database.js';
import { wait } from './running.js';

const SOON_MS = 10_000;

/** What is queued for somebody, the earliest first, once there are as many; no worker may be running. */
export async function mailsTo(database: TestDatabase, email: string, count: number): Promise<QueuedMail[]> {
  const end = Date.now() + SOON_MS;
  for (;;) {
    const rows = await database.query<{ facts: QueuedMail }>(
      'select facts from mail where recipient = $1 order by asked_at',
      [email],
    );
    if (rows.length >= count) return rows.map(({ facts }) => facts);
    if (Date.now() > end) throw new Error(`${rows.length} of ${count} mails to ${email} are queued.`);
    await wait(50);
  }
}

export interface QueuedMail {
  readonly kind: string;
  readonly link?: string;
  readonly what?: string;
}

/** What proves, in a mailed link. */
export const tokenOf = (mail: QueuedMail | undefined): string => mail?.link?.split('#')[1] ?? '';
