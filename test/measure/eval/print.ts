import type { Market } from '#market';
import { shown, table } from '../report.js';
import { systemMeasures, type Found, type RankedOffer } from './figures.js';
import { suggest, textOf } from './entries.js';
import { SYSTEMS, type Judged } from './judge.js';
import { classTop, type Suggested } from './classes.js';
import { isPlaced, type Sought } from './sought.js';

/** All offers, those whose places are known, and class by class. */
export function breakdown(found: Found, suggested: readonly Suggested[], needs: number): string {
  const classes = [...new Set(found.offers.map(classOf))].sort();
  const groups: [string, readonly RankedOffer[]][] = [
    ['all', found.offers],
    ['placed', found.offers.filter(({ offer }) => isPlaced(offer))],
    ['not placed', found.offers.filter(({ offer }) => !isPlaced(offer))],
    ...classes.map((name): [string, readonly RankedOffer[]] => [
      name,
      found.offers.filter((one) => classOf(one) === name),
    ]),
  ];
  const head = ['', 'offers', ...SYSTEMS.map((one) => `@1 / @10 / mrr ${one}`), 'class @1 / @3'];
  const rows = groups.map(([name, offers]) => [
    name,
    String(offers.length),
    ...SYSTEMS.map((system) => {
      const measures = systemMeasures(offers, system);
      return `${fixed(measures['recall@1'])}  ${fixed(measures['recall@10'])}  ${fixed(measures.mrr)}`;
    }),
    classShares(name, classes, suggested),
  ]);
  const tied = found.offers.filter((one) => one.tied).length;
  const ties = `A true receiver shares the first place with a wrong one for ${tied} offers; that counts as not first.`;
  return `\nEach offer ranks ${needs} needs.\n\n${table(head, rows)}\n\n${ties}\n${negativesText(found)}`;
}

const classOf = ({ offer }: RankedOffer): string => offer.rows[0]?.materialClass ?? '';
const fixed = (value: number): string => value.toFixed(2);

function classShares(name: string, classes: readonly string[], suggested: readonly Suggested[]): string {
  const own = classes.includes(name)
    ? suggested.filter(({ flow }) => flow.materialClass === name)
    : suggested;
  return name === 'all' || classes.includes(name)
    ? `${fixed(classTop(own, 1))}  ${fixed(classTop(own, 3))}`
    : '';
}

function negativesText({ negatives }: Found): string {
  const passed = negatives.filter((one) => one.matched);
  const unmatched = negatives.filter((one) => one.controlMatched === false);
  return [
    `Hard negatives: ${negatives.length}, let through: ${passed.map((one) => one.name).join(', ') || 'none'}.`,
    `Their sound twins, of ${negatives.filter((one) => one.controlMatched !== undefined).length}, not matched: ` +
      `${unmatched.map((one) => one.name).join(', ') || 'none'}.`,
  ].join('\n');
}

/** Every offer whose true receivers are not among the first ten, and what was made of it. */
export function missesText(
  market: Market,
  sought: Sought,
  judged: Judged,
  offers: readonly RankedOffer[],
  suggested: readonly Suggested[],
): string {
  const missed = offers.filter(({ ranks: { ours } }) => (ours ?? Infinity) > 10);
  const low = offers.filter(({ ranks: { ours } }) => (ours ?? Infinity) > 1 && (ours ?? Infinity) <= 10);
  const say = (one: RankedOffer): string => missText(market, sought, judged, one, suggested);
  return [
    `\n== ${missed.length} offers without a true receiver among the first ten ==`,
    ...missed.map(say),
    `\n== ${low.length} offers with one, but not first ==`,
    ...low.map(say),
    `\n== classes not among the first three suggestions ==`,
    ...suggested
      .filter((one) => classTop([one], 3) === 0)
      .map(
        ({ flow, materials }) =>
          `${flow.id} "${flow.byproduct}" is ${flow.materialClass}: ${codes(materials)}`,
      ),
  ].join('\n');
}

function missText(
  market: Market,
  sought: Sought,
  judged: Judged,
  { offer, ranks }: RankedOffer,
  suggested: readonly Suggested[],
): string {
  const first = offer.rows[0];
  const own = suggested.find(
    ({ flow }) => flow.byproduct === offer.title && flow.donor.name === offer.donor.name,
  );
  const others = SYSTEMS.map((system) => `${system} ${ranks[system] ?? '-'}`).join(', ');
  const ranking = judged.rankings.ours.get(offer.key) ?? [];
  return [
    `\n${offer.rows.map((row) => row.id).join(' ')} "${offer.title}" (${first?.materialClass ?? ''}, ${first?.wasteCode ?? 'no code'}, ` +
      `NACE ${offer.donor.nace || '-'}${offer.donor.position === undefined ? ', no place' : ''}): ranks ${others}`,
    `  read as   ${codes(own?.materials ?? [])}${refusal(judged, offer.key)}`,
    ...sought.needs
      .filter((need) => offer.hits.has(need.key))
      .map((need) => {
        const text = textOf(need);
        const read = suggest(market, text, 'NEED', need.receiver, 5);
        const score = ranking.find((one) => one.key === need.key)?.score;
        return (
          `  expected  ${score === undefined ? 'not matched' : shown(score)} "${text.replace('\n', '. ')}" (NACE ${need.receiver.nace || '-'}` +
          `${need.receiver.position === undefined ? ', no place' : ''}) read as ${codes(read)}${refusal(judged, need.key)}`
        );
      }),
    ...ranking
      .slice(0, 5)
      .map((one, at) => `  found ${at + 1}   ${shown(one.score)} "${judged.titles.get(one.key) ?? ''}"`),
  ].join('\n');
}

const refusal = ({ refused }: Judged, key: string): string => {
  const why = refused.get(key);
  return why === undefined ? '' : ` REFUSED ${why}`;
};

const codes = (all: readonly { readonly code: string; readonly confidence: number }[]): string =>
  all.map((one) => `${one.code} ${one.confidence.toFixed(2)}`).join(', ') || 'nothing';
