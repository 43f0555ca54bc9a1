import type { SlopeRule } from "../../model/travel.js";

/** How many times as fast as on the flat somebody is on a slope (rise over run; down is negative), by each rule. */
export const SLOPE_RULES: Readonly<Record<SlopeRule, (slope: number) => number>> = {
  tobler: (slope) => powerOfE(TOBLER_STEEPNESS * (TOBLER_BEST - Math.abs(slope + TOBLER_BEST))),
  naismith: (slope) => 1 / (1 + NAISMITH_METERS * Math.max(0, slope)),
  cycling: (slope) =>
    slope >= 0
      ? 1 / (1 + CYCLING_METERS * Math.min(slope, CYCLING_PUSHED))
      : 1 + (CYCLING_GAIN * Math.min(-slope, CYCLING_COASTS)) / CYCLING_COASTS,
};

/**
 * Walking is 6 e^(-3.5 |s + 0.05|) km/h: 1 on the flat, fastest (1.19 times) at 5 % down.
 *
 * @see W. Tobler, "Three presentations on geographical analysis and modeling", NCGIA technical report 93-1, 1993; recalled, not read again
 */
const TOBLER_STEEPNESS = 3.5;
const TOBLER_BEST = 0.05;
/**
 * An hour for every three miles, and one more for every 2000 feet up: a metre up is as 3 × 1609.344 ÷ 609.6 metres more; down as flat.
 *
 * @see W. W. Naismith, Scottish Mountaineering Club Journal 2, 1892, p. 136; recalled, not read again
 */
const NAISMITH_METERS = (3 * 1609.344) / 609.6;
/** Our choice: 5 % up halves a bicycle's speed, and no slope makes it slower than one sixth: it is pushed; 5 % down adds a fifth, and steeper ones no more. */
const CYCLING_METERS = 20;
const CYCLING_PUSHED = 0.25;
const CYCLING_GAIN = 0.2;
const CYCLING_COASTS = 0.05;

/** Enough terms for a fraction of up to 1 to the last bit. */
const SERIES_LENGTH = 20;

/** e to the power of `x`, with the same bits on every engine: Taylor's series of the fraction, times e as often as the whole says. */
function powerOfE(x: number): number {
  const whole = Math.floor(x);
  let value = 1;
  for (let term = SERIES_LENGTH; term >= 1; term--) value = 1 + (value * (x - whole)) / term;
  for (let i = 0; i < whole; i++) value *= Math.E;
  for (let i = 0; i > whole && value > 0; i--) value /= Math.E;
  return value;
}
