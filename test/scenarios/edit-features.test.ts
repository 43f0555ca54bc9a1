import { describe, expect, test } from "vitest";
import { applyEdits, type Edit, openScenario, toEditFeatures } from "../../src/index.js";
import { readEditFeatures } from "../../src/scenarios/edit-features.js";
import { judgeJincheng } from "../support/jincheng.js";

const { city } = judgeJincheng();
const EDITS: readonly Edit[] = [
  { edit: "addFacility", id: "p1", name: "New", categories: ["pharmacy"], location: [104.0675, 30.6605] },
  { edit: "moveFacility", id: "JF1165", location: [104.06, 30.66] },
  { edit: "closeFacility", id: "JF0095" },
  {
    edit: "addStreet",
    id: "s1",
    coordinates: [
      [104.06, 30.66],
      [104.061, 30.661],
    ],
    tags: { highway: "footway" },
  },
];

describe("edits as GeoJSON", () => {
  test("come back as they were, whether a closing has a place or not", () => {
    expect(readEditFeatures(toEditFeatures(EDITS))).toEqual(EDITS);
    const placed = toEditFeatures(EDITS, () => [104, 30]);
    expect(placed.features[2]?.geometry).toEqual({ type: "Point", coordinates: [104, 30] });
    expect(readEditFeatures(JSON.parse(JSON.stringify(placed)))).toEqual(EDITS);
  });

  test("do what the list does", () => {
    const [byList, byFeatures] = [openScenario(city), openScenario(city)];
    applyEdits(byList, EDITS);
    applyEdits(byFeatures, toEditFeatures(EDITS));
    expect(byFeatures.report()).toEqual(byList.report());
  });

  test("may be drawn in a GIS: one table for all, empty cells, lists as texts, a number of its own", () => {
    const features = [
      { edit: "addFacility", id: 7, categories: "pharmacy;clinic", name: null, tags: null, fid: 1 },
      { edit: "addFacility", id: "8", categories: '["pharmacy"]', name: "Eight", tags: null, fid: 2 },
    ].map((properties) => ({
      type: "Feature" as const,
      properties,
      geometry: { type: "Point" as const, coordinates: [104.06, 30.66] },
    }));
    expect(readEditFeatures({ type: "FeatureCollection", features })).toEqual([
      { edit: "addFacility", id: "7", categories: ["pharmacy", "clinic"], location: [104.06, 30.66] },
      { edit: "addFacility", id: "8", name: "Eight", categories: ["pharmacy"], location: [104.06, 30.66] },
    ]);
  });

  test.each([
    [{ edit: "demolish", id: "x" }, /edits\[0\]/],
    [{ edit: "closeFacility", id: "nowhere" }, /nowhere/],
    [{ edit: "closeFacility", id: "JF0095", colour: "red" }, /colour/],
  ])("%j is refused by name", (properties, message) => {
    const feature = { type: "Feature" as const, properties, geometry: null };
    expect(() => applyEdits(openScenario(city), { type: "FeatureCollection", features: [feature] })).toThrow(message);
  });
});
