import { expect, test } from "vitest";
import { DamagedBytes, PackedNumbers } from "../../../src/read/osm/packed-numbers.js";
import { seededRandom } from "../../support/random.js";

/** Writes a number with a sign: zigzag, seven bits each. */
function write(value: number): number[] {
  const bytes: number[] = [];
  let rest = value < 0 ? -BigInt(value) * 2n - 1n : BigInt(value) * 2n;
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return [...bytes, Number(rest)];
}

function open(bytes: readonly number[]): PackedNumbers {
  const numbers = new PackedNumbers();
  numbers.reset(Uint8Array.from([9, ...bytes, 9]), 1, 1 + bytes.length);
  return numbers;
}

test("sums of differences are those of the numbers one after the other, of any length", () => {
  const random = seededRandom(3);
  for (let run = 0; run < 200; run++) {
    const count = Math.floor(random() * 40);
    const differences = Array.from({ length: count }, () =>
      Math.round((random() - 0.5) * 2 ** (1 + Math.floor(random() * 46))),
    );
    const bytes = differences.flatMap(write);
    const one = open(bytes);
    let sum = 0;
    const expected = differences.map(() => (sum += one.nextSigned()));
    one.assertRead();
    expect(expected.at(-1) ?? 0).toBe(differences.reduce((all, difference) => all + difference, 0));
    const sums = new Float64Array(bytes.length + 2).fill(-7);
    expect(open(bytes).readSums(sums, 2)).toBe(2 + count);
    expect([...sums.subarray(0, 2 + count)]).toEqual([-7, -7, ...expected]);
  }
});

test("a list that ends within a number, or holds one without an end, is damaged", () => {
  const sums = new Float64Array(40);
  for (const bytes of [[0x80], [2, 0xff, 0xff], [2, 0xff, 0xff, 0xff, 0xff, 0xff], new Array(12).fill(0xff)])
    expect(() => open(bytes).readSums(sums, 0)).toThrow(DamagedBytes);
});
