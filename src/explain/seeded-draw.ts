/**
 * Makes a draw of numbers from 0 to before 1 that is the same for the same seed, on every engine.
 *
 * @see G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8, 2003
 */
export function seededDraw(seed: number): () => number {
  // any number gives a state, and none of them is 0
  let state = (Math.imul(Math.trunc(seed) | 0, 0x9e3779b1) ^ 0x5bd1e995) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
  // the first numbers of near seeds are alike
  for (let round = 0; round < 8; round++) next();
  return next;
}
