import type { Day } from '../calendar/day.js';
import { Decimal } from '../quantity/decimal.js';
import type { UnitKind } from '../quantity/unit.js';

export type EntryKind = 'agreed' | 'delivered' | 'verified' | 'corrected';
export type Basis = 'POTENTIAL' | 'AGREED' | 'DELIVERED' | 'VERIFIED';

/**
 * Version of the method by which entries become figures; part of every entry. With 2026-1 the money of a yearly rate
 * counted whole in each of its years; since 2026-2 it counts by its days, as the amount does.
 */
export const METHOD_VERSION = '2026-2';

/** What every entry of one agreement says about the exchange; frozen when the agreement is made. */
export interface Exchange {
  readonly agreementId: string;
  readonly giverFirmId: string;
  readonly takerFirmId: string;
  readonly giverDivision: string;
  readonly takerDivision: string;
  readonly offerId: string;
  readonly offerVersion: number;
  readonly needId: string;
  readonly needVersion: number;
  readonly byProductCode: string;
  readonly inputCode: string;
  readonly ratio: number;
  readonly treatment: string;
  readonly displaces?: string | undefined;
  readonly ruleSet: string;
  readonly factorSet: string;
}

/** One row of the append-only ledger: a movement from a giver's stream to a taker's input. */
export interface NewEntry {
  readonly exchange: Exchange;
  readonly kind: EntryKind;
  readonly basis: Exclude<Basis, 'POTENTIAL'>;
  readonly deliveryId?: string | undefined;
  /** Entry that this one takes back. */
  readonly reverses?: string | undefined;
  readonly unitKind: UnitKind;
  /** Signed, base units of the by-product's own kind; for a recurring agreement the amount of a year. */
  readonly amountBase: Decimal;
  readonly roadKm: Decimal;
  /** What the taker pays the giver, NOK, signed as the amount; absent when no price in NOK was agreed. */
  readonly valueNok?: Decimal | undefined;
  readonly occurredOn: Day;
  /** Only on agreed, recurring entries: until when the yearly amount runs. */
  readonly yearly: boolean;
  readonly endsOn?: Day | undefined;
  readonly methodVersion: string;
}

export interface LedgerEntry extends NewEntry {
  readonly id: string;
  readonly recordedAt: Date;
}

export interface AgreedFacts {
  readonly exchange: Exchange;
  readonly unitKind: UnitKind;
  readonly amountBase: Decimal;
  readonly yearly: boolean;
  readonly startsOn: Day;
  readonly endsOn?: Day | undefined;
  readonly roadKm: Decimal;
  readonly valueNok?: Decimal | undefined;
}

/**
 * The entry that an acceptance writes.
 *
 * @param facts amount in base units: of a year where `yearly`, of the lot otherwise
 * @example agreedEntry(facts).basis // 'AGREED'
 */
export const agreedEntry = (facts: AgreedFacts): NewEntry =>
  Object.freeze({
    exchange: facts.exchange,
    kind: 'agreed' as const,
    basis: 'AGREED' as const,
    unitKind: facts.unitKind,
    amountBase: facts.amountBase,
    roadKm: facts.roadKm,
    valueNok: facts.valueNok,
    occurredOn: facts.startsOn,
    yearly: facts.yearly,
    endsOn: facts.endsOn,
    methodVersion: METHOD_VERSION,
  });

export interface DeliveredFacts {
  readonly exchange: Exchange;
  readonly deliveryId: string;
  readonly unitKind: UnitKind;
  readonly amountBase: Decimal;
  readonly roadKm: Decimal;
  readonly valueNok?: Decimal | undefined;
  readonly deliveredOn: Day;
}

/**
 * The entry of a delivery recorded by one side, or, with kind `verified`, confirmed by the other.
 *
 * @param facts amount in base units, above 0
 * @example deliveryEntry(facts, 'verified').basis // 'VERIFIED'
 */
export const deliveryEntry = (facts: DeliveredFacts, kind: 'delivered' | 'verified'): NewEntry =>
  Object.freeze({
    exchange: facts.exchange,
    kind,
    basis: kind === 'delivered' ? ('DELIVERED' as const) : ('VERIFIED' as const),
    deliveryId: facts.deliveryId,
    unitKind: facts.unitKind,
    amountBase: facts.amountBase,
    roadKm: facts.roadKm,
    valueNok: facts.valueNok,
    occurredOn: facts.deliveredOn,
    yearly: false,
    methodVersion: METHOD_VERSION,
  });

/**
 * The entries that take back those of a delivery, one for one: same day and basis, opposite amount, so that the
 * period they fell in is corrected and nothing is edited.
 *
 * @param entries of one delivery, not taken back before; those of other kinds are left alone
 * @example reversalsOf([delivered25Tonnes])[0]?.amountBase.toString() // '-25000'
 */
export const reversalsOf = (entries: readonly LedgerEntry[]): readonly NewEntry[] =>
  entries
    .filter((entry) => entry.kind === 'delivered' || entry.kind === 'verified')
    .map(({ id, recordedAt: _recordedAt, ...entry }) =>
      Object.freeze({
        ...entry,
        kind: 'corrected' as const,
        reverses: id,
        amountBase: entry.amountBase.negated(),
        valueNok: entry.valueNok?.negated(),
      }),
    );

/**
 * What stands on a basis after all corrections, base units; the entries are of one unit kind.
 *
 * @example balance([delivered40Tonnes, delivered2Tonnes], 'DELIVERED').toString() // '42000'
 */
export const balance = (entries: readonly Pick<NewEntry, 'basis' | 'amountBase'>[], basis: Basis): Decimal =>
  entries.filter((one) => one.basis === basis).reduce((sum, one) => sum.plus(one.amountBase), new Decimal(0));
