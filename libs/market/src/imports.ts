import { randomUUID } from 'node:crypto';
import {
  actsFor,
  cellName,
  problem,
  recogniseColumns,
  type Actor,
  type Cell,
  type DecimalMark,
  type IntakeColumns,
  type Problem,
  type RowEffect,
} from '#domain';
import type { ImportFormat, ImportPlan, ImportTotals, StoredImport, Tx } from '#store';
import type { DeliveriesService } from './deliveries.js';
import {
  chunksOf,
  exact,
  judgedBy,
  Marks,
  rowsBelow,
  Sifting,
  storedRows,
  type StoredRow,
  type WrittenDelivery,
} from './import-rows.js';
import { Judge, type Judgement } from './judging.js';
import { once } from './once.js';
import { conflict, done, invalid, notFound, type Outcome } from './outcome.js';
import { mayNot, mustRun } from './permit.js';
import type { Setting } from './setting.js';
import { deliveryView, type DeliveryView } from './views.js';

/** Files of a firm that are read and not recorded; with one more, the oldest is forgotten. */
const MOST_OPEN = 20;
const DAYS_KEPT = 30;
const DAY_MS = 86_400_000;
/** Problems told when a whole file is refused; all of them stand with their rows. */
const MOST_TOLD = 50;
const RECORDED = 'The file was recorded already; send what is left as a file of its own.';

/** A file as it was read, nothing of it understood yet. */
export interface UploadedFile {
  readonly fileName: string;
  readonly format: Omit<ImportFormat, 'header'>;
  /** Cells of all rows, the first one of the file first. */
  readonly rows: readonly (readonly Cell[])[];
  readonly unit?: string | undefined;
  readonly agreementId?: string | undefined;
}

export interface ImportMapping {
  readonly importId: string;
  readonly columns: IntakeColumns;
  readonly decimalMark?: DecimalMark | undefined;
  readonly unit?: string | undefined;
  readonly agreementId?: string | undefined;
}

export interface ImportView extends StoredImport {
  /** When it is forgotten. */
  readonly keptUntil: Date;
}

export interface ImportRowView extends StoredRow {
  /** What is recorded under its reference already, or was by it. */
  readonly recorded: DeliveryView | undefined;
}

export interface Committing {
  readonly importId: string;
  readonly rows: 'ALL_OR_NOTHING' | 'VALID_ONLY';
  /** Why what is recorded is corrected; without one, corrections are not made. */
  readonly correctionReason?: string | undefined;
}

interface Kept {
  readonly importId: string;
}

export interface Committed extends Kept {
  readonly totals: ImportTotals;
}

/** Deliveries by file: read, shown, and recorded once somebody has looked; see docs/decisions/0033. */
export class ImportsService {
  constructor(
    private readonly setting: Setting,
    private readonly deliveries: DeliveriesService,
  ) {}

  /** The firm that the actor may record files for; asked before one is read. */
  firmOf(actor: Actor): Outcome<string> {
    const firmId = actor.firms[0]?.firmId;
    return firmId === undefined ? notFound('firm') : (mayNot(actor, 'deliver', firmId) ?? done(firmId));
  }

  /** Keeps a file with what each of its rows would do. Nothing is recorded. */
  async keep(actor: Actor, file: UploadedFile): Promise<Outcome<Kept>> {
    const firm = this.firmOf(actor);
    if (!firm.ok) return firm;
    const { headerRow, columns, unit } = recogniseColumns(file.rows);
    const rows = rowsBelow(headerRow, file.rows);
    if (rows.length === 0) return invalid([problem('file', 'There are no rows below the header.')]);
    const plan = { headerRow, columns, unit: file.unit ?? unit, agreementId: file.agreementId };
    const format = { ...file.format, header: file.rows[headerRow - 1] ?? [] };
    const [id, now] = [randomUUID(), this.setting.clock()];
    const counts = { NEW: 0, SAME: 0, CHANGED: 0, REFUSED: 0 };
    const facts = { id, firmId: firm.value, fileName: file.fileName, format, plan, counts };
    await this.setting.store.transaction(actor, async (tx) => {
      await tx.imports.insert({ ...facts, uploadedAt: now, checkedAt: now }, actor.personId);
      const marks = new Marks(columns.AMOUNT);
      marks.note(rows);
      const sifting = new Sifting(this.judge(tx, actor, columns), plan, format, marks.seen);
      for (const some of chunksOf(rows)) await tx.imports.insertRows(id, await sifting.sift(some));
      await tx.imports.setCounts(id, sifting.counts, now);
      await tx.imports.forgetAllBut(firm.value, MOST_OPEN);
    });
    return done({ importId: id });
  }

  /** Undefined for those of other firms. */
  find(actor: Actor, id: string): Promise<ImportView | undefined> {
    return this.setting.store.read(actor, async (tx) => {
      const found = await tx.imports.byId(id);
      if (found === undefined || !actsFor(actor, found.firmId)) return undefined;
      return { ...found, keptUntil: new Date(found.uploadedAt.getTime() + DAYS_KEPT * DAY_MS) };
    });
  }

  /** Rows of a file in their order, those of one effect where one is named. */
  rows(
    actor: Actor,
    id: string,
    page: { readonly after: number; readonly first: number; readonly effect?: RowEffect | undefined },
  ): Promise<readonly ImportRowView[]> {
    return this.setting.store.read(actor, async (tx) => {
      const rows = await tx.imports.rows<WrittenDelivery>(id, page);
      const found = await tx.deliveries.byIds(rows.flatMap(({ deliveryId }) => deliveryId ?? []));
      const views = new Map(found.map((one) => [one.id, deliveryView(one)]));
      return rows.map((row) => ({ ...row, recorded: views.get(row.deliveryId ?? '') }));
    });
  }

  /** Reads the file anew, by columns that a person named. */
  map(actor: Actor, mapping: ImportMapping, key?: string): Promise<Outcome<Kept>> {
    const { importId: id, ...wanted } = mapping;
    const call = { operation: 'mapDeliveryImport', key, input: mapping };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const held = await this.open(tx, actor, id);
        if (!held.ok) return held;
        const { plan: before, format } = held.value;
        const plan: ImportPlan = { ...wanted, headerRow: before.headerRow };
        const marks = new Marks(plan.columns.AMOUNT);
        for await (const some of storedRows(tx, id)) marks.note(some);
        const sifting = new Sifting(this.judge(tx, actor, plan.columns), plan, format, marks.seen);
        for await (const some of storedRows(tx, id)) {
          const sifted = await sifting.sift(some);
          await tx.imports.read(id, sifted);
          await tx.imports.judge(id, sifted);
        }
        await tx.imports.setPlan(id, plan);
        await tx.imports.setCounts(id, sifting.counts, this.setting.clock());
        return done({ importId: id });
      }),
    );
  }

  /**
   * Records what the file says, all in one transaction, as it was shown: where the agreements or deliveries have changed
   * since, nothing is recorded, and the rows are judged anew to be looked at again.
   */
  commit(actor: Actor, asked: Committing, key?: string): Promise<Outcome<Committed>> {
    const call = { operation: 'commitDeliveryImport', key, input: asked };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const held = await this.open(tx, actor, asked.importId);
        if (!held.ok) return held;
        const judge = this.judge(tx, actor, held.value.plan.columns);
        const fresh = await judgedAgain(tx, judge, asked.importId);
        if (fresh.changed > 0) {
          await tx.imports.setCounts(asked.importId, fresh.counts, this.setting.clock());
          return conflict(
            `Since the file was shown, ${fresh.changed} of its rows have come to do something else; look at it again.`,
          );
        }
        const refused = await this.refusedWhole(tx, asked, held.value);
        return refused ?? this.write(tx, actor, asked, held.value, fresh.judgements);
      }),
    );
  }

  /** What time brings about: old files are forgotten, with all that was in them. */
  forget(actor: Actor): Promise<void> {
    mustRun(actor);
    const before = new Date(this.setting.clock().getTime() - DAYS_KEPT * DAY_MS);
    return this.setting.store.transaction(actor, (tx) => tx.imports.forgetBefore(before));
  }

  private judge(tx: Tx, actor: Actor, columns: IntakeColumns): Judge {
    return new Judge(tx, actor, this.setting, this.deliveries, columns);
  }

  private async open(tx: Tx, actor: Actor, id: string): Promise<Outcome<StoredImport>> {
    const found = await tx.imports.lock(id);
    if (found === undefined) return notFound('delivery import');
    const refused = mayNot(actor, 'deliver', found.firmId);
    if (refused !== undefined) return refused;
    return found.committedAt === null ? done(found) : conflict(RECORDED);
  }

  /** Why nothing is recorded where it is all or nothing, or why a reason will not do. */
  private async refusedWhole(
    tx: Tx,
    { importId, rows, correctionReason }: Committing,
    { counts }: StoredImport,
  ): Promise<Outcome<never> | undefined> {
    if (correctionReason !== undefined && correctionReason.trim().length < 3)
      return invalid([problem('correctionReason', 'Say in a few words why it is corrected.')]);
    if (rows === 'VALID_ONLY') return undefined;
    if (counts.REFUSED > 0) return invalid(await this.problemsOf(tx, importId));
    if (counts.CHANGED === 0 || correctionReason !== undefined) return undefined;
    return conflict(
      `${counts.CHANGED} rows would correct what is recorded: confirm it by a correctionReason, or take VALID_ONLY.`,
      'correctionReason',
    );
  }

  private async problemsOf(tx: Tx, importId: string): Promise<readonly Problem[]> {
    const rows = await tx.imports.rows(importId, { after: 0, first: MOST_TOLD, effect: 'REFUSED' });
    return rows
      .flatMap(({ row, problems, judged }) =>
        [...problems, ...judged].map(({ field, column, message }) => ({
          path: ['rows', String(row), column === undefined ? field : cellName(column, row)],
          message,
        })),
      )
      .slice(0, MOST_TOLD);
  }

  private async write(
    tx: Tx,
    actor: Actor,
    { importId, correctionReason }: Committing,
    { counts }: StoredImport,
    judgements: readonly Judgement[],
  ): Promise<Outcome<Committed>> {
    await this.record(tx, actor, importId, judgements);
    const corrections =
      correctionReason === undefined ? [] : judgements.filter((one) => one.effect === 'CHANGED');
    for (const { row, toWrite } of corrections) {
      if (toWrite?.instead === undefined) continue;
      const held = { ...toWrite.held, delivery: toWrite.instead };
      const outcome = await this.deliveries.correctHeld(
        tx,
        actor,
        held,
        toWrite.input,
        correctionReason ?? '',
      );
      // Judged a moment ago under the same locks: whatever is refused now is a fault of ours, and records nothing.
      if (!outcome.ok) throw new Error(`Row ${row} was judged to correct a delivery, and cannot.`);
      await tx.imports.recorded(importId, [{ row, deliveryId: outcome.value.deliveryId }]);
    }
    const left = counts.REFUSED + counts.CHANGED - corrections.length;
    const totals = { recorded: counts.NEW, corrected: corrections.length, skipped: counts.SAME, left };
    await tx.imports.commit(importId, totals, this.setting.clock());
    return done({ importId, totals });
  }

  private async record(
    tx: Tx,
    actor: Actor,
    importId: string,
    judgements: readonly Judgement[],
  ): Promise<void> {
    const byAgreement = new Map<string, Judgement[]>();
    for (const one of judgements) {
      if (one.effect !== 'NEW' || one.toWrite === undefined) continue;
      const { id } = one.toWrite.held.agreement;
      const of = byAgreement.get(id);
      if (of === undefined) byAgreement.set(id, [one]);
      else of.push(one);
    }
    for (const of of byAgreement.values()) {
      for (const some of chunksOf(of)) {
        const toWrite = some.flatMap((one) => one.toWrite ?? []);
        const [first] = toWrite;
        if (first === undefined) continue;
        const ids = await this.deliveries.write(tx, actor, first.held, toWrite, 'deliveryRecorded');
        await tx.imports.recorded(
          importId,
          some.map(({ row }, at) => ({ row, deliveryId: ids[at] ?? '' })),
        );
      }
    }
  }
}

/** All rows under the locks of their agreements; those that do something else than was shown are written down anew. */
async function judgedAgain(tx: Tx, judge: Judge, importId: string) {
  await judge.lock(await tx.imports.agreementsOf(importId));
  const counts = { NEW: 0, SAME: 0, CHANGED: 0, REFUSED: 0 };
  const judgements: Judgement[] = [];
  let changed = 0;
  for await (const some of storedRows(tx, importId)) {
    const readable = some.map(({ row, delivery }) => ({ row, delivery: delivery && exact(delivery) }));
    const fresh = await judgedBy(judge, readable);
    const differing = some.flatMap((shown) => {
      const now = fresh.get(shown.row);
      counts[now?.effect ?? 'REFUSED'] += 1;
      return now !== undefined && differs(shown, now) ? [now] : [];
    });
    const anew = differing.map(({ row, effect, deliveryId, judged }) => ({
      row,
      effect,
      deliveryId,
      judged,
    }));
    if (anew.length > 0) await tx.imports.judge(importId, anew);
    changed += differing.length;
    judgements.push(...fresh.values());
  }
  return { counts, judgements, changed };
}

const differs = (shown: StoredRow, now: Judgement): boolean =>
  shown.effect !== now.effect || shown.deliveryId !== now.deliveryId;
