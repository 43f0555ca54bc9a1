import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import { writeXlsx } from "hucre/xlsx";
import { parquetWriteBuffer } from "hyparquet-writer/src/index.js";
import { expect, test } from "vitest";
import { computeCoverage } from "../../../src/index.js";
import type { GeoJsonInput } from "../../../src/model/input.js";
import {
  readCsv,
  readFlatGeobuf,
  readGeoPackage,
  readGeoParquet,
  readShapefile,
  readXlsx,
} from "../../../src/read/index.js";
import { toWellKnownBinary } from "../../../src/tables/well-known-binary.js";
import { writeGeoPackage } from "../../support/geopackage-file.js";
import { drawIndex, seededRandom } from "../../support/random.js";
import { squareRing } from "../../support/sample-report.js";
import { pack, type RecordDraft, writeDbf, writeShp } from "../../support/write-shapefile.js";

test("a layer as GeoJSON, CSV, workbook, Shapefile, GeoPackage, FlatGeobuf and GeoParquet gives one report", async () => {
  const random = seededRandom(7);
  const kinds = ["pharmacy", "supermarket", "school", "post_office", "park", "clinic"];
  const features = Array.from({ length: 100 }, (_, i) => ({
    type: "Feature" as const,
    properties: { id: `n${i}`, name: `店${i}`, category: kinds[drawIndex(random, kinds.length)] as string },
    geometry: {
      type: "Point" as const,
      coordinates: [Number((104.06 + random() * 0.02).toFixed(7)), Number((30.66 + random() * 0.02).toFixed(7))],
    },
  }));
  const rows = features.map(({ properties: { id, name, category } }) => [id, name, category]);
  const places = features.map(({ geometry }) => geometry);
  const records = features.map(
    ({ geometry }, i): RecordDraft => ({ parts: [[geometry.coordinates]], cells: rows[i] ?? [] }),
  );
  const columns = ["id", "name", "category"];
  const fields = columns.map((name) => ({ name, type: "C" as const, length: 20 }));
  const zip = pack({
    "店.shp": writeShp(1, records),
    "店.dbf": writeDbf(fields, records),
    "店.prj":
      'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
  });
  const geo = { version: "1.1.0", primary_column: "g", columns: { g: { encoding: "WKB", geometry_types: ["Point"] } } };
  const parquet = parquetWriteBuffer({
    columnData: [
      ...columns.map((name, column) => ({
        name,
        type: "STRING" as const,
        data: rows.map((row) => row[column] ?? null),
      })),
      { name: "g", type: "BYTE_ARRAY" as const, data: places.map(toWellKnownBinary) },
    ],
    kvMetadata: [{ key: "geo", value: JSON.stringify(geo) }],
  });
  const collection = { type: "FeatureCollection" as const, features };
  const header = [...columns, "lon", "lat"];
  const cells = rows.map((row, i) => [...row, ...(places[i]?.coordinates ?? [])]);
  const inputs: readonly GeoJsonInput[] = [
    collection,
    readCsv([header, ...cells].map((line) => line.join(",")).join("\n")),
    await readXlsx(await writeXlsx({ sheets: [{ name: "s", rows: [header, ...cells] as never }] })),
    await readShapefile(zip),
    await readGeoPackage(await writeGeoPackage(columns, rows, places)),
    await readFlatGeobuf(serialize(collection, 4326)),
    await readGeoParquet(new Uint8Array(parquet)),
  ];
  const ring = squareRing(104.06, 30.66, 0.02);
  const reports = inputs.map((facilities) =>
    JSON.stringify(computeCoverage({ neighborhoods: { type: "Polygon", coordinates: [ring] }, facilities })),
  );
  expect(reports[0]).toContain("pharmacy");
  for (const report of reports) expect(report).toBe(reports[0]);
});
