import type { Material } from '../material/material.js';

/** What a lorry carries its load in; one body cannot do the work of another. */
export type Body = 'tipper' | 'walking-floor' | 'silo' | 'tank' | 'gas-tank' | 'container';

/** What a load asks of the vehicle, or leaves in it. */
export type Cleanliness = 'clean' | 'plain' | 'soiling';

/** A load as the vehicle knows it. */
export interface Cargo {
  readonly body: Body;
  readonly cleanliness: Cleanliness;
  /** Code of the material: a vehicle may go on with what it was soiled by. */
  readonly material: string;
}

/** The usual vehicle by class of material; own knowledge. */
const BODY_OF: Readonly<Record<string, Body>> = Object.freeze({
  mineral: 'tipper',
  slag: 'tipper',
  sand: 'tipper',
  gypsum: 'tipper',
  glass: 'tipper',
  metal_oxide: 'tipper',
  metal_sludge: 'tipper',
  organic_sludge: 'tipper',
  salt: 'tipper',
  carbon: 'tipper',
  food_organic: 'tipper',
  nutrient: 'tipper',
  sulphur: 'tipper',
  wood: 'walking-floor',
  waste_fuel: 'walking-floor',
  ash: 'silo',
  dust: 'silo',
  alkali: 'silo',
  acid: 'tank',
  solvent: 'tank',
  oil: 'tank',
  water: 'tank',
  chemical: 'tank',
  co2: 'gas-tank',
  gas: 'gas-tank',
  fuel_gas: 'gas-tank',
  plastic: 'container',
  paper: 'container',
  textile: 'container',
  rubber: 'container',
  metal: 'container',
  equipment: 'container',
  electronics: 'container',
  battery: 'container',
});

/** m3 that a rig with trailer holds, by body, and the tonnes that it may load; own knowledge of Norwegian rigs. */
const HOLDS: Readonly<Record<Body, { readonly m3: number; readonly tonnes: number }>> = Object.freeze({
  tipper: { m3: 40, tonnes: 32 },
  'walking-floor': { m3: 100, tonnes: 30 },
  silo: { m3: 45, tonnes: 30 },
  tank: { m3: 38, tonnes: 32 },
  'gas-tank': { m3: 25, tonnes: 22 },
  container: { m3: 80, tonnes: 28 },
});

/** Rules of law (data/materials/legal.csv) under which what a vehicle carried before must not soil it. */
const CLEAN_RULES = new Set(['food', 'feed', 'drinking-water']);
/** And those under which it must be cleaned before anything else, or disinfected. */
const SOILING_RULES = new Set([
  'animal-by-products',
  'sewage-sludge',
  'transport-adr',
  'hazardous-declaration',
  'hazardous-twin',
  'radioactive-deposit',
  'pfas',
  'pops',
]);

/**
 * What a load of the material is to a lorry. What is stated with a concentration is a solution and travels in a tank.
 * A material with a hazardous twin counts as hazardous until its waste code says otherwise; a load that is both soils.
 *
 * @param hazardous of the waste code stated; undefined where none was
 * @returns undefined where the material travels by no lorry: heat, cooling, electricity
 * @example cargoOf(slag, false) // { body: 'tipper', cleanliness: 'plain', material: 'copper-slag' }
 */
export function cargoOf(material: Material, hazardous: boolean | undefined): Cargo | undefined {
  const usual = BODY_OF[material.class];
  if (usual === undefined) return undefined;
  const dissolved = material.properties.some((one) => one.property === 'concentration');
  const body = dissolved && usual === 'silo' ? 'tank' : usual;
  return { body, cleanliness: cleanlinessOf(material, hazardous), material: material.code };
}

function cleanlinessOf({ legal }: Material, hazardous: boolean | undefined): Cleanliness {
  const soils = legal.some((rule) =>
    rule === 'hazardous-twin' ? hazardous !== false : SOILING_RULES.has(rule),
  );
  if (hazardous === true || soils) return 'soiling';
  return legal.some((rule) => CLEAN_RULES.has(rule)) ? 'clean' : 'plain';
}

/** Why two loads cannot share a lorry; the words are the reader's. */
export type CargoObstacle = 'OTHER_BODY' | 'MUST_STAY_CLEAN' | 'WOULD_SOIL';

/**
 * Whether one lorry may carry the one load after the other. Vehicles for food in bulk are kept for food (Reg. (EC)
 * 852/2004 annex II chapter IV no. 4; feed: Reg. (EC) 183/2005 annex II), vehicles for animal by-products are cleaned and
 * disinfected (Reg. (EU) 142/2011 annex VIII chapter I), and so are those that carried dangerous goods where any came out
 * (ADR 7.5.8). Cleaning stations are not on the way of a side stream, so none of these is joined with anything but its own kind.
 *
 * @returns undefined where nothing is in the way
 * @example cargoObstacle(slagCargo, chipsCargo) // 'OTHER_BODY'
 */
export function cargoObstacle(a: Cargo, b: Cargo): CargoObstacle | undefined {
  if (a.body !== b.body) return 'OTHER_BODY';
  if (a.cleanliness === 'soiling' || b.cleanliness === 'soiling')
    return a.material === b.material && a.cleanliness === b.cleanliness ? undefined : 'WOULD_SOIL';
  return a.cleanliness === b.cleanliness ? undefined : 'MUST_STAY_CLEAN';
}

/**
 * Tonnes in one lorry: what it may load, or what its body holds of a light material.
 *
 * @param density t/m3, above 0; undefined where not known, and then the weight decides
 * @throws RangeError when the density is not above 0
 * @example loadTonnes('walking-floor', 0.25) // 25
 */
export function loadTonnes(body: Body, density: number | undefined): number {
  if (density !== undefined && !(density > 0)) throw new RangeError('A density is above 0 t/m3');
  const { m3, tonnes } = HOLDS[body];
  return density === undefined ? tonnes : Math.min(tonnes, m3 * density);
}
