import type { Day, FactorSetTerms, SourcedFactor } from '#domain';
import type { EntityManager } from 'typeorm';
import { FactorRow, FactorSetRow } from '../entities/reference.entity.js';

/** Writes factor sets; they are read as {@link Reference.factorSets}. What is used the database refuses to change. */
export class FactorSets {
  constructor(private readonly manager: EntityManager) {}

  /** One writer at a time. */
  async lock(): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('factor_set'))`);
  }

  /** In place of a set of that name which is not used yet. */
  async put(terms: FactorSetTerms, factors: readonly SourcedFactor[]): Promise<void> {
    const { id } = terms;
    await this.manager.delete(FactorRow, { setId: id });
    await this.manager.delete(FactorSetRow, { id });
    await this.manager.insert(FactorSetRow, {
      ...terms,
      usedFrom: terms.usedFrom ?? null,
      replaces: terms.replaces ?? null,
    });
    await this.manager.insert(
      FactorRow,
      factors.map((one) => ({ ...one, setId: id })),
    );
  }

  async useFrom(id: string, day: Day): Promise<void> {
    await this.manager.update(FactorSetRow, { id }, { usedFrom: day });
  }

  /** Whether anything is reckoned with it, or its day has come: then it stays as it is. */
  async isFrozen(id: string): Promise<boolean> {
    const rows = await this.manager.query<{ is: boolean }[]>('select is_frozen_factor_set($1) as is', [id]);
    return rows[0]?.is ?? false;
  }
}
