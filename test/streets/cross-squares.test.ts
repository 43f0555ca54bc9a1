import { describe, expect, test } from "vitest";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import type { LonLat, Tags } from "../../src/base/words.js";
import { readStreets } from "../../src/read/read-streets.js";
import { ACROSS, crossSquares } from "../../src/streets/cross-squares.js";
import {
  collection,
  desertGrid,
  pointFeature,
  polygonFeature,
  streetOf,
  toStreetLayer,
} from "../support/desert-grid.js";
import { seededRandom, shuffled } from "../support/random.js";
import { columnsOf, rowsOf, type Street } from "../support/streets.js";

const { at } = desertGrid({ columns: 2, rows: 2, blockMeters: 100, lon: 104, lat: 30 });
const SQUARE = [at(0, 0), at(1, 0), at(1, 1), at(0, 1), at(0, 0)];
const TAGS = { highway: "pedestrian", area: "yes" };
const square = (coordinates: readonly LonLat[] = SQUARE, tags: Tags = TAGS) => streetOf("square", coordinates, tags);
const west = streetOf("west", [at(-1, 0), at(0, 0)]);
const east = streetOf("east", [at(1, 1), at(2, 1)]);
/** The ways that are laid across, as pairs of places. */
const waysOf = (streets: readonly Street[]) =>
  rowsOf(crossSquares(columnsOf(streets), () => true))
    .filter(({ tags }) => tags.area === ACROSS)
    .map(({ coordinates }) => coordinates);

describe("a square", () => {
  test("is crossed from entry to entry", () => {
    expect(waysOf([square(), west, east])).toEqual([[at(0, 0), at(1, 1)]]);
    expect(waysOf([square(), west])).toEqual([]);
  });
  test("is not crossed along its side, where the outline leads", () => {
    expect(waysOf([square(), west, streetOf("south", [at(1, 0), at(1, -1)])])).toEqual([]);
  });
  test("without area=yes, or that is not closed, is a line", () => {
    expect(waysOf([square(SQUARE, { highway: "pedestrian" }), west, east])).toEqual([]);
    expect(waysOf([square(SQUARE.slice(0, 4)), west, east])).toEqual([]);
  });
  test("that nobody walks is left alone", () => {
    const streets = columnsOf([square(), west, east]);
    expect(crossSquares(streets, () => false)).toBe(streets);
  });
  test("is crossed inside only: not over a bay, not over a hole", () => {
    const bay = [at(0, 0), at(2, 0), at(2, 1), at(1, 0.1), at(0, 1), at(0, 0)];
    const ends = [streetOf("a", [at(-1, 1), at(0, 1)]), streetOf("b", [at(3, 1), at(2, 1)]), west];
    // both tips see the corner below, if at all; between the tips there is the bay
    expect(waysOf([square(bay), ...ends])).not.toContainEqual([at(2, 1), at(0, 1)]);
    expect(waysOf([square(bay), ...ends])).not.toContainEqual([at(0, 1), at(2, 1)]);
    const hole = [at(0.4, 0.4), at(0.6, 0.4), at(0.6, 0.6), at(0.4, 0.6), at(0.4, 0.4)];
    const polygon = (rings: readonly (readonly LonLat[])[]) => ({
      ...polygonFeature([], { id: "square", highway: "pedestrian" }),
      geometry: { type: "Polygon" as const, coordinates: rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])) },
    });
    const layer = (rings: readonly (readonly LonLat[])[]) =>
      readStreets({ type: "FeatureCollection", features: [polygon(rings), ...toStreetLayer([west, east]).features] });
    const count = (rings: readonly (readonly LonLat[])[]) =>
      crossSquares(layer(rings).streets, () => true).count - layer(rings).streets.count;
    expect(count([SQUARE])).toBe(1);
    expect(count([SQUARE, hole])).toBe(0);
  });
  test("with node ids is entered where the ids are the same", () => {
    const ids = (street: Street, ...nodeIds: number[]) => ({ ...street, nodeIds });
    const ring = ids(square(), 1, 2, 3, 4, 1);
    expect(waysOf([ring, ids(west, 9, 1), ids(east, 3, 8)])).toHaveLength(1);
    expect(waysOf([ring, ids(west, 9, 1), ids(east, 7, 8)])).toHaveLength(0);
  });
  test("that was crossed once is not crossed again, and the lines of its feature stay together", () => {
    const once = crossSquares(columnsOf([west, square(), east]), () => true);
    expect([...once.featureRow]).toEqual([0, 1, 1, 2]);
    expect(once.ids).toEqual(["west", "square", "square", "east"]);
    expect(crossSquares(once, () => true)).toBe(once);
  });
  test("with a hundred gates on a circle is crossed, and with more is walked around", () => {
    const ring = (count: number) =>
      Array.from({ length: count }, (_, i): LonLat => {
        const angle = (2 * Math.PI * i) / count;
        return [104 + 0.001 * Math.cos(angle), 30 + 0.001 * Math.sin(angle)];
      });
    const gates = (places: readonly LonLat[]) => places.map((place, i) => streetOf(`${i}`, [place, at(50, i)]));
    const circle = ring(100);
    expect(waysOf([square([...circle, ...circle.slice(0, 1)]), ...gates(circle)])).toHaveLength((100 * 97) / 2);
    const larger = ring(101);
    expect(waysOf([square([...larger, ...larger.slice(0, 1)]), ...gates(larger)])).toHaveLength(0);
  });
});

describe("walking over a square", () => {
  const input = (streets: readonly Street[], more: readonly object[] = []) => ({
    neighborhoods: collection([polygonFeature([at(-1, -1), at(2, -1), at(2, 2), at(-1, 2)], { id: "n" })]),
    facilities: collection([pointFeature(at(2, 1), { id: "f", category: "pharmacy" })]),
    population: collection([pointFeature(at(-1, 0), { id: "p", population: 1 })]),
    streets: { type: "FeatureCollection", features: [...toStreetLayer(streets).features, ...more] },
  });
  const secondsOf = (layers: ReturnType<typeof input>) =>
    computeCoverage(layers).neighborhoods[0]?.requirements.pharmacy?.nearest?.seconds;
  test("takes the straight way, whatever the order of the streets", () => {
    for (let seed = 0; seed < 4; seed++)
      expect(secondsOf(input(shuffled(seededRandom(seed), [square(), west, east])))).toBeCloseTo(
        200 + 100 * Math.SQRT2,
        0,
      );
  });
  test("is the same for a platform, drawn as an area", () => {
    for (const tags of [
      { railway: "platform", foot: "yes" },
      { public_transport: "platform" },
      { highway: "platform" },
    ])
      expect(secondsOf(input([west, east], [polygonFeature(SQUARE.slice(0, 4), { id: "s", ...tags })]))).toBeCloseTo(
        200 + 100 * Math.SQRT2,
        0,
      );
  });
});
