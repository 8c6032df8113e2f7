import { randomInt } from 'node:crypto';

/** No word holds an i, l or o, which a reader takes for a digit. */
const WORDS = (
  'amber apex arch badge basket beach beech berry branch bread breeze brush camera canvas cedar cherry ' +
  'chess crane cream dance desk drum dune earth ember feather fern ferry fresh garden grape grass ' +
  'green hammer heather herb jacket jasper kayak magnet market nest pasture peach pear penny quartz quay ' +
  'raft reed sage sand saturn spark spruce stem sugar summer sunset tarn teak tent terrace thyme'
).split(' ');
const DIGITS = '23456789';

/** A password to read out and type, such as `heather-quay-drum-4827`: 30 bits by chance. */
export function newDemoPassword(): string {
  const words = [pick(WORDS), pick(WORDS), pick(WORDS)];
  const digits = Array.from({ length: 4 }, () => pick(DIGITS));
  return [...words, digits.join('')].join('-');
}

const pick = (from: ArrayLike<string>): string => from[randomInt(from.length)] ?? '';
