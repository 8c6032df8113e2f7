import {
  factorFaults,
  seesExactFigures,
  setInUse,
  spanOf,
  SYSTEM,
  type Actor,
  type Basis,
  type DatedFactorSet,
  type Day,
  type DaySpan,
  type SourcedFactor,
} from '#domain';
import { readFactorFile, type FactorLine, type Tx } from '#store';
import { movedBetween, type Moved } from './figure-change.js';
import { recordLook } from './figures.js';
import { mustRun } from './permit.js';
import { today, type Setting } from './setting.js';

/** A set as anybody may read it. */
export interface FactorSetView {
  readonly id: string;
  readonly usedFrom: Day | undefined;
  readonly inUse: boolean;
  readonly replaces: string | undefined;
  readonly note: string;
  readonly factors: readonly SourcedFactor[];
}

/** A file of factors that is to be a set. */
export interface FactorFileInput {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly note: string;
  /** Absent: it is only compared with, until a day is said. */
  readonly usedFrom?: Day | undefined;
}

/** The set as it is loaded, or everything that is wrong with the file: then nothing is. */
export type FactorFileOutcome =
  | { readonly outcome: 'loaded'; readonly replaces: string; readonly factors: number }
  | { readonly outcome: 'refused'; readonly faults: readonly FactorFileFault[] };

/** What is wrong, and what would be right; without a line where the set as a whole is meant. */
export interface FactorFileFault {
  readonly line: number | undefined;
  readonly reason: string;
}

export interface FactorChangeQuestion {
  readonly clusterId: string;
  readonly from: Date;
  readonly to: Date;
  readonly basis: Basis;
  readonly fromSet: string;
  readonly toSet: string;
}

/** Net CO2e of a cluster under two sets. */
export interface FactorChangeView extends Moved {
  readonly clusterId: string;
  readonly basis: Exclude<Basis, 'POTENTIAL'>;
  readonly period: DaySpan;
  readonly fromSet: string;
  readonly toSet: string;
}

/** Why there is no answer to a question on a change. */
export type NoChange = 'no cluster' | 'no days' | 'no set' | 'not in the ledger';

const ID = /^[a-z0-9][a-z0-9.-]{0,39}$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Factor sets: told to everybody, brought by the installation, compared for the staff of a cluster. */
export class FactorSetsService {
  constructor(private readonly setting: Setting) {}

  /** Every set, in the order of their names. */
  all(): Promise<readonly FactorSetView[]> {
    return this.setting.store.read(SYSTEM, async (tx) => {
      const sets = await tx.reference.factorSets();
      const inUse = setInUse(sets, today(this.setting));
      return sets.map((set) => viewOf(set, set.id === inUse?.id));
    });
  }

  /**
   * Brings a set, whole or not at all; one of that name which is not used yet is replaced.
   *
   * @throws Error when the name is that of a set in use or of none, or the day has begun
   */
  async load(actor: Actor, { id, bytes, note, usedFrom }: FactorFileInput): Promise<FactorFileOutcome> {
    mustRun(actor);
    if (!ID.test(id))
      throw new Error(
        `id "${id}": must be of small letters, digits, dots and hyphens, 40 at most, such as 2027-1.`,
      );
    if (usedFrom !== undefined) this.mustBeAhead(usedFrom);
    return this.setting.store.transaction(actor, async (tx) => {
      await tx.factorSets.lock();
      await mustBeFree(tx, id);
      const replaces = await this.setBefore(tx, id);
      const read = readFactorFile(bytes, id);
      const faults = [...read.faults, ...faultsOf(read.factors, replaces, read.faults.length > 0)];
      if (faults.length > 0) return { outcome: 'refused', faults };
      const terms = { id, usedFrom, replaces: replaces.id, note };
      const factors = read.factors.map((one) => one.factor);
      await tx.factorSets.put(terms, factors);
      return { outcome: 'loaded', replaces: replaces.id, factors: factors.length };
    });
  }

  /**
   * Says from which day on a loaded set is the one that new matches and entries are reckoned with.
   *
   * @throws Error when there is no such set, it is used already, or the day has begun
   */
  async useFrom(actor: Actor, id: string, day: Day): Promise<void> {
    mustRun(actor);
    this.mustBeAhead(day);
    return this.setting.store.transaction(actor, async (tx) => {
      await tx.factorSets.lock();
      const sets = await tx.reference.factorSets();
      if (!sets.some((one) => one.id === id)) throw new Error(noSuchSet(id, sets));
      await mustBeFree(tx, id);
      await tx.factorSets.useFrom(id, day);
    });
  }

  /** What another set would make of a cluster's figure; for its own staff and auditors, each look recorded. */
  async change(actor: Actor, question: FactorChangeQuestion): Promise<FactorChangeView | NoChange> {
    const { clusterId, basis, fromSet, toSet } = question;
    if (!seesExactFigures(actor, clusterId)) return 'no cluster';
    const period = spanOf(question.from, question.to);
    if (period === undefined) return 'no days';
    if (basis === 'POTENTIAL') return 'not in the ledger';
    const work = async (tx: Tx): Promise<FactorChangeView | NoChange> => {
      const sets = await tx.reference.factorSets();
      const [from, to] = [fromSet, toSet].map((id) => sets.find((one) => one.id === id));
      if (from === undefined || to === undefined) return 'no set';
      const entries = await tx.ledger.ofCluster(clusterId, basis);
      const moved = movedBetween(entries, period, this.setting.rules, { from, to });
      const firmIds = moved.counted.flatMap(({ exchange }) => [exchange.giverFirmId, exchange.takerFirmId]);
      await recordLook(tx, actor, clusterId, period, [...new Set(firmIds)]);
      return { clusterId, basis, period, fromSet, toSet, ...moved };
    };
    return this.setting.store.transaction(actor, work, 'bistrom_figures');
  }

  /** A day that has begun would have matches and entries of two sets, and nobody could say which came first. */
  private mustBeAhead(day: Day): void {
    if (!DAY.test(day) || Number.isNaN(Date.parse(day)))
      throw new Error(`from "${day}": must be a day such as 2027-01-01.`);
    if (day <= today(this.setting))
      throw new Error(
        `from "${day}": has begun; the first day of a set must be after ${today(this.setting)}.`,
      );
  }

  private async setBefore(tx: Tx, id: string): Promise<DatedFactorSet> {
    const others = (await tx.reference.factorSets()).filter((one) => one.id !== id);
    const before = setInUse(others, today(this.setting));
    if (before === undefined) throw new Error('No factor set is loaded: run the migrate step first.');
    return before;
  }
}

async function mustBeFree(tx: Tx, id: string): Promise<void> {
  if (await tx.factorSets.isFrozen(id))
    throw new Error(`id "${id}": this set is used and frozen; give the new one a name that no set has had.`);
}

/** Of the whole set; without its well-formed rows only what they show, because the rest may be in the others. */
function faultsOf(
  rows: readonly FactorLine[],
  before: DatedFactorSet,
  isPart: boolean,
): readonly FactorFileFault[] {
  return factorFaults(
    rows.map((one) => one.factor),
    before,
  )
    .filter(({ index }) => index !== undefined || !isPart)
    .map(({ index, reason }) => ({ line: index === undefined ? undefined : rows[index]?.line, reason }));
}

const noSuchSet = (id: string, sets: readonly DatedFactorSet[]): string =>
  `There is no factor set ${id}; there are ${sets.map((one) => one.id).join(', ')}.`;

const viewOf = ({ id, usedFrom, replaces, note, all }: DatedFactorSet, inUse: boolean): FactorSetView => ({
  id,
  usedFrom,
  inUse,
  replaces,
  note,
  factors: all,
});
