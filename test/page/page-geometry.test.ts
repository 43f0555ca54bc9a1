import { expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { fitPageFrame, toPageWater } from "../../src/page/page-geometry.js";
import { sampleNeighborhoods } from "../support/sample-report.js";

function box([west, south]: LonLat, size: number): LonLat[] {
  return [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ];
}

test("a lake with two islands is one line that encloses the water and not the islands", () => {
  const frame = fitPageFrame({ neighborhoods: sampleNeighborhoods });
  const [lon, lat] = sampleNeighborhoods[0]?.polygons[0]?.[0]?.[0] ?? [0, 0];
  if (frame === null) throw new Error("the sample has outlines");
  const at = (x: number, y: number): LonLat => [lon + x * 1e-3, lat + y * 1e-3];
  const lake = { outline: [box(at(0, 0), 4e-3), box(at(1, 1), 5e-4), box(at(2.5, 2.5), 1e-3)], isArea: true };
  const { areas, courses } = toPageWater([lake, { outline: [[at(0, 0), at(4, 4)]], isArea: false }], frame);
  expect([areas.firstPoint.length - 1, courses.firstPoint.length - 1]).toEqual([1, 1]);
  const { x, y } = areas;
  const isWater = ([pointLon, pointLat]: LonLat) => {
    const px = pointLon * frame.scaleX + frame.shiftX;
    const py = pointLat * frame.scaleY + frame.shiftY;
    let inside = false;
    for (let i = 0, before = x.length - 1; i < x.length; before = i++) {
      const [x1 = 0, y1 = 0, x0 = 0, y0 = 0] = [x[i], y[i], x[before], y[before]];
      if (y1 > py !== y0 > py && px < ((x0 - x1) * (py - y1)) / (y0 - y1) + x1) inside = !inside;
    }
    return inside;
  };
  expect([at(0.5, 0.5), at(3.8, 0.2), at(2, 2)].map(isWater)).toEqual([true, true, true]);
  expect([at(1.2, 1.3), at(3, 3), at(4.5, 1)].map(isWater)).toEqual([false, false, false]);
});
