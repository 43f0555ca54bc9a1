import { gzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { unpackEntry } from "../../../src/read/gis/unpack-entry.js";
import { listZipEntries } from "../../../src/read/gis/zip-directory.js";
import { readCsv, readShapefile, readXlsx } from "../../../src/read/index.js";
import { errorOf } from "../../support/geojson-samples.js";
import { placesInARow } from "../../support/gis-files.js";
import { makeZip } from "../../support/make-zip.js";
import { pack, writeShp } from "../../support/write-shapefile.js";

const table = `id,category,lon,lat\n${placesInARow(20)
  .map(([lon, lat], i) => `p${i},pharmacy,${lon},${lat}\n`)
  .join("")}`;
const utf8 = (text: string) => new TextEncoder().encode(text);
const csv = utf8(table);

const namesIn = (zip: Uint8Array) => listZipEntries(zip, "a.zip").map(({ name }) => name);
const contentOf = (zip: Uint8Array) =>
  listZipEntries(zip, "a.zip").map((entry) => unpackEntry(zip, entry, 1_000_000, "a.zip"));

describe("archives of every make", () => {
  const small = { name: utf8("poi.csv"), content: csv };
  test.each([
    ["stored", makeZip([{ ...small, isStored: true }])],
    ["with the sizes behind the data", makeZip([{ ...small, isStreamed: true }])],
    ["with Zip64 sizes", makeZip([{ ...small, isZip64: true }])],
    ["with Zip64 sizes behind the data", makeZip([{ ...small, isZip64: true, isStreamed: true }])],
    ["with a directory of Zip64", makeZip([small], { isZip64: true })],
    [
      "all of Zip64, with a comment at the end",
      makeZip([{ ...small, isZip64: true }], { isZip64: true, comment: "高德" }),
    ],
    [
      "with folders and what macOS adds",
      pack({ "数据/": "", "数据/poi.csv": csv, "__MACOSX/数据/._poi.csv": "x", ".DS_Store": "x" }),
    ],
  ])("%s give the same bytes", (_, zip) => {
    expect(contentOf(zip)).toEqual([csv]);
    expect(readCsv(zip).features).toEqual(readCsv(csv).features);
  });
  test("with Zip64 numbers that lead nowhere are damaged", () => {
    const zip = makeZip([{ ...small, isZip64: true }], { isZip64: true });
    const view = new DataView(zip.buffer);
    // the record of Zip64, its locator, and the record at the end: 56, 20 and 22 bytes
    const [record, locator] = [zip.length - 98, zip.length - 42];
    for (const at of [record, record + 32, record + 48, locator + 8])
      for (const value of [0xffff_ffff_ffff_ffffn, 0x7fff_ffffn]) {
        const before = view.getBigUint64(at, true);
        view.setBigUint64(at, value, true);
        expect(errorOf(() => readCsv(zip)).code, `${at} ${value}`).toMatch(/DAMAGED_FILE|LIMIT_EXCEEDED/);
        view.setBigUint64(at, before, true);
      }
    expect(readCsv(zip).features).toHaveLength(20);
  });
  test("that grow beyond the limit are refused, whatever they say", () => {
    const bomb = makeZip([{ name: utf8("poi.csv"), content: new Uint8Array(5_000_000), isZip64: true }]);
    const [entry] = listZipEntries(bomb, "a.zip");
    if (entry === undefined) throw new Error("no entry");
    expect(errorOf(() => unpackEntry(bomb, entry, 1_000_000, "a.zip")).code).toBe("LIMIT_EXCEEDED");
    expect(errorOf(() => unpackEntry(bomb, { ...entry, size: 900_000 }, 1_000_000, "a.zip")).code).toBe("DAMAGED_FILE");
  });
});

describe("names of files", () => {
  const GBK = Uint8Array.of(0xc9, 0xe8, 0xca, 0xa9); // 设施
  const named = (name: Uint8Array, more: object = {}) => makeZip([{ name, content: csv, ...more }]);
  const withEnd = (...letters: number[]) => Uint8Array.of(...letters, ...utf8(".csv"));
  test.each([
    ["UTF-8 that says so", named(utf8("设施.csv"), { isUtf8: true }), "设施.csv"],
    ["UTF-8 of macOS that does not", named(utf8("设施.csv"), { system: 19 }), "设施.csv"],
    ["UTF-8 of Unix with letters of two bytes", named(utf8("łódź.csv"), { system: 3 }), "łódź.csv"],
    ["GBK of Windows", named(withEnd(...GBK)), "设施.csv"],
    ["code page 437", named(Uint8Array.of(0x63, 0x61, 0x66, 0x82, ...utf8(".csv"))), "café.csv"],
    ["code page 437 in front of letters", named(Uint8Array.of(0x5a, 0x81, ...utf8("rich.csv"))), "Zürich.csv"],
    ["a field of UTF-8 beside another encoding", named(withEnd(...GBK), { unicodeName: "設施.csv" }), "設施.csv"],
    [
      "that field of another name",
      named(withEnd(...GBK), { unicodeName: "x.csv", hasWrongChecksum: true }),
      "设施.csv",
    ],
    ["backslashes of old programs", named(utf8("data\\poi.csv")), "data/poi.csv"],
  ])("in %s", (_, zip, name) => {
    expect(namesIn(zip)).toEqual([name]);
    expect(readCsv(zip).features).toHaveLength(20);
  });
});

describe("a table in an archive", () => {
  test("is read beside remarks, pictures and what describes it", () => {
    const zip = pack({ "README.txt": "see, this", "说明.txt": "x", "poi.csv": csv, "poi.png": "x", "poi.xml": "<x/>" });
    expect(readCsv(zip).features).toHaveLength(20);
    expect(readCsv(pack({ "poi.txt": csv, "license.txt": "x" })).features).toHaveLength(20);
  });
  test("is named where there are several", () => {
    const zip = pack({ "a.csv": csv, "b.csv": table.split("\n").slice(0, 6).join("\n") });
    const error = errorOf(() => readCsv(zip, { path: "poi.zip" }));
    expect(error.code).toBe("LAYER_NEEDED");
    expect(error.message).toContain("a.csv, b.csv");
    expect(error.hint).toContain('layer: "a.csv"');
    expect(readCsv(zip, { layer: "b.csv" }).features).toHaveLength(5);
    expect(errorOf(() => readCsv(zip, { layer: "c.csv" })).code).toBe("LAYER_NEEDED");
    const folders = pack({ "2023/a.csv": csv, "2024/a.csv": csv });
    expect(errorOf(() => readCsv(folders)).message).toContain("2023/a.csv, 2024/a.csv");
    expect(readCsv(folders, { layer: "2024/a.csv" }).features).toHaveLength(20);
  });
  test("may be a workbook", async () => {
    const rows = [["id", "lon", "lat"], ...placesInARow(5).map(([lon, lat], i) => [`p${i}`, lon, lat])];
    const book = await writeXlsx({ sheets: [{ name: "s", rows: rows as never }] });
    expect((await readXlsx(pack({ "book.xlsx": book }))).features).toHaveLength(5);
    expect((await readXlsx(pack({ "a.xlsx": book, "b.xlsx": book }), { layer: "b.xlsx" })).features).toHaveLength(5);
  });
  test("is not what else an archive holds: Shapefiles, maps and databases are refused by name", () => {
    expect(errorOf(() => readCsv(pack({ "a.shp": writeShp(1, []) }))).code).not.toBe("LAYER_NEEDED");
    expect(errorOf(() => readCsv(pack({ "doc.kml": "<kml/>" }))).code).toBe("UNKNOWN_FORMAT");
    expect(errorOf(() => readCsv(pack({ "a.gdb/a.gdbtable": "x" }))).code).toBe("UNKNOWN_FORMAT");
    expect(errorOf(() => readCsv(zipSync({ "a.csv.zip": pack({ "a.csv": csv }) }))).code).toMatch(
      /UNKNOWN_FORMAT|INVALID/,
    );
    expect(errorOf(() => readCsv(pack({ "a.csv": gzipSync(csv) }))).code).toMatch(/UNKNOWN_FORMAT|INVALID/);
  });
});

test("a Shapefile in Zip64 is read", async () => {
  const shp = writeShp(
    1,
    placesInARow(4).map((at) => ({ parts: [[at]] })),
  );
  const zip = makeZip([{ name: utf8("a.shp"), content: shp, isZip64: true, isStreamed: true }], { isZip64: true });
  expect((await readShapefile(zip)).features).toHaveLength(4);
});
