import type { Breakdown, Rules } from '#domain';
import type { Tx } from '#store';

/** What the keys of a breakdown are called, in English as the titles of industries are; those of others name themselves. */
export async function labelsOf(
  tx: Tx,
  { materials }: Rules,
  by: Breakdown,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  switch (by) {
    case 'MATERIAL_BRANCH':
      return new Map(keys.map((key) => [key, materials.get(key)?.labels.en ?? key]));
    case 'INDUSTRY_PAIR':
      return pairLabels(tx, keys);
    case 'MUNICIPALITY':
      return tx.reference.municipalityNames(keys);
    case 'WASTE_STEP':
    case 'MONTH':
    case 'QUARTER':
    case 'YEAR':
      return new Map();
  }
}

async function pairLabels(tx: Tx, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const titles = await tx.reference.divisionTitles([...new Set(keys.flatMap((key) => key.split('>')))]);
  const titled = (division: string): string => `${division} ${titles.get(division) ?? ''}`.trim();
  return new Map(keys.map((key) => [key, key.split('>').map(titled).join(' > ')]));
}
