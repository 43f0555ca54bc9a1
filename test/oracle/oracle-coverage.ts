// Shares and quantiles straight from their definitions.

/** Someone's cost to the nearest facility; `null` = not attached, so nothing is known. `Infinity` = none reached. */
export interface Person {
  readonly weight: number;
  readonly cost: number | null;
}

/** Of those about whom anything is known, the part that reaches it within the threshold, inclusive. */
export function shareCovered(people: readonly Person[], threshold: number): number | null {
  const known = people.filter(({ cost }) => cost !== null);
  const weightOf = (some: readonly Person[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  if (weightOf(known) === 0) return null;
  return weightOf(known.filter(({ cost }) => (cost as number) <= threshold)) / weightOf(known);
}

/**
 * The smallest cost such that at least `share` of the weight of those about whom anything is known has that cost or less;
 * `null` = beyond what was searched.
 */
export function weightedQuantile(people: readonly Person[], share: number): number | null {
  const known = people.filter(({ cost, weight }) => cost !== null && weight > 0);
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  const fits = known
    .map(({ cost }) => cost as number)
    .filter((value) => {
      const below = known.filter(({ cost }) => (cost as number) <= value);
      return below.reduce((sum, { weight }) => sum + weight, 0) >= share * total * (1 - 1e-12);
    });
  const least = Math.min(...fits);
  return least < Infinity ? least : null;
}
