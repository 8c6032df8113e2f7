import type { EntityManager } from 'typeorm';
import { FactorRow, FactorSetRow } from '../entities/reference.entity.js';

/** A set of data/: made where it is not there, its note brought up to date where it is. */
export async function keepFactorSet(manager: EntityManager, set: FactorSetRow): Promise<void> {
  const kept = await manager.findOneBy(FactorSetRow, { id: set.id });
  if (kept === null) await manager.insert(FactorSetRow, set);
  else if (kept.note !== set.note) await manager.update(FactorSetRow, { id: set.id }, { note: set.note });
}

/**
 * The factors of one set as its file has them; nothing is done where they are there already.
 *
 * @throws Error naming the set and a key that differs, where the set is used
 */
export async function keepFactors(manager: EntityManager, factors: readonly FactorRow[]): Promise<void> {
  const setId = factors[0]?.setId ?? '';
  const before = new Map((await manager.findBy(FactorRow, { setId })).map((row) => [row.key, textOf(row)]));
  const changed = factors.find((row) => before.get(row.key) !== textOf(row));
  if (changed === undefined && before.size === factors.length) return;
  try {
    if (before.size > 0) await manager.delete(FactorRow, { setId });
    await manager.insert(FactorRow, [...factors]);
  } catch (error) {
    const key = changed?.key ?? 'a key that is gone';
    throw new Error(`data/factors/${setId}.csv differs at ${key}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

const textOf = ({ value, low, high, ...rest }: FactorRow): string =>
  JSON.stringify(
    Object.entries({ ...rest, value: value.toFixed(), low: low.toFixed(), high: high.toFixed() }).sort(),
  );
