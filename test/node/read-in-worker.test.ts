import { expect, test } from "vitest";
import { readInWorker } from "../../src/node/read-in-worker.js";
import { readFlatGeobuf } from "../../src/read/gis/read-flatgeobuf.js";
import { readGeoParquet } from "../../src/read/gis/read-geoparquet.js";
import { parquetOfPoints, rasterOfOnes } from "../support/gis-files.js";

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
