import { amountOf, oneOf, type Numeral, type WrittenAmount } from './numerals.js';

/** A property found in a text; a range or bound has min, max or both, a plain number has value. */
export interface FoundProperty extends WrittenAmount {
  /** English name of the trade, as the data files write it ("dry matter", "SiO2"). */
  readonly property: string;
  /** Absent for the pH, which has none. */
  readonly unit?: string;
  readonly basis?: 'wet' | 'dry';
  /** The words it was read from. */
  readonly text: string;
}

/** A property as it was read, with where its words end. */
export interface PropertyAt {
  readonly found: FoundProperty;
  readonly end: number;
}

/** Canonical unit: the property it always means (or `?` where a word must tell), then its written forms. */
const MEASURES = `%=?: %, vekt-%, vekt%, wt%, wt.%, wt-%, prosent, percent, per cent, pst | vol%=?: vol%, vol-%, volum-% |
  ‰=?: ‰, promille | mg/kg=?: ppm, mg/kg, g/t, g/tonn | ppb=?: ppb, µg/kg | g/kg=?: g/kg | mg/l=?: mg/l | g/l=?: g/l |
  °C=temperature: °C, ºC, ° C, C, grader, grader C, grader celsius, degrees, degrees C, degrees celsius, deg C, celsius |
  mm=particle size: mm, millimeter | µm=particle size: µm, μm, um, micron, microns, mikron | cm=particle size: cm |
  bar=pressure: bar, barg, bara, bar(g) | kPa=pressure: kPa | MPa=pressure: MPa | mbar=pressure: mbar |
  MJ/kg=calorific value: MJ/kg, GJ/t, GJ/tonn, GJ/tonne | kWh/kg=calorific value: kWh/kg, MWh/t, MWh/tonn, MWh/tonne |
  kWh/t=calorific value: kWh/t, kWh/tonn |
  kg/m3=density: kg/m3 | t/m3=density: t/m3, tonn/m3, kg/l, g/cm3 |
  kW=power: kW | MW=power: MW`;

interface WrittenMeasure {
  readonly unit: string;
  readonly property: string;
}

const measures = new Map<string, WrittenMeasure>();
for (const line of MEASURES.split('|')) {
  const [named = '', ...forms] = line.split(/[:,]/).map((one) => one.trim());
  const [unit = '', property = ''] = named.split('=');
  for (const written of forms) measures.set(written.toLowerCase(), { unit, property });
}
const MEASURE = new RegExp(`^\\s?(${oneOf([...measures.keys()].join('|'))})(?![\\p{L}\\d/])`, 'iu');

/** Names as the data files write them: the words that mean them, in any case of letters. */
const NAMES = `moisture: fukt, fuktighet, fuktinnhold, moisture, vann, vatn, water |
  dry matter: TS, tørrstoff, dry matter, DM, DS, dry solids, total solids, solids | ash: aske, oske, ash |
  chlorine: klor, chlorine | chloride: klorid, chloride | sulphur: svovel, sulphur, sulfur |
  loss on ignition: glødetap, loss on ignition, LOI | calorific value: brennverdi | pressure: trykk |
  phosphorus: fosfor, phosphorus, phosphorous | nitrogen: nitrogen | potassium: kalium, potassium |
  cadmium: kadmium, cadmium | lead: bly, lead | mercury: kvikksølv, mercury | arsenic: arsen, arsenic |
  chromium VI: krom VI, krom 6, chromium VI, hexavalent chromium, Cr VI, Cr(VI), Cr6 | chromium: krom, chromium |
  copper: kobber, kopar, copper | zinc: sink, zinc | nickel: nikkel, nickel | iron: jern, iron |
  manganese: mangan, manganese | aluminium: aluminium, aluminum | silicon: silisium, silicon | tin: tinn, tin |
  vanadium: vanadium | titanium: titan, titanium | magnesium: magnesium | calcium: kalsium, calcium |
  sodium: natrium, sodium | fluoride: fluorid, fluoride | carbon content: karbon, carbon | metal content: metall, metal |
  fat: fett, fat | protein: protein | starch: stivelse, starch | sugar: sukker, sugar | lactose: laktose, lactose |
  oil: olje, oil | fibre: fiber, fibre | organic matter: organisk, organisk stoff, organic matter, organics |
  purity: renhet, reinleik, purity, pure, ren | concentration: konsentrasjon, concentration |
  free lime: fri kalk, free lime | foreign matter: fremmedlegemer, fremmedstoff, forurensning, impurities,
  contaminants, foreign matter | methane: metan, methane`;
/** Chemical signs mean something only in their own letters: "s" is no sulphur, and "sio2" is rarely written. */
const SIGNS = `chlorine: Cl | sulphur: S | phosphorus: P | nitrogen: N | potassium: K | cadmium: Cd | lead: Pb |
  mercury: Hg | arsenic: As | chromium: Cr | copper: Cu | zinc: Zn | nickel: Ni | iron: Fe | manganese: Mn |
  aluminium: Al | silicon: Si | tin: Sn | vanadium: V | titanium: Ti | magnesium: Mg | calcium: Ca | sodium: Na |
  carbon content: C | fluoride: F | methane: CH4`;
const FORMULAS = `Al2O3 CaO CaCO3 CO CO2 Cr2O3 Fe2O3 FeO H2 H2S HCl H2SO4 HNO3 K2O MgO MnO Na2O NaCl KCl NaOH NH3 P2O5
  SiO2 SiC SO3 TiO2 ZnO`;

function namesOf(lists: string, key: (written: string) => string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of lists.split('|')) {
    const [name = '', ...words] = line.split(/[:,]/).map((one) => one.replaceAll(/\s+/g, ' ').trim());
    for (const word of words) found.set(key(word), name);
  }
  return found;
}

const byWord = namesOf(NAMES, (word) => word.toLowerCase());
const bySign = namesOf(SIGNS, (word) => word);
for (const formula of FORMULAS.split(/\s+/)) bySign.set(formula, formula);
const WRITTEN_NAME = `(?:total\\s+|free\\s+)?(?<name>${oneOf([...byWord.keys()].join('|'))}|${oneOf([...bySign.keys()].join('|'))})(?:\\s*-?(?:content|innhold|innhald|verdi))?`;

/** Between a name and its figure stands little: "TS: 25 %", "moisture content is 20 %", "fukt (w.b.) 20 %". */
const NAME_BEFORE = new RegExp(
  `(?<![\\p{L}\\d])${WRITTEN_NAME}\\s*(?:\\([^)]{0,12}\\))?\\s*[:=]?\\s*(?:er|is|på|of|med|with|at)?\\s*$`,
  'iu',
);
const NAME_AFTER = new RegExp(
  `^\\s*(?:(?:of|av|i|by\\s+weight|w/w|metallic|metallisk|total|totalt)\\s+){0,2}${WRITTEN_NAME}(?![\\p{L}\\d])`,
  'iu',
);
const MASS = 'dry\\s+matter|dry\\s+weight|TS|DM|tørrstoff(?:et)?';
const DRY = 'dry\\s+basis|d\\.?b\\.?|tørrbasis|tørr\\s+basis';
const WET = 'wet\\s+basis|w\\.?b\\.?|as\\s+received|våtbasis|våt\\s+basis|våtvekt';
/** "5 % ash (dry)", "3 % av TS": without a bracket or preposition the word would name another property. */
const BASIS = new RegExp(
  `^\\s*(?:(?<dry>\\((?:dry|${DRY}|${MASS})\\)|(?:(?:i|av|of|in|on|på)\\s+(?:the\\s+)?(?:${MASS}|${DRY})|${DRY})(?![\\p{L}\\d]))|` +
    `(?<wet>\\((?:wet|${WET})\\)|(?:(?:on|på|i)\\s+)?(?:${WET})(?![\\p{L}\\d])))`,
  'iu',
);
const LIQUOR =
  'syre|acid|lut|lye|hydroksid|hydroxide|peroksid|peroxide|løsning|løysing|solution|lake|brine|soda';
const LIQUOR_BEFORE = new RegExp(`(?:${LIQUOR})[,:]?\\s*$`, 'iu');
const LIQUOR_AFTER = new RegExp(`^\\s*(?:[\\p{L}-]+\\s+)?[\\p{L}-]*(?:${LIQUOR})(?![\\p{L}])`, 'iu');
/** A thickness or the middle of a grading curve is no range of sizes. */
const OTHER_LENGTH_BEFORE =
  /(?:tykkelse|tykkleik|thickness|diameter|lengde|length|bredde|width|høyde|height|[dD]\d\d|ø)[:=]?\s*$/iu;
const OTHER_LENGTH_AFTER = /^\s*(?:thick|tykk|diameter|lang|long|bred|wide|høy|high)/iu;
const LOOK_BACK = 40;

/**
 * The property whose value a numeral states, if a unit of the trade follows it and its name is plain.
 *
 * @param plain the text, each letter in its place, subscripts as digits
 * @param from where the words already used for another property end
 * @example propertyAt('fukt 20 %', numeralsIn('fukt 20 %')[0], 0)?.found.property // 'moisture'
 */
export function propertyAt(plain: string, numeral: Numeral, from: number): PropertyAt | undefined {
  const measure = measureBehind(plain, numeral);
  if (measure === undefined) return undefined;
  const before = plain.slice(Math.max(from, numeral.at - LOOK_BACK), numeral.at);
  const after = plain.slice(measure.end, measure.end + LOOK_BACK);
  const named = measure.property === '?' ? shareName(before, after) : sizedName(measure, before, after);
  if (named === undefined || !fitsForm(numeral, named.property)) return undefined;
  const basis = basisAt(plain, measure.end + named.after);
  return {
    end: basis.end,
    found: {
      property: named.property,
      ...amountOf(numeral, 'measure', after),
      unit: measure.unit,
      ...(basis.kind === undefined ? {} : { basis: basis.kind }),
      text: plain.slice(numeral.at - named.before, basis.end).trim(),
    },
  };
}

function measureBehind(
  plain: string,
  numeral: Numeral,
): (WrittenMeasure & { readonly end: number }) | undefined {
  const match = MEASURE.exec(plain.slice(numeral.end, numeral.end + 24));
  const measure = measures.get(match?.[1]?.toLowerCase().replaceAll(/\s+/g, ' ') ?? '');
  return match === null || measure === undefined
    ? undefined
    : { ...measure, end: numeral.end + match[0].length };
}

function basisAt(plain: string, at: number): { readonly kind?: 'wet' | 'dry'; readonly end: number } {
  const match = BASIS.exec(plain.slice(at, at + LOOK_BACK));
  if (match === null) return { end: at };
  return { kind: match.groups?.['dry'] === undefined ? 'wet' : 'dry', end: at + match[0].length };
}

/** A name with how many letters before the numeral and behind the unit belong to it. */
interface Named {
  readonly property: string;
  readonly before: number;
  readonly after: number;
}

function shareName(before: string, after: string): Named | undefined {
  const ahead = NAME_BEFORE.exec(before);
  const first = canonical(ahead?.groups?.['name']);
  if (ahead !== null && first !== undefined) return { property: first, before: ahead[0].length, after: 0 };
  const behind = NAME_AFTER.exec(after);
  const second = canonical(behind?.groups?.['name']);
  if (behind !== null && second !== undefined)
    return { property: second, before: 0, after: behind[0].length };
  return LIQUOR_BEFORE.test(before) || LIQUOR_AFTER.test(after)
    ? { property: 'concentration', before: 0, after: 0 }
    : undefined;
}

function sizedName({ property }: WrittenMeasure, before: string, after: string): Named | undefined {
  const otherLength = OTHER_LENGTH_BEFORE.test(before) || OTHER_LENGTH_AFTER.test(after);
  if (property === 'particle size' && otherLength) return undefined;
  const returns = property === 'temperature' && /(?:retur|return)[\p{L}\s:]*$/iu.test(before);
  return { property: returns ? 'return temperature' : property, before: 0, after: 0 };
}

/** Only temperatures fall below zero, and only sizes are written with a slash. */
const fitsForm = (numeral: Numeral, property: string): boolean =>
  (!numeral.slashed || property === 'particle size') &&
  (!/^[-−]/.test(numeral.from) || property.endsWith('temperature'));

const canonical = (written: string | undefined): string | undefined =>
  written === undefined
    ? undefined
    : (bySign.get(written) ?? byWord.get(written.toLowerCase().replaceAll(/\s+/g, ' ')));

const ACIDITY = /(?<![\p{L}\d])pH\s*(?:-?verdi|value)?\s*[:=]?\s*(?:er|is|på|of|rundt|around)?\s*$/u;

/**
 * The pH that a numeral states, which has its name before it and no unit behind.
 *
 * @example acidityAt('pH 12', numeralsIn('pH 12')[0])?.found.value // 12
 */
export function acidityAt(plain: string, numeral: Numeral): PropertyAt | undefined {
  const name = ACIDITY.exec(plain.slice(Math.max(0, numeral.at - 20), numeral.at));
  if (name === null || numeral.slashed) return undefined;
  const amount = amountOf(numeral, 'measure', plain.slice(numeral.end, numeral.end + LOOK_BACK));
  const text = plain.slice(numeral.at - name[0].length, numeral.end).trim();
  return { end: numeral.end, found: { property: 'pH', ...amount, text } };
}
