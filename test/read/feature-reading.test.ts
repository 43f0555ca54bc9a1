import { expect, test } from "vitest";
import { Diagnostics } from "../../src/base/diagnostics.js";
import { TABLE_FINDINGS } from "../../src/base/texts/diagnostics/tables.js";
import { prepareCity } from "../../src/city/prepare-city.js";
import { fromWgs84 } from "../../src/geo/datums.js";
import type { FeatureReading } from "../../src/model/input.js";
import { readFacilities } from "../../src/read/read-facilities.js";
import { squareRing } from "../support/sample-report.js";

function reading(datum?: "gcj02"): FeatureReading {
  const diagnostics = new Diagnostics(TABLE_FINDINGS);
  diagnostics.addMany("row.noPosition", null, 2, ["7", "9"]);
  const coordinates = datum === undefined ? [104.06, 30.66] : [...fromWgs84(datum, [104.06, 30.66])];
  return {
    type: "FeatureReading",
    features: [
      { type: "Feature", properties: { id: "a", category: "pharmacy" }, geometry: { type: "Point", coordinates } },
    ],
    ...(datum === undefined ? {} : { datum }),
    leftOut: { "row.noPosition": 2 },
    diagnostics: diagnostics.list(),
  };
}

test("what gave no feature was given, is left out, and is told under its layer", () => {
  const { rows, counts, diagnostics } = readFacilities(reading());
  expect(rows.map(({ id }) => id)).toEqual(["a"]);
  expect(counts).toMatchObject({ given: 3, used: 1, leftOut: { "row.noPosition": 2 } });
  expect(diagnostics).toMatchObject([{ code: "row.noPosition", layer: "facilities", count: 2, sampleIds: ["7", "9"] }]);
});

test("the datum that a file declares holds, unless the caller says another", () => {
  const positionOf = (options: object) => readFacilities(reading("gcj02"), options).rows[0]?.location;
  expect(positionOf({})?.[0]).toBeCloseTo(104.06, 8);
  expect(positionOf({ datum: "wgs84" })?.[0]).not.toBeCloseTo(104.06, 4);
});

test("a city takes it as any other layer", () => {
  const city = prepareCity({
    neighborhoods: { type: "Polygon", coordinates: [squareRing(104.055, 30.655, 0.01)] },
    facilities: reading("gcj02"),
  });
  expect(city.facilities[0]?.location[1]).toBeCloseTo(30.66, 8);
});
