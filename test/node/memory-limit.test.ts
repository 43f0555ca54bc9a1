import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { GIS_FORMATS } from "../../src/node/gis-formats.js";
import { heapOfShapefile, heapOfWorkbook } from "../../src/node/heap-estimates.js";
import { formatOf } from "../../src/node/input-formats.js";
import { assertFitsInMemory, withinMemory } from "../../src/node/memory-limit.js";
import type { LongText } from "../../src/read/long-text.js";
import { entriesInZip } from "../../src/read/recognize-file.js";
import { errorOf, rejectionOf } from "../support/geojson-samples.js";
import { pack, writeDbf, writeShp } from "../support/write-shapefile.js";

const MIB = 2 ** 20;

/** A text of numbers, and a heap that each of them, once it was read, fills by so many bytes. */
function readTo(count: number, bytesEach: number, most: number) {
  let read = 0;
  const text: LongText = {
    type: "LongText",
    count,
    firstFeatures: [],
    features: function* () {
      for (let i = 0; i < count; i++) yield i;
    },
  };
  // garbage: the heap is often larger than what stays
  const used = () => read * bytesEach + (read % 7000) * 100;
  const guarded = withinMemory(text, "poi.ndjson", { used, most });
  const error = errorOf(() => {
    for (const _ of guarded.features()) read++;
  });
  return { read, error };
}

describe("a file that is larger than the memory", () => {
  test("is refused early, by what its first features take, and says how much would be enough", () => {
    const { read, error } = readTo(4_700_000, 600, 2048 * MIB);
    expect(read).toBeLessThan(400_000);
    expect(error).toMatchObject({ code: "LIMIT_EXCEEDED", path: "poi.ndjson" });
    expect(error.message).toMatch(/poi\.ndjson needs some \d+ MiB of memory, and Node\.js may take 2048 MiB/);
    const enough = Number(/--max-old-space-size=(\d+)/.exec(error.hint ?? "")?.[1]);
    expect(enough * MIB).toBeGreaterThan(4_700_000 * 600 * 1.5);
  });

  test("is read where it fits, garbage or not", () => {
    const count = 300_000;
    let read = 0;
    const text = { type: "LongText", count, firstFeatures: [], features: () => Array(count).keys() } as LongText;
    const heap = { used: () => read * 600 + (read % 7000) * 10_000, most: count * 600 * 1.6 };
    for (const _ of withinMemory(text, "poi.ndjson", heap).features()) read++;
    expect(read).toBe(count);
  });

  test("in other formats is refused by its length", () => {
    expect(errorOf(() => assertFitsInMemory("poi.csv", 5000 * MIB, 4096 * MIB)).message).toContain("5000 MiB");
    assertFitsInMemory("poi.csv", 4096 * MIB, 4096 * MIB);
  });

  test("as a workbook is measured by its tables, however well they are packed", async () => {
    const workbookOf = async (count: number) =>
      await writeXlsx({ sheets: [{ name: "poi", rows: Array.from({ length: count }, () => ["药店", 104, 30]) }] });
    const [small, large] = [await workbookOf(1000), await workbookOf(20_000)];
    const [ofSmall, ofLarge] = [small, large].map((bytes) => heapOfWorkbook(entriesInZip(bytes))) as [number, number];
    expect(ofLarge / ofSmall).toBeGreaterThan(15);
    expect(ofLarge).toBeGreaterThan(20 * large.length); // the same row again and again packs well
    expect(formatOf(large, {})?.heapBytes).toBe(ofLarge);
    expect(heapOfWorkbook(entriesInZip(large.subarray(0, 5000)))).toBe(0);
  });

  test("as a Shapefile is measured by its records and shapes, and refused before any is read", async () => {
    const records = [...Array(50).keys()].map((i) => ({ parts: [[[104 + i / 1000, 30]]], cells: ["a"] }));
    const shp = writeShp(1, records);
    const dbf = writeDbf([{ name: "name", type: "C", length: 4 }], records);
    expect(heapOfShapefile({ shp, dbf })).toBe(540 * 50 + 7 * shp.length + 2 * dbf.length);
    expect(heapOfShapefile({ shp }) / heapOfShapefile({ shp, dbf })).toBeCloseTo(1, 0);
    // a table that announces more records than any memory holds: said before it is found out to be cut off
    const boast = dbf.slice();
    new DataView(boast.buffer).setUint32(4, 400_000_000, true);
    const format = GIS_FORMATS.find(({ matches }) => matches(pack({ "a.shp": shp, "a.dbf": boast }), []));
    const read = (files: Record<string, Uint8Array>) =>
      format?.read(pack(files), { layer: "facilities", path: "poi.zip" }) as Promise<unknown>;
    const error = await rejectionOf(read({ "a.shp": shp, "a.dbf": boast }));
    expect(error).toMatchObject({ code: "LIMIT_EXCEEDED", path: "poi.zip" });
    expect(error.hint).toContain("--max-old-space-size=");
    expect(await read({ "a.shp": shp, "a.dbf": dbf })).toMatchObject({ type: "FeatureReading" });
  });
});
