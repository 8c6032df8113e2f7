/** A unit that properties are stated in: `value × factor + offset` is the value in the base of its dimension. */
export interface Measure {
  readonly code: string;
  readonly dimension: string;
  readonly factor: number;
  readonly offset: number;
  /** Basis that the unit itself names, as in "mg/kg TS". */
  readonly basis?: Basis | undefined;
}

/** Whether a share counts the water in (`wet`), leaves it out (`dry`), or leaves out water and ash (`daf`). */
export type Basis = 'wet' | 'dry' | 'daf';

/** Dimension, its units as `code factor`, base first. Only what is of one dimension converts. */
const TABLE: Readonly<Record<string, string>> = Object.freeze({
  share:
    'kg/kg 1|% 0.01|‰ 0.001|g/kg 0.001|mg/g 0.001|kg/t 0.001|ppm 1e-6|mg/kg 1e-6|g/t 1e-6|ppb 1e-9|µg/kg 1e-9',
  volumeShare: 'vol% 0.01|ppmv 1e-6',
  length: 'mm 1|µm 0.001|cm 10|m 1000',
  specificEnergy: 'MJ/kg 1|GJ/t 1|kJ/kg 0.001|kWh/kg 3.6|MWh/t 3.6|kWh/t 0.0036|kcal/kg 0.0041868',
  gasEnergy: 'MJ/Nm3 1|kWh/Nm3 3.6',
  volumeEnergy: 'MJ/l 1|GJ/m3 1|kWh/l 3.6|MWh/m3 3.6|kWh/m3 0.0036',
  massPerVolume:
    'kg/m3 1|t/m3 1000|g/cm3 1000|kg/l 1000|kg/dm3 1000|g/l 1|g/m3 0.001|mg/l 0.001|mg/m3 1e-6|µg/l 1e-6',
  massPerGas: 'g/Nm3 1|mg/Nm3 0.001',
  pressure: 'bar 1|mbar 0.001|kPa 0.01|MPa 10|Pa 1e-5',
  power: 'kW 1|W 0.001|MW 1000|GW 1e6',
  volumeFlow: 'm3/h 1|l/s 3.6|l/min 0.06|l/h 0.001',
  gasFlow: 'Nm3/h 1',
  massFlow: 'kg/h 1|t/h 1000|kg/s 3600',
  conductivity: 'mS/cm 1|µS/cm 0.001|mS/m 0.01|S/m 10',
  viscosity: 'mPas 1|cP 1|Pas 1000',
  gasYield: 'Nm3/t 1',
  meltFlow: 'g/10min 1',
  time: 'h 1',
  yearlyHours: 'h/yr 1',
  acidity: 'pH 1',
});

/** Temperatures have a zero of their own. */
const TEMPERATURES: readonly Measure[] = [
  { code: '°C', dimension: 'temperature', factor: 1, offset: 0 },
  { code: 'K', dimension: 'temperature', factor: 1, offset: -273.15 },
  { code: '°F', dimension: 'temperature', factor: 5 / 9, offset: -160 / 9 },
];

const MEASURES: readonly Measure[] = [
  ...TEMPERATURES,
  ...Object.entries(TABLE).flatMap(([dimension, units]) =>
    units.split('|').map((one) => {
      const [code = '', factor] = one.split(' ');
      return { code, dimension, factor: Number(factor), offset: 0 };
    }),
  ),
];

/** Other spellings, in small letters. */
const SPELLINGS: Readonly<Record<string, string>> = Object.freeze({
  '%': 'percent|prosent|pst|wt%|wt.%|w%|m%|mass%|masse%|vekt%|vekt-%|%w/w|g/100g',
  'vol%': 'vol-%|volum%|%v/v',
  '‰': 'permille|promille',
  'µg/kg': 'ug/kg',
  'µg/l': 'ug/l',
  'µS/cm': 'us/cm',
  µm: 'um|micron|mikrometer',
  '°C': 'c|degc|celsius|grader',
  '°F': 'f|degf',
  K: 'kelvin',
  mPas: 'mpa·s|mpa*s',
  'h/yr': 'h/y|h/a|h/år',
});

const byCode = new Map(MEASURES.map((one) => [one.code, one]));
const bySpelling = new Map<string, Measure>(MEASURES.map((one) => [one.code.toLowerCase(), one]));
for (const [code, others] of Object.entries(SPELLINGS)) {
  const measure = byCode.get(code);
  for (const other of others.split('|')) if (measure) bySpelling.set(other, measure);
}

const lookUp = (text: string): Measure | undefined => byCode.get(text) ?? bySpelling.get(text.toLowerCase());

/** "mg/kg TS" and the like: laboratories write the basis into the unit. */
const WITH_BASIS = /^(?<unit>.+?)(?<basis>ts|ds|dm|tørrstoff|tørr|dry|wet|våtvekt|daf)$/iu;

/**
 * The unit meant by what somebody wrote, or undefined where it is none of the trade.
 *
 * @param written a code or another spelling, blanks and case aside; may end in a basis
 * @example findMeasure('MG/KG TS') // { code: 'mg/kg', dimension: 'share', factor: 1e-6, offset: 0, basis: 'dry' }
 */
export function findMeasure(written: string | undefined): Measure | undefined {
  if (written === undefined) return undefined;
  const text = written.replaceAll(/\s/g, '').replaceAll('³', '3').replaceAll('μ', 'µ');
  const found = lookUp(text);
  if (found !== undefined) return found;
  const { unit, basis } = WITH_BASIS.exec(text)?.groups ?? {};
  const bare = unit === undefined ? undefined : lookUp(unit);
  return bare && { ...bare, basis: readBasis(basis) };
}

/**
 * The units that can be compared with a unit, most usual first; at most four, for messages.
 *
 * @example unitsLike({ code: '%', dimension: 'share', factor: 0.01, offset: 0 }) // ['%', '‰', 'g/kg', 'mg/g']
 */
export const unitsLike = ({ dimension }: Measure): readonly string[] =>
  MEASURES.filter((one) => one.dimension === dimension && one.code !== 'kg/kg')
    .slice(0, 4)
    .map((one) => one.code);

const BASES: ReadonlyMap<string, Basis> = new Map([
  ...'wet|wetbasis|w.b.|wb|asreceived|ar|våt|våtvekt|vat|fresh|fersk|ferskvekt|asis'
    .split('|')
    .map((one): [string, Basis] => [one, 'wet']),
  ...'dry|drybasis|d.b.|db|drymatter|dryweight|dw|dm|ds|ts|tørr|tørt|tørrstoff'
    .split('|')
    .map((one): [string, Basis] => [one, 'dry']),
  ['daf', 'daf'],
]);

/**
 * The basis meant by what somebody wrote, or undefined where it says nothing that is understood.
 *
 * @example readBasis('as received') // 'wet'
 */
export const readBasis = (written: string | undefined): Basis | undefined =>
  written === undefined ? undefined : BASES.get(written.toLowerCase().replaceAll(/\s/g, ''));
