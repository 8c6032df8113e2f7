import { dayInOslo, osloAt, SYSTEM } from '#domain';
import { cursorText, isBefore, readCursor } from './cursor.js';
import { CHANGES_KEPT_HOURS } from './memory-index.js';
import type { Setting } from './setting.js';

/** A quarter: longer than any program is away that somebody still minds; who stays away longer reads its lists anew. */
export const EVENTS_KEPT_DAYS = 90;
/** Twice the day that retries are usually promised for, so that one survives a night and a day's outage. */
const KEYS_KEPT_HOURS = 48;
/** The cursor of the last event that was trimmed. */
export const TRIMMED_UNTIL = 'events trimmed until';

/** The day on which the floors of all lists were checked last, and the hour from which it is done. */
const FLOORS_CHECKED_ON = 'floors checked on';
const CHECKED_FROM_HOUR = 2;

/** What the clock does for the installation itself. */
export class UpkeepService {
  constructor(private readonly setting: Setting) {}

  /** Deletes events and kept answers past keeping, and notes how far, so that no cursor leads into the gap unnoticed. */
  async trim(): Promise<void> {
    await this.setting.store.transaction(SYSTEM, async (tx) => {
      await tx.searchFeed.forgetOlderThan(CHANGES_KEPT_HOURS);
      await tx.idempotency.forgetOlderThan(KEYS_KEPT_HOURS);
      await tx.inbox.forgetReadBefore(EVENTS_KEPT_DAYS);
      const last = await tx.events.trim(EVENTS_KEPT_DAYS);
      const before = readCursor((await tx.marks.get(TRIMMED_UNTIL)) ?? '');
      if (last === undefined || (before !== undefined && isBefore(last, before))) return;
      await tx.marks.set(TRIMMED_UNTIL, cursorText(last));
    });
  }

  /**
   * Once a night, before indexes are loaded anew: works out what it takes to come onto each list. Some listings at a
   * time, so that no lock is held for long.
   */
  async checkFloors(): Promise<void> {
    const { store, clock } = this.setting;
    const day = dayInOslo(clock());
    if (clock() < osloAt(day, CHECKED_FROM_HOUR)) return;
    const isDone = await store.transaction(SYSTEM, async (tx) => {
      if ((await tx.marks.get(FLOORS_CHECKED_ON)) === day) return true;
      await tx.marks.set(FLOORS_CHECKED_ON, day);
      return false;
    });
    if (isDone) return;
    let last: string | undefined;
    do last = await store.transaction(SYSTEM, (tx) => tx.searchFeed.checkFloors(last));
    while (last !== undefined);
  }
}
