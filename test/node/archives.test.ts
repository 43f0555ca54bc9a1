import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { CoverageError } from "../../src/base/errors.js";
import { readGeoJsonFile } from "../../src/node/index.js";
import type { Manifest } from "../../src/node/manifest.js";
import { geoPackageOfPoints } from "../support/geopackage-file.js";
import { placesInARow, writeRaster } from "../support/gis-files.js";
import { smallCity } from "../support/small-city.js";
import { useSmallCity } from "../support/use-small-city.js";
import { pack, writeShp } from "../support/write-shapefile.js";

// A zip archive is read wherever a file is, whatever format is in it.

const folder = useSmallCity();
const { start } = folder;
const write = (name: string, bytes: Uint8Array | string) => writeFileSync(join(folder.path, name), bytes);
const json = (value: unknown) => JSON.stringify(value);
const places = placesInARow(20);
const csv = `id,category,lon,lat\n${places.map((at, i) => `p${i},pharmacy,${at.join()}`).join("\n")}\n`;
const geojson = json({
  type: "FeatureCollection",
  features: places.map((coordinates, i) => ({
    type: "Feature",
    properties: { id: `p${i}`, category: "pharmacy" },
    geometry: { type: "Point", coordinates },
  })),
});

/** Runs on these facilities; gives the report without the name of the file. */
function reportOf(facilities: string): { readonly report: string; readonly stderr: string } {
  const { stdout, stderr } = start([
    "run",
    "--neighborhoods",
    "areas.zip",
    "--facilities",
    facilities,
    "--json",
    "--quiet",
  ]);
  return { report: stdout, stderr };
}

test("one layer in every format, packed or not, gives one report", async () => {
  write("areas.zip", pack({ "areas.geojson": json(smallCity.neighborhoods) }));
  const rows = [["id", "category", "lon", "lat"], ...places.map(([lon, lat], i) => [`p${i}`, "pharmacy", lon, lat])];
  const book = await writeXlsx({ sheets: [{ name: "POI", rows: rows as never }] });
  write("poi.csv", csv);
  write("csv.zip", pack({ "readme.txt": "a, b", "数据/poi.csv": csv, "__MACOSX/数据/._poi.csv": "x" }));
  write("geojson.zip", pack({ "poi.geojson": geojson }));
  write("gz.zip", pack({ "poi.geojson.gz": gzipSync(geojson) }));
  write("book.zip", pack({ "poi.xlsx": book }));
  write("several.zip", pack({ "poi.csv": csv, "poi.xlsx": book, "area.shp": writeShp(5, []) }));
  const names = ["poi.csv", "csv.zip", "geojson.zip", "gz.zip", "book.zip", "book.zip#POI", "several.zip#poi.csv"];
  const [expected, ...others] = [...names, "several.zip#poi.xlsx#POI"].map(reportOf);
  expect(expected?.stderr).toBe("");
  for (const other of others) expect(other).toEqual(expected);
  const { stderr } = reportOf("several.zip");
  expect(stderr).toContain("LAYER_NEEDED");
  expect(stderr).toContain("area, poi.csv, poi.xlsx");
  expect(stderr).toContain('"several.zip#area"');
  expect(reportOf("several.zip#poi.gpkg").stderr).toContain("LAYER_NEEDED");
});

test("a GeoPackage beside a table is read by its name, with its layer", async () => {
  write("areas.zip", pack({ "areas.geojson": json(smallCity.neighborhoods) }));
  write("data.zip", pack({ "a.gpkg": await geoPackageOfPoints(20), "b.csv": csv }));
  expect(reportOf("data.zip#a.gpkg").stderr).toBe("");
  expect(reportOf("data.zip#a.gpkg#places")).toEqual(reportOf("data.zip#a.gpkg"));
  expect(reportOf("data.zip#a.gpkg#none").stderr).toContain("LAYER_NEEDED");
});

test("what an archive does not tell is said of the archive", () => {
  write("areas.zip", pack({ "areas.geojson": json(smallCity.neighborhoods) }));
  const table = `id,typecode,name,location\n${places.map((at, i) => `B${i},090601,店,"${at.join()}"`).join("\n")}\n`;
  write("amap.zip", pack({ "poi.csv": table }));
  expect(reportOf("amap.zip").stderr).toContain("--crs amap.zip=gcj02");
  const args = ["run", "--neighborhoods", "areas.zip", "--facilities", "amap.zip", "--crs", "amap.zip=gcj02"];
  expect(start([...args, "-o", "out", "--quiet"])).toMatchObject({ stderr: "", exitCode: 0 });
  expect(JSON.parse(readFileSync(join(folder.path, "out/report.json"), "utf8")).city).toBeDefined();
});

test("stops of a timetable are read by the name of their file", () => {
  write("areas.zip", pack({ "areas.geojson": json(smallCity.neighborhoods) }));
  const stops = `stop_id,stop_name,stop_lat,stop_lon\n${places.map(([lon, lat], i) => `s${i},Stop,${lat},${lon}`).join("\n")}\n`;
  write("gtfs.zip", pack({ "stops.txt": stops, "stop_times.txt": "trip_id,stop_id\n", "trips.txt": "trip_id\n" }));
  expect(reportOf("gtfs.zip").stderr).toContain('"gtfs.zip#stops.txt"');
  expect(reportOf("gtfs.zip#stops.txt").stderr).toBe("");
});

test("readGeoJsonFile takes archives, and names what is in them", () => {
  write("one.zip", pack({ "a.geojson": geojson }));
  write("two.zip", pack({ "a.geojson": geojson, "b.ndjson": json(smallCity.facilities.features[0]) }));
  const read = (name: string, maxBytes?: number) =>
    readGeoJsonFile(join(folder.path, name), maxBytes === undefined ? {} : { maxBytes });
  const codeOf = (action: () => unknown): string => {
    try {
      action();
    } catch (error) {
      if (error instanceof CoverageError) return error.code;
      throw error;
    }
    return "read";
  };
  expect(read("one.zip")).toEqual(JSON.parse(geojson));
  expect(read("two.zip#a.geojson")).toEqual(JSON.parse(geojson));
  expect(codeOf(() => read("two.zip"))).toBe("LAYER_NEEDED");
  expect(codeOf(() => read("one.zip", 1000))).toBe("LIMIT_EXCEEDED");
});

test("the manifest tells of packed files as they lie on the disk, wherever that is", () => {
  mkdirSync(join(folder.path, "data"));
  write("data/areas.zip", pack({ "areas.geojson": json(smallCity.neighborhoods) }));
  write("data/poi.geojson.gz", gzipSync(geojson));
  write("poi.geojson.gz", "another file of that name");
  const ground = { width: 2, height: 2, values: Float32Array.of(500, 501, 502, 503) };
  write("data/heights.tif", writeRaster({ ...ground, place: [103, 31, 2, 2] }));
  const inputs = ["--neighborhoods", "data/areas.zip#areas.geojson", "--facilities", "data/poi.geojson.gz"];
  const heights = ["--streets", "streets.geojson", "--elevation", "data/heights.tif"];
  expect(start(["run", ...inputs, ...heights, "-o", "out", "--quiet"]).stderr).toBe("");
  const manifest = JSON.parse(readFileSync(join(folder.path, "out/manifest.json"), "utf8")) as Manifest;
  const files = { "areas.zip#areas.geojson": "areas.zip", "poi.geojson.gz": "", "heights.tif": "" };
  for (const [file, onDisk] of Object.entries(files)) {
    const bytes = readFileSync(join(folder.path, "data", onDisk || file));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(manifest.inputs.find((input) => input.file === file)).toMatchObject({ bytes: bytes.length, sha256 });
  }
});

test("init proposes what an archive holds", () => {
  write("城市.zip", pack({ "社区.geojson": json(smallCity.neighborhoods), "poi.csv": csv, "说明.txt": "x" }));
  for (const name of ["neighborhoods", "facilities", "streets", "population"]) write(`${name}.geojson`, "");
  const { stderr } = start(["init", "--force"]);
  expect(stderr).toContain("城市.zip#社区.geojson: neighborhoods");
  expect(stderr).toContain("城市.zip#poi.csv: facilities");
});
