import type { Remedy } from './result.js';

/** Which end of a limit is missed: too much of the property, or too little. */
export type End = 'above' | 'below';

interface Step {
  /** Key of the factor set; absent for what costs nothing to speak of. */
  readonly treatment?: string;
  readonly verb: string;
  readonly done: string;
  /**
   * How far the step carries: `always` to any limit of practice, `part` when only the fraction inside the limit is
   * kept, `perhaps` when only a trial shows how much it takes out.
   */
  readonly cures: 'always' | 'part' | 'perhaps';
}

const step = (name: string, verb: string, done: string, cures: Step['cures']): Step => ({
  treatment: `treatment:${name}`,
  verb,
  done,
  cures,
});

const DRY = step('dry', 'dry', 'dried', 'always');
/** Presses and centrifuges leave sludge at 20–40 % dry matter (BREF Waste Treatment): they help, they do not dry. */
const DEWATER = step('dewater', 'dewater', 'dewatered', 'perhaps');
/** A pellet press needs material of about 10 % moisture, so its drier comes with it. */
const PELLETISE = step('pelletise', 'dry and pelletise', 'dried and pelletised', 'always');
const MOISTEN: Step = { verb: 'moisten', done: 'moistened', cures: 'always' };
const CRUSH = step('crush', 'crush', 'crushed', 'always');
const GRIND = step('grind', 'grind', 'ground', 'always');
const SHRED = step('shred', 'shred', 'shredded', 'always');
const SIEVE = step('sieve', 'sieve', 'sieved', 'part');
const GRANULATE = step('granulate', 'granulate', 'granulated', 'always');
/** Soluble salts go with the water; how much of them is soluble, a trial has to show. */
const WASH = step('wash', 'wash', 'washed', 'perhaps');
const SORT = step('sieve', 'sieve out or sort', 'sieved', 'perhaps');
const PURIFY = step('purify', 'purify', 'purified', 'perhaps');
const DISTIL = step('distil', 'distil', 'distilled', 'perhaps');
const NEUTRALISE = step('neutralise', 'neutralise', 'neutralised', 'always');
const DRY_FOR_HEAT = step('dry', 'dry', 'dried', 'perhaps');

type Cures = Readonly<Record<string, Partial<Record<End, readonly Step[]>>>>;

/** Standard steps by property and end, the usual one first. Heavy metals and the like have none. */
const STEPS: Cures = Object.freeze({
  moisture: { above: [DRY, PELLETISE, DEWATER], below: [MOISTEN] },
  drymatter: { below: [DRY, PELLETISE, DEWATER], above: [MOISTEN] },
  particlesize: { above: [CRUSH, GRIND, SHRED, SIEVE], below: [GRANULATE, PELLETISE, SIEVE] },
  chlorine: { above: [WASH] },
  chloride: { above: [WASH] },
  salt: { above: [WASH] },
  sodium: { above: [WASH] },
  alkali: { above: [WASH] },
  foreignmatter: { above: [SORT, WASH, PURIFY] },
  impurities: { above: [PURIFY, WASH, SORT] },
  purity: { below: [PURIFY, DISTIL] },
  concentration: { below: [PURIFY, DISTIL] },
  ph: { above: [NEUTRALISE], below: [NEUTRALISE] },
  calorificvalue: { below: [DRY_FOR_HEAT, PELLETISE] },
});

/** What a use's own treatment does about a missed limit. */
export interface Treated {
  /** As in "crushed to that, as this use includes". */
  readonly done: string;
  /** Whether the limit is met after it, or a trial has to show it. */
  readonly met: boolean;
}

/**
 * Whether the treatment that a use includes already cures a missed limit.
 *
 * @param name folded property name
 * @param overlaps whether part of what is offered lies inside the limit: sieving keeps that part
 * @param treatment the link's own, `none` or a key of the factor set
 * @returns undefined when the treatment does nothing about it
 * @example treatedBy('moisture', 'above', true, 'treatment:dry') // { done: 'dried', met: true }
 */
export function treatedBy(name: string, end: End, overlaps: boolean, treatment: string): Treated | undefined {
  const found = STEPS[name]?.[end]?.find((one) => one.treatment === treatment);
  if (found === undefined || (found.cures === 'part' && !overlaps)) return undefined;
  return { done: found.done, met: found.cures !== 'perhaps' };
}

/**
 * The usual step that could cure a missed limit.
 *
 * @param name folded property name
 * @param wanted the limit as people say it
 * @returns undefined where no standard step exists
 * @example remedyFor('particlesize', 'above', '0–32 mm')?.text // 'crush to 0–32 mm'
 */
export function remedyFor(name: string, end: End, wanted: string): Remedy | undefined {
  const usual = STEPS[name]?.[end]?.[0];
  if (usual === undefined) return undefined;
  const what = name === 'drymatter' ? ' dry matter' : '';
  return {
    kind: 'TREAT',
    ...(usual.treatment !== undefined && { treatment: usual.treatment }),
    text: `${usual.verb} to ${wanted}${what}`,
  };
}
