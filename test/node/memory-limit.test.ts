import { describe, expect, test } from "vitest";
import { assertFitsInMemory, withinMemory } from "../../src/node/memory-limit.js";
import type { LongText } from "../../src/read/long-text.js";
import { errorOf } from "../support/geojson-samples.js";

const MIB = 2 ** 20;

/** A text of numbers, and a heap that each of them, once it was read, fills by so many bytes. */
function readTo(count: number, bytesEach: number, most: number) {
  let read = 0;
  const text: LongText = {
    type: "LongText",
    count,
    firstFeatures: [],
    features: function* () {
      for (let i = 0; i < count; i++) yield i;
    },
  };
  // garbage: the heap is often larger than what stays
  const used = () => read * bytesEach + (read % 7000) * 100;
  const guarded = withinMemory(text, "poi.ndjson", { used, most });
  const error = errorOf(() => {
    for (const _ of guarded.features()) read++;
  });
  return { read, error };
}

describe("a file that is larger than the memory", () => {
  test("is refused early, by what its first features take, and says how much would be enough", () => {
    const { read, error } = readTo(4_700_000, 600, 2048 * MIB);
    expect(read).toBeLessThan(400_000);
    expect(error).toMatchObject({ code: "LIMIT_EXCEEDED", path: "poi.ndjson" });
    expect(error.message).toMatch(/poi\.ndjson needs some \d+ MiB of memory, and Node\.js may take 2048 MiB/);
    const enough = Number(/--max-old-space-size=(\d+)/.exec(error.hint ?? "")?.[1]);
    expect(enough * MIB).toBeGreaterThan(4_700_000 * 600 * 1.5);
  });

  test("is read where it fits, garbage or not", () => {
    const count = 300_000;
    let read = 0;
    const text = { type: "LongText", count, firstFeatures: [], features: () => Array(count).keys() } as LongText;
    const heap = { used: () => read * 600 + (read % 7000) * 10_000, most: count * 600 * 1.6 };
    for (const _ of withinMemory(text, "poi.ndjson", heap).features()) read++;
    expect(read).toBe(count);
  });

  test("in other formats is refused by its length", () => {
    expect(errorOf(() => assertFitsInMemory("poi.csv", 5000 * MIB, 4096 * MIB)).message).toContain("5000 MiB");
    assertFitsInMemory("poi.csv", 4096 * MIB, 4096 * MIB);
  });
});
