import { Decimal, type Trust } from '#domain';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { z } from 'zod';
import {
  DetourRow,
  FactorRow,
  FactorSetRow,
  IndustryCodeRow,
  LegalRuleRow,
  MaterialRow,
  MunicipalityRow,
  PostalPlaceRow,
  PriceRow,
  SubstitutionRow,
  WasteCodeRow,
} from '../entities/reference.entity.js';

/** The newest first; those before it stay, so that figures reckoned with them can be reckoned again. */
const FACTOR_SETS = ['2026-2', '2026-1'] as const;
const PRICE_SET = '2026-1';

const text = z.string().trim().min(1, 'must be filled');
const maybeText = z.string().transform((cell) => (cell.trim() === '' ? null : cell.trim()));
const written = text.regex(/^-?\d+(\.\d+)?$/, 'must be a plain number such as 12.5');
const decimal = written.transform((cell) => new Decimal(cell));
const number = written.transform(Number);
const maybeNumber = z.union([z.literal('').transform(() => null), number]);
const whole = text.regex(/^\d+$/, 'must be a whole number').transform(Number);
const flag = z.enum(['0', '1'], 'must be 0 or 1').transform((cell) => cell === '1');
const maybeFlag = z.union([z.literal('').transform(() => null), flag]);
const trust = z.enum(['high', 'medium', 'low'] satisfies Trust[], 'must be high, medium or low');
const list = z.string().transform((cell) =>
  cell
    .split('|')
    .map((one) => one.trim())
    .filter((one) => one !== ''),
);

const material = z
  .object({
    code: text.regex(/^[a-z0-9][a-z0-9-]*$/, 'must be of small letters, digits and hyphens'),
    parent: maybeText,
    class: text,
    role: z.enum(['by_product', 'input', 'both'], 'must be by_product, input or both'),
    label_nb: text,
    label_en: text,
    synonyms_nb: list,
    synonyms_en: list,
    unit: text,
    ewc_codes: list,
    nace_gives: list,
    nace_takes: list,
    properties: z.string(),
    reach_km: number,
    storable: flag,
    density_t_m3: maybeNumber,
    density_name: maybeText,
    heating_value_mwh_t: maybeNumber,
    heating_value_name: maybeText,
    production_factor: maybeText,
    disposal_factor: maybeText,
    legal: list,
    source: text,
    confidence: trust,
  })
  .transform((cells): MaterialRow => ({
    code: cells.code,
    parent: cells.parent,
    class: cells.class,
    role: cells.role,
    labelNb: cells.label_nb,
    labelEn: cells.label_en,
    synonymsNb: cells.synonyms_nb,
    synonymsEn: cells.synonyms_en,
    unit: cells.unit,
    wasteCodes: cells.ewc_codes,
    givers: cells.nace_gives,
    takers: cells.nace_takes,
    properties: cells.properties,
    legal: cells.legal,
    reachKm: cells.reach_km,
    storable: cells.storable,
    density: cells.density_t_m3,
    densityName: cells.density_name,
    heatingValue: cells.heating_value_mwh_t,
    heatingValueName: cells.heating_value_name,
    productionFactor: cells.production_factor,
    disposalFactor: cells.disposal_factor,
    source: cells.source,
    confidence: cells.confidence,
  }));

const substitution = z
  .object({
    by_product: text,
    serves_as: text,
    ratio: number,
    suitability: number,
    treatment: text,
    limits: z.string(),
    displaces: maybeText,
    evidence: text,
    source: text,
    confidence: trust,
  })
  .transform(({ by_product: byProduct, serves_as: servesAs, treatment, ...rest }): SubstitutionRow => ({
    ...rest,
    byProduct,
    servesAs,
    treatment: treatment.replace(/^treatment:none$/, 'none'),
  }));

const valued = {
  key: text.regex(/^[a-z]+:[a-z0-9-]+$/, 'must be kind:name'),
  kind: z.enum(['production', 'disposal', 'transport', 'energy', 'treatment'], 'is not one of the kinds'),
  value: decimal,
  low: decimal,
  high: decimal,
  unit: text,
  source: text,
  source_url: z.string(),
  year: whole,
  geography: text,
  trust,
  note: z.string(),
};
/** Asked even where one of them could not be read. */
const inOrder = ({ low, value, high }: Readonly<Record<'low' | 'value' | 'high', unknown>>): boolean => {
  if (![low, value, high].every((one) => Decimal.isDecimal(one))) return true;
  return (low as Decimal).lte(value as Decimal) && (value as Decimal).lte(high as Decimal);
};
const OUT_OF_ORDER = { message: 'must lie between low and high', path: ['value'] };

const day = text.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a day such as 2027-01-01');
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** Columns of a file of factors, in their order. */
export const FACTOR_COLUMNS = [
  ...['key', 'kind', 'value', 'low', 'high', 'unit', 'boundary', 'source', 'source_url', 'year', 'geography'],
  ...['trust', 'note'],
] as const;

/** What a row of a file of factors must look like. */
export const factorOf = (setId: string) =>
  z
    .object({
      ...valued,
      unit: text.regex(
        /^kg CO2e per (t|MWh|m3|Nm3|pcs|t km)$/,
        'must be kg CO2e per t, MWh, m3, Nm3, pcs or t km',
      ),
      source_url: z
        .string()
        .regex(/^(https?:\/\/\S+)?$/, 'must be a link such as https://example.org, or empty'),
      year: whole.refine(
        (year) => year >= FIRST_YEAR && year <= LAST_YEAR,
        `must be a year from ${FIRST_YEAR} to ${LAST_YEAR}`,
      ),
      boundary: text,
    })
    .refine(inOrder, OUT_OF_ORDER)
    .transform(({ source_url: sourceUrl, ...rest }): FactorRow => ({ ...rest, sourceUrl, setId }));
const factorSet = z
  .object({ id: z.enum(FACTOR_SETS), used_from: day, replaces: maybeText, note: text })
  .transform(({ used_from: usedFrom, ...rest }): FactorSetRow => ({ ...rest, usedFrom }));
const price = z
  .object(valued)
  .refine(inOrder, OUT_OF_ORDER)
  .transform(({ source_url: sourceUrl, ...rest }): PriceRow => ({ ...rest, sourceUrl, setId: PRICE_SET }));

const wasteCode = z
  .object({
    code: text,
    parent: maybeText,
    level: whole,
    hazardous: maybeFlag,
    title_en: maybeText,
    title_no: maybeText,
  })
  .transform(({ title_en: titleEn, title_no: titleNb, ...rest }): WasteCodeRow => ({
    ...rest,
    titleEn,
    titleNb,
  }));
const industryCode = z
  .object({ code: text, level: text, parent: maybeText, title_en: text, title_no: maybeText })
  .transform(({ title_en: titleEn, title_no: titleNb, ...rest }): IndustryCodeRow => ({
    ...rest,
    titleEn,
    titleNb,
  }));
const municipality = z
  .object({ municipality_no: text, name: text, county: text, label_lat: number, label_lon: number })
  .transform(
    ({
      municipality_no: code,
      label_lat: latitude,
      label_lon: longitude,
      name,
      county,
    }): MunicipalityRow => ({
      number: code,
      name,
      county,
      latitude,
      longitude,
    }),
  );
const postalPlace = z
  .object({ postal_code: text, place: text, municipality_no: text, lat: number, lon: number })
  .transform(
    ({ postal_code: postalCode, municipality_no: municipalityNumber, lat, lon, place }): PostalPlaceRow => ({
      postalCode,
      place,
      municipalityNumber,
      latitude: lat,
      longitude: lon,
    }),
  );
const legalRule = z
  .object({ code: text, text_nb: text, text_en: text, source: text })
  .transform(({ text_nb: textNb, text_en: textEn, ...rest }): LegalRuleRow => ({ ...rest, textNb, textEn }));
const detour = z.object({
  region: text,
  name: text,
  factor: number,
  low: number,
  high: number,
  pairs: whole,
});

/** One reference table: where it is kept, where it goes, and what a row of it must look like. */
export interface ReferenceTable {
  readonly name: string;
  readonly target: EntityTarget<ObjectLiteral>;
  readonly schema: z.ZodType<ObjectLiteral, Record<string, string>>;
}

const table = (name: string, target: EntityTarget<ObjectLiteral>, schema: z.ZodType): ReferenceTable => ({
  name,
  target,
  schema: schema as ReferenceTable['schema'],
});

/** Those that others point at come first: they are filled in this order and emptied in the opposite one. */
export const TABLES: readonly ReferenceTable[] = [
  table('reference/ewc_codes.csv', WasteCodeRow, wasteCode),
  table('reference/nace_rev2.csv', IndustryCodeRow, industryCode),
  table('reference/no_municipalities.csv', MunicipalityRow, municipality),
  table('reference/no_postal_places.csv', PostalPlaceRow, postalPlace),
  table('places/detour_factors.csv', DetourRow, detour),
  table('factors/sets.csv', FactorSetRow, factorSet),
  ...FACTOR_SETS.map((set) => table(`factors/${set}.csv`, FactorRow, factorOf(set))),
  table(`factors/prices-${PRICE_SET}.csv`, PriceRow, price),
  table('materials/legal.csv', LegalRuleRow, legalRule),
  table('materials/nodes', MaterialRow, material),
  table('materials/substitutions', SubstitutionRow, substitution),
];
