import {
  broughtTo,
  countedIn,
  countsExchanges,
  groupsOf,
  seesExactFigures,
  unitOfNumber,
  type Actor,
  type Basis,
  type Breakdown,
  type CalendarPeriod,
  type DaySpan,
  type Decimal,
  type IndicatorRules,
  type LedgerEntry,
  type WithheldReason,
} from '#domain';
import type { Behind, Tx } from '#store';
import { EVER } from './counting.js';
import { recordLook } from './figures.js';
import { firmReadFor, type FlowDirection } from './firm-figures.js';
import type { Page } from './reading.js';
import { rulesUnder, type Setting } from './setting.js';

/** Which number the entries are asked of: of a cluster, or of what one firm gives or takes. */
export interface NumberAsked {
  readonly name: string;
  readonly basis: Basis;
  readonly span: DaySpan;
  /** Without a direction half of what the firm gives and takes is told. */
  readonly of:
    | { readonly clusterId: string }
    | { readonly firmId: string; readonly direction: FlowDirection | undefined };
  /** Another factor set than the one in use, under which it was reckoned. */
  readonly factorSet?: string | undefined;
  /** One group of a breakdown; absent of the whole. */
  readonly within?: { readonly by: Exclude<Breakdown, CalendarPeriod>; readonly key: string } | undefined;
}

/** An entry of the ledger, with what it brings to the number; no firm, no place and no price. */
export interface EntryView {
  readonly entry: LedgerEntry;
  /** Undefined of what counts exchanges. */
  readonly brings: Decimal | undefined;
  readonly unit: string;
}

export type EntriesView =
  | { readonly page: Page<EntryView>; readonly reason?: undefined }
  | { readonly page?: undefined; readonly reason: WithheldReason };

/** Rows read at a time; those that are not behind the number are left out of them. */
const AT_A_TIME = 500;

/** The ledger entries behind a number: the last step from what is published back to what was weighed. */
export class EntriesService {
  constructor(private readonly setting: Setting) {}

  /** In the order of the ledger; each page is a look kept for the firms in it. */
  async behind(actor: Actor, asked: NumberAsked, first: number, after: string): Promise<EntriesView> {
    const { basis, of } = asked;
    const mayLook =
      'clusterId' in of ? seesExactFigures(actor, of.clusterId) : firmReadFor(actor) === of.firmId;
    if (!mayLook || basis === 'POTENTIAL') return { reason: 'NEVER_PUBLISHED' };
    // One entry's money is one firm's.
    if ('clusterId' in of && this.unitOf(asked.name) === 'NOK') return { reason: 'SEALED' };
    const work = async (tx: Tx): Promise<EntriesView> => {
      const rows = await this.page(tx, asked, basis, first + 1, after);
      if ('clusterId' in of)
        await recordLook(tx, actor, of.clusterId, asked.span, firmsOf(rows.slice(0, first)));
      return { page: pageOf(rows, first) };
    };
    return this.setting.store.transaction(actor, work, 'bistrom_figures');
  }

  private async page(
    tx: Tx,
    asked: NumberAsked,
    basis: Exclude<Basis, 'POTENTIAL'>,
    atLeast: number,
    after: string,
  ): Promise<readonly EntryView[]> {
    const rows: EntryView[] = [];
    const question = this.questionOf(asked, basis);
    const rules = (await rulesUnder(tx, this.setting, asked.factorSet)) ?? this.setting.rules;
    for (let last: string | undefined = after; last !== undefined && rows.length < atLeast;) {
      const batch: readonly LedgerEntry[] = await tx.entries.behind(question, last, AT_A_TIME);
      const traits = await tx.entries.traitsOf(batch.map((one) => one.exchange));
      rows.push(...batch.flatMap((entry) => viewOf(entry, asked, question, { rules, traits })));
      last = batch.length < AT_A_TIME ? undefined : batch.at(-1)?.id;
    }
    return rows;
  }

  private questionOf({ name, span, of }: NumberAsked, basis: Behind['basis']): Behind {
    return {
      of: scopeOf(of),
      basis,
      from: name.endsWith('ToDate') ? EVER : span.from,
      to: span.to,
      standing: countsExchanges(this.unitOf(name) ?? ''),
    };
  }

  private unitOf(name: string): string | undefined {
    return unitOfNumber(name, { rules: this.setting.rules, traits: new Map() });
  }
}

function viewOf(
  entry: LedgerEntry,
  { name, of, within }: NumberAsked,
  { basis, from, to }: Behind,
  { rules, traits }: IndicatorRules,
): readonly EntryView[] {
  const [counted] = countedIn([entry], basis, { from, to }, rules);
  if (counted === undefined) return [];
  const brought = broughtTo(name, counted, basis, { rules, traits });
  const isInside =
    within === undefined || groupsOf([counted], within.by, { rules, traits })[0]?.key === within.key;
  if (brought === undefined || !isInside) return [];
  const isHalf = 'firmId' in of && of.direction === undefined;
  return [{ entry, brings: isHalf ? brought.value?.div(2) : brought.value, unit: brought.unit }];
}

function scopeOf(of: NumberAsked['of']): Behind['of'] {
  if ('clusterId' in of) return { clusterId: of.clusterId };
  if (of.direction === undefined) return { firmId: of.firmId };
  return of.direction === 'OUTGOING' ? { giverFirmId: of.firmId } : { takerFirmId: of.firmId };
}

const firmsOf = (rows: readonly EntryView[]): readonly string[] => [
  ...new Set(rows.flatMap(({ entry: { exchange } }) => [exchange.giverFirmId, exchange.takerFirmId])),
];

const pageOf = (rows: readonly EntryView[], first: number): Page<EntryView> => ({
  rows: rows.slice(0, first).map((node) => ({
    key: { sortKey: node.entry.id, id: node.entry.exchange.agreementId },
    node,
  })),
  hasNext: rows.length > first,
});
