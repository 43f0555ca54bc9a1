import { expect, test } from "vitest";
import { sortRowsByValue } from "../../src/base/sort-rows.js";
import { draw, drawIndex, type Random, seededRandom } from "../support/random.js";

const KINDS: Readonly<Record<string, (random: Random) => number>> = {
  "that often tie": (random) => drawIndex(random, 9),
  "of any size": (random) => random() * 2 ** drawIndex(random, 60),
  "that lie close together": (random) => 900 + random() / 2 ** 40,
  "that are all the same": () => 7.5,
  "on both sides of zero": (random) => random() * 360 - 180,
  "on both sides of zero that often tie": (random) => drawIndex(random, 9) - 4,
  "among which is infinity": (random) => draw(random, [-Infinity, -1, 1, Infinity]),
  "among which is a zero with a sign": (random) => draw(random, [0, -0, 1e-320, 1]),
};

test.each(
  Object.entries(KINDS),
)("rows by values %s come as a stable sort has them, be they few or many", (_, value) => {
  const random = seededRandom(5);
  for (const count of [0, 1, 2, 15, 16, 17, 255, 256, 257, 1500]) {
    const values = Float64Array.from({ length: 2 * count }, () => value(random));
    const rows = Uint32Array.from({ length: 2 * count }, (_, row) => row).filter(
      (row) => row % 2 === 0 || row % 3 === 0,
    );
    const expected = [...rows].sort((a, b) => (values[a] as number) - (values[b] as number));
    sortRowsByValue(rows, values);
    expect([...rows]).toEqual(expected);
  }
});
