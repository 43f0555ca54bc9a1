import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { geoPackageOfPoints } from "../support/geopackage-file.js";
import { parquetOfPoints, placesInARow, rasterOfOnes } from "../support/gis-files.js";
import { useSmallCity } from "../support/use-small-city.js";
import { GAUSS_KRUEGER_105, pack, type RecordDraft, writeDbf, writeShp } from "../support/write-shapefile.js";

const folder = useSmallCity();
const { start } = folder;
const write = (name: string, bytes: Uint8Array | string) => writeFileSync(join(folder.path, name), bytes);
const read = (name: string) => JSON.parse(readFileSync(join(folder.path, name), "utf8"));

const ring = [
  [103.99, 30.65],
  [103.99, 30.67],
  [104.03, 30.67],
  [104.03, 30.65],
  [103.99, 30.65],
];
const areas: RecordDraft[] = [{ parts: [ring], cells: ["n1"] }];
const places = placesInARow(20).map((at, i): RecordDraft => ({ parts: [[at]], cells: [`p${i}`] }));
const ID = [{ name: "id", type: "C", length: 8 }] as const;

beforeEach(async () => {
  // by their content and not by their names
  write("areas.dat", pack({ "areas.shp": writeShp(5, areas), "areas.dbf": writeDbf(ID, areas) }));
  write("points.zip", pack({ "p.shp": writeShp(1, places), "p.dbf": writeDbf(ID, places) }));
  write("points.gpkg", await geoPackageOfPoints(20));
  write("points.parquet", await parquetOfPoints(20));
  write("people.tif", rasterOfOnes(300, 300));
});

test("one layer in three formats gives one report, but for the name of the file", () => {
  const reports = ["points.zip", "points.gpkg#places", "points.parquet"].map((name) => {
    const args = ["run", "--neighborhoods", "areas.dat", "--facilities", name, "-o", "out", "--force", "--quiet"];
    const { exitCode, stderr } = start(args);
    expect([exitCode, stderr]).toEqual([0, ""]);
    const { diagnostics, ...report } = read("out/report.json");
    // a Shapefile without .prj says that it was taken for WGS 84
    return JSON.stringify({
      ...report,
      diagnostics: diagnostics.filter(
        ({ code, layer }: { code: string; layer: string }) => code !== "crs.assumed" || layer !== "facilities",
      ),
    });
  });
  expect(reports[1]).toBe(reports[0]);
  expect(reports[2]).toBe(reports[0]);
});

test("a raster is read where the neighborhoods are, and as nothing but people", () => {
  const city = ["--neighborhoods", "areas.dat", "--facilities", "points.gpkg"];
  expect(start(["run", ...city, "--population", "people.tif", "-o", "out", "--quiet"]).stderr).toBe("");
  const { city: all, diagnostics } = read("out/report.json");
  // 40 × 20 cells of one person each, of which the raster begins at 104° E
  expect(all.population).toBeCloseTo(30 * 20, 0);
  expect(diagnostics.map(({ code }: { code: string }) => code)).toContain("raster.people");
  const { exitCode, stderr } = start(["run", "--neighborhoods", "areas.dat", "--facilities", "people.tif"]);
  expect(exitCode).toBe(65);
  expect(stderr).toContain("UNKNOWN_FORMAT");
});

test("refusals print the flag that tells what the file does not", () => {
  const meters = [{ parts: [[[410452, 3393596]]] }];
  write("metres.zip", pack({ "a.shp": writeShp(1, meters) }));
  write("north.zip", pack({ "a.shp": writeShp(1, [{ parts: [[[3393596, 410452]]] }]), "a.prj": GAUSS_KRUEGER_105 }));
  write("two.zip", pack({ "a.shp": writeShp(1, places), "社区.shp": writeShp(1, places.slice(1)) }));
  const refusalOf = (name: string) => start(["run", "--neighborhoods", "areas.dat", "--facilities", name]).stderr;
  expect(refusalOf("metres.zip")).toContain('--crs "metres.zip=EPSG:');
  expect(refusalOf("north.zip")).toContain('--axes "north.zip=north-first"');
  expect(refusalOf("two.zip")).toContain('"two.zip#a"');
});

test("init proposes each layer of a file by its name", () => {
  write("city.gpkg.zip", pack({ "two.txt": "x" }));
  const { stderr } = start(["init", "--force"]);
  expect(stderr).toContain("people.tif: population");
  expect(stderr).toContain("city.gpkg.zip: not used");
});
