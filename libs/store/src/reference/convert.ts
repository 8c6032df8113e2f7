import { readPropertyRanges, type Material, type NamedRatio, type Substitution } from '#domain';
import type { MaterialRow, SubstitutionRow } from '../entities/reference.entity.js';

const named = (value: number | null, name: string | null): NamedRatio | undefined =>
  value === null || name === null ? undefined : { value, name };

export const materialOf = (row: MaterialRow): Material => ({
  code: row.code,
  parent: row.parent,
  class: row.class,
  role: row.role,
  labels: { nb: row.labelNb, en: row.labelEn },
  synonyms: { nb: row.synonymsNb, en: row.synonymsEn },
  unit: row.unit,
  wasteCodes: row.wasteCodes,
  givers: row.givers,
  takers: row.takers,
  properties: readPropertyRanges(row.properties).ranges,
  legal: row.legal,
  reachKm: row.reachKm,
  storable: row.storable,
  density: named(row.density, row.densityName),
  heatingValue: named(row.heatingValue, row.heatingValueName),
  productionFactor: row.productionFactor ?? undefined,
  disposalFactor: row.disposalFactor ?? undefined,
});

export const substitutionOf = (row: SubstitutionRow): Substitution => ({
  byProduct: row.byProduct,
  servesAs: row.servesAs,
  ratio: row.ratio,
  suitability: row.suitability,
  treatment: row.treatment,
  limits: readPropertyRanges(row.limits).ranges,
  displaces: row.displaces ?? undefined,
  evidence: row.evidence,
  source: row.source,
  confidence: row.confidence,
});
