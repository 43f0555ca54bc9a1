/**
 * Exponential, logarithm and power from additions, multiplications and divisions only.
 *
 * Why: the last bit of `Math.exp`, `Math.log` and `Math.pow` differs between JavaScript engines, and a report must have the same bytes
 * on all of them. Good to about one unit in the last place; a power loses as many digits as its exponent has.
 */

/** The logarithm of 2 in two parts: the first has so many zeros at its end that whole multiples of it are exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** Beyond these the result is 0, or too large for a number. */
const LEAST_EXPONENT = -745.2;
const MOST_EXPONENT = 709.79;
/** The last term is below half a unit in the last place for a fraction of half the logarithm of 2. */
const EXP_TERMS = 14;
/** 1 / n! for n of 0 to `EXP_TERMS`. */
const FACTORS: readonly number[] = Array.from({ length: EXP_TERMS + 1 }, (_, n) => {
  let factorial = 1;
  for (let i = 2; i <= n; i++) factorial *= i;
  return 1 / factorial;
});
/** Last odd power of the series of the logarithm. */
const LOG_TERMS = 25;
/** So many halvings are done at once: two to this power fits into 32 bits. */
const STRIDE = 30;
const STEP: number = 1 << STRIDE;

/** Computes e to the power of `x`. `NaN` of `NaN`. */
export function exponentialOf(x: number): number {
  if (x < LEAST_EXPONENT) return 0;
  if (x > MOST_EXPONENT) return Infinity;
  const twos = Math.round(x / Math.LN2);
  const fraction = x - twos * LN2_HIGH - twos * LN2_LOW;
  let sum = FACTORS[EXP_TERMS] as number;
  for (let n = EXP_TERMS - 1; n >= 0; n--) sum = (FACTORS[n] as number) + sum * fraction;
  return doubled(sum, twos);
}

/** Computes the natural logarithm of `x`: `-Infinity` of 0, `NaN` of less. */
export function logarithmOf(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return Infinity;
  let twos = 0;
  let rest = x;
  for (; rest >= STEP; twos += STRIDE) rest /= STEP;
  for (; rest < 1 / STEP; twos -= STRIDE) rest *= STEP;
  for (; rest > Math.SQRT2; twos++) rest /= 2;
  for (; rest < Math.SQRT1_2; twos--) rest *= 2;
  // ln m = 2 (s + s³/3 + s⁵/5 + …), s = (m - 1) / (m + 1)
  const s = (rest - 1) / (rest + 1);
  const square = s * s;
  let sum = 1 / LOG_TERMS;
  for (let n = LOG_TERMS - 2; n >= 1; n -= 2) sum = 1 / n + sum * square;
  return twos * LN2_HIGH + (2 * s * sum + twos * LN2_LOW);
}

/** Computes `base` to the power of `exponent`, for a base of 0 or more; 0 to the power of 0 is 1. */
export function powerOf(base: number, exponent: number): number {
  if (exponent === 0 || base === 1) return 1;
  if (exponent === 1) return base;
  if (base === 0) return exponent > 0 ? 0 : Infinity;
  return exponentialOf(exponent * logarithmOf(base));
}

/** Doubles a number so many times, or halves it. */
function doubled(value: number, times: number): number {
  let result = value;
  let left = times;
  for (; left > STRIDE; left -= STRIDE) result *= STEP;
  for (; left < -STRIDE; left += STRIDE) result /= STEP;
  return left >= 0 ? result * (1 << left) : result / (1 << -left);
}
