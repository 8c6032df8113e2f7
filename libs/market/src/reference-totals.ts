import { randomUUID } from 'node:crypto';
import { referenceProblems, releasesOf, SYSTEM, yearOf, type Actor, type ReferenceStatement } from '#domain';
import type { ReferenceTotalsRow, Tx } from '#store';
import { once } from './once.js';
import { done, invalid, notFound, type Outcome } from './outcome.js';
import { actingFirm } from './permit.js';
import { today, type Setting } from './setting.js';

/** What firms state of a whole year, and the sums of it that clusters are told; see docs/decisions/0036. */
export class ReferenceTotalsService {
  constructor(private readonly setting: Setting) {}

  /** A new version of the year, beside the earlier ones, by the administrators of the firm acted for. */
  async record(
    actor: Actor,
    statement: ReferenceStatement,
    key?: string,
  ): Promise<Outcome<ReferenceTotalsRow>> {
    const firm = actingFirm(actor, 'state totals');
    if (!firm.ok) return firm;
    const firmId = firm.value;
    const problems = referenceProblems(statement, yearOf(today(this.setting)) - 1);
    if (problems.length > 0) return invalid(problems);
    const { year } = statement;
    const call = { operation: 'recordReferenceTotals', key, input: statement };
    const kept = await this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => done(await this.add(tx, actor, firmId, statement))),
    );
    if (!kept.ok) return kept;
    await this.release(year);
    const all = await this.of(actor, firmId, year);
    const row = all.find((one) => one.id === kept.value.id);
    return row === undefined ? notFound('statement') : done(row);
  }

  /** Every version of the firm acted for, the newest year and version first. */
  async history(actor: Actor, year?: number): Promise<Outcome<readonly ReferenceTotalsRow[]>> {
    const firm = actingFirm(actor, 'read');
    return firm.ok ? done(await this.of(actor, firm.value, year)) : firm;
  }

  private of(actor: Actor, firmId: string, year?: number): Promise<readonly ReferenceTotalsRow[]> {
    return this.setting.store.read(actor, (tx) => tx.referenceTotals.ofFirm(firmId, year));
  }

  private async add(tx: Tx, actor: Actor, firmId: string, statement: ReferenceStatement) {
    await tx.referenceTotals.lock(firmId);
    const [newest] = await tx.referenceTotals.ofFirm(firmId, statement.year);
    const id = randomUUID();
    await tx.referenceTotals.insert({
      ...statement,
      scope: statement.scope.trim(),
      id,
      firmId,
      version: (newest?.version ?? 0) + 1,
      recordedBy: actor.personId,
      recordedAt: this.setting.clock(),
    });
    return { id };
  }

  /** Tells clusters the sums that can be told by now; what cannot waits for further firms. */
  private release(year: number): Promise<void> {
    const at = this.setting.clock();
    return this.setting.store.transaction(SYSTEM, async (tx) => {
      await tx.referenceTotals.lockReleases();
      for (const [measure, pending] of await tx.referenceTotals.pendingOf(year)) {
        const totalsOf = new Map(pending.map((one) => [one.firmId, one.totalsId]));
        for (const release of releasesOf(pending))
          await tx.referenceTotals.release(
            release,
            { year, measure, at },
            release.firmIds.flatMap((firmId) => totalsOf.get(firmId) ?? []),
          );
      }
    });
  }
}
