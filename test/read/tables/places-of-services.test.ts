import { describe, expect, test } from "vitest";
import { fromWgs84 } from "../../../src/geo/datums.js";
import { computeCoverage } from "../../../src/index.js";
import { readCsv, readFacilities } from "../../../src/read/index.js";
import { describeCity, readCityLayer } from "../../support/cities.js";
import { squareRing } from "../../support/sample-report.js";

const HEADER = "id,name,type,typecode,location,entr_location,parent,adname,gridcode";
const table = (...rows: readonly string[]) => `${[HEADER, ...rows].join("\n")}\n`;
const read = (...rows: readonly string[]) => readCsv(table(...rows), { datum: "gcj02" });
const at = (lon: number, lat: number) => `"${lon},${lat}"`;

describe("a table of Amap", () => {
  test("counts rows of one id once, wherever tiles met; others of the id elsewhere stay", () => {
    const row = `B1,药店,,090601,${at(104.06, 30.66)},,,锦江区,`;
    const reading = read(`${row}7`, `${row}8`, `B1,药店,,090601,${at(104.2, 30.66)},,,锦江区,7`);
    expect(reading.features).toHaveLength(2);
    expect(reading.leftOut).toEqual({ "row.repeated": 1 });
    expect(reading.diagnostics).toMatchObject([
      { code: "row.repeated", severity: "info", sampleIds: ["B1"], examples: ["row 3"] },
    ]);
    expect(readFacilities(reading).counts).toMatchObject({ given: 3, used: 2 });
  });
  test("gets back the zeros that a spreadsheet took from its codes, of several too", () => {
    const codesOf = (code: string) => read(`B1,a,,${code},${at(104, 30)},,,,`).features[0]?.properties?.typecode;
    expect(codesOf("50100")).toBe("050100");
    expect(codesOf("050100")).toBe("050100");
    expect(codesOf("50100|141200")).toBe("050100|141200");
    expect(codesOf("[]")).toBeUndefined();
  });
  test("joins gates to their place as entrances, by parent and by name", () => {
    const reading = read(
      `B1,北京大学,,141201,${at(104.06, 30.66)},${at(104.061, 30.661)},,,`,
      `B2,北京大学东门,,991400,${at(104.062, 30.66)},,B1,,`,
      `B3,北京大学(西门),,991401,${at(104.058, 30.66)},,,,`,
      `B4,北京大学东门(地铁站),,150500,${at(104.063, 30.66)},,B1,,`,
      `B5,北京大学南门,,991400,${at(104.5, 30.66)},,,,`,
    );
    expect(reading.features.map(({ properties }) => properties?.id)).toEqual(["B1", "B4", "B5"]);
    expect(reading.features[0]?.geometry).toEqual({
      type: "MultiPoint",
      coordinates: [
        [104.06, 30.66],
        [104.061, 30.661],
        [104.062, 30.66],
        [104.058, 30.66],
      ],
    });
    expect(reading.leftOut).toEqual({ "row.partOfPlace": 2 });
    const [place] = readFacilities(reading).rows;
    expect(place?.entrances).toHaveLength(4);
  });
  test("joins car parks and departments, and keeps shops inside of something else", () => {
    const reading = read(
      `B1,人民医院,,090100,${at(104.06, 30.66)},,,,`,
      `B2,人民医院停车场,,150904,${at(104.061, 30.66)},,B1,,`,
      `B3,人民医院急诊科,,090100,${at(104.0601, 30.66)},,B1,,`,
      `B4,人民医院药店,,090601,${at(104.0602, 30.66)},,B1,,`,
      `B5,人民医院地下停车场(北区),,150904,${at(104.0603, 30.66)},,,,`,
      `B6,停车场,,150904,${at(104.0603, 30.66)},,,,`,
    );
    expect(reading.features.map(({ properties }) => properties?.id)).toEqual(["B1", "B4", "B6"]);
    expect(reading.diagnostics).toMatchObject([
      { code: "row.partOfPlace", count: 3, examples: ["car-park (2)", "department"] },
    ]);
    expect(reading.features.every(({ geometry }) => geometry?.type === "Point")).toBe(true);
  });
  test("that holds WGS 84 as well does not mix its ways in, which are GCJ-02", () => {
    const text = `id,name,typecode,wgs84_lon,wgs84_lat,entr_location\nB1,a,090601,104.06,30.66,${at(104.061, 30.661)}\n`;
    expect(readCsv(text).features[0]?.geometry).toEqual({ type: "Point", coordinates: [104.06, 30.66] });
  });
  test("reports queries that were cut off: by tile, by kind in a district, as a whole", () => {
    const rows = Array.from({ length: 230 }, (_, i) => {
      const place = at(104 + i / 1000, 30.6);
      return i < 200 ? `A${i},a${i},,050100,${place},,,锦江区,g7` : `A${i},a${i},,060100,${place},,,武侯区,g8`;
    });
    const { diagnostics } = read(...rows);
    expect(diagnostics).toMatchObject([
      {
        code: "table.cutOff",
        severity: "warning",
        count: 2,
        examples: ["adname=锦江区, typecode=050100: 200", "gridcode=g7: 200"],
      },
    ]);
    expect(read(...rows.slice(0, 200)).diagnostics[0]?.examples).toContain("200");
    expect(read(...rows.slice(1)).diagnostics).toEqual([]);
  });
  test("is judged by its codes, and by its text types where it has none", () => {
    const text = (typecode: string) =>
      `id,name,${typecode}类型,lng,lat\nB1,益民,${typecode === "" ? "" : "090601,"}医疗保健服务;药房;药房,104.065,30.665\n`;
    for (const typecode of ["", "typecode,"]) {
      const report = computeCoverage({
        neighborhoods: { type: "Polygon", coordinates: [squareRing(104.06, 30.66, 0.01)] },
        facilities: readCsv(text(typecode)),
      });
      expect(report.city.requirements.pharmacy?.status).not.toBe("no-data");
    }
  });
});

test("rows of other tables are taken for one only if they are the same in all", () => {
  const text = "id,age,lon,lat,population\n1,young,104,30,5\n1,old,104,30,5\n1,old,104,30,5\n";
  const reading = readCsv(text);
  expect(reading.features).toHaveLength(2);
  expect(reading.leftOut).toEqual({ "row.repeated": 1 });
});

test("a table in GCJ-02 that says nothing, and is believed, is found out by the streets", () => {
  const [west, south] = [104.06, 30.66];
  // three streets, two kilometres apart; all shops lie on them
  const street = (row: number) => [0, 0.01, 0.02].map((east) => [west + east, south + row * 0.02]);
  const shops = Array.from({ length: 45 }, (_, i) => [west + 0.0004 * i, south + (i % 3) * 0.02] as const);
  const rows = shops.map(([lon, lat], i) => `${i},${fromWgs84("gcj02", [lon, lat]).join(",")},convenience`);
  const judge = (datum: "gcj02" | "wgs84") =>
    computeCoverage({
      neighborhoods: { type: "Polygon", coordinates: [squareRing(west, south, 0.02)] },
      facilities: readCsv(`id,lon,lat,shop\n${rows.join("\n")}\n`, { datum }),
      streets: { type: "MultiLineString", coordinates: [0, 1, 2].map(street) },
    }).diagnostics.map(({ code }) => code);
  expect(judge("wgs84")).toContain("crs.gcj02Suspected");
  expect(judge("gcj02")).not.toContain("crs.gcj02Suspected");
});

describeCity("chengdu", () => {
  const cases = ["metro_stations"] as const;
  test.each(cases)("%s in GCJ-02 as a table agrees with its twin in WGS 84", (name) => {
    const pointsOf = (path: string) =>
      readCityLayer(`chengdu/${path}.geojson`).features.flatMap(({ geometry }, i) =>
        geometry.type === "Point" ? [{ id: `s${i}`, position: geometry.coordinates as [number, number] }] : [],
      );
    const [wgs84, gcj02] = [pointsOf(name), pointsOf(`${name}_gcj02`)];
    expect(gcj02.length).toBeGreaterThan(10);
    const rows = gcj02.map(
      ({ id, position: [lon, lat] }) => `${id},${id},150500,"${lon.toFixed(6)},${lat.toFixed(6)}"`,
    );
    const reading = readCsv(`id,name,typecode,location\n${rows.join("\n")}\n`, { datum: "gcj02" });
    const read = readFacilities(reading).rows;
    expect(read).toHaveLength(wgs84.length);
    let farthest = 0;
    for (const [i, { position }] of wgs84.entries())
      for (const axis of [0, 1] as const)
        farthest = Math.max(farthest, Math.abs((read[i]?.location[axis] ?? Number.NaN) - position[axis]));
    expect(farthest).toBeLessThan(2e-6);
  });
  test("neighborhoods in GCJ-02 as well-known text agree with their twins", () => {
    const outlinesOf = (path: string) => readCityLayer(`chengdu/${path}.geojson`).features;
    const [wgs84, gcj02] = [outlinesOf("neighborhoods"), outlinesOf("neighborhoods_gcj02")];
    const toWkt = (rings: readonly (readonly (readonly number[])[])[]) =>
      `(${rings.map((ring) => `(${ring.map(([lon, lat]) => `${lon} ${lat}`).join(", ")})`).join(", ")})`;
    const rows = gcj02.map(({ geometry }, i) => {
      if (geometry.type === "Polygon") return `${i}\tPOLYGON ${toWkt(geometry.coordinates)}`;
      if (geometry.type !== "MultiPolygon") throw new Error(geometry.type);
      return `${i}\tMULTIPOLYGON (${geometry.coordinates.map(toWkt).join(", ")})`;
    });
    const reading = readCsv(`number\twkt_gcj02\n${rows.join("\n")}\n`, { datum: "header" });
    expect(reading.datum).toBe("gcj02");
    const back = reading.features.map(({ geometry }) => JSON.stringify(geometry));
    expect(back).toEqual(
      gcj02.map(({ geometry }) =>
        JSON.stringify({ type: geometry.type, coordinates: "coordinates" in geometry ? geometry.coordinates : null }),
      ),
    );
    const [lon, lat] = firstOf(wgs84[0]);
    const [gcjLon, gcjLat] = firstOf(reading.features[0]);
    const expected = fromWgs84("gcj02", [lon, lat]);
    expect(Math.abs(gcjLon - expected[0])).toBeLessThan(2e-6);
    expect(Math.abs(gcjLat - expected[1])).toBeLessThan(2e-6);
  });
});

function firstOf(feature: unknown): readonly [number, number] {
  let part: unknown = (feature as { readonly geometry: { readonly coordinates: unknown } }).geometry.coordinates;
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[0];
  return part as [number, number];
}
