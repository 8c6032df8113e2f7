import { findMeasure, readBasis } from '../matching/checks/measure.js';

/** Other ways of writing a property's name, folded: Norwegian words, chemical signs and run-together ones. */
const SAME_NAMES: Readonly<Record<string, string>> = Object.freeze({
  temperature: 'temperatur supplytemperature turtemperatur tilforseltemperatur',
  returntemperature: 'returtemperatur',
  moisture: 'fukt fuktighet fuktinnhold watercontent vanninnhold moisturecontent',
  drymatter: 'torrstoff torrstoffinnhold drymattercontent drysubstance drysolids torsubstans',
  particlesize: 'partikkelstorrelse kornstorrelse grainsize fraksjon',
  ash: 'aske askeinnhold ashcontent',
  chlorine: 'klor cl klorinnhold chlorinecontent',
  chloride: 'klorid kloridinnhold',
  sulphur: 'svovel sulfur s svovelinnhold',
  calorificvalue:
    'brennverdi nedrebrennverdi effektivbrennverdi heatingvalue netcalorificvalue lowerheatingvalue lhv ncv',
  lossonignition: 'glodetap loi',
  phosphorus: 'fosfor p',
  nitrogen: 'n nitrogeninnhold',
  potassium: 'kalium k',
  sodium: 'natrium na',
  cadmium: 'kadmium cd',
  lead: 'bly pb',
  mercury: 'kvikksolv hg',
  arsenic: 'arsen as',
  chromiumvi: 'krom6 kromvi cr6 crvi hexavalentchromium',
  chromium: 'krom cr',
  copper: 'kobber cu',
  zinc: 'sink zn',
  nickel: 'nikkel ni',
  iron: 'jern fe',
  fat: 'fett fettinnhold',
  protein: 'proteininnhold',
  purity: 'renhet',
  concentration: 'konsentrasjon',
  pressure: 'trykk',
  density: 'tetthet',
  bulkdensity: 'romvekt bulktetthet',
  metalcontent: 'metall metal metallinnhold',
  carboncontent: 'carbon karbon karboninnhold',
  foreignmatter: 'fremmedlegemer fremmedstoff fremmedstoffer foreignbodies',
  alkali: 'na2oeq alkalina2oeq alkalier',
});

const SAME_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(SAME_NAMES).flatMap(([name, others]) =>
    others.split(/\s+/).map((other): [string, string] => [other, name]),
  ),
);

/** Names already folded: the same few hundred come up in every pair. Emptied when full, so free text cannot fill it. */
const folded = new Map<string, string>();
const MOST_NAMES = 4096;

/**
 * One name for a property however it is written: case, spaces and Norwegian words fold together.
 *
 * @example propertyName('Korn-størrelse') // 'particlesize'
 */
export function propertyName(written: string): string {
  const known = folded.get(written);
  if (known !== undefined) return known;
  const name = fold(written);
  if (folded.size >= MOST_NAMES) folded.clear();
  folded.set(written, name);
  return name;
}

function fold(written: string): string {
  const letters = written
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^a-z0-9]/g, '');
  return SAME_NAME.get(letters) ?? letters;
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).map(propertyName));

/** Properties that streams are described by: anybody may write these words, so they point at nobody. */
const COMMON_PROPERTIES = words(`
  ${Object.keys(SAME_NAMES).join(' ')}
  temperature returnTemperature flow pressure power moisture dryMatter torrstoff ash aske volatileMatter organicMatter
  calorificValue grossCalorificValue brennverdi heatingValue density tetthet bulkDensity particleSize pH conductivity
  viscosity purity renhet
  concentration konsentrasjon strength impurities contaminants fremmedlegemer metal metals resin ceramics glass plastic
  wood bark stones colour color freeFattyAcids meltFlowIndex lossOnIgnition glodetap LOI TOC COD BOD BOD5 TSS protein
  fat fett fibre fiber sugar sukker starch salt nutrients C/N metalContent carbonContent fixedCarbon foreignMatter
  aluminium Al antimony Sb arsenic As barium Ba boron B bromine Br cadmium Cd calcium Ca carbon C chlorine Cl chloride
  klorid chromium Cr chromiumVI CrVI cobalt Co copper Cu fluorine fluoride F iron Fe jern lead Pb bly lithium Li
  magnesium Mg manganese Mn mangan mercury Hg kvikksolv molybdenum Mo nickel Ni nitrogen N oxygen O phosphorus P fosfor
  potassium K kalium selenium Se silicon Si silisium sodium Na sulphur sulfur S svovel sulphate sulfate sulfat tin Sn
  titanium Ti vanadium V zinc Zn sink
  Al2O3 CaO CaCO3 CH4 CO CO2 Cr2O3 Fe2O3 FeO H2 H2O H2S HCl H2SO4 K2O MgO MnO Na2O NH3 NO3 P2O5 SiO2 SO3 TiO2 ZnO
  alkali freeLime PAH PCB PFAS dioxins oil olje halogens`);

/**
 * Whether a property may be named while its listing is masked: words of the trade only, because a name made up by a
 * firm could be the firm's.
 *
 * @example isCommonProperty('Fukt') // true
 */
export const isCommonProperty = (written: string): boolean => COMMON_PROPERTIES.has(propertyName(written));

/** The unit or basis, where it is one of the trade; nothing where it is not. */
export const commonUnit = (unit: string | undefined): string | undefined =>
  findMeasure(unit) === undefined ? undefined : unit;
export const commonBasis = (basis: string | undefined): string | undefined =>
  readBasis(basis) === undefined ? undefined : basis;
