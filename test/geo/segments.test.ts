import { describe, expect, test } from "vitest";
import { closestPointOnSegment, crossingOfSegments } from "../../src/geo/segments.js";
import { degreeMeters, geodesicMeters, type Place } from "../oracle/oracle-geodesy.js";
import { crossing as crossingBySides } from "../oracle/oracle-snap.js";
import { type Random, seededRandom } from "../support/random.js";

function nearby(random: Random, [lon, lat]: Place, meters: number): Place {
  const scale = degreeMeters(lat);
  return [lon + ((random() - 0.5) * 2 * meters) / scale.lon, lat + ((random() - 0.5) * 2 * meters) / scale.lat];
}

describe("the closest point of a segment", () => {
  test("is nearer, by the exact geodesic, than any of a thousand points along the segment", () => {
    const random = seededRandom(1);
    for (let i = 0; i < 300; i++) {
      const center: Place = [random() * 360 - 180, random() * 140 - 70];
      const [place, a, b] = [nearby(random, center, 500), nearby(random, center, 500), nearby(random, center, 500)];
      const found = closestPointOnSegment(...place, a, b);
      let least = Infinity;
      for (let step = 0; step <= 1000; step++) {
        const along: Place = [a[0] + (step / 1000) * (b[0] - a[0]), a[1] + (step / 1000) * (b[1] - a[1])];
        least = Math.min(least, geodesicMeters(place, along));
      }
      expect(found.meters).toBeLessThanOrEqual(least + 1e-4);
      expect(geodesicMeters(place, [found.lon, found.lat])).toBeCloseTo(found.meters, 4);
      expect(found.lon).toBeCloseTo(a[0] + found.fraction * (b[0] - a[0]), 12);
    }
  });
  test("beyond an end is that end, to the last bit", () => {
    const a = [0.1, 0.1] as const;
    const b = [0.3, 0.1] as const;
    expect(closestPointOnSegment(0.4, 0.2, a, b)).toMatchObject({ fraction: 1, lon: 0.3, lat: 0.1 });
    expect(closestPointOnSegment(0.0, 0.2, a, b)).toMatchObject({ fraction: 0, lon: 0.1, lat: 0.1 });
  });
  test("of a segment without length is its place", () => {
    expect(closestPointOnSegment(0.001, 0, [0, 0], [0, 0])).toMatchObject({ fraction: 0, lon: 0, lat: 0 });
  });
});

describe("crossing segments", () => {
  test("cross in the middle of an X, touch at the foot of a T, and meet at a shared end", () => {
    expect(crossingOfSegments([0, 0], [2, 2], [0, 2], [2, 0])).toEqual([0.5, 0.5]);
    expect(crossingOfSegments([0, 0], [4, 0], [1, 0], [1, 3])).toEqual([0.25, 0]);
    expect(crossingOfSegments([0, 0], [4, 0], [4, 0], [5, 3])).toEqual([1, 0]);
  });
  test("that are parallel or end too early do not cross", () => {
    expect(crossingOfSegments([0, 0], [4, 0], [0, 1], [4, 1])).toBeNull();
    expect(crossingOfSegments([0, 0], [4, 0], [1, 1], [1, 3])).toBeNull();
    expect(crossingOfSegments([0, 0], [4, 0], [5, 0], [6, 0])).toBeNull();
  });
  test("agree with a test of sides on 20,000 random pairs", () => {
    const random = seededRandom(2);
    const place = (): Place => [random(), random()];
    let crossings = 0;
    for (let i = 0; i < 20_000; i++) {
      const [a, b, c, d] = [place(), place(), place(), place()];
      const expected = crossingBySides({ from: a, to: b }, { from: c, to: d });
      const found = crossingOfSegments(a, b, c, d);
      if (expected === null) expect(found).toBeNull();
      else {
        crossings++;
        expect(found?.[0]).toBeCloseTo(expected, 9);
      }
    }
    expect(crossings).toBeGreaterThan(1000);
  });
});

test("the closest point of a segment drawn the other way is the same, to the last bit", () => {
  const random = seededRandom(6);
  for (let i = 0; i < 2000; i++) {
    const center: Place = [random() * 2 - 1, random() * 140 - 70];
    const [place, a, b] = [nearby(random, center, 300), nearby(random, center, 300), nearby(random, center, 300)];
    const there = closestPointOnSegment(...place, a, b);
    expect(closestPointOnSegment(...place, b, a)).toEqual({
      ...there,
      fraction: expect.closeTo(1 - there.fraction, 12),
    });
  }
});
