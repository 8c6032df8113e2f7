import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  assess,
  ratiosOf,
  SYSTEM,
  type Assessment,
  type ListingFacts,
  type Material,
  type MaterialLink,
  type Rules,
  type Side,
} from '#domain';
import { Store } from '#store';
import { phrasebook, type Phrases } from '../../apps/web/src/said/phrasebook.js';
import { Chance } from '../support/chance.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

const project = fileURLToPath(new URL('../..', import.meta.url));
const textsOf = (language: string): Phrases =>
  JSON.parse(readFileSync(join(project, `apps/web/src/said/${language}.json`), 'utf8')) as Phrases;
const [en, nb] = [textsOf('en'), textsOf('nb')];
const worded = phrasebook(en, nb);

type Now = <T>(likelihood: number, value: () => T) => T | undefined;

const nowOf =
  (chance: Chance): Now =>
  (likelihood, value) =>
    chance.is(likelihood) ? value() : undefined;

/** What the law asks for. */
function lawOf(chance: Chance): Pick<ListingFacts, 'hazardous' | 'wasteCode' | 'permits' | 'byProductTest'> {
  const now = nowOf(chance);
  const yesOrNo = (): boolean | undefined => now(0.8, () => chance.is(0.8));
  return {
    hazardous: now(0.6, () => chance.is(0.4)),
    wasteCode: now(0.5, () => chance.of(['10 02 01', '19 12 07', '16 11 03'])),
    permits: now(0.5, () => [chance.of(['10', '19 12 07'])]),
    byProductTest: now(0.5, () => ({
      furtherUseCertain: yesOrNo(),
      usableDirectly: yesOrNo(),
      integralPart: yesOrNo(),
      lawfulUse: yesOrNo(),
    })),
  };
}

/** Facts of every kind now and then, so that the rules come to say all that they can. */
function factsOf(chance: Chance, side: Side, material: Material, limited: readonly string[]): ListingFacts {
  const now = nowOf(chance);
  const span = (most: number): { readonly min: number; readonly max: number } => {
    const min = chance.whole(most);
    return { min, max: chance.is(0.5) ? min : min + chance.whole(most) };
  };
  const stated = [...limited, ...material.properties.map((one) => one.property)];
  return {
    listingId: side,
    version: 1,
    side,
    firmId: side,
    division: chance.of(['16', '24', '35']),
    place: {
      latitude: 59 + chance.part() * 5,
      longitude: 6 + chance.part() * 5,
      radiusKm: chance.of([0, 0, 25, 45]),
      region: now(0.7, () => chance.of(['34', '18', 'NO', 'SE'])),
    },
    material,
    readings: [{ material, confidence: chance.of([1, 1, 0.7]) }],
    yearlyBase: chance.is(0.1) ? { min: 0, max: 0 } : span(2_000_000),
    once: chance.is(0.3),
    properties: [...new Set(stated)].flatMap((property) =>
      chance.is(0.3)
        ? []
        : {
            property,
            range: chance.of([span(60), span(400), { min: -Infinity, max: 20 }, { min: 30, max: Infinity }]),
            unit: now(0.9, () => chance.of(['%', '%', 'mm', '°C', 'mg/kg', 'MJ/kg', 'g/kg'])),
            basis: now(0.6, () => chance.of(['wet', 'dry'])),
            measured: chance.is(0.3),
          },
    ),
    availableFrom: now(0.4, () => chance.of(['2026-02-01', '2027-05-01'])),
    availableUntil: now(0.4, () => chance.of(['2026-12-31', '2027-02-01'])),
    ...lawOf(chance),
    monthlyProfile: now(0.6, () => Array.from({ length: 12 }, (_, at) => (chance.is(0.5) ? at + 1 : 0.001))),
    maxDistanceKm: now(0.3, () => 20 + chance.whole(600)),
    smallestLot: now(0.5, () => span(4_000_000)),
    largestLot: now(0.5, () => span(2_000_000)),
  };
}

/** All that are tied by the substitution table, with what the use asks for. */
const pairsOf = ({ materials }: Rules): readonly (readonly [Material, Material, MaterialLink['limits']])[] =>
  materials.all.flatMap((offered) =>
    [...materials.linksOf(offered.code)].map(
      ([wanted, { limits }]) => [offered, materials.get(wanted)!, limits] as const,
    ),
  );

/** The term of the material is left out: it names the two, which the page does itself. */
const sentencesOf = ({ checks, terms, distanceBasis }: Assessment): readonly string[] => [
  ...checks.flatMap(({ detail, remedy }) => (remedy === undefined ? [detail] : [detail, remedy.text])),
  ...terms.filter(({ name }) => name !== 'material').map(({ detail }) => detail),
  distanceBasis,
];

describe('what the server says, in Norwegian', () => {
  let database: TestDatabase;
  let rules: Rules;

  beforeAll(async () => {
    database = await testDatabase();
    const store = await Store.open(database.url, 1);
    rules = await store.read(SYSTEM, async (tx) => ({
      materials: await tx.reference.materials(),
      factors: (await tx.reference.factorSets())[0]!,
      prices: await tx.reference.priceSet(),
      detours: await tx.reference.detours(),
    }));
    await store.close();
  });
  afterAll(() => database.drop());

  it('has words for every check, remedy, term and distance that the rules can come to', () => {
    const chance = new Chance(8);
    const [unworded, told] = [new Set<string>(), new Set<string>()];
    const look = (sentence: string): void => {
      told.add(sentence);
      if (worded(sentence) === undefined) unworded.add(sentence);
    };
    for (const [offered, wanted, limits] of pairsOf(rules)) {
      if (chance.is(0.7)) continue;
      const limited = limits.map((one) => one.property);
      const found = assess(
        factsOf(chance, 'OFFER', offered, limited),
        factsOf(chance, 'NEED', wanted, chance.is(0.5) ? limited : []),
        rules,
      );
      if (found !== undefined) sentencesOf(found).forEach(look);
    }
    expect(told.size).toBeGreaterThan(1000);
    expect([...unworded]).toEqual([]);
  });

  it('has words for every reason why a ratio has no value', () => {
    const nothing = { amounts: {}, exchanged: () => ({}) as never, areAlike: () => true };
    const reasons = ratiosOf(nothing).map((one) => one.lacks ?? '');
    expect(reasons.filter((one) => worded(one) === undefined)).toEqual([]);
    expect(worded('Not stated: rawMaterial.')).toBe('Ikke oppgitt: råvare.');
  });

  it('holds no sentence that the server has stopped saying', () => {
    const code = ['libs/domain/src', 'libs/market/src', 'apps/api/src']
      .flatMap((folder) =>
        readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
          .map((file) => readFileSync(join(project, folder, file), 'utf8')),
      )
      .join('\n');
    const gone = Object.entries(en).filter(
      ([id, text]) =>
        /^said\.(problem|refusal|lacks)\./u.test(id) &&
        !text
          .split(/\{\w+\}/u)
          .every((piece) => code.includes(piece.replaceAll("'", "\\'")) || code.includes(piece)),
    );
    expect(gone).toEqual([]);
  });

  it.each([
    ['130 km by road, reach 129 km: too far', '130 km på vei, rekkevidde 129 km: for langt'],
    [
      'great circle × 1.35 detour (Innlandet, Viken), place shown as an area',
      'luftlinje × 1,35 omvei (Innlandet, Viken), stedet er vist som et område',
    ],
    ['The match is AGREED by now.', 'Treffet er nå avtalt.'],
    ['Must be today (2026-06-05, Europe/Oslo) or later.', 'Må være i dag (5.6.2026) eller senere.'],
  ])('%s', (said, norwegian) => {
    expect(worded(said)).toBe(norwegian);
  });
});
