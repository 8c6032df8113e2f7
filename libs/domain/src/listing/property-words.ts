/** Other ways of writing a property's name, folded: Norwegian words and run-together ones. */
const SAME_NAME: Readonly<Record<string, string>> = Object.freeze({
  temperatur: 'temperature',
  supplytemperature: 'temperature',
  turtemperatur: 'temperature',
  fukt: 'moisture',
  fuktighet: 'moisture',
  watercontent: 'moisture',
  partikkelstorrelse: 'particlesize',
  kornstorrelse: 'particlesize',
  klor: 'chlorine',
});

/**
 * One name for a property however it is written: case, spaces and Norwegian words fold together.
 *
 * @example propertyName('Korn-størrelse') // 'particlesize'
 */
export function propertyName(written: string): string {
  const folded = written
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^a-z0-9]/g, '');
  return SAME_NAME[folded] ?? folded;
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).map(propertyName));

/** Properties that streams are described by: anybody may write these words, so they point at nobody. */
const COMMON_PROPERTIES = words(`
  temperature returnTemperature flow pressure power moisture dryMatter torrstoff ash aske volatileMatter organicMatter
  calorificValue brennverdi heatingValue density tetthet bulkDensity particleSize pH conductivity viscosity purity renhet
  concentration konsentrasjon strength impurities contaminants fremmedlegemer metal metals resin ceramics glass plastic
  wood bark stones colour color freeFattyAcids meltFlowIndex lossOnIgnition glodetap LOI TOC COD BOD BOD5 TSS protein
  fat fett fibre fiber sugar sukker starch salt nutrients C/N
  aluminium Al antimony Sb arsenic As barium Ba boron B bromine Br cadmium Cd calcium Ca carbon C chlorine Cl chloride
  klorid chromium Cr chromiumVI CrVI cobalt Co copper Cu fluorine fluoride F iron Fe jern lead Pb bly lithium Li
  magnesium Mg manganese Mn mangan mercury Hg kvikksolv molybdenum Mo nickel Ni nitrogen N oxygen O phosphorus P fosfor
  potassium K kalium selenium Se silicon Si silisium sodium Na sulphur sulfur S svovel sulphate sulfate sulfat tin Sn
  titanium Ti vanadium V zinc Zn sink
  Al2O3 CaO CaCO3 CH4 CO CO2 Cr2O3 Fe2O3 FeO H2 H2O H2S HCl H2SO4 K2O MgO MnO Na2O NH3 NO3 P2O5 SiO2 SO3 TiO2 ZnO
  freeLime PAH PCB PFAS dioxins oil olje halogens`);

const COMMON_UNITS: ReadonlySet<string> = new Set(
  `% ‰ ppm ppb °C C K mm µm cm m mg/kg g/kg µg/kg g/t kg/t mg/l g/l kg/m3 t/m3 g/cm3 MJ/kg MJ/Nm3 kWh/kg kWh/t MWh/t
   GJ/t bar mbar kPa MPa kW MW m3/h Nm3/h l/s t/h kg/h g/10min mS/cm µS/cm mPas h h/yr pH`.split(/\s+/),
);
const COMMON_BASES: ReadonlySet<string> = new Set([
  'wet',
  'dry',
  'as received',
  'ar',
  'db',
  'daf',
  'våt',
  'tørr',
  'TS',
]);

/**
 * Whether a property may be named while its listing is masked: words of the trade only, because a name made up by a
 * firm could be the firm's.
 *
 * @example isCommonProperty('Fukt') // true
 */
export const isCommonProperty = (written: string): boolean => COMMON_PROPERTIES.has(propertyName(written));

/** The unit or basis, where it is one of the trade; nothing where it is not. */
export const commonUnit = (unit: string | undefined): string | undefined =>
  unit !== undefined && COMMON_UNITS.has(unit) ? unit : undefined;
export const commonBasis = (basis: string | undefined): string | undefined =>
  basis !== undefined && COMMON_BASES.has(basis) ? basis : undefined;
