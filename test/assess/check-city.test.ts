import type { FeatureCollection } from "geojson";
import { describe, expect, test } from "vitest";
import { checkCity } from "../../src/assess/check-city.js";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import { MOST_IDS } from "../../src/base/diagnostics.js";
import { prepareCity } from "../../src/city/prepare-city.js";
import { collection, pointFeature, polygonFeature } from "../support/desert-grid.js";
import { randomTown } from "../support/random-town.js";
import { smallCity as files } from "../support/small-city.js";
import { toTownInput } from "../support/town-input.js";

const smallCity = { neighborhoods: files.neighborhoods, facilities: files.facilities, streets: files.streets };
const codesOf = (places: FeatureCollection) => places.features.map(({ properties }) => properties?.code as string);

describe("a check", () => {
  test("finds what a report would tell, with all ids", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const input = toTownInput(randomTown(seed), seed);
      const { findings, inputs } = checkCity(input);
      const report = computeCoverage(input);
      expect(findings.map(({ ids: _, ...finding }) => finding)).toEqual(report.diagnostics);
      expect(inputs).toEqual(report.inputs);
      for (const { sampleIds, ids, count } of findings) {
        if (ids === undefined) continue;
        expect(ids.slice(0, sampleIds.length)).toEqual(sampleIds);
        expect(ids.length).toBeLessThanOrEqual(count * 2); // two neighborhoods overlap once
        expect(ids.length).toBeGreaterThan(sampleIds.length);
      }
    }
  });

  test("reports keep samples only", () => {
    const facilities = collection(
      Array.from({ length: 40 }, (_, i) =>
        pointFeature([104.061 + i / 1e4, 30.665], { id: `b${i}`, amenity: "bench" }),
      ),
    );
    const city = prepareCity({ ...smallCity, facilities });
    const found = checkCity(city).findings.find(({ code }) => code === "category.unknown");
    expect(found?.ids).toHaveLength(40);
    const told = computeCoverage(city).diagnostics.find(({ code }) => code === "category.unknown");
    expect(told).not.toHaveProperty("ids");
    expect(told?.sampleIds).toHaveLength(5);
  });

  test("draws every one of them where it is: facilities, areas, streets, and what could not be read without a place", () => {
    const unreadable = { type: "Feature", properties: { id: "nowhere" }, geometry: null };
    const facilities = {
      type: "FeatureCollection",
      features: [
        pointFeature([104.062, 30.665], { id: "bench", amenity: "bench" }),
        pointFeature([104.9, 30.665], { id: "far", category: "pharmacy" }),
        unreadable,
      ],
    };
    const { places } = checkCity({ ...smallCity, facilities });
    const placeOf = (code: string, id: string) =>
      places.features.find(({ properties }) => properties?.code === code && properties.id === id);
    expect(placeOf("category.unknown", "bench")?.geometry).toEqual({ type: "Point", coordinates: [104.062, 30.665] });
    expect(placeOf("facility.offNetwork", "far")?.geometry).toEqual({ type: "Point", coordinates: [104.9, 30.665] });
    expect(placeOf("geometry.null", "nowhere")?.geometry).toBeNull();
    expect(placeOf("neighborhood.edge", "west")?.geometry.type).toBe("MultiPolygon");
    for (const { properties } of places.features)
      expect(properties).toMatchObject({ severity: expect.any(String), message: expect.stringMatching(/\.$/) });
  });

  test("places whom no street is near, near misses and islands", () => {
    const line = (id: string, coordinates: number[][]) => ({
      type: "Feature" as const,
      properties: { id, highway: "residential" },
      geometry: { type: "LineString" as const, coordinates },
    });
    const streets = collection([
      line("main", [
        [104.06, 30.66],
        [104.07, 30.66],
      ]),
      line("stub", [
        [104.065, 30.670001],
        [104.065, 30.660004],
      ]),
      line("island", [
        [104.075, 30.66],
        [104.075, 30.668],
      ]),
    ]);
    const neighborhoods = collection([
      polygonFeature(
        [
          [104.06, 30.655],
          [104.2, 30.655],
          [104.2, 30.675],
          [104.06, 30.675],
        ],
        { id: "all", population: 5000 },
      ),
    ]);
    const { places, islands, extents, findings } = checkCity({ ...smallCity, neighborhoods, streets });
    const codes = new Set(codesOf(places));
    expect([...codes]).toEqual(expect.arrayContaining(["street.endNear", "network.islands", "origin.offNetwork"]));
    expect(islands.every(({ meters }) => meters > 0)).toBe(true);
    expect(extents.streets?.east).toBe(104.075);
    const lost = findings.find(({ code }) => code === "origin.offNetwork");
    expect(codesOf(places).filter((code) => code === "origin.offNetwork")).toHaveLength(
      Math.min(lost?.count ?? 0, MOST_IDS),
    );
  });

  test("does not depend on the order of the input", () => {
    const input = toTownInput(randomTown(7), 7);
    const backward = Object.fromEntries(
      Object.entries(input).map(([layer, { features }]) => [layer, collection([...features].reverse())]),
    );
    expect(checkCity(backward as unknown as typeof input).findings).toEqual(checkCity(input).findings);
  });

  test("names a wrong option", () => {
    expect(() => checkCity(smallCity, { measures: [] } as object)).toThrow(/measures/);
  });
});
