import { randomUUID } from 'node:crypto';
import { addDays, AGREEMENT_ENDING_DAYS, lastDayOnceReminded, remindedUntil, SYSTEM } from '#domain';
import type { Tx } from '#store';
import { partiesOf } from './parties.js';
import { today, type Setting } from './setting.js';

/**
 * Tells firms before something of theirs ends, run by the clock. Of one end each firm is told once: the reminder and its
 * event are written together, and a second reminder of the same end is none, whichever worker comes second.
 */
export class RemindersService {
  constructor(private readonly setting: Setting) {}

  /** @returns how many were told */
  async remindDue(): Promise<number> {
    return (await this.fadingListings()) + (await this.endingAgreements());
  }

  private async fadingListings(): Promise<number> {
    const { store } = this.setting;
    const ids = await store.read(SYSTEM, (tx) => tx.reminders.fadingBy(remindedUntil(today(this.setting))));
    let told = 0;
    for (const id of ids) if (await store.transaction(SYSTEM, (tx) => this.tellFading(tx, id))) told += 1;
    return told;
  }

  private async tellFading(tx: Tx, id: string): Promise<boolean> {
    await tx.listings.lock([id]);
    const listing = await tx.listings.byId(id);
    if (listing?.confirmBy === undefined || listing.state !== 'ACTIVE') return false;
    const dueOn = lastDayOnceReminded(listing.confirmBy, today(this.setting));
    if (dueOn === undefined) return false;
    const [reminderId, firmId] = [randomUUID(), listing.firm.id];
    if (!(await tx.reminders.insert({ id: reminderId, firmId, subject: { listingId: id }, dueOn })))
      return false;
    if (dueOn !== listing.confirmBy) await tx.listings.setConfirmBy(id, dueOn);
    await tx.events.append({ type: 'listingFading', firmId, listingId: id, reminderId });
    return true;
  }

  private async endingAgreements(): Promise<number> {
    const { store } = this.setting;
    const from = today(this.setting);
    const ids = await store.read(SYSTEM, (tx) =>
      tx.reminders.endingWithin(from, addDays(from, AGREEMENT_ENDING_DAYS)),
    );
    let told = 0;
    for (const id of ids) told += await store.transaction(SYSTEM, (tx) => this.tellEnding(tx, id));
    return told;
  }

  private async tellEnding(tx: Tx, id: string): Promise<number> {
    const agreement = await tx.agreements.byId(id);
    const dueOn = agreement?.endsOn ?? undefined;
    if (agreement === null || dueOn === undefined) return 0;
    let told = 0;
    for (const firmId of new Set(partiesOf(agreement))) {
      const reminderId = randomUUID();
      const subject = { agreementId: id };
      if (!(await tx.reminders.insert({ id: reminderId, firmId, subject, dueOn }))) continue;
      await tx.events.append({ type: 'agreementEnding', firmId, agreementId: id, reminderId });
      told += 1;
    }
    return told;
  }
}
