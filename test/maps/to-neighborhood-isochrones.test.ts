import { describe, expect, test } from "vitest";
import { isochronePolygons } from "../../src/isochrones/isochrones.js";
import { toNeighborhoodIsochrones } from "../../src/maps/to-neighborhood-isochrones.js";
import { judgeJincheng } from "../support/jincheng.js";

const { city, report } = judgeJincheng();

describe("isochrones of all neighborhoods of a report", () => {
  test("are one polygon for each neighborhood and time, the longest first, as isochronePolygons draws them", () => {
    const features = toNeighborhoodIsochrones(report, city, [300, 900, 600])?.features ?? [];
    expect(features.map(({ properties }) => `${properties?.neighborhood} ${properties?.seconds}`)).toEqual(
      report.neighborhoods.flatMap(({ id }) => [`${id} 900`, `${id} 600`, `${id} 300`]),
    );
    expect(features.map(({ properties }) => properties?.name)).toEqual(
      report.neighborhoods.flatMap(({ name }) => [name, name, name]),
    );
    const starts = report.neighborhoods.map(({ id }) => ({ neighborhoodId: id }));
    const drawn = isochronePolygons(city, starts, [900, 600, 300]).flatMap((list) => list ?? []);
    expect(features.map(({ geometry }) => geometry)).toEqual(drawn.map(({ geometry }) => geometry));
  });
  test("are only of those that the city has, and there are none without streets", () => {
    const [first, ...rest] = report.neighborhoods;
    const other = { ...report, neighborhoods: [{ ...first, id: "elsewhere" } as typeof first & object, ...rest] };
    expect(toNeighborhoodIsochrones(other, city, [300])?.features).toHaveLength(rest.length);
    expect(toNeighborhoodIsochrones(report, { neighborhoods: city.neighborhoods }, [300])).toBe(null);
  });
  test.each([
    ["a number in the place of the list", report, city, 900],
    ["an empty list", report, city, []],
    ["a time of 0", report, city, [300, 0]],
    ["no report", {}, city, [300]],
    ["no city", report, null, [300]],
  ])("are refused for %s", (_, ofReport, inCity, seconds) => {
    const draw = () => toNeighborhoodIsochrones(ofReport as typeof report, inCity as typeof city, seconds as number[]);
    expect(draw).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  });
});
