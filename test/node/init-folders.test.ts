import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FeatureCollection, Position } from "geojson";
import { writeXlsx } from "hucre/xlsx";
import { afterEach, beforeEach, expect, test } from "vitest";
import { geoPackageOfPoints } from "../support/geopackage-file.js";
import { parquetOfPoints, rasterOfOnes } from "../support/gis-files.js";
import { smallCity, TemporaryFolder } from "../support/small-city.js";
import { type Ended, startCommand } from "../support/start-command.js";
import { GBK, pack, type RecordDraft, writeDbf, writeShp } from "../support/write-shapefile.js";

// Folders as people keep them: each gives a configuration that runs, and says of every file what became of it.

let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
});
afterEach(() => folder.remove());
const start = (...args: readonly string[]): Ended => startCommand(args, { cwd: folder.path });
const json = (value: unknown) => JSON.stringify(value);

const shapes = (collection: FeatureCollection, name: (i: number) => Uint8Array | string): RecordDraft[] =>
  collection.features.map(({ geometry }, i) => ({
    parts: (geometry.type === "Polygon"
      ? geometry.coordinates
      : geometry.type === "LineString"
        ? [geometry.coordinates]
        : [[(geometry as { coordinates: Position }).coordinates]]) as Position[][],
    cells: [name(i)],
  }));
const FIELDS = [{ name: "name", type: "C", length: 20 }] as const;
const areas = shapes(smallCity.neighborhoods, (i) => `区${i}`);
const streets = shapes(smallCity.streets, () => "road");
const positions = smallCity.facilities.features.map(
  ({ geometry }) => (geometry as { coordinates: Position }).coordinates,
);

/** Runs `init`, and the configuration it writes; gives what it said, the configuration and the report. */
function initAndRun(): { readonly said: string; readonly config: Record<string, unknown>; readonly report: Report } {
  const { stderr, exitCode } = start("init");
  expect([exitCode, stderr]).toEqual([0, expect.stringContaining("Wrote quarterhour.config.json")]);
  const run = start("run", "--json", "--quiet");
  expect([run.exitCode, run.stderr]).toEqual([0, ""]);
  const config = JSON.parse(readFileSync(join(folder.path, "quarterhour.config.json"), "utf8"));
  return { said: stderr, config, report: JSON.parse(run.stdout) };
}

interface Report {
  readonly city: { readonly population: number | null };
  readonly neighborhoods: readonly { readonly name: string }[];
  readonly standard: { readonly id: string };
}

test("an archive of several layers", () => {
  folder.write(
    "数据.zip",
    pack({
      "社区.shp": writeShp(5, areas),
      "社区.dbf": writeDbf(FIELDS, areas),
      "道路.shp": writeShp(3, streets),
      "道路.dbf": writeDbf(FIELDS, streets),
      "设施.shp": writeShp(
        1,
        shapes(smallCity.facilities, () => "店"),
      ),
      "设施.dbf": writeDbf(
        FIELDS,
        shapes(smallCity.facilities, () => "店"),
      ),
    }),
  );
  const { config, report } = initAndRun();
  expect(config).toMatchObject({
    neighborhoods: "数据.zip#社区",
    streets: "数据.zip#道路",
    facilities: ["数据.zip#设施"],
  });
  expect(report.neighborhoods.map(({ name }) => name)).toEqual(["区0", "区1"]);
});

test("a Shapefile in GBK that does not say so, beside a table in GBK and GeoJSON", () => {
  const gbk = shapes(smallCity.neighborhoods, () => GBK.community);
  folder.write("边界.shp", writeShp(5, gbk));
  folder.write("边界.dbf", writeDbf([{ name: GBK.name, type: "C", length: 20 }], gbk));
  const cells = positions.flatMap(([lon, lat], i) => [`${i},090601,`, GBK.community, `,${lon},${lat}\r\n`]);
  const table = ["id,typecode,name,lon,lat\r\n", ...cells].map((part) =>
    typeof part === "string" ? new TextEncoder().encode(part) : part,
  );
  folder.write("poi.csv", Buffer.concat(table));
  folder.write("roads.geojson", json(smallCity.streets));
  const { said, config, report } = initAndRun();
  expect(said).toContain("poi.csv does not say so itself; assumed: gb18030");
  expect(config).toMatchObject({ encoding: { neighborhoods: "gb18030", facilities: "gb18030" } });
  expect(report.neighborhoods.map(({ name }) => name)).toEqual(["社区", "社区"]);
});

test("a workbook of Amap with a sheet of remarks, people as a table with decimal commas", async () => {
  const header = ["id", "name", "typecode", "location"];
  const rows = positions.map(([lon, lat], i) => [`B${i}`, "药店", "090601", `${lon},${lat}`]);
  const sheets = [
    { name: "说明", rows: [["高德 2024"]] },
    { name: "POI", rows: [header, ...rows] },
  ];
  folder.write("高德.xlsx", await writeXlsx({ sheets }));
  folder.write("社区.geojson", json(smallCity.neighborhoods).replaceAll("people", "note"));
  folder.write("小区人口.csv", "﻿小区名称;人口数;经度;纬度\na;700;104,0651;30,6651\nb;800;104,0751;30,6651\n");
  const { config, report } = initAndRun();
  expect(config).toMatchObject({ facilities: ["高德.xlsx"], crs: { facilities: "gcj02" }, population: "小区人口.csv" });
  expect(report.city.population).toBe(1500);
});

test("folders in folders, copies, hidden files, what a run wrote, remarks and pictures", () => {
  folder.write("边界/社区.geojson", json(smallCity.neighborhoods));
  folder.write("路网/shp/roads.shp", writeShp(3, streets));
  folder.write("路网/shp/roads.dbf", writeDbf(FIELDS, streets));
  const places = json(smallCity.facilities);
  const copies = ["poi (1).geojson", "poi_backup.geojson", "别名.geojson", "poi.geojson.gz"];
  for (const name of ["poi.geojson", ...copies.slice(0, 3), ".poi.geojson", "poi.geojson~", "__MACOSX/._poi.geojson"])
    folder.write(name, places);
  folder.write("poi.geojson.gz", places);
  folder.write("README.md", "| lon | lat |\n");
  folder.write("map.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47));
  folder.write("~$poi.xlsx", new Uint8Array(165));
  folder.write("notes.txt", "call the office, then ask\n");
  const first = initAndRun();
  expect(first.config).toMatchObject({
    neighborhoods: "边界/社区.geojson",
    facilities: ["poi.geojson"],
    streets: "路网/shp/roads.shp",
  });
  for (const name of copies) expect(first.said).toContain(`${name}: not used, by its name or content the same as`);
  for (const name of ["README", "png", "~$", ".poi", "MACOSX"]) expect(first.said).not.toContain(name);
  expect(existsSync(join(folder.path, "out/report.geojson"))).toBe(true);
  expect(start("init", "--force").stderr).toBe(first.said);
});

test("files that cannot be read to their end are left out, and said; north before east is proposed", () => {
  folder.write("areas.geojson", json(smallCity.neighborhoods));
  folder.write("poi.geojson", json(smallCity.facilities));
  const feature = json(smallCity.facilities.features[0]);
  folder.write("more poi.ndjson", `${`${feature}\n`.repeat(600)}${feature.slice(0, 40)}`);
  folder.write("extract/city.osm", '<osm version="0.6"><node id="1" lat="30" lon="104"/>');
  folder.write("stops.csv", `name,category,lat,lon\n${positions.map((at) => `a,bus_stop,${at.join()}`).join("\n")}\n`);
  const { said, config } = initAndRun();
  expect(config).toMatchObject({ facilities: ["poi.geojson", "stops.csv"], axes: { "stops.csv": "north-first" } });
  expect(config).not.toHaveProperty("osm");
  expect(said).toContain("more poi.ndjson: not used, more poi.ndjson is not valid JSON: line 601");
  expect(said).toContain("extract/city.osm: not used, extract/city.osm is not well-formed");
  expect(said).toContain("stops.csv does not say so itself; assumed: north-first");
});

test("GeoPackage, GeoParquet and a raster, with others that are refused by name", async () => {
  folder.write("blocks.shp", writeShp(5, areas));
  folder.write("blocks.dbf", writeDbf(FIELDS, areas));
  folder.write("poi.gpkg", await geoPackageOfPoints(20));
  folder.write("places.parquet", await parquetOfPoints(20));
  folder.write("chn_ppp_2020.tif", rasterOfOnes(200, 200));
  folder.write("dem.tif", rasterOfOnes(20, 20));
  folder.write("parks.kml", '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"></kml>');
  folder.write("old.gdb/a00000001.gdbtable", "x");
  folder.write("gtfs.zip", pack({ "stops.txt": "stop_id\n", "stop_times.txt": "trip_id\n" }));
  const { said, config, report } = initAndRun();
  expect(config).toMatchObject({ facilities: ["places.parquet", "poi.gpkg"], population: "chn_ppp_2020.tif" });
  expect(report.city.population).toBeGreaterThan(0);
  expect(said).toContain(
    'parks.kml: not used, parks.kml is KML or GPX, not GeoJSON. Convert it: ogr2ogr -f GeoJSON out.geojson "parks.kml"',
  );
  expect(said).toContain("old.gdb: not used, old.gdb is an Esri file geodatabase");
  expect(said).toContain("gtfs.zip: not used, gtfs.zip is a timetable (GTFS)");
});

test("points with names are facilities where nothing else is, and a damaged file stands for nothing", () => {
  folder.write("areas.geojson", json(smallCity.neighborhoods));
  folder.write("列表.csv", `名称,经度,纬度\n${positions.map((at) => `药店,${at.join()}`).join("\n")}\n`);
  folder.write("列表.gpkg", "SQLite format 3\0cut off");
  const { said, config } = initAndRun();
  expect(config).toMatchObject({ facilities: ["列表.csv"] });
  expect(said).toContain("列表.gpkg: not used");
  folder.write("poi.geojson", json(smallCity.facilities));
  expect(start("init", "--force").stderr).toContain("列表.csv: not used (looks like facilities)");
});
