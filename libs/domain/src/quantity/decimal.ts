import { Decimal as BaseDecimal } from 'decimal.js';

/**
 * Exact decimal arithmetic for everything that reaches the ledger. 40 digits hold a national tonnage in
 * micrograms; a private copy of the constructor keeps the setting from leaking into other libraries.
 */
export const Decimal = BaseDecimal.clone({ precision: 40, toExpNeg: -40, toExpPos: 40 });
export type Decimal = BaseDecimal;

const PLAIN = /^-?\d+(\.\d+)?$/;

/**
 * True for plain decimal notation ("12.5", "-3"); false for "1e3", "", "NaN", " 1".
 *
 * @example isPlainDecimal('12.5') // true
 */
export const isPlainDecimal = (text: string): boolean => PLAIN.test(text);

/**
 * Plain notation without trailing zeros: what the API and the database get.
 *
 * @example plain(new Decimal('1.50')) // '1.5'
 */
export const plain = (value: Decimal): string => value.toFixed();
