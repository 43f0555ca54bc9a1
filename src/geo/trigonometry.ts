/**
 * Sine and cosine from additions and multiplications only.
 *
 * Why: the last bit of `Math.sin` and `Math.cos` differs between JavaScript engines, and a report must have the same
 * bytes on all of them. Taylor series on [0, π/4], good to about one unit in the last place.
 */
const RADIANS_PER_DEGREE = Math.PI / 180;

/** Computes the cosine of an angle of -90 to 90 degrees. */
export function cosineOfDegrees(degrees: number): number {
  const absolute = degrees < 0 ? -degrees : degrees;
  return absolute <= 45 ? cosine(absolute * RADIANS_PER_DEGREE) : sine((90 - absolute) * RADIANS_PER_DEGREE);
}

/** Computes the sine of an angle of -90 to 90 degrees. */
export function sineOfDegrees(degrees: number): number {
  if (degrees < 0) return -sineOfDegrees(-degrees);
  return degrees <= 45 ? sine(degrees * RADIANS_PER_DEGREE) : cosine((90 - degrees) * RADIANS_PER_DEGREE);
}

function cosine(x: number): number {
  const square = x * x;
  let sum = 1;
  for (let n = 18; n >= 2; n -= 2) sum = 1 - (square * sum) / (n * (n - 1));
  return sum;
}

function sine(x: number): number {
  const square = x * x;
  let sum = 1;
  for (let n = 19; n >= 3; n -= 2) sum = 1 - (square * sum) / (n * (n - 1));
  return x * sum;
}
