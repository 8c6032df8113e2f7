import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** The library's best: more than ten to the tenth guesses. */
const LEAST_SCORE = 4;
/** It takes longer the longer the text is, and what comes after so many letters makes none weaker. */
const MOST_LOOKED_AT = 64;
/** Of this installation, so among the first to be tried. */
const OURS: readonly string[] = ['bistrøm', 'bistrom', 'symbiose', 'symbiosis'];

const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/**
 * Whether a password would be among the first ten thousand million tries: common and leaked ones, rows of keys, dates,
 * repetitions, and what is known about the person. ASVS 5.0, 6.2.4, 6.2.11, 6.2.12.
 *
 * @param about name and address of the person
 */
export function isGuessable(password: string, about: readonly string[]): boolean {
  const words = [...OURS, ...about.flatMap((one) => [one, ...one.split(/[\s@.]+/)])];
  const known = words.filter((one) => one.length > 2);
  return judge.check(password.slice(0, MOST_LOOKED_AT), known).score < LEAST_SCORE;
}
