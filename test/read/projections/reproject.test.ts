import proj4 from "proj4";
import { expect, test } from "vitest";
import { CoverageError } from "../../../src/base/errors.js";
import { readFacilities, readNeighborhoods } from "../../../src/read/index.js";
import { openProjection } from "../../../src/read/projections/open-projection.js";
import { reproject } from "../../../src/read/projections/reproject.js";
import { feature, SQUARE } from "../../support/geojson-samples.js";

const forward = ([lon, lat]: readonly number[]) =>
  proj4("+proj=tmerc +lon_0=105 +x_0=500000 +ellps=GRS80 +no_defs").forward([lon as number, lat as number]);
const METRES = SQUARE.map(forward);
const projection = await openProjection("EPSG:4544", "blocks");
const collection = (...features: readonly unknown[]) => ({ type: "FeatureCollection", features });
const errorOf = (action: () => unknown): CoverageError => {
  try {
    action();
  } catch (error) {
    if (error instanceof CoverageError) return error;
    throw error;
  }
  throw new Error("it was read");
};

test("every position of every kind of geometry becomes degrees; objects and texts alike", () => {
  const block = feature("Polygon", [METRES], { id: "a", name: "区" });
  const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::4544" } };
  for (const input of [collection(block), JSON.stringify({ ...collection(block), crs })]) {
    const [ring] = readNeighborhoods(reproject(input, projection)).rows[0]?.polygons[0] ?? [];
    expect(ring).toHaveLength(SQUARE.length);
    for (const [i, [lon = 0, lat = 0]] of (ring ?? []).entries()) {
      expect(lon).toBeCloseTo(SQUARE[i]?.[0] as number, 8);
      expect(lat).toBeCloseTo(SQUARE[i]?.[1] as number, 8);
    }
  }
  const both = {
    type: "Feature",
    properties: { id: "b" },
    geometry: {
      type: "GeometryCollection",
      geometries: [
        { type: "Point", coordinates: METRES[0] },
        { type: "LineString", coordinates: METRES.slice(0, 2) },
      ],
    },
  };
  const [place] = readFacilities(reproject(collection(both), projection)).rows;
  expect(place?.entrances[0]?.[0]).toBeCloseTo(104.06, 8);
  expect(place?.outline[0]).toHaveLength(2);
});

test("what lies beyond the system is left out and counted; what has no geometry is for the reader to book", () => {
  const point = (position: readonly number[], id: string) => feature("Point", position, { id });
  const empty = { type: "Feature", properties: { id: "c" }, geometry: null };
  const given = [
    point(METRES[0] as number[], "a"),
    point(METRES[1] as number[], "d"),
    point([35_410_452, 3_393_596], "b"),
    empty,
  ];
  const reading = reproject(collection(...given), projection);
  expect(reading.leftOut).toEqual({ "position.outsideSystem": 1 });
  expect(reading.diagnostics).toMatchObject([{ code: "position.outsideSystem", sampleIds: ["b"] }]);
  expect(readFacilities(reading).counts).toMatchObject({
    given: 4,
    used: 2,
    leftOut: { "geometry.null": 1, "position.outsideSystem": 1 },
  });
});

test("north first is named with the option that turns it; a system that does not fit is refused", async () => {
  const turned = collection(feature("Polygon", [METRES.map(([x, y]) => [y, x])]));
  const error = errorOf(() => reproject(turned, projection, { path: "blocks.geojson" }));
  expect(error.code).toBe("SWAPPED_COORDINATES");
  expect(error.message).toContain('axes: "north-first"');
  expect(reproject(turned, projection, { axes: "north-first" }).features).toHaveLength(1);
  const zoned = await openProjection("EPSG:4523", "blocks");
  expect(errorOf(() => reproject(collection(feature("Polygon", [METRES])), zoned)).code).toBe("UNSUPPORTED_CRS");
});

test("a warning of the system is passed on", async () => {
  const old = await openProjection("EPSG:2432", "blocks");
  const { diagnostics } = reproject(collection(feature("Polygon", [METRES])), old);
  expect(diagnostics).toMatchObject([{ code: "crs.datumShift", severity: "warning" }]);
});
