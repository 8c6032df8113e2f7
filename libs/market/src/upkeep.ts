import { SYSTEM } from '#domain';
import { cursorText, isBefore, readCursor } from './cursor.js';
import type { Setting } from './setting.js';

/** A quarter: longer than any program is away that somebody still minds; who stays away longer reads its lists anew. */
export const EVENTS_KEPT_DAYS = 90;
/** Twice the day that retries are usually promised for, so that one survives a night and a day's outage. */
const KEYS_KEPT_HOURS = 48;
/** The cursor of the last event that was trimmed. */
export const TRIMMED_UNTIL = 'events trimmed until';

/** What the clock does for the installation itself. */
export class UpkeepService {
  constructor(private readonly setting: Setting) {}

  /** Deletes events and kept answers past keeping, and notes how far, so that no cursor leads into the gap unnoticed. */
  async trim(): Promise<void> {
    await this.setting.store.transaction(SYSTEM, async (tx) => {
      await tx.idempotency.forgetOlderThan(KEYS_KEPT_HOURS);
      await tx.inbox.forgetReadBefore(EVENTS_KEPT_DAYS);
      const last = await tx.events.trim(EVENTS_KEPT_DAYS);
      const before = readCursor((await tx.marks.get(TRIMMED_UNTIL)) ?? '');
      if (last === undefined || (before !== undefined && isBefore(last, before))) return;
      await tx.marks.set(TRIMMED_UNTIL, cursorText(last));
    });
  }
}
