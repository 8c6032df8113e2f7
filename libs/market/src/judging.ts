import {
  Decimal,
  deliveryProblems,
  NO_SUCH_AGREEMENT,
  ownBase,
  saysTheSame,
  windowOf,
  type Actor,
  type CellProblem,
  type Day,
  type IntakeColumns,
  type IntakeDelivery,
  type IntakeField,
  type Problem,
  type Term,
  type Window,
} from '#domain';
import type { AgreementRow, DeliveryRow, JudgedRow, Tx } from '#store';
import {
  heldBy,
  lockAgreement,
  type DeliveriesService,
  type DeliveryInput,
  type Held,
} from './deliveries.js';
import { today, type Setting } from './setting.js';

/** A row that could be read. */
export interface RowToJudge {
  readonly row: number;
  readonly delivery: IntakeDelivery;
}

/** What a row would do, with what doing it takes. */
export interface Judgement extends JudgedRow {
  readonly toWrite?:
    | {
        readonly held: Held;
        readonly input: DeliveryInput;
        readonly amountBase: Decimal;
        readonly instead: DeliveryRow | undefined;
      }
    | undefined;
}

const FIELD_OF: Readonly<Record<string, IntakeField>> = Object.freeze({
  amount: 'AMOUNT',
  unit: 'UNIT',
  deliveredOn: 'DATE',
  distanceKm: 'DISTANCE',
});

/**
 * Goes through the rows of a file in their order and says what each would do, by the rules that a delivery recorded by
 * hand is held to; what a row would take of an agreement, the next one does not find any more.
 */
export class Judge {
  private readonly held = new Map<string, Held | undefined>();
  private readonly delivered = new Map<string, Decimal>();
  private readonly rounds = new Map<string, Window>();
  private readonly inFile = new Map<string, RowToJudge>();

  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
    private readonly setting: Setting,
    private readonly deliveries: DeliveriesService,
    private readonly columns: IntakeColumns,
  ) {}

  /** Always in the same order, so that two files never wait for each other. */
  async lock(agreementIds: readonly string[]): Promise<void> {
    for (const id of [...new Set(agreementIds)].sort()) {
      this.held.set(id, await lockAgreement(this.tx, this.actor, id));
    }
  }

  async judge(rows: readonly RowToJudge[]): Promise<readonly Judgement[]> {
    await this.find(rows.map(({ delivery }) => delivery.agreementId));
    const recorded = new Map<string, DeliveryRow[]>();
    for (const one of await this.tx.deliveries.standingUnder(rows.map(({ delivery }) => delivery))) {
      const key = keyOf({ agreementId: one.agreementId, reference: one.reference ?? '' });
      recorded.set(key, [...(recorded.get(key) ?? []), one]);
    }
    const judged: Judgement[] = [];
    for (const row of rows) judged.push(await this.one(row, recorded.get(keyOf(row.delivery)) ?? []));
    return judged;
  }

  private async find(ids: readonly string[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.held.has(id));
    if (unknown.length === 0) return;
    const found = new Map((await this.tx.agreements.byIds(unknown)).map((one) => [one.id, one]));
    for (const id of unknown) {
      const agreement = found.get(id);
      this.held.set(id, agreement && heldBy(this.actor, agreement));
    }
  }

  private async one(row: RowToJudge, recorded: readonly DeliveryRow[]): Promise<Judgement> {
    const { delivery } = row;
    const held = this.held.get(delivery.agreementId);
    if (held === undefined) return this.refused(row, 'AGREEMENT', NO_SUCH_AGREEMENT);
    const same = recorded.find((one) => saysTheSame(delivery, one));
    if (same !== undefined) return { row: row.row, effect: 'SAME', deliveryId: same.id, judged: [] };
    if (recorded.length > 1)
      return this.refused(
        row,
        'REFERENCE',
        'Several deliveries are recorded under it; correct them one by one.',
      );
    const before = this.inFile.get(keyOf(delivery));
    if (before !== undefined) return this.twice(row, before);
    const judgement = await this.againstRound(row, held, recorded[0]);
    if (judgement.toWrite !== undefined) this.inFile.set(keyOf(delivery), row);
    return judgement;
  }

  private twice(row: RowToJudge, before: RowToJudge): Judgement {
    const isSame = saysTheSame(row.delivery, { ...before.delivery, roadKm: kmOf(before.delivery) });
    return isSame
      ? { row: row.row, effect: 'SAME', judged: [] }
      : this.refused(row, 'REFERENCE', `Row ${before.row} has the same one and says something else.`);
  }

  private async againstRound(
    row: RowToJudge,
    held: Held,
    instead: DeliveryRow | undefined,
  ): Promise<Judgement> {
    const { delivery: input } = row;
    const { agreement } = held;
    const against = this.deliveries.agreed(agreement);
    const roundOf = (day: string): Window => this.roundOf(agreement, day, against);
    const { from, until } = roundOf(input.deliveredOn);
    const key = `${agreement.id} ${from}`;
    const delivered =
      this.delivered.get(key) ??
      new Decimal(await this.tx.deliveries.deliveredBase(agreement.id, from, until));
    const isFreed = instead !== undefined && roundOf(instead.deliveredOn).from === from;
    const freed = isFreed ? instead.amountBase : new Decimal(0);
    const deliveredBase = delivered.minus(freed);
    const problems = deliveryProblems(input, { ...against, deliveredBase }, today(this.setting));
    if (problems.length > 0) {
      this.delivered.set(key, delivered);
      return { row: row.row, effect: 'REFUSED', judged: problems.map((one) => this.cellProblem(one)) };
    }
    const amountBase = ownBase(input.amount, input.unit, against.byProduct) ?? new Decimal(0);
    // A correction may be left out in the end: what follows must fit either way.
    this.delivered.set(key, deliveredBase.plus(Decimal.max(freed, amountBase)));
    const toWrite = { held, input, amountBase, instead };
    return instead === undefined
      ? { row: row.row, effect: 'NEW', judged: [], toWrite }
      : { row: row.row, effect: 'CHANGED', deliveryId: instead.id, judged: [], toWrite };
  }

  /** Most loads of a file lie in few days. */
  private roundOf({ id, per }: AgreementRow, day: Day, term: Term): Window {
    const key = `${id} ${day}`;
    const round = this.rounds.get(key) ?? windowOf(day, per, term);
    this.rounds.set(key, round);
    return round;
  }

  private cellProblem({ path, message }: Problem): CellProblem {
    const field = FIELD_OF[path.at(-1) ?? ''] ?? 'AMOUNT';
    return { field, column: this.columns[field], message };
  }

  private refused({ row }: RowToJudge, field: IntakeField, message: string): Judgement {
    return { row, effect: 'REFUSED', judged: [{ field, column: this.columns[field], message }] };
  }
}

const keyOf = ({ agreementId, reference }: Pick<IntakeDelivery, 'agreementId' | 'reference'>): string =>
  `${agreementId} ${reference}`;

const kmOf = ({ distanceKm }: IntakeDelivery): Decimal | undefined =>
  distanceKm === undefined ? undefined : new Decimal(distanceKm);
