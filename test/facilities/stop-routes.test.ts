import { describe, expect, test } from "vitest";
import { buildClassifier } from "../../src/facilities/classify.js";
import { selectFacilities } from "../../src/facilities/select-facilities.js";
import { isUnserved, readRouteTypes } from "../../src/facilities/stop-routes.js";
import { readFacilities } from "../../src/read/index.js";
import { chengduFourCircles } from "../../src/standards/chengdu-four-circles.js";
import { fifteenMinuteCity } from "../../src/standards/fifteen-minute-city.js";
import { describeCity, readCityLayer } from "../support/cities.js";

describe("the kinds of route that serve a stop", () => {
  test.each([
    [{ route_types: [3] }, ["3"]],
    [{ route_types: [0, 3] }, ["0", "3"]],
    [{ route_types: "[1, 3]" }, ["1", "3"]],
    [{ route_types: "1;3" }, ["1", "3"]],
    [{ route_types: "1,3" }, ["1", "3"]],
    [{ route_types: "['2']" }, ["2"]],
    [{ route_type: 4 }, ["4"]],
    [{ route_type: "3.0" }, ["3"]],
    [{ route_type: 700 }, ["3"]],
    [{ route_type: "109" }, ["2"]],
    [{ route_types: [401, 900, 1000] }, ["1", "0", "4"]],
    [{ route_type: 405 }, ["12"]],
    [{ route_type: 800 }, ["11"]],
    [{ route_type: "Bus" }, ["3"]],
    [{ route_types: ["tram", "subway"] }, ["0", "1"]],
    [{ route_type: 1700 }, ["1700"]],
    [{ route_types: [] }, []],
    [{ route_types: "[]" }, []],
    [{ amenity: "pharmacy" }, []],
    [{ stop_id: "7" }, ["unknown"]],
    [{ stop_id: "7", route_types: null }, ["unknown"]],
    [{ stop_id: "7", route_type: "" }, ["unknown"]],
    [{ stop_id: "7", location_type: 1 }, ["unknown"]],
    [{ stop_id: "7", location_type: 3 }, []],
    [{ stop_id: "7", location_type: "4" }, []],
  ])("%j", (tags, types) => {
    expect(readRouteTypes(tags)).toEqual(types);
  });
  test("an empty list says that none calls, nothing said does not", () => {
    expect(
      [{ route_types: [] }, { route_types: "[]" }, { stop_id: "7" }, { route_types: [3] }].map(isUnserved),
    ).toEqual([true, true, false, false]);
  });
});

describe("stops in both standards", () => {
  const judge = [chengduFourCircles, fifteenMinuteCity].map(({ categories }) => buildClassifier(categories));
  const place = { id: "1", name: null, location: [0, 0], entrances: [], outline: [], isArea: false } as const;
  const both = (tags: Record<string, unknown>, name: string | null = null) =>
    judge.map((classify) => classify({ ...place, areaSquareMeters: null, tags, name }));
  test.each([
    [0, "rail_station", "bus_tram"],
    [1, "rail_station", "rail_ferry"],
    [2, "rail_station", "rail_ferry"],
    [3, "bus_stop", "bus_tram"],
    [4, "ferry", "rail_ferry"],
    [7, "rail_station", "rail_ferry"],
    [11, "bus_stop", "bus_tram"],
    [12, "rail_station", "rail_ferry"],
    [715, "bus_stop", "bus_tram"],
  ])("route type %i is %s and %s", (type, chengdu, neutral) => {
    expect(both({ stop_id: "a", route_types: [type] }).map(({ categories }) => categories)).toEqual([
      [chengdu],
      [neutral],
    ]);
  });
  test("a cable car is no bus", () => {
    expect(both({ route_type: 6 }).map(({ why, about }) => [why, about])).toEqual([
      ["unknown", "route_type=6"],
      ["unknown", "route_type=6"],
    ]);
  });
  test("one that does not tell its routes is unclear, one where none calls is closed", () => {
    expect(both({ stop_id: "a", stop_name: "Main St" }).map(({ why }) => why)).toEqual(["ambiguous", "ambiguous"]);
    expect(both({ stop_id: "a", route_types: [] }).map(({ why }) => why)).toEqual(["closed", "closed"]);
    expect(both({ stop_id: "a" }, "人民公园地铁站")[0]?.categories).toEqual(["rail_station"]);
  });
  test("tags and a category of its own go before", () => {
    expect(both({ stop_id: "a", highway: "bus_stop" }).map(({ categories }) => categories)).toEqual([
      ["bus_stop"],
      ["bus_tram"],
    ]);
    expect(both({ stop_id: "a", category: "ferry" })[0]?.categories).toEqual(["ferry"]);
  });
});

describe("stations", () => {
  const stop = (stop_id: string, lon: number, more: object) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [lon, 0] },
    properties: { stop_id, stop_name: "Centraal", ...more },
  });
  const read = (...features: object[]) =>
    Object.fromEntries(
      readFacilities({ type: "FeatureCollection", features } as never).rows.map(({ id, tags }) => [
        id,
        tags.route_types,
      ]),
    );
  test("have the routes of all their stops, entrances those of their station", () => {
    const rows = read(
      stop("s", 0, { location_type: "1" }),
      stop("in", 0.001, { location_type: 2, parent_station: "s" }),
      stop("a", 0.0001, { parent_station: "s", route_types: [1] }),
      stop("b", 0.0002, { parent_station: "s", route_types: [3] }),
      stop("c", 0.0003, { parent_station: "s" }),
      stop("away", 0.5, { route_types: [4] }),
    );
    expect(rows).toEqual({ s: [1, 3], in: [1, 3], a: [1], b: [3], c: undefined, away: [4] });
  });
  test("of two feeds are two, and keep what they have", () => {
    const rows = read(
      stop("s", 0, { location_type: 1, feed: "x", route_types: [] }),
      stop("t", 0.1, { location_type: 1, feed: "y", route_types: [2] }),
      stop("a", 0, { parent_station: "s", feed: "x", route_type: 1 }),
      stop("b", 0.1, { parent_station: "t", feed: "y", route_type: 3 }),
      stop("c", 0.1, { parent_station: "s", feed: "y", route_type: 3 }),
    );
    expect([rows.s, rows.t]).toEqual([[1], [2]]);
  });
  test("are one place with the platforms at the same point", () => {
    const { rows } = readFacilities({
      type: "FeatureCollection",
      features: [
        stop("s", 0, { location_type: 1 }),
        stop("sN", 0, { parent_station: "s", route_types: [1] }),
        stop("sS", 0, { parent_station: "s", route_types: [1] }),
      ],
    } as never);
    const { facilities, leftOut } = selectFacilities(rows, fifteenMinuteCity.categories);
    expect([facilities.length, leftOut]).toEqual([1, { "facility.twin": 2 }]);
  });
});

describeCity("new_york", () => {
  test("its subway stations are found, and nothing is lost", () => {
    const { rows } = readFacilities(readCityLayer("new_york/transit_stops.geojson"));
    const { facilities, leftOut } = selectFacilities(rows, fifteenMinuteCity.categories);
    const left = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
    expect(facilities.length + left).toBe(rows.length);
    // 496 stations in the file; some are entered at several points that go by one name
    expect(facilities.length).toBeGreaterThan(450);
    expect(facilities.length).toBeLessThan(520);
    expect(new Set(facilities.flatMap(({ categories }) => categories))).toEqual(new Set(["rail_ferry"]));
  });
});
