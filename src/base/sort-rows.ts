const DIGIT_BITS = 11;
const DIGIT_COUNT = 6;
const DIGIT_VALUES = 1 << DIGIT_BITS;
/** Below this many rows, merging is faster than counting digits; runs of so many are sorted by moving one by one. */
const FEW_ROWS = 256;
const RUN_ROWS = 16;

/**
 * Sorts rows by their value, ascending, in place; rows of equal value keep their order.
 *
 * Nothing is called for two rows, and no number leaves its column: sorts by a function spend more on that than on sorting. Many rows
 * are sorted by the digits of the value's bits.
 *
 * @param values by row, no NaN
 * @see H. H. Seward, "Information sorting in the application of electronic digital computers", 1954
 */
export function sortRowsByValue(rows: Uint32Array, values: Float64Array): void {
  if (rows.length < FEW_ROWS) sortByMerging(rows, values);
  else sortByDigits(rows, values);
}

function sortByMerging(rows: Uint32Array, values: Float64Array): void {
  const count = rows.length;
  for (let start = 0; start < count; start += RUN_ROWS) {
    const end = start + RUN_ROWS < count ? start + RUN_ROWS : count;
    for (let i = start + 1; i < end; i++) {
      const row = rows[i];
      const value = values[row];
      let to = i;
      for (; to > start && values[rows[to - 1]] > value; to--) rows[to] = rows[to - 1];
      rows[to] = row;
    }
  }
  if (count <= RUN_ROWS) return;
  let from: Uint32Array = rows;
  let to: Uint32Array = new Uint32Array(count);
  for (let width = RUN_ROWS; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count);
      const end = Math.min(middle + width, count);
      let [left, right] = [start, middle];
      for (let i = start; i < end; i++) {
        const isLeft = left < middle && (right === end || values[from[left]] <= values[from[right]]);
        to[i] = from[isLeft ? left++ : right++];
      }
    }
    [from, to] = [to, from];
  }
  if (from !== rows) rows.set(from);
}

function sortByDigits(rows: Uint32Array, values: Float64Array): void {
  // little-endian on every machine that runs JavaScript engines; the digits are read through the same view
  const keys = new Uint32Array(2 * rows.length);
  const keyValues = new Float64Array(keys.buffer);
  for (let i = 0; i < rows.length; i++) keyValues[i] = values[rows[i]] + 0; // + 0: no negative zero
  for (let high = 1; high < keys.length; high += 2) {
    const isNegative = keys[high] >>> 31 === 1; // the larger its bits, the smaller it is
    keys[high] = isNegative ? ~keys[high] : keys[high] | 0x80000000;
    if (isNegative) keys[high - 1] = ~keys[high - 1];
  }
  let from = new Uint32Array(rows.length);
  for (let i = 0; i < from.length; i++) from[i] = i;
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
