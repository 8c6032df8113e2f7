/** A number of an array of numbers; the caller knows that it is there. */
export const nth = (numbers: Float64Array, place: number): number => numbers[place] ?? 0;
