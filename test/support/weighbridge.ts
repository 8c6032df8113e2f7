import type { Cell } from '#domain';
import { SYSTEM, type Committing, type ImportView, type UploadedFile } from '#market';
import { ok, type World, type WorldFirm } from './world.js';

export const HEADER: readonly Cell[] = ['Dato', 'Vekt (t)', 'Veieseddel'];
export const LOADS: readonly (readonly Cell[])[] = [
  ['01.06.2026', '12,5', 'A1'],
  ['02.06.2026', '7,25', 'A2'],
];
export const NO_ROWS = Object.freeze({ RECORDED: 0, CORRECTED: 0, SKIPPED: 0, LEFT: 0, LAPSED: 0 });

let place = 0;

/** A giver that sends files of what it delivers under an agreement of 100 t a year from March. */
export class Weighbridge {
  private constructor(
    private readonly world: World,
    readonly giver: WorldFirm,
    readonly taker: WorldFirm,
    readonly agreementId: string,
  ) {}

  /** Far from all others; it is the fifteenth of June. */
  static async open(world: World): Promise<Weighbridge> {
    place += 1;
    world.now = new Date('2026-06-15T10:00:00Z');
    const at = { latitude: 30 + place * 2, longitude: 10 };
    const giver = await world.firm({ naceCode: '16.10', ...at });
    const taker = await world.firm({ naceCode: '35.30', ...at });
    const { matchId } = await world.matched(giver, taker);
    const terms = { startsOn: '2026-03-01', retrospective: true };
    return new Weighbridge(world, giver, taker, await world.agreed(giver, taker, matchId, terms));
  }

  fileOf(rows: readonly (readonly Cell[])[], more: Partial<UploadedFile> = {}): UploadedFile {
    return {
      fileName: 'juni.csv',
      format: { type: 'csv', delimiter: ';', epoch: '1900', notices: [] },
      rows: [HEADER, ...rows],
      agreementId: this.agreementId,
      ...more,
    };
  }

  async upload(rows: readonly (readonly Cell[])[], more: Partial<UploadedFile> = {}): Promise<string> {
    return ok(await this.world.market.imports.keep(this.giver.actor, this.fileOf(rows, more))).importId;
  }

  rowsOf(id: string, by = this.giver) {
    return this.world.market.imports.rows(by.actor, id, { after: 0, first: 100 });
  }

  async effectsOf(id: string) {
    return (await this.rowsOf(id)).map(({ row, effect }) => [row, effect]);
  }

  async outcomesOf(id: string) {
    return (await this.rowsOf(id)).map(({ row, effect, outcome }) => [row, effect, outcome]);
  }

  async problemsOf(id: string): Promise<readonly string[]> {
    return (await this.rowsOf(id)).flatMap(({ row, problems, judged }) =>
      [...problems, ...judged].map(({ field, message }) => `${row} ${field}: ${message}`),
    );
  }

  commit(id: string, more: Partial<Committing> = {}, key?: string, by = this.giver) {
    return this.world.market.recording.commit(
      by.actor,
      { importId: id, rows: 'ALL_OR_NOTHING', ...more },
      key,
    );
  }

  /** As the worker goes on from slice to slice. */
  async recordedOf(id: string): Promise<ImportView | undefined> {
    for (;;) {
      const found = await this.world.market.imports.find(this.giver.actor, id);
      if (found?.state !== 'RECORDING') return found;
      await this.world.market.recording.recordNext(SYSTEM, { importId: id, after: found.recordedUntil });
    }
  }

  /** Commits and records. */
  async record(id: string, more: Partial<Committing> = {}) {
    ok(await this.commit(id, more));
    const { state, totals } = (await this.recordedOf(id)) ?? {};
    return { state, totals };
  }

  /** Reference and amount of each delivery that stands. */
  async standing() {
    const deliveries = await this.world.market.reading.deliveriesOf(this.giver.actor, this.agreementId);
    return deliveries.map(({ reference, amount }) => [reference, amount]);
  }

  /** Basis and amount of each entry of the ledger. */
  async entries(): Promise<readonly string[]> {
    const rows = await this.world.database.query<{ basis: string; amount_base: string }>(
      'select basis, amount_base from ledger_entry where agreement_id = $1 order by id',
      [this.agreementId],
    );
    return rows.map(({ basis, amount_base }) => `${basis} ${amount_base}`);
  }
}
