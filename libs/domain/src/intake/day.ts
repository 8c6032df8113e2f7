import { addDays, dayInOslo, type Day } from '../calendar/day.js';
import type { Cell } from './columns.js';

export type ReadDay = { readonly day: Day } | { readonly wrong: string };

/** Days since the one before the first of January 1900, which Excel's calendar with a 29 February 1900 takes for day 1. */
const SERIAL_ZERO = { '1900': '1899-12-30', '1904': '1904-01-01' } as const;
export type SerialEpoch = keyof typeof SERIAL_ZERO;

/** From 2000 to 2099: earlier or later nothing was delivered, and smaller numbers are amounts in the wrong column. */
const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2099-12-31';

/** No day is written longer, and so none is found in what is cut. */
const MOST_CHARACTERS = 60;
const NORWEGIAN = /^(?<date>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4}|\d{2})(?:[ T]|$)/;
const ISO = /^(?<year>\d{4})-(?<month>\d{2})-(?<date>\d{2})(?:[ T]|$)/;
const COMPACT = /^(?<year>20\d{2})(?<month>\d{2})(?<date>\d{2})$/;
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const TIME = /^(?:[ T]\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?)?$/;
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;

/**
 * The day that an Excel serial number stands for; the time of day is left out.
 *
 * @param serial 36526…73050 in the calendar of 1900, which is 2000-01-01…2099-12-31
 * @returns undefined outside of these hundred years
 * @example dayOfSerial(46174) // '2026-06-01'
 */
export function dayOfSerial(serial: number, epoch: SerialEpoch = '1900'): Day | undefined {
  if (!Number.isFinite(serial) || serial < 1 || serial > 100_000) return undefined;
  const day = addDays(SERIAL_ZERO[epoch], Math.floor(serial));
  return day >= FIRST_DAY && day <= LAST_DAY ? day : undefined;
}

/**
 * A day as files write one: 1.6.2026, 01.06.26 (the years 2000 to 2099), 2026-06-01, 20260601, or an Excel serial
 * number; a time behind it is passed over. With a zone, it is the day in Oslo. Slashes are refused: 06/07/2026 is one day in
 * Oslo and another in Ohio.
 *
 * @example readDay('01.06.2026 14:35') // { day: '2026-06-01' }
 */
export function readDay(cell: Cell, epoch: SerialEpoch = '1900'): ReadDay {
  const day =
    typeof cell === 'number' ? dayOfSerial(cell, epoch) : dayIn(cell.trim().slice(0, MOST_CHARACTERS), epoch);
  if (day !== undefined) return { day };
  return {
    wrong:
      typeof cell === 'string' && cell.includes('/')
        ? 'With slashes, day and month cannot be told apart; write 01.06.2026 or 2026-06-01.'
        : 'This is no day from 2000 to 2099; write 01.06.2026 or 2026-06-01.',
  };
}

function dayIn(text: string, epoch: SerialEpoch): Day | undefined {
  if (WITH_ZONE.test(text)) return dayOfInstant(text);
  if (SERIAL.test(text)) return dayOfSerial(Number(text.replace(',', '.')), epoch);
  const found = NORWEGIAN.exec(text) ?? ISO.exec(text) ?? COMPACT.exec(text);
  if (found === null || !isTime(text, found[0])) return undefined;
  const { date = '', month = '', year = '' } = found.groups ?? {};
  return realDay(year.length === 2 ? `20${year}` : year, month, date);
}

const isTime = (text: string, day: string): boolean =>
  TIME.test(text.slice(day.trimEnd().replace(/T$/, '').length));

function dayOfInstant(text: string): Day | undefined {
  const instant = new Date(text.replace(' ', 'T'));
  return Number.isNaN(instant.getTime()) ? undefined : inRange(dayInOslo(instant));
}

/** JavaScript takes the 30th of February for the second of March. */
function realDay(year: string, month: string, date: string): Day | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const instant = new Date(`${day}T12:00:00Z`);
  const isReal = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
  return isReal ? inRange(day) : undefined;
}

const inRange = (day: Day): Day | undefined => (day >= FIRST_DAY && day <= LAST_DAY ? day : undefined);
