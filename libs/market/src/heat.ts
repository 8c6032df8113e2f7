import {
  annual,
  Decimal,
  heatByMonth,
  ownBase,
  seesExactFigures,
  type Actor,
  type HeatByMonth,
  type HeatStream,
} from '#domain';
import type { Tx } from '#store';
import { recordLook } from './figures.js';
import { today, type Setting } from './setting.js';

type HeatRow = Awaited<ReturnType<Tx['workbench']['heat']>>[number];

/** What firms of a cluster have and lack of heat, by month. */
export class HeatService {
  constructor(private readonly setting: Setting) {}

  /**
   * Of what is on the market now; a look kept for each firm whose amounts are in it.
   *
   * @returns undefined for everybody but the cluster's own staff and auditors: single firms would show in it
   */
  async byMonth(actor: Actor, clusterId: string): Promise<HeatByMonth | undefined> {
    if (!seesExactFigures(actor, clusterId)) return undefined;
    const { materials } = this.setting.rules;
    const codes = materials.all.filter((one) => one.class === 'heat').map((one) => one.code);
    const day = today(this.setting);
    const work = async (tx: Tx): Promise<HeatByMonth> => {
      const rows = await tx.workbench.heat(clusterId, codes);
      const firmIds = [...new Set(rows.map((one) => one.firmId))];
      if (firmIds.length > 0) await recordLook(tx, actor, clusterId, { from: day, to: day }, firmIds);
      return heatByMonth(rows.map((row) => this.streamOf(row)));
    };
    return this.setting.store.transaction(actor, work, 'bistrom_figures');
  }

  private streamOf({ side, materialCode, remaining, unit, per, monthlyProfile }: HeatRow): HeatStream {
    const material = this.setting.rules.materials.get(materialCode);
    const yearly = material && ownBase(annual(new Decimal(remaining), per), unit, material);
    return { side, yearlyBase: yearly ?? new Decimal(0), monthlyProfile: monthlyProfile ?? undefined };
  }
}
