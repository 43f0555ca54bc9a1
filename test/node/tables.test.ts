import type { Feature } from "geojson";
import { writeXlsx } from "hucre/xlsx";
import proj4 from "proj4";
import { afterAll, describe, expect, test } from "vitest";
import { fromWgs84 } from "../../src/geo/datums.js";
import { smallCity, TemporaryFolder } from "../support/small-city.js";
import { startCommand } from "../support/start-command.js";

// CSV files and workbooks in the place of GeoJSON.

const folder = new TemporaryFolder();
folder.writeSmallCity();
afterAll(() => folder.remove());
const run = (args: readonly string[]) =>
  startCommand(["run", "--neighborhoods", "neighborhoods.geojson", "--quiet", "--json", ...args], { cwd: folder.path });
const reportOf = (args: readonly string[]) => {
  const { stdout, stderr, exitCode } = run(args);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return JSON.parse(stdout);
};

/** To the millimetre: a datum and back costs less. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, one) => (typeof one === "number" ? Math.round(one * 1000) / 1000 : one));

const places = smallCity.facilities.features.map(({ properties, geometry }) => ({
  id: String(properties?.id),
  tag: Object.entries(properties ?? {}).find(([name]) => name !== "id") ?? ["", ""],
  position: (geometry as unknown as { readonly coordinates: [number, number] }).coordinates,
}));
const rowsWith = (write: (position: [number, number]) => string) =>
  places.map(
    ({ id, tag, position }) =>
      `${id},${tag[0] === "amenity" ? tag[1] : ""},${tag[0] === "shop" ? tag[1] : ""},${write(position)}`,
  );
folder.write("poi.csv", ["id,amenity,shop,lon,lat", ...rowsWith(String)].join("\n"));
const gcj02 = rowsWith((position) => `"${fromWgs84("gcj02", position).join(",")}"`);
folder.write("amap.csv", ["id,amenity,shop,location,typecode", ...gcj02.map((row) => `${row},`)].join("\n"));
folder.write(
  "gbk.csv",
  Buffer.from([
    ...Buffer.from("id,amenity,shop,lon,lat,"),
    0xd2,
    0xa9,
    0xb5,
    0xea,
    0x0a,
    ...Buffer.from(
      rowsWith(String)
        .map((row) => `${row},x\n`)
        .join(""),
    ),
  ]),
);
folder.write("turned.csv", ["id,amenity,shop,lat_or_x,other", ...rowsWith(([lon, lat]) => `${lat},${lon}`)].join("\n"));
folder.write("people.csv", `lon;lat;population\n104,065;30,6651;700\n104,0751;30,665;300\n`);

describe("run", () => {
  test("reads a CSV file as it reads GeoJSON", () => {
    const expected = reportOf(["--facilities", "facilities.geojson"]);
    expect(reportOf(["--facilities", "poi.csv"])).toEqual(expected);
  });
  test("reads a workbook, and names a sheet behind #", async () => {
    const rows = [
      ["id", "amenity", "shop", "lon", "lat"],
      ...places.map(({ id, tag, position }) => [
        id,
        tag[0] === "amenity" ? tag[1] : null,
        tag[0] === "shop" ? tag[1] : null,
        ...position,
      ]),
    ];
    folder.write(
      "poi.xlsx",
      await writeXlsx({
        sheets: [
          { name: "说明", rows: [["x"]] },
          { name: "POI", rows: rows as never },
        ],
      }),
    );
    const expected = reportOf(["--facilities", "facilities.geojson"]);
    expect(reportOf(["--facilities", "poi.xlsx#POI"])).toEqual(expected);
    const { diagnostics } = reportOf(["--facilities", "poi.xlsx"]);
    expect(diagnostics.map(({ code }: { code: string }) => code)).toContain("table.sheetChosen");
  });
  test("takes what a file does not tell from one flag, of the file or its layer, and prints the whole command", () => {
    const expected = reportOf(["--facilities", "facilities.geojson"]);
    const refused = run(["--facilities", "amap.csv"]);
    expect(refused.exitCode).toBe(65);
    expect(refused.stderr).toContain(
      "quarterhour run --neighborhoods neighborhoods.geojson --quiet --json --facilities amap.csv --crs amap.csv=gcj02",
    );
    for (const flag of [
      ["--crs", "amap.csv=gcj02"],
      ["--crs", "facilities=gcj02"],
      ["--datum", "facilities=gcj02"],
    ])
      expect(rounded(reportOf(["--facilities", "amap.csv", ...flag]).neighborhoods)).toEqual(
        rounded(expected.neighborhoods),
      );
    const unread = run(["--facilities", "gbk.csv"]);
    expect(unread.stderr).toContain('--encoding "gbk.csv=gb18030"');
    expect(rounded(reportOf(["--facilities", "gbk.csv", "--encoding", "gbk.csv=gb18030"]).neighborhoods)).toEqual(
      rounded(expected.neighborhoods),
    );
    const columns = ["--column", "turned.csv.lon=lat_or_x", "--column", "turned.csv.lat=other"];
    expect(run(["--facilities", "turned.csv", ...columns]).stderr).toContain('--axes "turned.csv=north-first"');
    expect(
      rounded(reportOf(["--facilities", "turned.csv", ...columns, "--axes", "facilities=north-first"]).neighborhoods),
    ).toEqual(rounded(expected.neighborhoods));
  });
  test("joins files of several formats and datums into one layer", () => {
    const report = reportOf(["--facilities", "amap.csv", "--facilities", "stops.geojson", "--crs", "amap.csv=gcj02"]);
    const expected = reportOf(["--facilities", "facilities.geojson", "--facilities", "stops.geojson"]);
    expect(rounded(report.neighborhoods)).toEqual(rounded(expected.neighborhoods));
    expect(run(["--facilities", "amap.csv", "--crs", "amap.csv=gcj02", "--datum", "facilities=bd09"]).exitCode).toBe(2);
  });
  test("keeps what it was told of a file in the configuration that it writes", () => {
    const columns = ["--column", "turned.csv.lon=other", "--column", "turned.csv.lat=lat_or_x"];
    const told = ["--facilities", "turned.csv", ...columns, "--facilities", "amap.csv", "--crs", "amap.csv=gcj02"];
    const args = ["run", "--neighborhoods", "neighborhoods.geojson", ...told, "--quiet", "-o", "out/here"];
    expect(startCommand(args, { cwd: folder.path }).exitCode).toBe(0);
    const again = startCommand(
      ["run", "--config", "out/here/effective-config.json", "--quiet", "--json", "-o", "out/again"],
      {
        cwd: folder.path,
      },
    );
    expect(again.stderr).toBe("");
    expect(JSON.parse(again.stdout).neighborhoods).toEqual(reportOf(told).neighborhoods);
  });
  test("reads GeoJSON in a projected system, and in a datum of its own", () => {
    const move = (features: readonly Feature[], convert: (lon: number, lat: number) => number[]) => ({
      type: "FeatureCollection",
      features: features.map((feature, i) => ({
        ...feature,
        geometry: { type: "Point", coordinates: convert(...(places[i]?.position as [number, number])) },
      })),
    });
    const definition = "+proj=tmerc +lon_0=105 +x_0=500000 +ellps=GRS80 +no_defs";
    const { features } = smallCity.facilities;
    const forward = (lon: number, lat: number) => proj4(definition).forward([lon, lat]);
    folder.write("metres.geojson", JSON.stringify(move(features, forward)));
    folder.write("turned.geojson", JSON.stringify(move(features, (lon, lat) => forward(lon, lat).reverse())));
    folder.write("gcj02.geojson", JSON.stringify(move(features, (lon, lat) => [...fromWgs84("gcj02", [lon, lat])])));
    const expected = rounded(reportOf(["--facilities", "facilities.geojson"]).neighborhoods);
    const read = (...args: readonly string[]) => rounded(reportOf(["--facilities", ...args]).neighborhoods);
    expect(read("metres.geojson", "--crs", "metres.geojson=EPSG:4544")).toEqual(expected);
    expect(read("metres.geojson", "--crs", `facilities=${definition}`)).toEqual(expected);
    expect(read("turned.geojson", "--crs", "facilities=EPSG:4544", "--axes", "facilities=north-first")).toEqual(
      expected,
    );
    expect(read("gcj02.geojson", "--crs", "gcj02.geojson=gcj02")).toEqual(expected);
    const refused = run(["--facilities", "turned.geojson", "--crs", "facilities=EPSG:4544"]);
    expect(refused.stderr).toContain('--axes "turned.geojson=north-first"');
    expect(run(["--facilities", "metres.geojson", "--crs", "facilities=EPSG:1"]).exitCode).toBe(65);
    expect(run(["--facilities", "metres.geojson", "--crs", "facilities=header"]).exitCode).toBe(2);
  });
  test("reads people from a table with decimal commas", () => {
    expect(reportOf(["--facilities", "poi.csv", "--population", "people.csv"]).city.population).toBe(1000);
  });
  test("names what it does not read", () => {
    folder.write("poi.rar", Buffer.from("Rar!\u001a\u0007\u0000"));
    const { stderr, exitCode } = run(["--facilities", "poi.rar"]);
    expect({ stderr, exitCode }).toEqual({
      exitCode: 65,
      stderr: "error UNKNOWN_FORMAT: poi.rar is a RAR archive, which is not read. Unpack it first.\n",
    });
  });
  test.each([
    ["--encoding", "poi.csv=klingon"],
    ["--encoding", "gb18030"],
    ["--axes", "poi.csv=north"],
    ["--crs", "poi.csv="],
    ["--column", "lon=x"],
    ["--column", "poi.csv.east=x"],
  ])("%s %s is a mistake", (flag, value) => {
    expect(run(["--facilities", "poi.csv", flag, value]).exitCode).toBe(2);
  });
});

describe("init", () => {
  test("knows tables, says what it assumed, and writes what runs", () => {
    const here = new TemporaryFolder();
    here.write("社区.geojson", JSON.stringify(smallCity.neighborhoods));
    here.write(
      "poi.csv",
      `id,name,typecode,location\n${places.map(({ id, position }) => `${id},店,090601,"${position.join(",")}"`).join("\n")}\n`,
    );
    here.write("人口.csv", "lon,lat,population\n104.065,30.665,700\n");
    here.write("codes.csv", "序号,大类,中类\n1,餐饮服务,中餐厅\n");
    const { stderr, exitCode } = startCommand(["init"], { cwd: here.path });
    expect(exitCode).toBe(0);
    expect(stderr).toContain("poi.csv does not say so itself; assumed: gcj02");
    expect(stderr).toContain("codes.csv: not used, codes.csv has no columns with positions");
    const ended = startCommand(["run", "--quiet", "--json"], { cwd: here.path });
    expect(ended.exitCode).toBe(0);
    expect(JSON.parse(ended.stdout).city.population).toBe(700);
    here.remove();
  });
});

describe("GeoJSON that tells only a part of itself", () => {
  const features = places.map(({ id, tag, position: [lon, lat] }) => ({
    type: "Feature",
    properties: { id, [tag[0]]: tag[1], name: "caf\u00e9" },
    geometry: { type: "Point", coordinates: [lon, lat] },
  }));
  const collection = { type: "FeatureCollection", features };
  const latin1 = (value: unknown) => Uint8Array.from(JSON.stringify(value), (letter) => letter.charCodeAt(0));
  const facilitiesOf = ({ city, neighborhoods }: Record<string, unknown>) => ({ city, neighborhoods });
  folder.write("plain.geojson", JSON.stringify(collection));
  folder.write("latin.geojson", latin1(collection));
  const turned = features.map((feature) => ({
    ...feature,
    geometry: { type: "Point", coordinates: feature.geometry.coordinates.toReversed() },
  }));
  folder.write("north.geojson", JSON.stringify({ type: "FeatureCollection", features: turned }));
  const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::3857" } };
  const metric = features.map((feature) => ({
    ...feature,
    geometry: { type: "Point", coordinates: proj4("EPSG:3857", feature.geometry.coordinates) },
  }));
  folder.write("metric.geojson", JSON.stringify({ type: "FeatureCollection", crs, features: metric }));

  test.each([
    ["latin.geojson", "INVALID_ENCODING", ["--encoding", "latin.geojson=windows-1252"]],
    ["north.geojson", "SWAPPED_COORDINATES", ["--axes", "facilities=north-first"]],
    ["metric.geojson", "UNSUPPORTED_CRS", ["--crs", "facilities=EPSG:3857"]],
  ])("%s: %s names the option that reads it", (file, code, option) => {
    const { stderr, exitCode } = run(["--facilities", file]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 65, stderr: expect.stringContaining(`error ${code}: `) });
    expect(stderr.trimEnd().endsWith(option.join(" "))).toBe(true);
    const expected = facilitiesOf(reportOf(["--facilities", "plain.geojson"]));
    expect(rounded(facilitiesOf(reportOf(["--facilities", file, ...option])))).toEqual(rounded(expected));
  });
});
