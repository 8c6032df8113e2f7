import {
  buildFactorSet,
  buildMaterialBase,
  Decimal,
  type Material,
  type Substitution,
  type Trust,
} from '#domain';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import {
  FactorRow,
  IndustryCodeRow,
  MaterialRow,
  MunicipalityRow,
  PostalPlaceRow,
  SubstitutionRow,
  WasteCodeRow,
} from '../entities/reference.entity.js';
import { readReference, type CsvRow, type ReferenceFile } from './files.js';

const FACTOR_SET = '2026-1';

const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split('|')
    .map((one) => one.trim())
    .filter((one) => one !== '');
const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);
const numberOrNull = (text: string | undefined): number | null =>
  text === undefined || text === '' ? null : Number(text);
/** A cell that must be filled; the file and the row are named when it is not. */
const cell = (row: CsvRow, column: string): string => {
  const value = row[column];
  if (value === undefined)
    throw new Error(`Column ${column} is missing in ${JSON.stringify(row).slice(0, 120)}`);
  return value;
};

const wasteCode = (row: CsvRow): WasteCodeRow => ({
  code: cell(row, 'code'),
  parent: orNull(row['parent']),
  level: Number(cell(row, 'level')),
  hazardous: row['hazardous'] === '' ? null : row['hazardous'] === '1',
  titleEn: orNull(row['title_en']),
  titleNb: orNull(row['title_no']),
});

const industryCode = (row: CsvRow): IndustryCodeRow => ({
  code: cell(row, 'code'),
  level: cell(row, 'level'),
  parent: orNull(row['parent']),
  titleEn: cell(row, 'title_en'),
  titleNb: orNull(row['title_no']),
});

const municipality = (row: CsvRow): MunicipalityRow => ({
  number: cell(row, 'municipality_no'),
  name: cell(row, 'name'),
  county: cell(row, 'county'),
  latitude: Number(cell(row, 'label_lat')),
  longitude: Number(cell(row, 'label_lon')),
});

const postalPlace = (row: CsvRow): PostalPlaceRow => ({
  postalCode: cell(row, 'postal_code'),
  place: cell(row, 'place'),
  municipalityNumber: cell(row, 'municipality_no'),
  latitude: Number(cell(row, 'lat')),
  longitude: Number(cell(row, 'lon')),
});

const material = (row: CsvRow): MaterialRow => ({
  code: cell(row, 'code'),
  parent: orNull(row['parent']),
  class: cell(row, 'class'),
  labelNb: cell(row, 'label_nb'),
  labelEn: cell(row, 'label_en'),
  synonymsNb: list(row['synonyms_nb']),
  synonymsEn: list(row['synonyms_en']),
  unit: cell(row, 'unit'),
  wasteCodes: list(row['ewc_codes']),
  reachKm: Number(cell(row, 'reach_km')),
  storable: row['storable'] === '1',
  density: numberOrNull(row['density_t_m3']),
  densityName: orNull(row['density_name']),
  heatingValue: numberOrNull(row['heating_value_mwh_t']),
  heatingValueName: orNull(row['heating_value_name']),
  productionFactor: orNull(row['production_factor']),
  disposalFactor: orNull(row['disposal_factor']),
  source: cell(row, 'source'),
  confidence: cell(row, 'confidence') as Trust,
});

const substitution = (row: CsvRow): SubstitutionRow => ({
  byProduct: cell(row, 'by_product'),
  servesAs: cell(row, 'serves_as'),
  ratio: Number(cell(row, 'ratio')),
  suitability: Number(cell(row, 'suitability')),
  treatment: cell(row, 'treatment').replace(/^treatment:none$/, 'none') || 'none',
  displaces: orNull(row['displaces']),
  evidence: cell(row, 'evidence'),
  source: cell(row, 'source'),
  confidence: cell(row, 'confidence') as Trust,
});

const factor = (row: CsvRow): FactorRow => ({
  setId: FACTOR_SET,
  key: cell(row, 'key'),
  kind: cell(row, 'kind') as FactorRow['kind'],
  value: new Decimal(cell(row, 'value')),
  low: new Decimal(cell(row, 'low')),
  high: new Decimal(cell(row, 'high')),
  unit: cell(row, 'unit'),
  boundary: cell(row, 'boundary'),
  source: cell(row, 'source'),
  sourceUrl: cell(row, 'source_url'),
  year: Number(cell(row, 'year')),
  geography: cell(row, 'geography'),
  trust: cell(row, 'trust') as Trust,
  note: cell(row, 'note'),
});

interface Loaded {
  readonly file: ReferenceFile;
  readonly target: EntityTarget<ObjectLiteral>;
  readonly rows: readonly ObjectLiteral[];
}

const loaded = <T extends ObjectLiteral>(
  name: string,
  target: EntityTarget<T>,
  row: (row: CsvRow) => T,
): Loaded => {
  const file = readReference(name);
  return { file, target: target, rows: file.rows.map(row) };
};

/** Children before parents when emptying, the other way when filling. */
const files = (): readonly Loaded[] => [
  loaded('reference/ewc_codes.csv', WasteCodeRow, wasteCode),
  loaded('reference/nace_rev2.csv', IndustryCodeRow, industryCode),
  loaded('reference/no_municipalities.csv', MunicipalityRow, municipality),
  loaded('reference/no_postal_places.csv', PostalPlaceRow, postalPlace),
  loaded(`factors/${FACTOR_SET}.csv`, FactorRow, factor),
  loaded('materials/materials.csv', MaterialRow, material),
  loaded('materials/substitutions.csv', SubstitutionRow, substitution),
];

const MOST_ROWS_A_STATEMENT = 500;

/**
 * Brings the reference tables to what data/ says, whole and in the caller's transaction; nothing is done while no
 * file has changed.
 *
 * @throws Error naming the rows when the material base or the factor set is not sound
 */
export async function loadReference(manager: EntityManager): Promise<boolean> {
  const all = files();
  const known = await manager.query<{ name: string; digest: string }[]>(
    'select name, digest from reference_version',
  );
  const digests = new Map(known.map((row) => [row.name, row.digest]));
  if (all.every(({ file }) => digests.get(file.name) === file.digest)) return false;
  refuseUnsound(all);
  for (const { target } of [...all].reverse())
    await manager.createQueryBuilder().delete().from(target).execute();
  for (const { file, target, rows } of all) {
    for (let start = 0; start < rows.length; start += MOST_ROWS_A_STATEMENT) {
      await manager.insert(target, rows.slice(start, start + MOST_ROWS_A_STATEMENT));
    }
    await manager.query(
      `insert into reference_version (name, digest) values ($1, $2)
         on conflict (name) do update set digest = excluded.digest, loaded_at = now()`,
      [file.name, file.digest],
    );
  }
  return true;
}

function refuseUnsound(all: readonly Loaded[]): void {
  const rowsOf = <T>(target: unknown): readonly T[] =>
    (all.find((one) => one.target === target)?.rows ?? []) as readonly T[];
  const factors = buildFactorSet(FACTOR_SET, rowsOf<FactorRow>(FactorRow));
  const materials = rowsOf<MaterialRow>(MaterialRow);
  const table = rowsOf<SubstitutionRow>(SubstitutionRow);
  buildMaterialBase(materials.map(plainMaterial), table.map(plainSubstitution));
  const codes = new Set(rowsOf<WasteCodeRow>(WasteCodeRow).map((row) => row.code));
  const faults = [
    ...materials.flatMap((row) =>
      row.wasteCodes
        .filter((code) => !codes.has(code))
        .map((code) => `${row.code}: waste code ${code} is not in the list`),
    ),
    ...[
      ...materials.flatMap((row) => [row.productionFactor, row.disposalFactor]),
      ...table.flatMap((row) => [row.displaces, row.treatment === 'none' ? null : row.treatment]),
    ]
      .filter((key) => key !== null && factors.get(key) === undefined)
      .map((key) => `${key}: no such factor in set ${FACTOR_SET}`),
  ];
  if (faults.length > 0) throw new Error(`The reference data are not sound:\n${faults.join('\n')}`);
}

const plainMaterial = (row: MaterialRow): Material => ({
  ...row,
  labels: { nb: row.labelNb, en: row.labelEn },
  synonyms: { nb: row.synonymsNb, en: row.synonymsEn },
  density: undefined,
  heatingValue: undefined,
  productionFactor: undefined,
  disposalFactor: undefined,
});

const plainSubstitution = (row: SubstitutionRow): Substitution => ({
  ...row,
  displaces: row.displaces ?? undefined,
});
