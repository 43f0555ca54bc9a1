import { expect, test } from "vitest";
import { packReading, unpackReading } from "../../src/node/pack-reading.js";
import { readInWorker } from "../../src/node/read-in-worker.js";
import { readFlatGeobuf } from "../../src/read/gis/read-flatgeobuf.js";
import { readGeoParquet } from "../../src/read/gis/read-geoparquet.js";
import { openProjection } from "../../src/read/projections/open-projection.js";
import { readXlsx } from "../../src/read/tables/read-xlsx.js";
import { parquetOfPoints, placesInARow, rasterOfOnes } from "../support/gis-files.js";
import { packWorkbook, rowsOf } from "../support/write-workbook.js";

const places = placesInARow(50).map(([lon = 0, lat = 0], i) => [`p${i}`, lon, lat]);

test("a thread gives what the reader gives", async () => {
  const bytes = await parquetOfPoints(200);
  expect(await readInWorker("geoParquet", bytes)).toEqual(await readGeoParquet(bytes));
});

test("errors of the reader come back typed, with their texts", async () => {
  const bytes = new Uint8Array(100);
  const path = "a.fgb";
  const thrown = await readFlatGeobuf(bytes, { path }).catch((error: unknown) => error);
  await expect(readInWorker("flatGeobuf", bytes, { path })).rejects.toMatchObject({
    code: "DAMAGED_FILE",
    message: (thrown as Error).message,
    path,
  });
});

test("whoever takes too long or too much is ended, and so is what is no longer wanted", async () => {
  const bytes = rasterOfOnes(3000, 3000);
  const read = (limits: object) => readInWorker("populationRaster", bytes, { path: "a.tif" }, limits);
  await expect(read({ maxSeconds: 0.001 })).rejects.toMatchObject({ code: "LIMIT_EXCEEDED", path: "a.tif" });
  await expect(read({ maxMemoryMiB: 20 })).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
  const reason = new Error("no longer");
  const later = new AbortController();
  setTimeout(() => later.abort(reason), 20);
  await expect(read({ signal: later.signal })).rejects.toBe(reason);
  await expect(read({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test("arguments are checked", async () => {
  const bytes = new Uint8Array(1);
  await expect(readInWorker("shapes" as never, bytes)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  await expect(readInWorker("geoPackage", "x" as never)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  await expect(readInWorker("geoPackage", bytes, {}, { maxSeconds: -1 })).rejects.toMatchObject({
    code: "INVALID_ARGUMENT",
  });
});

test("a workbook is read there, too; functions do not go to threads", async () => {
  const bytes = packWorkbook([{ name: "s", rows: rowsOf([["name", "lon", "lat"], ...places]) }]);
  expect(await readInWorker("xlsx", bytes, { sheet: "s" })).toEqual(await readXlsx(bytes, { sheet: "s" }));
  const projection = await openProjection("EPSG:4544", "a.xlsx");
  await expect(readInWorker("xlsx", bytes, { projection } as never)).rejects.toMatchObject({
    code: "INVALID_ARGUMENT",
  });
});

test("others have their turn while what a thread gives is taken over, and may end it", async () => {
  const bytes = await parquetOfPoints(30_000);
  const ending = new AbortController();
  const reason = new Error("no longer");
  let told = 0;
  const onProgress = () => void told++;
  const whole = await readInWorker("geoParquet", bytes, { onProgress });
  expect(whole.features).toHaveLength(30_000);
  expect(told).toBeGreaterThan(0);
  const turns: number[] = [];
  const packed = packReading(whole);
  expect(packed.kind === "features" && packed.chunks.length).toBe(15);
  const later = () => {
    if (turns.push(turns.length) === 5) ending.abort(reason);
    else setImmediate(later);
  };
  setImmediate(later);
  await expect(unpackReading(packed, ending.signal)).rejects.toBe(reason);
  expect(turns).toHaveLength(5);
  expect(await unpackReading(packed, undefined)).toEqual(whole);
});
