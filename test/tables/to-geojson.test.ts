import { geojsonType } from "@turf/turf";
import type { Position } from "geojson";
import { describe, expect, test } from "vitest";
import { toGeoJson } from "../../src/tables/to-geojson.js";
import { sampleNeighborhoods, sampleReport, squareRing } from "../support/sample-report.js";

const collection = toGeoJson(sampleReport, sampleNeighborhoods);

/** Twice the area by the shoelace formula: above 0 for a counterclockwise ring. */
function turn(ring: readonly Position[]): number {
  return ring
    .slice(1)
    .reduce((sum, [x = 0, y = 0], row) => sum + ((ring[row]?.[0] ?? 0) * y - x * (ring[row]?.[1] ?? 0)), 0);
}

describe("a report as GeoJSON", () => {
  test("there is one feature per neighborhood, in report order whatever the outlines' order", () => {
    geojsonType(collection, "FeatureCollection", "toGeoJson");
    expect(collection.features.map(({ id }) => id)).toEqual(["n1", "n2", "n3"]);
    expect(collection.features.map(({ geometry }) => geometry?.type)).toEqual([
      "MultiPolygon",
      "MultiPolygon",
      "MultiPolygon",
    ]);
    expect(collection.features[1]?.geometry?.coordinates).toHaveLength(2);
  });

  test("outer rings run counterclockwise and holes clockwise, whatever they were", () => {
    for (const { geometry } of collection.features) {
      for (const [outer = [], ...holes] of geometry?.coordinates ?? []) {
        expect(turn(outer)).toBeGreaterThan(0);
        for (const hole of holes) expect(turn(hole)).toBeLessThan(0);
        for (const ring of [outer, ...holes]) expect(ring.at(0)).toEqual(ring.at(-1));
      }
    }
  });

  test("the input is not turned around by it", () => {
    const before = structuredClone(sampleNeighborhoods);
    toGeoJson(sampleReport, sampleNeighborhoods);
    expect(sampleNeighborhoods).toEqual(before);
  });

  test("properties are flat, in the report's units", () => {
    expect(collection.features[1]?.properties).toMatchObject({
      id: "n2",
      name: "Riverside, East",
      population: 4000,
      area_m2: 400_000,
      publicService_score: 12.5,
      publicService_grade: "poor",
      publicService_people_share: 0,
      publicService_area_share: 0,
      publicService_missing: "school;health",
      publicService_no_data: "library",
      school_status: "partly",
      school_people_share: 0.25,
      school_median_s: 1000,
      rail_status: "unreachable",
      rail_median_s: null,
    });
    const values = collection.features.flatMap(({ properties }) => Object.values(properties));
    expect(values.filter((value) => typeof value === "object" && value !== null)).toEqual([]);
  });

  test("what is unknown stays null", () => {
    expect(collection.features[2]?.properties).toMatchObject({
      name: null,
      publicTransport_score: null,
      publicTransport_grade: null,
      publicTransport_people_share: null,
      canteen_status: "no-data",
      canteen_people_share: null,
    });
    expect(JSON.parse(JSON.stringify(collection))).toEqual(collection);
  });

  test("a polygon beyond the antimeridian moves back, one across it stays whole", () => {
    const at = (west: number) => [{ id: "n1", name: null, population: null, polygons: [[squareRing(west, 10, 1)]] }];
    const lons = (west: number) =>
      toGeoJson(sampleReport, at(west))
        .features[0]?.geometry?.coordinates.flat(2)
        .map(([lon]) => lon);
    expect(lons(181)).toEqual([-179, -178, -178, -179, -179]);
    expect(lons(-190)).toEqual([170, 171, 171, 170, 170]);
    expect(lons(179.5)).toEqual([179.5, 180.5, 180.5, 179.5, 179.5]);
  });

  test("a neighborhood without an outline keeps its findings", () => {
    const [feature] = toGeoJson(sampleReport, []).features;
    expect(feature?.geometry).toBeNull();
    expect(feature?.properties.publicTransport_score).toBe(83.33);
  });

  test("a requirement called like a circle does not overwrite it", () => {
    const { standard, neighborhoods } = sampleReport;
    const requirements = standard.requirements.map((one) =>
      one.id === "bus" ? { ...one, id: "publicTransport" } : one,
    );
    const areas = neighborhoods.map((area) => {
      const { bus, ...others } = area.requirements;
      if (bus === undefined) throw new Error("the sample has a bus");
      return { ...area, requirements: { ...others, publicTransport: bus } };
    });
    const [feature] = toGeoJson(
      { ...sampleReport, standard: { ...standard, requirements }, neighborhoods: areas },
      [],
    ).features;
    expect(feature?.properties.publicTransport_score).toBe(83.33);
    expect(feature?.properties.requirement_publicTransport_median_s).toBe(180);
  });
});
