/**
 * Tells whether people (or ground) of neighborhoods are in two of them, so that these add up to more than the city; to a hundredth, for
 * numbers are rounded.
 */
export function areInTwo(amounts: readonly number[], ofCity: number): boolean {
  return amounts.reduce((sum, amount) => sum + amount, 0) > 1.01 * ofCity;
}
