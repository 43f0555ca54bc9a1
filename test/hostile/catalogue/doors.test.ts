import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { CoverageError } from "../../../src/base/errors.js";
import { computeCoverage, prepareCity, toCsv, toHtml, toMarkdown, toText } from "../../../src/index.js";
import { readGeoJsonFile } from "../../../src/node/index.js";
import { readCsv, readGeoPackage, readShapefile, readXlsx } from "../../../src/read/index.js";
import { startCommand } from "../../support/start-command.js";
import { pack, type RecordDraft, writeDbf, writeShp } from "../../support/write-shapefile.js";
import { packWorkbook, rowsOf } from "../../support/write-workbook.js";
import { cityWith, feature, layer, SQUARE, X, Y } from "../hostile-city.js";

// Tables, archives, files, and what becomes of names on their way out.

const utf8 = (text: string) => new TextEncoder().encode(text);
const table = "id,lon,lat\n1,104.06,30.66\n";
const records: readonly RecordDraft[] = [{ parts: [[[104, 30]]], cells: ["a"] }];
const shapefile = {
  "a.shp": writeShp(1, records),
  "a.dbf": writeDbf([{ name: "id", type: "C", length: 4 }], records),
};
const folder = mkdtempSync(join(tmpdir(), "catalogue-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function codeOf(read: () => unknown): Promise<string> {
  try {
    await read();
    return "read";
  } catch (error) {
    expect(error).toBeInstanceOf(CoverageError);
    return (error as CoverageError).code;
  }
}

describe("a table", () => {
  test.each([
    ["a byte order mark", `\ufeff${table}`, "read"],
    ["CRLF", table.replaceAll("\n", "\r\n"), "read"],
    ["quotes, and ends of lines in them", 'id,name,lon,lat\n1,"a ""b""\nc",104.06,30.66\n', "read"],
    ["blank lines", table.replaceAll("\n", "\n\n"), "read"],
    ["a quote that does not end", 'id,name,lon,lat\n1,"a,104.06,30.66\n', "INVALID_TABLE"],
    ["50,000 columns", `lon,lat,${"c,".repeat(50_000)}\n104,30\n`, "LIMIT_EXCEEDED"],
    ["a cell of five million characters", `${table}"${"x".repeat(5_000_000)}",104,30\n`, "read"],
    ["a cell of eleven million", `${table}"${"x".repeat(11_000_000)}",104,30\n`, "LIMIT_EXCEEDED"],
    ["columns that every object inherits", "__proto__,constructor,lon,lat\np,c,104,30\n", "read"],
    ["a last line that was cut off", "id,lon,lat\n1,104.06,30.66\n2,104", "INVALID_TABLE"],
  ])("with %s: %4$s", async (_, text, code) => {
    expect(await codeOf(() => readCsv(text))).toBe(code);
  });
  test("never grows beyond its limits", async () => {
    expect(await codeOf(() => readCsv(table, { maxRows: 1 }))).toBe("LIMIT_EXCEEDED");
    expect(await codeOf(() => readCsv(table, { maxColumns: 2 }))).toBe("LIMIT_EXCEEDED");
    expect(await codeOf(() => readCsv(table, { maxCellLength: 3 }))).toBe("LIMIT_EXCEEDED");
  });
});

describe("an archive", () => {
  const inner = zipSync({ "b.csv": utf8(table) });
  const end = (zip: Uint8Array) => zip.slice(-22);
  const whole = pack(shapefile);
  /** Two files of the directory lead to one stretch of bytes. */
  const overlapping = () => {
    const zip = zipSync({ "a.csv": utf8(table), "b.csv": utf8(table) }, { level: 0 });
    const view = new DataView(zip.buffer);
    const entries = Array.from({ length: zip.length - 4 }, (_, at) => at).filter(
      (at) => view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32((entries[1] as number) + 42, view.getUint32((entries[0] as number) + 42, true), true);
    return zip;
  };
  /** A second directory and end in the comment of the first. */
  const twoFaced = () => {
    const other = zipSync({ "b.csv": utf8(table) }, { level: 0 });
    const zip = Uint8Array.from([...whole, ...other]);
    const view = new DataView(zip.buffer);
    view.setUint16(whole.length - 2, other.length, true);
    view.setUint32(zip.length - 22 + 16, view.getUint32(zip.length - 22 + 16, true) + whole.length, true);
    return zip;
  };
  test.each<[string, Uint8Array, string]>([
    ["in an archive", zipSync({ "inner.zip": inner }), "UNKNOWN_FORMAT"],
    ["in an archive, stored", zipSync({ "inner.zip": inner }, { level: 0 }), "UNKNOWN_FORMAT"],
    ["beside a stored archive", zipSync({ ...shapefile, "inner.zip": inner }, { level: 0 }), "read"],
    ["with its end twice", Uint8Array.from([...whole, ...end(whole)]), "DAMAGED_FILE"],
    ["with two directories", twoFaced(), "DAMAGED_FILE"],
    ["behind another", Uint8Array.from([...inner, ...whole]), "DAMAGED_FILE"],
    ["of files that lie in each other", overlapping(), "DAMAGED_FILE"],
    ["with bytes behind it", Uint8Array.from([...whole, 0, 0, 0, 0]), "read"],
    ["of nothing", zipSync({}), "UNKNOWN_FORMAT"],
    ["of folders only", zipSync({ "a/": new Uint8Array(0) }), "UNKNOWN_FORMAT"],
    [
      "with paths that lead elsewhere",
      pack({ "../../etc/a.shp": shapefile["a.shp"], "..\\..\\b.dbf": shapefile["a.dbf"] }),
      "read",
    ],
    ["cut in the middle", whole.slice(0, whole.length >> 1), "DAMAGED_FILE"],
  ])("%s: %3$s", async (_, bytes, code) => {
    expect((await codeOf(() => readShapefile(bytes))).replace("INVALID_ENCODING", "DAMAGED_FILE")).toBe(code);
    // and what is refused is refused at the other doors
    if (code !== "DAMAGED_FILE") return;
    for (const other of [readCsv, readXlsx, readGeoPackage])
      expect(await codeOf(() => other(bytes)), other.name).not.toBe("read");
  });
  test("that unpacks to more than is allowed is refused before it does", async () => {
    const bomb = zipSync({ "a.csv": new Uint8Array(600 * 2 ** 20) });
    expect(bomb.length).toBeLessThan(1e6);
    expect(await codeOf(() => readCsv(bomb))).toBe("LIMIT_EXCEEDED");
  });
  test("of a workbook with a wrong checksum is refused", async () => {
    const book = packWorkbook([
      {
        name: "s",
        rows: rowsOf([
          ["lon", "lat"],
          [104, 30],
        ]),
      },
    ]);
    const view = new DataView(book.buffer);
    for (let at = 0; at + 4 <= book.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 16, 1, true);
    expect(await codeOf(() => readXlsx(book))).toBe("INVALID_TABLE");
  });
});

describe("a file", () => {
  const read = (name: string, bytes: Uint8Array | string) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return codeOf(() => readGeoJsonFile(path));
  };
  const geoJson = JSON.stringify(layer(feature("Point", [X, Y])));
  test.each<[string, string, Uint8Array | string, string]>([
    ["packed, whatever it is called", "a.json", gzipSync(utf8(geoJson)), "read"],
    ["in an archive, whatever that is called", "b.geojson", zipSync({ "x.geojson": utf8(geoJson) }), "read"],
    ["packed twice", "c.gz", gzipSync(gzipSync(utf8(geoJson))), "UNKNOWN_FORMAT"],
    ["packed, and cut off", "d.gz", gzipSync(utf8(geoJson)).slice(0, -9), "INVALID_ENCODING"],
    ["of another kind", "e.geojson", table, "UNKNOWN_FORMAT"],
  ])("%s", async (_, name, bytes, code) => expect(await read(name, bytes)).toBe(code));
  test.each([
    "https://example.org/a.geojson",
    "http://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "//example.org/share/a.geojson",
  ])("called %s is looked for on the disk, and nowhere else", async (path) => {
    expect(await codeOf(() => readGeoJsonFile(path))).toBe("FILE_MISSING");
  });
});

describe("names on their way out", () => {
  const NAMES = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "=HYPERLINK(1)",
    "\u001b]8;;http://x\u0007",
    "\u202etxt.exe",
    "a\u0000b",
  ];
  test.each(NAMES)("%j does nothing in any rendering", (name) => {
    const given = cityWith({
      neighborhoods: layer(feature("Polygon", [SQUARE], { id: name, name, population: 5 })),
      facilities: layer(feature("Point", [X, Y], { id: name, name, amenity: name })),
    });
    const report = computeCoverage(given);
    const { neighborhoods } = prepareCity(given);
    for (const text of [toText(report), toMarkdown(report), toHtml(report, { neighborhoods })]) {
      for (const mark of ["\u001b", "\u202e", "\u0000"]) expect(text).not.toContain(mark);
    }
    for (const text of [toMarkdown(report), toHtml(report, { neighborhoods })])
      expect(text).not.toMatch(/<script>alert|<img src=x/);
    for (const cell of toCsv(report).split(/[,\n]/)) expect(cell).not.toMatch(/^"?[=+@]/);
  });
  test("the command spells them out, in names of files too", () => {
    const own = join(folder, "own");
    mkdirSync(own);
    for (const name of ["\u001b]0;x\u0007poi", "\u202eslrae"]) writeFileSync(join(own, `${name}.geojson`), "[");
    for (const args of [["init"], ["check", "--neighborhoods", "\u001b[2J.geojson", "--facilities", "\u202e.csv"]]) {
      const { stdout, stderr, exitCode } = startCommand(args, { cwd: own });
      expect(exitCode).not.toBe(0);
      expect(stdout + stderr).toContain("\\u");
      for (const mark of ["\u001b", "\u202e", "\u0007"]) expect(stdout + stderr).not.toContain(mark);
    }
  });
});

describe("what is tried elsewhere", () => {
  test.each([
    ["bodies of HTTP that are too large, slow, of another type, or too many", "node/service/limits.test.ts"],
    ["mutated files of every format", "hostile/damaged-files.test.ts"],
    ["every function of every door, with values of every kind", "hostile/every-argument.test.ts"],
    ["properties of every kind", "hostile/hostile-values.test.ts"],
    ["sizes beyond what one text can hold", "read/long-text.test.ts"],
    ["layers in GCJ-02 that do not say so", "read/tables/places-of-services.test.ts"],
    ["memory that is too small", "node/memory-limit.test.ts"],
    ["runs into a folder that is cut off", "node/nothing-half.test.ts"],
  ])("%s: %s", (_, file) => {
    expect(existsSync(new URL(`../../${file}`, import.meta.url))).toBe(true);
  });
});
