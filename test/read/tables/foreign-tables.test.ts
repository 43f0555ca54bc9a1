import { gzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { FeatureReading } from "../../../src/model/input.js";
import { readCsv, readXlsx } from "../../../src/read/index.js";
import { looksLikeTable } from "../../../src/read/tables/recognize-table.js";
import { measureSheet } from "../../../src/read/tables/sheet-extent.js";
import { errorOf, rejectionOf } from "../../support/geojson-samples.js";
import { cell, packWorkbook, rowsOf } from "../../support/write-workbook.js";

// What other programs write that no fixture of ours holds: the right rows, or one clear refusal.

const utf8 = (text: string) => new TextEncoder().encode(text);
const positionsOf = ({ features }: FeatureReading) =>
  features.map(({ geometry }) => (geometry?.type === "Point" ? geometry.coordinates : geometry));

describe("a text with separators", () => {
  const HOME = [104.06, 30.66];
  test.each([
    ["the line of Excel that names the separator", "sep=;\r\nid;lon;lat\r\n1;104,06;30,66\r\n"],
    ["the same in quotes", '"sep=;"\r\nid;lon;lat\r\n1;104,06;30,66\r\n'],
    ["the same, of a tab", "SEP=\t\nid\tlon\tlat\n1\t104.06\t30.66\n"],
    ["remarks above the header", "# made by x\n# on a day\nid,lon,lat\n1,104.06,30.66\n"],
    ["a heading over several columns", "基本,坐标,\nid,lon,lat\n1,104.06,30.66\n"],
    ["texts kept from the spreadsheet", 'id,lon,lat\n="0501",="104.06",="30.66"\n'],
    ["the same in quotes", 'id,lon,lat\n"=""0501""","=""104.06""","=""30.66"""\n'],
    ["exponents", "id,lon,lat\n1,1.0406E+02,3.066E+01\n"],
    ["hard blanks", "id,lon,lat\n1,\u00a0104.06\u00a0,30.66\n"],
    ["wide digits", "id,lon,lat\n1,１０４．０６,３０．６６\n"],
    ["lines that end with a return", "id,lon,lat\r1,104.06,30.66\r"],
    ["GeoJSON in a column", 'id,geometry\n1,"{""type"":""Point"",""coordinates"":[104.06,30.66]}"\n'],
    ["well-known bytes in a column", "id,geom\n1,0101000000A4703D0AD7035A40295C8FC2F5A83E40\n"],
  ])("with %s is read", (_, text) => {
    expect(looksLikeTable(utf8(text))).toBe(true);
    expect(positionsOf(readCsv(text))).toEqual([HOME]);
  });
  test("keeps what was kept from the spreadsheet as text, and formulas as what they are", () => {
    const text = 'id,name,lon,lat\n="0501","=SUM(A1)",104.06,30.66\n="","=""a"" b",104.07,30.67\n';
    expect(readCsv(text).features.map(({ properties }) => properties)).toEqual([
      { id: "0501", name: "=SUM(A1)" },
      { name: '="a" b' },
    ]);
  });
  test("has letters of a grid in its rows, which are no header", () => {
    expect(positionsOf(readCsv("lon,lat,a,b\n104.06,30.66,X,Y\n"))).toEqual([HOME]);
  });
  test.each([
    ["degrees, minutes and seconds", 'id,lon,lat\n1,"104°03\'36""E","30°39\'36""N"\n', "INVALID_TABLE", "104.0657"],
    ["degrees with the side of the world", "id,lon,lat\n1,104.06E,30.66N\n", "INVALID_TABLE", "104.0657"],
    ["a separator that nobody uses", "sep=^\nid^lon^lat\n1^104.06^30.66\n", "INVALID_TABLE", "id^lon^lat"],
    ["no header", "1,a,104.06,30.66\n2,b,104.07,30.67\n", "INVALID_TABLE", "no columns with positions"],
    ["empty columns of positions", "id,lon,lat\n1,,\n2,[],\n", "INVALID_TABLE", "empty in all 2 rows"],
    ["one column named twice", "id,lon,lat,lon,lat\n1,104.06,30.66,1,2\n", "INVALID_TABLE", "several columns"],
  ])("with %s is refused, and says what to do", async (_, text, code, named) => {
    expect(looksLikeTable(utf8(text))).toBe(true);
    const error = errorOf(() => readCsv(text));
    expect([error.code, error.hint === null]).toEqual([code, false]);
    expect(error.message).toContain(named);
  });
});

describe("a workbook", () => {
  const HEADER = ["name", "lon", "lat"];
  const TABLE = rowsOf([HEADER, ["a", 104.06, 30.66], ["b", 104.07, 30.67]]);
  const read = (rows: string, tail = "") => readXlsx(packWorkbook([{ name: "s", rows }], tail), { path: "poi.xlsx" });

  test("of plain rows is read, with cells without places, too", async () => {
    expect(positionsOf(await read(TABLE))).toHaveLength(2);
    expect(positionsOf(await read(TABLE.replace(/ r="[A-Z]?\d"/g, "")))).toHaveLength(2);
    expect(positionsOf(await read(TABLE, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'))).toHaveLength(2);
  });
  test("has its hidden sheets read last", async () => {
    const sheets = [
      {
        name: "old",
        isHidden: true,
        rows: rowsOf([
          ["x", "y"],
          [1, 2],
        ]),
      },
      { name: "poi", rows: TABLE },
    ];
    const shown = await readXlsx(packWorkbook(sheets));
    expect(positionsOf(shown)[0]).toEqual([104.06, 30.66]);
    expect(shown.diagnostics.find(({ code }) => code === "table.sheetChosen")?.examples).toEqual(["poi (old)"]);
    expect(positionsOf(await readXlsx(packWorkbook(sheets), { sheet: "old" }))).toEqual([[1, 2]]);
    expect(positionsOf(await readXlsx(packWorkbook(sheets.slice(0, 1))))).toEqual([[1, 2]]);
  });
  test("with headings in two rows is read by the lower one", async () => {
    const rows = rowsOf([["基本", "坐标", ""], HEADER, ["a", 104.06, 30.66]]);
    expect((await read(rows)).features[0]?.properties).toEqual({ name: "a" });
  });
  test("with formulas that were never worked out is refused", async () => {
    const formula = (place: string) => `<c r="${place}"><f>1+1</f></c>`;
    const rows = `${rowsOf([HEADER])}<row r="2">${cell("A2", "a")}${formula("B2")}${formula("C2")}</row>`;
    const error = await rejectionOf(read(rows));
    expect(error.code).toBe("INVALID_TABLE");
    expect(error.message).toMatch(/lon, lat are empty in the 1 row.*formulas/);
    const worked = rows.replaceAll("</f>", "</f><v>30.5</v>");
    expect(positionsOf(await read(worked))).toEqual([[30.5, 30.5]]);
  });
  test.each([
    ["a cell in the last corner", `<row r="1048576">${cell("XFD1048576", 1)}</row>`],
    [
      "a cell far to the right in each of two thousand rows",
      Array.from({ length: 2000 }, (_, i) => `<row r="${i + 4}">${cell(`XFC${i + 4}`, 1)}</row>`).join(""),
    ],
    ["rows without places that go on for ever", `<row r="1048576">${"<c/>".repeat(16_000)}</row>`],
    ["names of elements with prefixes", `<x:row r='1048576'><x:c r = 'XFD1048576' ><x:v>1</x:v></x:c></x:row>`],
  ])("of %s is refused before it is laid out", async (_, more) => {
    const before = process.memoryUsage().rss;
    const error = await rejectionOf(read(TABLE + more));
    expect([error.code, error.hint === null]).toEqual(["LIMIT_EXCEEDED", false]);
    expect(error.message).toContain("poi.xlsx/xl/worksheets/sheet1.xml");
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
  });
  test("of one cell far below is read", async () => {
    const { features, leftOut } = await read(`${TABLE}<row r="200000">${cell("A200000", "far")}</row>`);
    expect([features.length, leftOut]).toEqual([2, { "row.noPosition": 1 }]);
  });
  test("is measured by the places of its cells", () => {
    const measured = (xml: string) => measureSheet(utf8(xml));
    expect(measured(rowsOf([HEADER, ["a", 1, 2]]))).toEqual({ rows: 2, columns: 3, cells: 6 });
    expect(measured("<row><c/><c></c></row><row><c>1</c></row>")).toEqual({ rows: 2, columns: 2, cells: 3 });
    expect(measured('<row r="9"><c r="AA9"/><c/></row>')).toEqual({ rows: 9, columns: 28, cells: 2 });
    expect(measured('<cols><col min="1"/></cols><rows/><c')).toEqual({ rows: 0, columns: 1, cells: 1 });
    expect(measured("")).toEqual({ rows: 0, columns: 0, cells: 0 });
  });
});

describe("a gzip file of several members", () => {
  test("is unpacked to all of them by whoever reads files", async () => {
    const { unpackIfGzip } = await import("../../../src/node/read-file.js");
    const [a, b] = ["id,lon,lat\n1,104.06,", "30.66\n2,104.07,30.67\n"].map((text) => gzipSync(utf8(text)));
    const packed = Uint8Array.from([...(a ?? []), ...(b ?? [])]);
    expect(positionsOf(readCsv(unpackIfGzip(packed, "a.csv.gz", 1e6)))).toHaveLength(2);
    for (const wrong of [packed.slice(0, -3), Uint8Array.from([...packed, 1, 2, 3])])
      expect(errorOf(() => unpackIfGzip(wrong, "a.csv.gz", 1e6)).code).toBe("INVALID_ENCODING");
  });
});
