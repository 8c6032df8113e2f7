import { randomUUID } from 'node:crypto';
import {
  actsFor,
  problem,
  recogniseColumns,
  type Actor,
  type Cell,
  type DecimalMark,
  type IntakeColumns,
} from '#domain';
import type { ImportFormat, ImportPlan, RowPage, StoredImport, Tx } from '#store';
import type { DeliveriesService } from './deliveries.js';
import {
  chunksOf,
  Marks,
  rowsBelow,
  Sifting,
  storedRows,
  type StoredRow,
  type WrittenDelivery,
} from './import-rows.js';
import { Judge } from './judging.js';
import { once } from './once.js';
import { conflict, done, invalid, notFound, type Outcome } from './outcome.js';
import { actingFirm, mayNot, mustRun } from './permit.js';
import type { Setting } from './setting.js';
import { deliveryView, type DeliveryView } from './views.js';

/** Files of a firm that are read and not recorded; with one more, the oldest is forgotten. */
const MOST_OPEN = 20;
const DAYS_KEPT = 30;
const DAY_MS = 86_400_000;
export const IN_RECORDING =
  'The file is being recorded or was recorded already; send what is left as a file of its own.';

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

export interface Kept {
  readonly importId: string;
}

/** Deliveries by file: read and shown, before anything is recorded; see docs/decisions/0033. */
export class ImportsService {
  constructor(
    private readonly setting: Setting,
    private readonly deliveries: DeliveriesService,
  ) {}

  /** The firm that the actor may record files for; asked before one is read. */
  firmOf(actor: Actor): Outcome<string> {
    return actingFirm(actor, 'deliver');
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
      for await (const some of chunksOf(rows)) await tx.imports.insertRows(id, await sifting.sift(some));
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
  rows(actor: Actor, id: string, page: RowPage): Promise<readonly ImportRowView[]> {
    return this.setting.store.read(actor, async (tx) => {
      const rows = await tx.imports.rows<WrittenDelivery>(id, page);
      const found = await tx.deliveries.byIds(rows.flatMap(({ deliveryId }) => deliveryId ?? []));
      const views = new Map(found.map((one) => [one.id, deliveryView(actor, one)]));
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
    const held = await lockImport(tx, actor, id);
    if (!held.ok) return held;
    return held.value.state === 'SHOWN' ? held : conflict(IN_RECORDING);
  }
}

/** Of a firm that the actor may record deliveries for, held until the transaction ends. */
export async function lockImport(tx: Tx, actor: Actor, id: string): Promise<Outcome<StoredImport>> {
  const found = await tx.imports.lock(id);
  if (found === undefined) return notFound('delivery import');
  return mayNot(actor, 'deliver', found.firmId) ?? done(found);
}
