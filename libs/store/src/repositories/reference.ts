import {
  buildFactorSet,
  buildDetours,
  buildMaterialBase,
  buildPriceSet,
  type DatedFactorSet,
  type DetourTable,
  type MaterialBase,
  type PriceSet,
} from '#domain';
import { In, type EntityManager } from 'typeorm';
import {
  DetourRow,
  FactorRow,
  FactorSetRow,
  IndustryCodeRow,
  LegalRuleRow,
  MaterialRow,
  MunicipalityRow,
  PriceRow,
  SubstitutionRow,
  WasteCodeRow,
} from '../entities/reference.entity.js';
import { materialOf, substitutionOf } from '../reference/convert.js';

/** What the rules run on: the material base and the factor sets, as loaded. */
export class Reference {
  constructor(private readonly manager: EntityManager) {}

  async materials(): Promise<MaterialBase> {
    const rows = await this.manager.find(MaterialRow, { order: { code: 'ASC' } });
    const table = await this.manager.find(SubstitutionRow, { order: { byProduct: 'ASC', servesAs: 'ASC' } });
    return buildMaterialBase(rows.map(materialOf), table.map(substitutionOf));
  }

  /** Every set that is loaded, in the order of their names. */
  async factorSets(): Promise<DatedFactorSet[]> {
    const sets = await this.manager.find(FactorSetRow, { order: { id: 'ASC' } });
    const rows = await this.manager.find(FactorRow, { order: { setId: 'ASC', key: 'ASC' } });
    return sets.map(({ id, usedFrom, replaces, note }) => {
      const all = rows.filter((row) => row.setId === id);
      const terms = { usedFrom: usedFrom ?? undefined, replaces: replaces ?? undefined, note };
      return Object.freeze({ ...buildFactorSet(id, all), ...terms, all });
    });
  }

  async priceSet(): Promise<PriceSet> {
    const rows = await this.manager.find(PriceRow, { order: { setId: 'DESC', key: 'ASC' } });
    const id = rows[0]?.setId ?? '';
    return buildPriceSet(
      id,
      rows.filter((row) => row.setId === id),
    );
  }

  async detours(): Promise<DetourTable> {
    return buildDetours(await this.manager.find(DetourRow, { order: { region: 'ASC' } }));
  }

  municipality(number: string): Promise<MunicipalityRow | null> {
    return this.manager.findOneBy(MunicipalityRow, { number });
  }

  /** Municipalities by number or name, whatever the capitals; several may share a name. */
  municipalitiesNamed(
    texts: readonly string[],
  ): Promise<{ readonly text: string; readonly number: string }[]> {
    return this.manager.query(
      `select text, m.number from unnest($1::text[]) text join municipality m on m.number = text or lower(m.name) = lower(text)`,
      [texts],
    );
  }

  /** Those of the numbers that are a municipality's, with their label points. */
  municipalities(numbers: readonly string[]): Promise<MunicipalityRow[]> {
    return this.manager.findBy(MunicipalityRow, { number: In([...numbers]) });
  }

  /** Names by number. */
  async municipalityNames(numbers: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.manager.query<{ number: string; name: string }[]>(
      'select number, name from municipality where number = any ($1::text[])',
      [numbers],
    );
    return new Map(rows.map((row) => [row.number, row.name]));
  }

  /** Every municipality, by name. */
  allMunicipalities(): Promise<MunicipalityRow[]> {
    return this.manager.find(MunicipalityRow, { order: { name: 'ASC' } });
  }

  /** Those of the numbers that are a municipality's, or the beginning of a county's. */
  async areas(numbers: readonly string[]): Promise<string[]> {
    const rows = await this.manager.query<{ area: string }[]>(
      `select area from unnest($1::text[]) area
        where exists (select from municipality m where m.number = area or left(m.number, 2) = area)`,
      [numbers],
    );
    return rows.map((row) => row.area);
  }

  async hasIndustry(code: string): Promise<boolean> {
    return this.manager.existsBy(IndustryCodeRow, { code });
  }

  wasteCode(code: string): Promise<WasteCodeRow | null> {
    return this.manager.findOneBy(WasteCodeRow, { code, level: 3 });
  }

  /** The six-digit entries of the list of waste. */
  wasteCodes(): Promise<WasteCodeRow[]> {
    return this.manager.find(WasteCodeRow, { where: { level: 3 }, order: { code: 'ASC' } });
  }

  legalRules(): Promise<LegalRuleRow[]> {
    return this.manager.find(LegalRuleRow, { order: { code: 'ASC' } });
  }

  async divisionTitles(divisions: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.manager.findBy(IndustryCodeRow, { code: In([...divisions]), level: 'division' });
    return new Map(rows.map((row) => [row.code, row.titleEn]));
  }
}
