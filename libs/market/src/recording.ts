import { problem, type Actor, type Problem } from '#domain';
import type { ImportTotals, RecordedRow, StoredImport, Tx } from '#store';
import { announce, type DeliveriesService } from './deliveries.js';
import { exact, judgedBy, type StoredRow, type WrittenDelivery } from './import-rows.js';
import { IN_RECORDING, lockImport, type Kept } from './imports.js';
import { recordImport, type JobPayloads } from './jobs.js';
import { Judge, type Judgement } from './judging.js';
import { once } from './once.js';
import { conflict, done, invalid, type Outcome } from './outcome.js';
import { mustRun } from './permit.js';
import { rowProblems } from './row-problems.js';
import type { Setting } from './setting.js';

/** Rows of one transaction. */
const SLICE = 500;
/** Rows looked at for what is told when a whole file is refused. */
const MOST_READ = 50;
const NONE: ImportTotals = Object.freeze({ RECORDED: 0, CORRECTED: 0, SKIPPED: 0, LEFT: 0, LAPSED: 0 });
const SINCE_SHOWN =
  'Since the file was shown, something else has come to be recorded: look, and send the row again.';

export interface Committing {
  readonly importId: string;
  readonly rows: 'ALL_OR_NOTHING' | 'VALID_ONLY';
  /** Why what is recorded is corrected; without one, corrections are not made. */
  readonly correctionReason?: string | undefined;
}

/** A row, and what it would do now that its turn has come. */
interface Turn {
  readonly shown: StoredRow;
  readonly now: Judgement | undefined;
}

/** What a file says becomes deliveries: decided at once, written by the worker slice by slice; see docs/decisions/0033. */
export class RecordingService {
  constructor(
    private readonly setting: Setting,
    private readonly deliveries: DeliveriesService,
  ) {}

  /**
   * Decides what of a shown file is recorded, and has it begun. Of one whose recording stopped, what was decided at
   * first goes on where it stood.
   */
  commit(actor: Actor, asked: Committing, key?: string): Promise<Outcome<Kept>> {
    const { importId, correctionReason } = asked;
    const call = { operation: 'commitDeliveryImport', key, input: asked };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const held = await lockImport(tx, actor, importId);
        if (!held.ok) return held;
        const { state, recordedUntil } = held.value;
        if (state !== 'SHOWN' && state !== 'FAILED') return conflict(IN_RECORDING);
        const refused = state === 'SHOWN' ? await refusedWhole(tx, asked, held.value) : undefined;
        if (refused !== undefined) return refused;
        const decision = {
          committedBy: actor.personId,
          correctionReason: correctionReason?.trim() ?? null,
        };
        if (state === 'FAILED') await tx.imports.goOn(importId);
        else await tx.imports.commit(importId, decision, NONE, this.setting.clock());
        await tx.jobs.request([recordImport({ importId, after: recordedUntil })]);
        return done({ importId });
      }),
    );
  }

  /**
   * Records one slice of a file and asks for the next, or neither: however often it is called, and wherever a worker is
   * killed, each slice is recorded once.
   *
   * @param after the row that the slice begins behind; nothing is done where it is recorded already
   */
  async recordNext(actor: Actor, { importId, after }: JobPayloads['record-import']): Promise<void> {
    mustRun(actor);
    const found = await this.setting.store.read(actor, (tx) => tx.imports.byId(importId));
    if (found === undefined || found.recordedUntil !== after) return;
    await this.setting.store.transaction(recorderOf(found), async (tx) => {
      const held = await tx.imports.lock(importId);
      const isDue = held?.state === 'RECORDING' || held?.state === 'FAILED';
      if (held?.recordedUntil === after && isDue) await this.slice(tx, held);
    });
  }

  private async slice(tx: Tx, held: StoredImport): Promise<void> {
    const { id, recordedUntil: after, plan } = held;
    const shown = await tx.imports.rows<WrittenDelivery>(id, { after, first: SLICE });
    const actor = recorderOf(held);
    const judge = new Judge(tx, actor, this.setting, this.deliveries, plan.columns);
    const due = shown.filter((row) => isDue(row, held));
    const readable = due.map(({ row, delivery }) => ({ row, delivery: delivery && exact(delivery) }));
    await judge.lock(readable.flatMap(({ delivery }) => delivery?.agreementId ?? []));
    const judged = await judgedBy(judge, readable);
    const turns = due.map((row) => ({ shown: row, now: judged.get(row.row) }));
    const rows = [
      ...shown.filter((row) => !isDue(row, held)).map((row) => ({ ...row, outcome: 'LEFT' as const })),
      ...(await this.writeNew(tx, actor, turns)),
      ...(await this.correct(tx, actor, turns, held.correctionReason ?? '')),
      ...turns.flatMap(passedOver),
    ];
    const totals = { ...(held.totals ?? NONE) };
    for (const { outcome } of rows) totals[outcome] += 1;
    const until = shown.at(-1)?.row ?? after;
    await tx.imports.recorded(id, rows.map(kept), { until, totals });
    if (shown.length === SLICE) await tx.jobs.request([recordImport({ importId: id, after: until })]);
    else await this.end(tx, id, totals);
  }

  /** New rows that still are, many of an agreement in one statement each. */
  private async writeNew(
    tx: Tx,
    actor: Actor,
    turns: readonly Turn[],
  ): Promise<readonly (StoredRow & RecordedRow)[]> {
    const ofAgreements = new Map<string, Turn[]>();
    for (const turn of turns.filter(({ shown, now }) => shown.effect === 'NEW' && now?.effect === 'NEW')) {
      const id = turn.now?.toWrite?.held.agreement.id ?? '';
      ofAgreements.set(id, [...(ofAgreements.get(id) ?? []), turn]);
    }
    const written: (StoredRow & RecordedRow)[] = [];
    for (const of of ofAgreements.values()) {
      const toWrite = of.flatMap(({ now }) => now?.toWrite ?? []);
      const [first] = toWrite;
      if (first === undefined) continue;
      const ids = await this.deliveries.write(tx, actor, first.held, toWrite);
      written.push(
        ...of.map(({ shown }, at) => ({ ...shown, deliveryId: ids[at], outcome: 'RECORDED' as const })),
      );
    }
    return written;
  }

  private async correct(
    tx: Tx,
    actor: Actor,
    turns: readonly Turn[],
    reason: string,
  ): Promise<readonly (StoredRow & RecordedRow)[]> {
    const corrected: (StoredRow & RecordedRow)[] = [];
    for (const turn of turns) {
      const { shown, now } = turn;
      const { held, instead, input } = now?.toWrite ?? {};
      if (!isStillCorrection(turn) || held === undefined || instead === undefined || input === undefined)
        continue;
      const outcome = await this.deliveries.correctHeld(
        tx,
        actor,
        { ...held, delivery: instead },
        input,
        reason,
      );
      // Judged a moment ago under the same locks: whatever is refused now is a fault of ours, and records nothing.
      if (!outcome.ok) throw new Error(`Row ${shown.row} was judged to correct a delivery, and cannot.`);
      corrected.push({ ...shown, deliveryId: outcome.value.deliveryId, outcome: 'CORRECTED' });
    }
    return corrected;
  }

  private async end(tx: Tx, id: string, { LAPSED: lapsed }: ImportTotals): Promise<void> {
    await tx.imports.end(id, lapsed > 0 ? 'RECORDED_IN_PART' : 'RECORDED', this.setting.clock());
    await tellOf(tx, id);
  }
}

/**
 * Recording has failed for good where these job requests were to do it: what stands is told, and waits to go on.
 *
 * @param reason in names and codes
 */
export async function recordingFailed(tx: Tx, requestIds: readonly string[], reason: string): Promise<void> {
  for (const id of await tx.imports.fail(requestIds, reason)) await tellOf(tx, id);
}

/** Once for all that was recorded of the file, to both sides of each agreement. */
async function tellOf(tx: Tx, importId: string): Promise<void> {
  const agreements = await tx.agreements.byIds(await tx.imports.agreementsWritten(importId));
  if (agreements.length > 0) await announce(tx, agreements, 'deliveriesRecorded');
}

/** Why nothing is recorded where it is all or nothing, or why a reason will not do. */
async function refusedWhole(
  tx: Tx,
  { importId, rows, correctionReason }: Committing,
  { counts }: StoredImport,
): Promise<Outcome<never> | undefined> {
  if (correctionReason !== undefined && correctionReason.trim().length < 3)
    return invalid([problem('correctionReason', 'Say in a few words why it is corrected.')]);
  if (rows === 'VALID_ONLY') return undefined;
  if (counts.REFUSED > 0) return invalid(await problemsOf(tx, importId));
  if (counts.CHANGED === 0 || correctionReason !== undefined) return undefined;
  return conflict(
    `${counts.CHANGED} rows would correct what is recorded: confirm it by a correctionReason, or take VALID_ONLY.`,
    'correctionReason',
  );
}

async function problemsOf(tx: Tx, importId: string): Promise<readonly Problem[]> {
  const rows = await tx.imports.rows(importId, { after: 0, first: MOST_READ, effect: 'REFUSED' });
  return rowProblems(rows.map(({ row, problems, judged }) => ({ row, problems: [...problems, ...judged] })));
}

/**
 * Whoever had the file recorded, for that firm alone: it was asked then whether he or she may, and the rows of any other
 * firm are held back from the worker as they were from the person.
 */
const recorderOf = ({ committedBy, firmId }: StoredImport): Actor => ({
  personId: committedBy ?? '',
  name: '',
  firms: [{ firmId, role: 'plant_manager', clusterIds: [] }],
  clusters: [],
});

const isDue = ({ effect }: StoredRow, { correctionReason }: StoredImport): boolean =>
  effect === 'NEW' || effect === 'SAME' || (effect === 'CHANGED' && correctionReason !== null);

const isStillCorrection = ({ shown, now }: Turn): boolean =>
  shown.effect === 'CHANGED' && now?.effect === 'CHANGED' && shown.deliveryId === now.deliveryId;

/** What is recorded already, and what does something else by now than was shown. */
function passedOver(turn: Turn): readonly (StoredRow & RecordedRow)[] {
  const { shown, now } = turn;
  if (now?.effect === 'SAME') {
    const deliveryId = now.deliveryId ?? shown.deliveryId;
    return [{ ...shown, effect: 'SAME', deliveryId, outcome: 'SKIPPED' }];
  }
  if ((shown.effect === 'NEW' && now?.effect === 'NEW') || isStillCorrection(turn)) return [];
  const why =
    now?.effect === 'REFUSED' ? now.judged : [{ field: 'REFERENCE' as const, message: SINCE_SHOWN }];
  return [{ ...shown, deliveryId: now?.deliveryId, judged: why, outcome: 'LAPSED' }];
}

const kept = ({ row, effect, deliveryId, judged, outcome }: RecordedRow): RecordedRow => ({
  row,
  effect,
  deliveryId,
  judged,
  outcome,
});
