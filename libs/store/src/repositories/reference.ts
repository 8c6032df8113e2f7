import {
  buildFactorSet,
  buildDetours,
  buildMaterialBase,
  buildPriceSet,
  type DetourTable,
  type FactorSet,
  type MaterialBase,
  type PriceSet,
} from '#domain';
import { In, type EntityManager } from 'typeorm';
import {
  DetourRow,
  FactorRow,
  IndustryCodeRow,
  LegalRuleRow,
  MaterialRow,
  MunicipalityRow,
  PriceRow,
  SubstitutionRow,
  WasteCodeRow,
} from '../entities/reference.entity.js';
import { materialOf, substitutionOf } from '../reference/convert.js';

/** What the rules run on: the material base and one factor set, as loaded. */
export class Reference {
  constructor(private readonly manager: EntityManager) {}

  async materials(): Promise<MaterialBase> {
    const rows = await this.manager.find(MaterialRow, { order: { code: 'ASC' } });
    const table = await this.manager.find(SubstitutionRow, { order: { byProduct: 'ASC', servesAs: 'ASC' } });
    return buildMaterialBase(rows.map(materialOf), table.map(substitutionOf));
  }

  /** The set in use: the one whose name comes last. */
  async factorSet(): Promise<FactorSet> {
    const sets = await this.factorSets();
    const last = sets.at(-1);
    if (last === undefined) throw new Error('No factor set is loaded: run the migrate step first.');
    return last;
  }

  /** Every set that figures were ever reckoned with, the one in use last. */
  async factorSets(): Promise<FactorSet[]> {
    const rows = await this.manager.find(FactorRow, { order: { setId: 'ASC', key: 'ASC' } });
    const ids = [...new Set(rows.map((row) => row.setId))];
    return ids.map((id) =>
      buildFactorSet(
        id,
        rows.filter((row) => row.setId === id),
      ),
    );
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

  /** Names by number. */
  async municipalityNames(numbers: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.manager.query<{ number: string; name: string }[]>(
      'select number, name from municipality where number = any ($1::text[])',
      [numbers],
    );
    return new Map(rows.map((row) => [row.number, row.name]));
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
