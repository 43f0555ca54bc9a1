import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import { describe, expect, test } from "vitest";
import { CoverageError } from "../../../src/base/errors.js";
import {
  readFlatGeobuf,
  readGeoPackage,
  readGeoParquet,
  readPopulationRaster,
  readShapefile,
} from "../../../src/read/index.js";
import { geoPackageOfPoints } from "../../support/geopackage-file.js";
import { parquetOfPoints, placesInARow, rasterOfOnes } from "../../support/gis-files.js";
import { mutate } from "../../support/mutate.js";
import { pack, type RecordDraft, writeDbf, writeShp } from "../../support/write-shapefile.js";

const SEEDS = 200;
/** No file of a few kilobytes is worth more. */
const MOST_MILLISECONDS = 5000;

const records = placesInARow(30).map((at, i): RecordDraft => ({ parts: [[at]], cells: [`p${i}`] }));
const shapefile = { shp: writeShp(1, records), dbf: writeDbf([{ name: "id", type: "C", length: 8 }], records) };
const collection = {
  type: "FeatureCollection" as const,
  features: placesInARow(30).map((coordinates, i) => ({
    type: "Feature" as const,
    properties: { id: `p${i}` },
    geometry: { type: "Point" as const, coordinates },
  })),
};

const FILES: Readonly<Record<string, readonly [() => Promise<Uint8Array>, (bytes: Uint8Array) => Promise<unknown>]>> = {
  "a Shapefile in a zip": [async () => pack({ "a.shp": shapefile.shp, "a.dbf": shapefile.dbf }), readShapefile],
  // no checksum helps here
  "a .shp": [async () => shapefile.shp, (shp) => readShapefile({ ...shapefile, shp })],
  "a .dbf": [async () => shapefile.dbf, (dbf) => readShapefile({ ...shapefile, dbf })],
  "a GeoPackage": [() => geoPackageOfPoints(30), readGeoPackage],
  "a FlatGeobuf": [async () => serialize(collection, 4326), readFlatGeobuf],
  "a GeoParquet": [() => parquetOfPoints(30), readGeoParquet],
  "a raster": [async () => rasterOfOnes(20, 10), readPopulationRaster],
};

describe.each(Object.entries(FILES))("%s that is damaged", (_, [make, read]) => {
  test("is read or refused with a typed error, soon", { timeout: 120_000 }, async () => {
    const bytes = await make();
    await read(bytes);
    for (let seed = 0; seed < SEEDS; seed++) {
      const start = performance.now();
      const error: unknown = await read(mutate(bytes, seed)).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      if (error !== null && !(error instanceof CoverageError)) expect.fail(`seed ${seed}: ${String(error)}`);
      expect(performance.now() - start, `seed ${seed}`).toBeLessThan(MOST_MILLISECONDS);
    }
  });
});
