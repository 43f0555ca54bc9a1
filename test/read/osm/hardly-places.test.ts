import { expect, test } from "vitest";
import { computeCoverage } from "../../../src/index.js";
import { readOsm, readOsmPbf } from "../../../src/read/index.js";
import { describeCity } from "../../support/cities.js";
import { EXTRACTS, figuresOf, readCityBytes } from "../../support/extracts.js";
import { type TestNode, toPbf } from "../../support/osm-encoder.js";

// An extract that was cut for routing has streets, and hardly anything that people walk to.

/** Ten streets of 20 km and some pharmacies. */
function town(pharmacies: number) {
  const ends: TestNode[] = Array.from({ length: 20 }, (_, i) => ({
    id: 100 + i,
    lon: 104 + (i % 2) * 0.21,
    lat: 30 + Math.floor(i / 2) * 0.001,
  }));
  const places: TestNode[] = Array.from({ length: pharmacies }, (_, i) => ({
    id: 1000 + i,
    lon: 104 + i * 0.005,
    lat: 30.0005,
    tags: { amenity: "pharmacy" },
  }));
  const ways = Array.from({ length: 10 }, (_, i) => ({
    id: 1 + i,
    refs: [100 + 2 * i, 101 + 2 * i],
    tags: { highway: "residential" },
  }));
  return readOsmPbf(toPbf({ nodes: [...ends, ...places], ways }));
}
const square = [
  [104, 30],
  [104.01, 30],
  [104.01, 30.005],
  [104, 30.005],
  [104, 30],
];
const neighborhoods = { type: "Polygon", coordinates: [square] };
const reportOf = (pharmacies: number) => computeCoverage({ ...town(pharmacies).layers, neighborhoods });

test("with a place for every four kilometres there is a grade, with hardly any there is none", () => {
  const [known, stripped] = [reportOf(50), reportOf(10)];
  const codes = (report: typeof known) => report.diagnostics.map(({ code }) => code);
  expect(codes(known)).not.toContain("osm.hardlyPlaces");
  expect(Object.values(known.city.circles).some(({ grade }) => grade !== null)).toBe(true);
  expect(stripped.diagnostics.find(({ code }) => code === "osm.hardlyPlaces")?.examples).toEqual(["10 / 203 km"]);
  for (const area of [stripped.city, ...stripped.neighborhoods])
    for (const { grade, gradeCeiling } of Object.values(area.circles))
      expect([grade, gradeCeiling]).toEqual([null, null]);
  const pharmacy = stripped.standard.requirements.find(({ id }) => id === "pharmacy");
  expect(pharmacy?.data).toBe("hardlyKnown");
});

describeCity("reference/osm", () => {
  test("three of the eleven extracts hold hardly any places", () => {
    const stripped = EXTRACTS.filter((name) =>
      readOsm(readCityBytes(figuresOf(name).file)).diagnostics.some(({ code }) => code === "osm.hardlyPlaces"),
    );
    expect(stripped).toEqual(["milan", "porto_roads", "rhein_neckar"]);
  });
});
