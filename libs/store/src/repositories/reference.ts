import {
  buildFactorSet,
  buildMaterialBase,
  type FactorSet,
  type Material,
  type MaterialBase,
  type NamedRatio,
  type Substitution,
} from '#domain';
import { In, type EntityManager } from 'typeorm';
import {
  FactorRow,
  IndustryCodeRow,
  MaterialRow,
  SubstitutionRow,
  WasteCodeRow,
} from '../entities/reference.entity.js';

/** What the rules run on: the material base and one factor set, as loaded. */
export class Reference {
  constructor(private readonly manager: EntityManager) {}

  async materials(): Promise<MaterialBase> {
    const rows = await this.manager.find(MaterialRow, { order: { code: 'ASC' } });
    const table = await this.manager.find(SubstitutionRow, { order: { byProduct: 'ASC', servesAs: 'ASC' } });
    return buildMaterialBase(rows.map(materialOf), table.map(substitutionOf));
  }

  async factorSet(): Promise<FactorSet> {
    const rows = await this.manager.find(FactorRow, { order: { setId: 'DESC', key: 'ASC' } });
    const id = rows[0]?.setId;
    if (id === undefined) throw new Error('No factor set is loaded: run the migrate step first.');
    return buildFactorSet(
      id,
      rows.filter((row) => row.setId === id),
    );
  }

  wasteCode(code: string): Promise<WasteCodeRow | null> {
    return this.manager.findOneBy(WasteCodeRow, { code, level: 3 });
  }

  async divisionTitles(divisions: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.manager.findBy(IndustryCodeRow, { code: In([...divisions]), level: 'division' });
    return new Map(rows.map((row) => [row.code, row.titleEn]));
  }
}

const named = (value: number | null, name: string | null): NamedRatio | undefined =>
  value === null || name === null ? undefined : { value, name };

const materialOf = (row: MaterialRow): Material => ({
  code: row.code,
  parent: row.parent,
  class: row.class,
  labels: { nb: row.labelNb, en: row.labelEn },
  synonyms: { nb: row.synonymsNb, en: row.synonymsEn },
  unit: row.unit,
  wasteCodes: row.wasteCodes,
  reachKm: row.reachKm,
  storable: row.storable,
  density: named(row.density, row.densityName),
  heatingValue: named(row.heatingValue, row.heatingValueName),
  productionFactor: row.productionFactor ?? undefined,
  disposalFactor: row.disposalFactor ?? undefined,
});

const substitutionOf = (row: SubstitutionRow): Substitution => ({
  byProduct: row.byProduct,
  servesAs: row.servesAs,
  ratio: row.ratio,
  suitability: row.suitability,
  treatment: row.treatment,
  displaces: row.displaces ?? undefined,
  evidence: row.evidence,
});
