import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Decimal,
  DECLINE_REASONS,
  greatCircleKm,
  RULE_SET,
  SYSTEM,
  WEIGHTS,
  type Assessment,
  type Factor,
} from '#domain';
import type { MatchValueView, ValuePartsView } from '#market';
import { tonnes, World, type WorldFirm } from '../support/world.js';

const PROJECT = new URL('../../', import.meta.url);
const DECISION = readFileSync(new URL('docs/decisions/0014-how-the-matcher-decides.md', PROJECT), 'utf8');
const PAGE = readFileSync(new URL('docs/matching.md', PROJECT), 'utf8').replaceAll(/ +/g, ' ');

/** What the page has to say and does not; the difference that jest prints is what to write into it. */
const missing = (...told: readonly string[]): readonly string[] => told.filter((one) => !PAGE.includes(one));

/** A number as the page writes it: so many decimals, thousands parted by a blank, trailing noughts gone. */
function said(value: number | string, decimals = 0): string {
  const [whole = '', part = ''] = new Decimal(value).toFixed(decimals).split('.');
  const digits = part.replace(/0+$/, '');
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ' ')}${digits === '' ? '' : `.${digits}`}`;
}
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`.replaceAll(/ +/g, ' ');

const KILN = { municipalityNumber: '3205', latitude: 59.93, longitude: 11.08 };
const SORTER = { latitude: 60.19, longitude: 12 };

/** What the page says that the two firms state. */
const OFFER = {
  materialCode: undefined,
  title: 'Rivningsvirke, sortert',
  quantity: tonnes('8000'),
  wasteCode: '17 02 01',
  properties: [
    property('chlorine', { min: 600, max: 900 }, 'mg/kg', 'dry'),
    property('moisture', { min: 18, max: 22 }, '%', 'wet'),
  ],
};
const NEED = {
  materialCode: undefined,
  title: 'Brensel til sementovn. Erstatter kull',
  quantity: tonnes('5000'),
  visibility: 'CLUSTER' as const,
  permits: ['17 02 01', '19 12 07'],
  properties: [property('chlorine', { max: 0.1 }, '%', 'dry'), property('moisture', { max: 25 }, '%', 'wet')],
};

function property(name: string, ends: { min?: number; max?: number }, unit: string, basis: string) {
  const decimal = (value: number | undefined) => (value === undefined ? undefined : new Decimal(value));
  return {
    property: name,
    min: decimal(ends.min),
    max: decimal(ends.max),
    unit,
    basis,
    measured: ends.min !== undefined,
  };
}

let world: World;
let giver: WorldFirm;
let taker: WorldFirm;
let exact: Assessment;
let masked: Assessment;
let matchId: string;
let confidence: { readonly offer: number; readonly need: number };

const confidenceOf = async (firm: WorldFirm, id: string): Promise<number> =>
  (await world.market.reading.listing(firm.actor, id))?.readings?.[0]?.confidence ?? NaN;

beforeAll(async () => {
  world = await World.open();
  giver = await world.firm({ naceCode: '38.21', ...SORTER });
  taker = await world.firm({ naceCode: '23.51', ...KILN });
  const made = await world.matched(giver, taker, OFFER, NEED);
  matchId = made.matchId;
  const [match] = await world.store.read(SYSTEM, (tx) => tx.matches.byIds([matchId]));
  if (match === undefined) throw new Error('The match of the page was not found.');
  // The need is open to its cluster, so the giver sees all of it; the offer is masked from the taker.
  exact = match.giverView;
  masked = match.takerView;
  confidence = {
    offer: await confidenceOf(giver, made.offerId),
    need: await confidenceOf(taker, made.needId),
  };
});
afterAll(() => world.close());

describe('docs/matching.md, the worked match', () => {
  it('says what the two texts were read as, and what ties them', () => {
    const { link } = exact;
    expect(
      missing(
        row('offer', `“${OFFER.title}”`, `\`${exact.byProductCode}\``, said(confidence.offer, 2)),
        row('need', `“${NEED.title}”`, `\`${exact.inputCode}\``, said(confidence.need, 2)),
        `suitability ${link.suitability}, ratio ${link.ratio}, \`${link.treatment}\`, displaces \`${link.displaces}\``,
        `rule set ${RULE_SET}`,
      ),
    ).toEqual([]);
  });

  it('has every check, in order, with its result and its words', () => {
    expect(missing(exact.checks.map((one) => row(one.name, one.result, one.detail)).join('\n'))).toEqual([]);
  });

  it('reckons every term of the score as the code does', () => {
    const terms = reckoned();
    const rows = terms.map(({ name, sum, value }) => {
      const weight = WEIGHTS[name];
      return row(name, `${weight}`, sum, said(value, 3), said(weight * value, 4));
    });
    expect(exact.terms.map((one) => one.name)).toEqual(terms.map((one) => one.name));
    for (const [at, { value }] of terms.entries()) expect(exact.terms[at]?.value).toBeCloseTo(value, 9);
    const [offered, wanted] = [confidence.offer, confidence.need];
    const trusted = `${said(offered, 2)} gives ${said(offered ** 0.25, 4)}, ${said(wanted, 2)} gives ${said(wanted ** 0.25, 4)}`;
    const score = terms.reduce((sum, { name, value }) => sum + WEIGHTS[name] * value, 0);
    expect(exact.score).toBeCloseTo(score, 9);
    expect(
      missing(rows.join('\n'), row('**score**', '1', '', '', `**${said(score, 3)}**`), trusted, savedText()),
    ).toEqual([]);
  });

  it('tells the way as the code finds it', () => {
    const air = greatCircleKm(KILN, SORTER);
    const [from, to] = detours();
    expect(exact.distanceKm).toBeCloseTo((air * (from + to)) / 2, 9);
    expect(missing(`${said(air, 2)} km × (${from} + ${to}) ÷ 2 = ${said(exact.distanceKm, 2)} km`)).toEqual(
      [],
    );
  });

  it('says what it is worth, part by part', async () => {
    const value = await valueFor(giver);
    const { nok, co2eKg } = value.perUnit;
    expect(value.missing).toEqual([]);
    expect(missing(...nokRows(nok), ...co2eRows(co2eKg))).toEqual([]);
    const tonnesAYear = exact.yearlyBase.min / 1000;
    const { nok: money, co2eKg: carbon } = value.perYear;
    expect(exact.netCo2eKg).toBe(carbon.net.central);
    expect(Number(money.net.central)).toBeCloseTo(tonnesAYear * centralOf(nok), -2);
    expect(
      missing(
        `${said(tonnesAYear)} t × ${said(nok.net.central, 2)} NOK = ${millions(money.net.central)} million NOK a year`,
        `${said(nok.purchaseAvoided.low)} + ${said(nok.disposalAvoided.low)} − ${said(nok.treatment.high)} − ${said(nok.transport.high, 2)}`,
        `${said(tonnesAYear)} t against ${neededText()} t`,
        `between ${millions(money.net.low)} and ${millions(money.net.high)}`,
        `${said(tonnesAYear)} t × ${said(co2eKg.net.central, 2)} kg = ${said(Number(carbon.net.central) / 1000)} t CO2e a year`,
        `between ${said(Number(carbon.net.low) / 1000)} and ${said(Number(carbon.net.high) / 1000)}`,
      ),
    ).toEqual([]);
  });

  it('says what the taker sees of it while the offer is masked', async () => {
    const { nok } = (await valueFor(taker)).perUnit;
    const moisture = masked.checks.find((one) => one.name === 'moisture');
    expect(moisture?.detail).toMatch(/^10–50 % wet offered, at most 25 % wet asked for/);
    expect(missing('Moisture is shown as 10–50 %')).toEqual([]);
    const open = masked.checks.filter((one) => one.result === 'UNKNOWN').map((one) => `\`${one.name}\``);
    expect(
      missing(
        row('way', `${said(exact.distanceKm)} km`, `${said(masked.distanceKm)} km, ± the area`),
        row(
          'could move',
          `${said(exact.yearlyBase.min / 1000)} t`,
          `${said(masked.yearlyBase.min / 1000)}–${said(masked.yearlyBase.max / 1000)} t`,
        ),
        row('score', said(exact.score, 3), said(masked.score, 3)),
        row('open checks', '`particlesize`', open.join(', ')),
        row(
          'net NOK a tonne',
          bandText((await valueFor(giver)).perUnit.nok.net),
          bandText({ low: nok.net.low, high: nok.net.high }),
        ),
      ),
    ).toEqual([]);
  });
});

describe('docs/matching.md, its tables', () => {
  /** First and second cell of the rows whose first is a word of the code. */
  const told = (heading: string): readonly (readonly [string, string])[] =>
    [
      ...(PAGE.split(`\n${heading}\n`)[1]?.split(/\n##+ /)[0] ?? '').matchAll(/^\| `(\w+)` \| ([^|]*) \|/gm),
    ].map(([, name = '', next = '']) => [name, next]);

  it('gives every term its weight, as decision 0014 does', () => {
    const weights = Object.entries(WEIGHTS).map(([name, weight]) => [name, weight.toFixed(2)]);
    expect(told('### The score')).toEqual(weights);
    const decided = [...DECISION.matchAll(/^\| (\w+) \| (0\.\d+) \|/gm)].map(([, name, weight]) => [
      name,
      weight,
    ]);
    expect(decided.sort()).toEqual(weights.sort());
  });

  it('has every check that the rules know by name', () => {
    const folder = new URL('libs/domain/src/matching/checks/', PROJECT);
    const rules = readdirSync(folder).filter((file) => !file.endsWith('.spec.ts'));
    const names = rules.flatMap((file) =>
      [...readFileSync(new URL(file, folder), 'utf8').matchAll(/\b(?:passed|failed|open)\(\s*'(\w+)',/g)].map(
        ([, name]) => name,
      ),
    );
    expect(new Set(told('### The checks').map(([name]) => name))).toEqual(new Set(names));
  });

  it('has every reason to decline', () => {
    expect(told('### Say no so that it helps').map(([name]) => name)).toEqual([...DECLINE_REASONS]);
  });
});

const detours = (): readonly [number, number] => {
  const table = world.market.setting.rules.detours;
  return [table.get('34')?.factor ?? NaN, table.get('32')?.factor ?? NaN];
};

/** Each term as a reader of the page would reckon it, from what is stated and what the data say. */
function reckoned(): readonly { readonly name: keyof typeof WEIGHTS; sum: string; value: number }[] {
  const { link, checks, distanceKm } = exact;
  const { materials } = world.market.setting.rules;
  const [trustOffer, trustNeed] = [confidence.offer ** 0.25, confidence.need ** 0.25];
  const reach = materials.get(exact.byProductCode)?.reachKm ?? NaN;
  const [bought, disposed, treated] = moneyOf().map((one) => one.value.toNumber()) as [
    number,
    number,
    number,
  ];
  const saved = savedOf([bought, disposed, treated], link.ratio);
  const [give, use] = [OFFER.quantity.value.toNumber(), NEED.quantity.value.toNumber()];
  const known = checks.filter((one) => one.result !== 'UNKNOWN').length;
  return [
    {
      name: 'material',
      sum: `${link.suitability} × ${said(trustOffer, 4)} × ${said(trustNeed, 4)}`,
      value: link.suitability * trustOffer * trustNeed,
    },
    { name: 'use', sum: `${said(saved)} ÷ (${said(saved)} + 500)`, value: saved / (saved + 500) },
    { name: 'practice', sum: '½ + ½', value: 1 },
    { name: 'distance', sum: `1 − ${said(distanceKm, 2)} ÷ ${reach}`, value: 1 - distanceKm / reach },
    {
      name: 'quantity',
      sum: `${said(give)} ÷ (${said(use)} ÷ ${link.ratio})`,
      value: give / (use / link.ratio),
    },
    { name: 'industry', sum: '38 and 23 differ', value: 1 },
    { name: 'facts', sum: `${known} ÷ ${checks.length}`, value: known / checks.length },
  ];
}

const savedOf = ([bought, disposed, treated]: readonly [number, number, number], ratio: number): number =>
  bought * ratio + disposed - treated;

/** What the use saves before the road, as the page sums it up. */
function savedText(): string {
  const { ratio } = exact.link;
  const nok = moneyOf().map((one) => one.value.toNumber()) as [number, number, number];
  const [bought, disposed, treated] = nok.map((one) => said(one));
  return `${ratio} × ${bought} + ${disposed} − ${treated} = ${said(savedOf(nok, ratio))} NOK a tonne`;
}

/** The amount needed, in tonnes of what is offered. */
const neededText = (): string => {
  const use = NEED.quantity.value.toNumber();
  return `${said(use)} ÷ ${exact.link.ratio} = ${said(use / exact.link.ratio)}`;
};

const keyed = (set: { get: (key: string) => Factor | undefined }, key: string | undefined): Factor => {
  const found = set.get(key ?? '');
  if (found === undefined) throw new Error(`${key} is not in the set.`);
  return found;
};

/** The coal, the disposal, the crushing; the lorry and its loading. */
const keys = (): readonly (string | undefined)[] => {
  const byProduct = world.market.setting.rules.materials.get(exact.byProductCode);
  return [exact.link.displaces, byProduct?.disposalFactor, exact.link.treatment];
};
const moneyOf = (): readonly Factor[] => keys().map((key) => keyed(world.market.setting.rules.prices, key));
const carbonOf = (): readonly Factor[] => keys().map((key) => keyed(world.market.setting.rules.factors, key));

async function valueFor(firm: WorldFirm): Promise<MatchValueView> {
  const [value] = await world.market.reading.values(firm.actor, [matchId]);
  if (value === undefined) throw new Error('The match of the page has no value.');
  return value;
}

type Band = ValuePartsView['net'];
const bandText = ({ low, high }: Pick<Band, 'low' | 'high'>): string => `${said(low)} to ${said(high)}`;
const millions = (nok: string): string => said(new Decimal(nok).div(1_000_000).toString(), 1);
const centralOf = ({ purchaseAvoided, disposalAvoided, treatment, transport }: ValuePartsView): number =>
  Number(purchaseAvoided.central) +
  Number(disposalAvoided.central) -
  Number(treatment.central) -
  Number(transport.central);

/** The parts of the balance: what it is, its sum, and from low to high. */
function nokRows(parts: ValuePartsView): readonly string[] {
  const { prices } = world.market.setting.rules;
  const [bought, disposed, treated] = moneyOf() as [Factor, Factor, Factor];
  const [haul, loading] = [
    keyed(prices, 'transport:truck-articulated'),
    keyed(prices, 'transport:loading'),
  ].map((one) => one.value);
  const way = `${said(exact.distanceKm, 2)} km × ${haul?.toString()} + ${loading?.toString()}`;
  return [
    part('coal not bought', `${exact.link.ratio} × ${said(bought.value.toNumber())}`, parts.purchaseAvoided),
    part('disposal not paid', said(disposed.value.toNumber()), parts.disposalAvoided),
    part('− crushing', said(treated.value.toNumber()), parts.treatment),
    part('− lorry', way, parts.transport),
    part('**net NOK**', '', parts.net),
  ];
}

function co2eRows(parts: ValuePartsView): readonly string[] {
  const { factors } = world.market.setting.rules;
  const [bought, disposed, treated] = carbonOf() as [Factor, Factor, Factor];
  const haul = keyed(factors, 'transport:truck-articulated').value;
  return [
    part('coal not burnt', `${exact.link.ratio} × ${said(bought.value.toNumber())}`, parts.purchaseAvoided),
    part('disposal not done', said(disposed.value.toNumber(), 3), parts.disposalAvoided),
    part('− crushing', said(treated.value.toNumber(), 1), parts.treatment),
    part('− lorry', `${said(exact.distanceKm, 2)} km × ${haul.toString()}`, parts.transport),
    part('**net kg CO2e**', '', parts.net),
  ];
}

const part = (name: string, sum: string, { low, central, high }: Band): string =>
  row(name, sum, said(low, 2), said(central, 2), said(high, 2));
