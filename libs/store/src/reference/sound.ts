import { findUnit, materialFaults, readPropertyRanges } from '#domain';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import {
  FactorRow,
  IndustryCodeRow,
  LegalRuleRow,
  MaterialRow,
  PriceRow,
  SubstitutionRow,
  WasteCodeRow,
} from '../entities/reference.entity.js';
import { materialOf, substitutionOf } from './convert.js';
import type { ReadRow, ReadTable, RowFault } from './read.js';

/**
 * What no single row shows: codes that point nowhere, units that do not agree, factors that are missing, and
 * whatever the domain finds wrong with the material base as a whole.
 */
export function soundnessFaults(tables: readonly ReadTable[]): readonly RowFault[] {
  const rowsOf = <T extends ObjectLiteral>(target: EntityTarget<T>): readonly ReadRow<T>[] =>
    (tables.find((one) => one.table.target === target)?.rows ?? []) as readonly ReadRow<T>[];
  const factors = rowsOf(FactorRow);
  const materials = rowsOf(MaterialRow);
  const substitutions = rowsOf(SubstitutionRow);
  const known: Known = {
    wasteCodes: new Set(rowsOf(WasteCodeRow).map(({ row }) => row.code)),
    divisions: new Set(
      rowsOf(IndustryCodeRow).flatMap(({ row }) => (row.level === 'division' ? row.code : [])),
    ),
    legalRules: new Set(rowsOf(LegalRuleRow).map(({ row }) => row.code)),
    factorUnits: new Map(factors.map(({ row }) => [row.key, row.unit])),
  };
  const base = { materials, substitutions };
  return [
    ...doubled(factors),
    ...doubled(rowsOf(PriceRow)),
    ...materials.flatMap((one) => materialReasons(one.row, known).map((reason) => ({ at: one.at, reason }))),
    ...substitutions.flatMap((one) =>
      substitutionReasons(one.row, known).map((reason) => ({ at: one.at, reason })),
    ),
    ...materialFaults(
      materials.map(({ row }) => materialOf(row)),
      substitutions.map(({ row }) => substitutionOf(row)),
    ).flatMap(({ table, index, reason }) => {
      const at = base[table][index]?.at;
      return at === undefined ? [] : [{ at, reason }];
    }),
  ];
}

interface Known {
  readonly wasteCodes: ReadonlySet<string>;
  readonly divisions: ReadonlySet<string>;
  readonly legalRules: ReadonlySet<string>;
  readonly factorUnits: ReadonlyMap<string, string>;
}

function doubled(rows: readonly ReadRow<FactorRow | PriceRow>[]): readonly RowFault[] {
  const first = new Map<string, unknown>();
  return rows.flatMap((one) => {
    if (!first.has(one.row.key)) first.set(one.row.key, one);
    return first.get(one.row.key) === one ? [] : [{ at: one.at, reason: `${one.row.key} stands twice` }];
  });
}

const missing = (codes: readonly string[], known: ReadonlySet<string>, what: string): readonly string[] =>
  codes.filter((code) => !known.has(code)).map((code) => `${what} ${code} is not in the list`);

const materialReasons = (row: MaterialRow, known: Known): readonly string[] => [
  ...missing(row.wasteCodes, known.wasteCodes, 'waste code'),
  ...missing([...row.givers, ...row.takers], known.divisions, 'NACE division'),
  ...missing(row.legal, known.legalRules, 'legal rule'),
  ...readPropertyRanges(row.properties).problems.map((one) => one.message),
  ...[row.productionFactor, row.disposalFactor].flatMap((key) => factorReasons(key, row.unit, known)),
];

const substitutionReasons = (row: SubstitutionRow, known: Known): readonly string[] => [
  ...readPropertyRanges(row.limits).problems.map((one) => one.message),
  ...[row.displaces, row.treatment === 'none' ? null : row.treatment].flatMap((key) =>
    factorReasons(key, undefined, known),
  ),
];

/** A factor must be there, and be stated per the unit it is multiplied with. */
function factorReasons(key: string | null, unit: string | undefined, known: Known): readonly string[] {
  if (key === null) return [];
  const stated = known.factorUnits.get(key);
  if (stated === undefined) return [`factor ${key} is not in the set`];
  const per = stated.split(' per ')[1] ?? '';
  return unit === undefined || findUnit(per)?.code === findUnit(unit)?.code
    ? []
    : [`factor ${key} is stated per ${per}, the material in ${unit}`];
}
