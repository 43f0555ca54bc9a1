import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { CoverageError } from "../../src/base/errors.js";
import { readGeoPackage, readShapefile, readXlsx } from "../../src/read/index.js";
import { geoPackageOfPoints } from "../support/geopackage-file.js";
import { placesInARow } from "../support/gis-files.js";
import { pack, type RecordDraft, writeDbf, writeShp } from "../support/write-shapefile.js";

// Archives that are made to harm: nothing is ever written, and no byte is believed that is not there.

const records = placesInARow(20).map((at, i): RecordDraft => ({ parts: [[at]], cells: [`p${i}`] }));
const shp = writeShp(1, records);
const dbf = writeDbf([{ name: "id", type: "C", length: 8 }], records);
const whole = () => pack({ "a.shp": shp, "a.dbf": dbf });

/** Where the entries of the directory of an archive begin. */
function entriesOf(zip: Uint8Array): number[] {
  const view = new DataView(zip.buffer, zip.byteOffset);
  const found: number[] = [];
  for (let at = 0; at + 4 <= zip.length; at++) if (view.getUint32(at, true) === 0x02014b50) found.push(at);
  return found;
}

/** Changes the directory of a whole archive: `change(view, first, second)`. */
function changed(change: (view: DataView, first: number, second: number) => void, zip = whole()): Uint8Array {
  const [first = 0, second = 0] = entriesOf(zip);
  change(new DataView(zip.buffer, zip.byteOffset), first, second);
  return zip;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error === null) return "read";
  expect(error).toBeInstanceOf(CoverageError);
  return (error as CoverageError).code;
}

describe("an archive", () => {
  test.each([
    "../../../etc/a",
    "/etc/a",
    "C:\\windows\\a",
    "..\\..\\a",
    "a/../../a",
  ])("whose entries are called %s is read in memory", async (stem) => {
    const { features } = await readShapefile(pack({ [`${stem}.shp`]: shp, [`${stem}.dbf`]: dbf }));
    expect(features).toHaveLength(20);
  });
  test.each<[string, string, (view: DataView, first: number, second: number) => void]>([
    ["with a wrong checksum", "DAMAGED_FILE", (view, at) => view.setUint32(at + 16, 1, true)],
    ["that says too small a size", "DAMAGED_FILE", (view, at) => view.setUint32(at + 24, 110, true)],
    ["that says too large a size", "DAMAGED_FILE", (view, at) => view.setUint32(at + 24, 100_000, true)],
    ["that says a size beyond the limit", "LIMIT_EXCEEDED", (view, at) => view.setUint32(at + 24, 0xf0000000, true)],
    ["with a packed size beyond its end", "DAMAGED_FILE", (view, at) => view.setUint32(at + 20, 0x7fffffff, true)],
    ["that leads beyond its end", "DAMAGED_FILE", (view, at) => view.setUint32(at + 42, 0x7fffffff, true)],
    ["that is encrypted", "UNKNOWN_FORMAT", (view, at) => view.setUint16(at + 8, 1, true)],
    ["packed by a method of others", "UNKNOWN_FORMAT", (view, at) => view.setUint16(at + 10, 99, true)],
    [
      "whose entries lie in each other",
      "DAMAGED_FILE",
      (view, first, second) => view.setUint32(second + 42, view.getUint32(first + 42, true), true),
    ],
  ])("%s is refused: %s", async (_, code, change) => {
    expect(await codeOf(readShapefile(changed(change)))).toBe(code);
  });
  test("with two entries of one name is refused", async () => {
    const zip = pack({ "a.shp": shp, "a.dbf": dbf, "b.shp": shp });
    for (let at = 0; at + 5 <= zip.length; at++)
      if (String.fromCharCode(...zip.subarray(at, at + 5)) === "b.shp") zip[at] = "a".charCodeAt(0);
    expect(await codeOf(readShapefile(zip))).toBe("DAMAGED_FILE");
  });
  test("with a second end is read as its last end says, or refused", async () => {
    const zip = whole();
    const other = pack({ "b.shp": shp.slice(0, 50) });
    expect(await codeOf(readShapefile(Uint8Array.from([...other, ...zip])))).toMatch(/read|DAMAGED_FILE/);
    expect(await codeOf(readShapefile(Uint8Array.from([...zip, ...zip.slice(-22)])))).toMatch(/read|DAMAGED_FILE/);
  });
  test("of zeros is refused before it is unpacked, whatever its directory says", async () => {
    const bomb = pack({ "a.shp": new Uint8Array(16 * 2 ** 20), "a.dbf": dbf });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codeOf(readShapefile(bomb, { maxBytes: 2 ** 20 }))).toBe("LIMIT_EXCEEDED");
    const lying = changed((view, at) => view.setUint32(at + 24, 1000, true), bomb);
    expect(await codeOf(readShapefile(lying, { maxBytes: 2 ** 20 }))).toBe("DAMAGED_FILE");
    expect(await codeOf(readShapefile(whole(), { maxBytes: 2 ** 20 }))).toBe("read");
  });
});

describe("a workbook and a zipped GeoPackage", () => {
  test("are refused with a wrong checksum, and when they say other sizes", { timeout: 60_000 }, async () => {
    const rows = [["name", "lon", "lat"], ...placesInARow(20).map(([lon, lat], i) => [`p${i}`, lon, lat])];
    const workbook = await writeXlsx({ sheets: [{ name: "s", rows: rows as never }] });
    const database = pack({ "a.gpkg": await geoPackageOfPoints(5) });
    for (const at of [16, 20, 24, 42])
      for (const value of [1, 1000, 0x7fffffff]) {
        const book = Uint8Array.from(workbook);
        const [first = 0] = entriesOf(book);
        new DataView(book.buffer).setUint32(first + at, value, true);
        expect(await codeOf(readXlsx(book)), `workbook ${at} ${value}`).toMatch(/read|INVALID_TABLE|LIMIT_EXCEEDED/);
        const zipped = Uint8Array.from(database);
        const [only = 0] = entriesOf(zipped);
        new DataView(zipped.buffer).setUint32(only + at, value, true);
        expect(await codeOf(readGeoPackage(zipped)), `GeoPackage ${at} ${value}`).toMatch(
          /DAMAGED_FILE|LIMIT_EXCEEDED/,
        );
      }
  });
});
