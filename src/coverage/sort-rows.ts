const DIGIT_BITS = 11;
const DIGIT_COUNT = 6;
const DIGIT_VALUES = 1 << DIGIT_BITS;
/** Below this many rows, comparing is faster than counting digits; below the other, moving one by one is fastest. */
const FEW_ROWS = 256;
const HARDLY_ANY_ROWS = 16;

/**
 * Sorts rows by their value, ascending, in place; rows of equal value keep their order.
 *
 * Many rows are sorted by the digits of the value's bits, which order like the values themselves where none is negative.
 *
 * @param values by row, 0 or more, finite
 * @see H. H. Seward, "Information sorting in the application of electronic digital computers", 1954
 */
export function sortRowsByValue(rows: Uint32Array, values: Float64Array): void {
  if (rows.length < HARDLY_ANY_ROWS) {
    for (let i = 1; i < rows.length; i++) {
      const row = rows[i];
      let to = i;
      for (; to > 0 && values[rows[to - 1]] > values[row]; to--) rows[to] = rows[to - 1];
      rows[to] = row;
    }
    return;
  }
  if (rows.length < FEW_ROWS) {
    rows.sort((a, b) => values[a] - values[b]);
    return;
  }
  // little-endian on every machine that runs JavaScript engines; the digits are read through the same view
  const keys = new Uint32Array(2 * rows.length);
  const keyValues = new Float64Array(keys.buffer);
  for (let i = 0; i < rows.length; i++) keyValues[i] = values[rows[i]] + 0; // + 0: no negative zero
  let from = Uint32Array.from(rows, (_, i) => i);
  let to = new Uint32Array(rows.length);
  const firstOfDigit = new Uint32Array(DIGIT_VALUES + 1);
  for (let digit = 0; digit < DIGIT_COUNT; digit++) {
    firstOfDigit.fill(0);
    for (let i = 0; i < from.length; i++) firstOfDigit[digitOf(keys, i, digit) + 1]++;
    if (firstOfDigit.includes(rows.length)) continue; // all the same
    for (let value = 0; value < DIGIT_VALUES; value++) firstOfDigit[value + 1] += firstOfDigit[value];
    for (let i = 0; i < from.length; i++) to[firstOfDigit[digitOf(keys, from[i], digit)]++] = from[i];
    [from, to] = [to, from];
  }
  const sorted = from.map((i) => rows[i]);
  rows.set(sorted);
}

/** Digits 0 to 5 are the bits 0–10, 11–21, 22–31 of the low word, then of the high word. */
function digitOf(keys: Uint32Array, i: number, digit: number): number {
  const word = keys[2 * i + (digit >= 3 ? 1 : 0)];
  return (word >>> ((digit % 3) * DIGIT_BITS)) & (DIGIT_VALUES - 1);
}
