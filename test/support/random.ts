/** Numbers from 0 to 1 (exclusive) that depend on the seed only. */
export type Random = () => number;

/** Makes a seeded random number generator (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws a whole number from 0 to `count - 1`. */
export function drawIndex(random: Random, count: number): number {
  return Math.floor(random() * count);
}

/** Draws one of some things. */
export function draw<T>(random: Random, things: readonly T[]): T {
  return things[drawIndex(random, things.length)] as T;
}

/** Shuffles a copy. */
export function shuffled<T>(random: Random, things: readonly T[]): T[] {
  const copy = [...things];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = drawIndex(random, i + 1);
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}
