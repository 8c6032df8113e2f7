import { addMonths, Decimal, type Day, type ListingTerms, type StreamProperty } from '#domain';

/** One side of a made-up pair: what it states, by its text alone. */
export type Half = Partial<Omit<ListingTerms, 'side' | 'materialCode' | 'materialConfirmed' | 'readings'>> &
  Pick<ListingTerms, 'title' | 'quantity'> & { readonly nace: string };

export interface Pair {
  readonly offer: Half;
  readonly need: Half;
  /** As the crow flies; one kilometre where nothing is said. */
  readonly apartKm?: number | undefined;
}

/** A pair that a hard condition must refuse, and the same pair without its fault, which must be found. */
export interface Negative {
  readonly name: string;
  readonly fault: Pair;
  readonly control?: Pair | undefined;
}

const amount = (value: number, unit: string) => ({ value: new Decimal(value), unit, per: 'YEAR' as const });
const mass = amount(1000, 't');
const energy = amount(10_000, 'MWh');

const stated = (property: string, value: number, unit: string, basis?: string): StreamProperty => ({
  property,
  typical: new Decimal(value),
  unit,
  basis,
  measured: true,
});
const atMost = (property: string, value: number, unit: string, basis?: string): StreamProperty => ({
  property,
  max: new Decimal(value),
  unit,
  basis,
  measured: false,
});
const atLeast = (property: string, value: number, unit: string): StreamProperty => ({
  property,
  min: new Decimal(value),
  unit,
  measured: false,
});

const heatOffer = (celsius: number): Half => ({
  title: 'Surplus heat',
  nace: '24.10',
  quantity: energy,
  properties: [stated('temperature', celsius, '°C')],
});
const heatNeed = (celsius: number): Half => ({
  title: 'Process heat for drying',
  nace: '16.10',
  quantity: energy,
  properties: [atLeast('temperature', celsius, '°C')],
});

/** Source and sink, °C: no heat pump on the market lifts that far (IEA HPT Annex 58: sinks to 200 °C at best). */
const TOO_COLD = [
  [20, 210],
  [30, 220],
  [45, 240],
  [60, 260],
  [25, 300],
] as const;
const tooCold: readonly Negative[] = TOO_COLD.map(([source, sink]) => ({
  name: `heat of ${source} °C for a sink of ${sink} °C`,
  fault: { offer: heatOffer(source), need: heatNeed(sink) },
  control: { offer: heatOffer(sink + 80), need: heatNeed(sink) },
}));

/** What comes by pipe and cannot be stored: tens of kilometres of pipe cost more than it is worth. */
const PIPED: readonly Omit<Pair, 'apartKm'>[] = [
  { offer: heatOffer(90), need: heatNeed(60) },
  {
    offer: { title: 'Process steam', nace: '35.11', quantity: energy },
    need: { title: 'Process steam', nace: '20.14', quantity: energy },
  },
  {
    offer: { title: 'CO-rich furnace gas', nace: '24.10', quantity: energy },
    need: { title: 'Fuel gas for the reheating furnace', nace: '25.50', quantity: energy },
  },
];
const tooFar: readonly Negative[] = PIPED.flatMap((pair) =>
  [60, 150].map((apartKm) => ({
    name: `${pair.offer.title} over ${apartKm} km`,
    fault: { ...pair, apartKm },
    control: { ...pair, apartKm: 1 },
  })),
);

/** Offer, its code as hazardous waste, the code of its harmless twin, and what is eaten or spread where food grows. */
const HAZARDOUS = [
  ['Biosludge from effluent treatment', '19 08 11', '19 08 12', 'Fertiliser'],
  ['Biosludge from effluent treatment', '07 01 11', '07 01 12', 'Soil improver'],
  ['Wood ash', '10 01 16', '10 01 03', 'Fertiliser'],
  ['Vegetable waste', '02 01 08', '02 01 03', 'Animal feed ingredient'],
  ['Digestate', '19 02 05', '19 06 06', 'Fertiliser'],
] as const;
const hazardous: readonly Negative[] = HAZARDOUS.map(([title, bad, good, use]) => {
  const need: Half = { title: use, nace: '01.11', quantity: mass };
  const offer = (wasteCode: string): Half => ({ title, nace: '37.00', quantity: mass, wasteCode });
  return {
    name: `${title} under ${bad} as ${use.toLowerCase()}`,
    fault: { offer: offer(bad), need },
    control: { offer: offer(good), need },
  };
});

/** What is nothing of the kind that is asked for. */
const WRONG_KIND = [
  ['Blast furnace slag', '24.10', 'Steel scrap', '24.10'],
  ['Blast furnace slag', '24.10', 'District heat', '35.30'],
  ['Plastic film', '38.32', 'Animal feed ingredient', '10.91'],
  ['Waste tyres', '38.11', 'Fish feed ingredient', '10.91'],
  ['Glass cullet', '38.32', 'Fertiliser', '20.15'],
  ['Sulphuric acid', '24.44', 'Animal feed ingredient', '10.91'],
  ['Steel scrap', '38.32', 'Raw material for glass wool', '23.14'],
  ['Wood chips', '16.10', 'Aluminium scrap for remelting', '24.42'],
  ['Sewage sludge', '37.00', 'Glass cullet', '23.13'],
  ['Used cooking oil', '10.85', 'Crushed rock aggregate', '42.11'],
  ['Cardboard', '47.11', 'Zinc oxide', '24.43'],
] as const;
const wrongKind: readonly Negative[] = WRONG_KIND.map(([offered, giver, wanted, taker]) => ({
  name: `${offered} as ${wanted.toLowerCase()}`,
  fault: {
    offer: { title: offered, nace: giver, quantity: mass },
    need: { title: wanted, nace: taker, quantity: wanted.includes('heat') ? energy : mass },
  },
}));

/** Offered as what is asked for, with a property beyond the taker's limit. */
const BEYOND = [
  ['Wood chips', 'moisture', 55, 20, 15, '%', 'wet'],
  ['Sawdust', 'moisture', 50, 12, 10, '%', 'wet'],
  ['Bark', 'moisture', 65, 50, 45, '%', 'wet'],
  ['Refuse-derived fuel', 'chlorine', 1.5, 0.5, 0.3, '%', 'dry'],
  ['Refuse-derived fuel', 'chlorine', 9000, 5000, 3000, 'mg/kg', 'dry'],
  ['Recovered wood', 'chlorine', 0.4, 0.1, 0.05, '%', 'dry'],
] as const;
const beyond: readonly Negative[] = BEYOND.map(([title, property, much, limit, little, unit, basis]) => {
  const offer = (value: number): Half => ({
    title,
    nace: '38.32',
    quantity: mass,
    properties: [stated(property, value, unit, basis)],
  });
  const need = { title, nace: '23.51', quantity: mass, properties: [atMost(property, limit, unit, basis)] };
  return {
    name: `${title} with ${much} ${unit} ${property} where ${limit} is the limit`,
    fault: { offer: offer(much), need },
    control: { offer: offer(little), need },
  };
});

const EVERYDAY = ['Wood chips', 'Blast furnace slag', 'Glass cullet', 'Steel scrap'] as const;
const everyday = (title: string, more: Partial<Half> = {}): Half => ({
  title,
  nace: '38.32',
  quantity: mass,
  ...more,
});

/** One side ends before the other begins. */
const windowsApart = (today: Day): readonly Negative[] =>
  EVERYDAY.map((title) => {
    const offer = everyday(title, { availableUntil: addMonths(today, 2) });
    return {
      name: `${title}: the giver ends before the taker begins`,
      fault: { offer, need: everyday(title, { nace: '42.11', availableFrom: addMonths(today, 4) }) },
      control: { offer, need: everyday(title, { nace: '42.11', availableFrom: addMonths(today, 1) }) },
    };
  });

const months = (...of: readonly number[]): readonly number[] =>
  Array.from({ length: 12 }, (_, month) => (of.includes(month + 1) ? 1 : 0));
const SUMMER = months(5, 6, 7, 8);
const WINTER = months(11, 12, 1, 2);

/** What cannot be stored, in months that the other side does not have. */
const monthsApart: readonly Negative[] = PIPED.map(({ offer, need }) => ({
  name: `${offer.title} in summer for a winter's need`,
  fault: { offer: { ...offer, monthlyProfile: SUMMER }, need: { ...need, monthlyProfile: WINTER } },
  control: { offer: { ...offer, monthlyProfile: WINTER }, need: { ...need, monthlyProfile: WINTER } },
}));

/** Offer, the waste code it travels under, and a code that says nothing of it. */
const PERMITS = [
  ['Waste wood', '17 02 01', '20 01 08'],
  ['Blast furnace slag', '10 02 02', '17 02 02'],
  ['Glass cullet', '19 12 05', '10 02 02'],
  ['Sewage sludge', '19 08 05', '15 01 01'],
] as const;
const unpermitted: readonly Negative[] = PERMITS.map(([title, wasteCode, other]) => {
  const offer = everyday(title, { wasteCode });
  return {
    name: `${title} under ${wasteCode} for a taker with a permit for ${other} only`,
    fault: { offer, need: everyday(title, { nace: '42.11', permits: [other] }) },
    control: { offer, need: everyday(title, { nace: '42.11', permits: [wasteCode, other] }) },
  };
});

/** Farther than one side accepts, whatever the material would pay. */
const beyondStated: readonly Negative[] = EVERYDAY.map((title, at) => {
  const limit = (maxDistanceKm: number): Pair =>
    at % 2 === 0
      ? { offer: everyday(title, { maxDistanceKm }), need: everyday(title, { nace: '42.11' }), apartKm: 25 }
      : { offer: everyday(title), need: everyday(title, { nace: '42.11', maxDistanceKm }), apartKm: 25 };
  return {
    name: `${title} over 25 km where the ${at % 2 === 0 ? 'giver' : 'taker'} accepts 15`,
    fault: limit(15),
    control: limit(60),
  };
});

/** Pairs made from general rules, not from anybody's file. */
export const negativesOn = (today: Day): readonly Negative[] => [
  ...tooCold,
  ...tooFar,
  ...hazardous,
  ...wrongKind,
  ...beyond,
  ...windowsApart(today),
  ...monthsApart,
  ...unpermitted,
  ...beyondStated,
];
