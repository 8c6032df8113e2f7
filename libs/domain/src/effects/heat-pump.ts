/** Part of the Carnot coefficient that a real machine reaches: half is usual, 0.4 to 0.6 the spread. Own knowledge. */
const CARNOT_PART = Object.freeze({ low: 0.4, central: 0.5, high: 0.6 });

/** Machines are not built for less lift than this, K. */
const SMALLEST_LIFT_K = 10;

/**
 * Electricity for a MWh of heat delivered by a heat pump: 1 ÷ COP, COP = part of Carnot × T sink ÷ (T sink − T source) in
 * kelvin, never less than 1.
 *
 * @param sourceC temperature of the heat that is lifted, °C
 * @param sinkC temperature wanted, °C; no electricity when the source is as warm
 * @returns MWh of electricity per MWh of heat, 0 to 1; `low` for the best machine
 * @example electricityPerHeat(35, 75).central.toFixed(3) // '0.230'
 */
export function electricityPerHeat(
  sourceC: number,
  sinkC: number,
): { readonly low: number; readonly central: number; readonly high: number } {
  if (sourceC >= sinkC) return { low: 0, central: 0, high: 0 };
  const carnot = (sinkC + 273.15) / Math.max(SMALLEST_LIFT_K, sinkC - sourceC);
  const share = (part: number): number => Math.min(1, 1 / (part * carnot));
  return { low: share(CARNOT_PART.high), central: share(CARNOT_PART.central), high: share(CARNOT_PART.low) };
}
