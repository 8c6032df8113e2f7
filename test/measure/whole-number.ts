import { InputError } from './input-error.js';

/**
 * An option of a command that counts something.
 *
 * @param otherwise what it is where nothing was given
 * @param most the largest that the command takes
 * @throws InputError for anything but a whole number from 1 to that
 */
export function wholeNumber(
  values: Readonly<Record<string, unknown>>,
  name: string,
  otherwise: number,
  most = 99_999_999,
): number {
  const given = values[name];
  if (given === undefined) return otherwise;
  if (typeof given === 'string' && /^\d{1,8}$/.test(given)) {
    const value = Number(given);
    if (value >= 1 && value <= most) return value;
  }
  throw new InputError(`--${name} takes a whole number from 1 to ${most}.`);
}
