import { describe, expect, test } from "vitest";
import { loadCity } from "../../src/city/load-city.js";
import { saveCity } from "../../src/city/save-city.js";
import { computeCoverage, prepareCity } from "../../src/index.js";
import { isochrones } from "../../src/isochrones/isochrones.js";
import type { CoverageReport } from "../../src/model/report.js";
import { readStreets } from "../../src/read/read-streets.js";
import { MODES, tagKeysOf } from "../../src/streets/modes/modes.js";
import { bicycle } from "../support/modes/bicycle.js";
import { car } from "../support/modes/car.js";
import { drawKnownTags, KNOWN_WAYS } from "../support/modes/known-ways.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";
import { walkingAt } from "../support/travel-city.js";

const town = randomTown(4, { originCount: 30, tagsOf: drawKnownTags });
const input = toTownInput(town, 4);
const standard = standardOf(["shop", "school"].map((category) => ({ category, threshold: { time: 60 } })));
const modes = [bicycle, car];
const driver = { ...walkingAt(25, { maxAccessMeters: 150 }), mode: "car" };
const rider = { ...walkingAt(5, { maxAccessMeters: 150 }), mode: "bicycle" };
const walker = walkingAt(1.2, { maxAccessMeters: 150 });
const profiles = [walker, rider, driver];

const closedIn = ({ inputs }: CoverageReport) =>
  inputs.find(({ layer }) => layer === "streets")?.leftOut["street.closed"] ?? 0;

describe("a city that is prepared once for several modes", () => {
  const city = prepareCity(input, { standard, modes });
  test("gives each profile the report of a city prepared for it alone", () => {
    const reports = profiles.map((profile) => JSON.stringify(computeCoverage(city, { profile })));
    profiles.forEach((profile, row) => {
      const alone = computeCoverage(prepareCity(input, { standard, modes }), { profile });
      expect(reports[row]).toBe(JSON.stringify(alone));
    });
    expect(new Set(reports.map((report) => JSON.stringify(JSON.parse(report).city.requirements))).size).toBe(3);
  });
  test("tells which streets are closed to the mode of the profile, and counts them as left out", () => {
    const closedTo = (id: "bicycle" | "car") => {
      const closed = new Set(
        KNOWN_WAYS.filter((way) => way[id][0] + way[id][1] === 0).map(({ tags }) => JSON.stringify(tags)),
      );
      return town.streets.filter(({ tags }) => closed.has(JSON.stringify(tags))).length;
    };
    expect(closedIn(computeCoverage(city, { profile: driver }))).toBe(closedTo("car"));
    expect(closedIn(computeCoverage(city, { profile: rider }))).toBe(closedTo("bicycle"));
    expect(closedTo("car")).toBeGreaterThan(closedTo("bicycle"));
    const { diagnostics, travel, profile } = computeCoverage(city, { profile: driver });
    expect(diagnostics.find(({ code }) => code === "street.closed")).toMatchObject({ count: closedTo("car") });
    expect(travel[0]?.label).toEqual({ zh: "沿街道驾车", en: "Driving along the streets" });
    expect(profile.mode).toBe("car");
  });
  test("answers the same after it was saved and loaded, if it is given the modes again", () => {
    const loaded = loadCity(saveCity(city), { modes });
    for (const profile of profiles)
      expect(JSON.stringify(computeCoverage(loaded, { profile }))).toBe(
        JSON.stringify(computeCoverage(city, { profile })),
      );
    expect(() => computeCoverage(loadCity(saveCity(city)), { profile: driver })).toThrow(/Unknown mode "car"/);
  });
  test("takes streets that were read with the tags of its modes, and refuses those that were not", () => {
    const streets = readStreets(input.streets, { tagKeys: tagKeysOf([...MODES, ...modes]) });
    const report = computeCoverage({ ...input, streets }, { standard, modes, profile: driver });
    expect(JSON.stringify(report)).toBe(JSON.stringify(computeCoverage(city, { profile: driver })));
    expect(() => prepareCity({ ...input, streets: readStreets(input.streets) }, { modes: [car] })).toThrow(
      /without tags that the mode car looks at: motor_vehicle, oneway, junction, maxspeed/,
    );
  });
  test("does not know a mode that it was not given", () => {
    const walkable = prepareCity(input, { standard });
    for (const ask of [
      () => computeCoverage(walkable, { profile: driver }),
      () => isochrones(walkable, { location: town.at(10, 10) }, [60], { profile: driver }),
    ])
      expect(ask).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT", path: "profile.mode" }));
  });
});

describe("a mode of one's own", () => {
  test.each<[string, unknown]>([
    ["no list", bicycle],
    ["an id of the library's", [{ ...bicycle, id: "walking" }]],
    ["an id twice", [bicycle, bicycle]],
    ["no label", [{ ...bicycle, label: "Cycling" }]],
    ["no tag keys", [{ ...bicycle, tagKeys: undefined }]],
    ["a key that is no tag's", [{ ...bicycle, tagKeys: ["nodes"] }]],
    ["no access", [{ ...bicycle, accessOf: "open" }]],
    ["no speed", [{ ...bicycle, speedOf: 5 }]],
  ])("is refused with %s", (_, wrong) => {
    expect(() => prepareCity(input, { modes: wrong as typeof modes })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });
  test("is refused where it gives an open street no speed", () => {
    const stuck = { ...bicycle, speedOf: () => () => ({ forward: 0, backward: 5 }) };
    const city = prepareCity(input, { standard, modes: [stuck] });
    expect(() => computeCoverage(city, { profile: rider })).toThrow(/The mode "bicycle" gives no speed for a street/);
  });
});
