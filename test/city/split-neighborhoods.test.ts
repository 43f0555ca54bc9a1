import { describe, expect, test } from "vitest";
import { splitNeighborhoods } from "../../src/city/split-neighborhoods.js";
import { drawIndex, seededRandom } from "../support/random.js";

const boxAt = (lon: number, lat: number) => ({ west: lon, south: lat, east: lon + 0.01, north: lat + 0.01 });

describe("neighborhoods split into parts", () => {
  test("each neighborhood with origins is in one part, whatever their number and sizes", () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = seededRandom(seed);
      const counts = Array.from({ length: drawIndex(random, 30) }, () => drawIndex(random, 4) * drawIndex(random, 50));
      const boxes = counts.map(() => boxAt(random() * (seed % 3), random() * (seed % 2)));
      const partCount = 1 + drawIndex(random, 9);
      const parts = splitNeighborhoods(counts, boxes, partCount);
      const settled = counts.flatMap((count, row) => (count > 0 ? [row] : []));
      expect(parts.flat().sort((a, b) => a - b)).toEqual(settled);
      expect(parts.length).toBe(Math.max(1, Math.min(partCount, parts.length)));
      for (const part of parts) {
        expect(part.length > 0 || settled.length === 0).toBe(true);
        expect([...part].sort((a, b) => a - b)).toEqual(part);
      }
    }
  });
  test("a town of equal squares falls into equal parts that lie together", () => {
    const boxes = Array.from({ length: 64 }, (_, i) => boxAt(0.01 * (i % 16), 0.01 * Math.floor(i / 16)));
    const parts = splitNeighborhoods(boxes.map(() => 100), boxes, 4);
    expect(parts.map((part) => part.length)).toEqual([16, 16, 16, 16]);
    for (const part of parts) {
      const columns = part.map((row) => row % 16);
      expect(Math.max(...columns) - Math.min(...columns)).toBe(3);
    }
  });
});
