import fc from "fast-check";
import { expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { areClearlyApart, buildSegments, conflictOfPair, TOUCH_DEGREES } from "../../src/geo/segment-conflicts.js";
import { SegmentTree } from "../../src/geo/segment-tree.js";

const corner = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
const outline = fc.array(corner, { minLength: 3, maxLength: 60 }).map((corners): LonLat[] => [...corners, corners[0]]);

test("a tree of boxes finds every pair of segments whose boxes meet, once", () => {
  fc.assert(
    fc.property(fc.array(outline, { minLength: 1, maxLength: 2 }), (polygon) => {
      const segments = buildSegments(polygon);
      const { count, startX, startY, endX, endY } = segments;
      const found: string[] = [];
      new SegmentTree(segments).visitPairs((i, j) => found.push(`${i} ${j}`), Infinity);
      const expected: string[] = [];
      const meet = (start: Float64Array, end: Float64Array, i: number, j: number) =>
        Math.min(start[i], end[i]) <= Math.max(start[j], end[j]) + TOUCH_DEGREES &&
        Math.max(start[i], end[i]) >= Math.min(start[j], end[j]) - TOUCH_DEGREES;
      for (let i = 0; i < count; i++)
        for (let j = i + 1; j < count; j++)
          if (meet(startX, endX, i, j) && meet(startY, endY, i, j)) expected.push(`${i} ${j}`);
      expect(found.sort()).toEqual(expected.sort());
    }),
    { numRuns: 500 },
  );
});

test("segments that look apart at a glance have no conflict", () => {
  fc.assert(
    fc.property(outline, (ring) => {
      const segments = buildSegments([ring]);
      for (let i = 0; i < segments.count; i++)
        for (let j = i + 1; j < segments.count; j++)
          if (areClearlyApart(segments, i, j)) expect(conflictOfPair(segments, i, j)).toBeNull();
    }),
    { numRuns: 300 },
  );
});
