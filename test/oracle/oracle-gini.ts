/** The Gini coefficient by its definition: half the mean difference of all pairs of people, by the mean. */
export function giniByPairs(parts: readonly { readonly amount: number; readonly value: number }[]): number {
  let [difference, people, sum] = [0, 0, 0];
  for (const a of parts) {
    people += a.amount;
    sum += a.amount * a.value;
    for (const b of parts) difference += a.amount * b.amount * Math.abs(a.value - b.value);
  }
  return sum === 0 ? 0 : difference / (2 * people * sum);
}
