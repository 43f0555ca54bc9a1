/** So many people (or so much ground) have so many services. */
export interface SpreadPart {
  readonly services: number;
  readonly amount: number;
}

/** The share of all services that the least served part of the people has. */
export function lorenzOf(parts: readonly SpreadPart[]): {
  readonly points: readonly (readonly [number, number])[];
  readonly gini: number;
  /** Of the half with the fewest. */
  readonly half: number;
} {
  const people = parts.reduce((sum, { amount }) => sum + amount, 0);
  const sum = parts.reduce((total, { services, amount }) => total + services * amount, 0);
  const points: [number, number][] = [[0, 0]];
  let [x, y, under, half] = [0, 0, 0, 0];
  for (const { services, amount } of parts) {
    const [nextX, nextY] = [x + amount / people, sum === 0 ? 0 : y + (services * amount) / sum];
    under += ((nextX - x) * (nextY + y)) / 2;
    if (x < 0.5 && nextX >= 0.5) half = y + ((nextY - y) * (0.5 - x)) / (nextX - x);
    [x, y] = [nextX, nextY];
    points.push([x, y]);
  }
  return { points, gini: sum === 0 ? 0 : Math.max(0, 1 - 2 * under), half };
}
