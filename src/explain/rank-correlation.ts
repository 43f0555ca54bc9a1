/** Gives the rank of each number, the smallest first, from 1; those alike share the mean of their ranks. */
export function ranksOf(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Array<number>(values.length).fill(0);
  for (let first = 0; first < order.length; ) {
    let end = first + 1;
    while (end < order.length && values[order[end] as number] === values[order[first] as number]) end++;
    for (let at = first; at < end; at++) ranks[order[at] as number] = (first + 1 + end) / 2;
    first = end;
  }
  return ranks;
}

/**
 * Computes Spearman's rank correlation, −1 to 1, with mean ranks for ties.
 *
 * @returns `null` for fewer than two pairs, or where all of one side are alike
 * @see C. Spearman, "The proof and measurement of association between two things", American Journal of Psychology 15, 1904
 */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number | null {
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const mean = (x.length + 1) / 2;
  let [both, ofX, ofY] = [0, 0, 0];
  x.forEach((rank, row) => {
    const [dx, dy] = [rank - mean, (y[row] as number) - mean];
    both += dx * dy;
    ofX += dx * dx;
    ofY += dy * dy;
  });
  if (x.length < 2 || ofX === 0 || ofY === 0) return null;
  return Math.max(-1, Math.min(1, both / Math.sqrt(ofX * ofY)));
}
