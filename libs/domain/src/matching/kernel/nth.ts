// One function for each kind of array: a load that has met several is slower for all of them.

/** A number of an array of numbers; the caller knows that it is there. */
export const nth = (numbers: Float64Array, place: number): number => numbers[place] ?? 0;

/** The same of numbers of 4 bytes. */
export const rounded = (numbers: Float32Array, place: number): number => numbers[place] ?? 0;

/** The same of whole numbers. */
export const whole = (numbers: Int32Array, place: number): number => numbers[place] ?? 0;
