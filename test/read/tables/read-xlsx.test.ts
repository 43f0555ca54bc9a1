import { type Cell, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { CoverageError } from "../../../src/base/errors.js";
import { readCsv, readFacilities, readXlsx, type XlsxReadOptions } from "../../../src/read/index.js";

const workbook = (...sheets: readonly WriteSheet[]) => writeXlsx({ sheets: [...sheets] });
const sheet = (name: string, rows: readonly (readonly CellValue[])[]): WriteSheet =>
  ({ name, rows: rows.map((row) => [...row]) }) as WriteSheet;
async function errorOf(bytes: Uint8Array, options: XlsxReadOptions = {}): Promise<CoverageError> {
  try {
    await readXlsx(bytes, options);
  } catch (error) {
    if (error instanceof CoverageError) return error;
    throw error;
  }
  throw new Error("it was read");
}
const POI = sheet("POI", [
  ["id", "name", "typecode", "lng", "lat"],
  ["a", "药店", 90601, 104.06, 30.66],
  ["b", "菜场", "060700", "104.07", "30.67"],
]);

describe("a workbook", () => {
  test("gives numbers and numbers as text, and codes their zero back", async () => {
    const { features } = await readXlsx(await workbook(POI), { datum: "wgs84" });
    expect(features).toEqual([
      {
        type: "Feature",
        properties: { id: "a", name: "药店", typecode: "090601" },
        geometry: { type: "Point", coordinates: [104.06, 30.66] },
      },
      {
        type: "Feature",
        properties: { id: "b", name: "菜场", typecode: "060700" },
        geometry: { type: "Point", coordinates: [104.07, 30.67] },
      },
    ]);
  });
  test("may have a title above its header, and empty rows; rows keep their numbers", async () => {
    const rows = [["成都市 POI"], [], ["name", "lon", "lat"], [], ["a", 104, 30], [], ["b", null, null], ["c", 0, 0]];
    const reading = await readXlsx(await workbook(sheet("s", rows)));
    expect(reading.features.map(({ properties }) => properties?.name)).toEqual(["a"]);
    expect(reading.leftOut).toEqual({ "row.noPosition": 2 });
    expect(reading.diagnostics).toMatchObject([{ code: "row.noPosition", sampleIds: ["row 7", "row 8"] }]);
  });
  test("may have a header of two rows with merged cells; a title is no header", async () => {
    const rows = [
      ["成都市药店", null, null, null],
      ["名称", "类别", "坐标", null],
      [null, null, "经度", "纬度"],
      ["a", "药店", 104, 30],
    ];
    const propertiesOf = async (own: Parameters<typeof sheet>[1]) =>
      (await readXlsx(await workbook(sheet("s", own)))).features[0]?.properties;
    expect(await propertiesOf(rows)).toEqual({ 名称: "a", 类别: "药店" });
    const titled = [["成都市药店"], [null, "类别", "经度", "纬度"], ["a", "药店", 104, 30]];
    expect(Object.keys((await propertiesOf(titled)) ?? {})).not.toContain("成都市药店");
  });
  test("that is empty is said to be so", async () => {
    expect((await errorOf(await workbook(sheet("s", [])))).message).toContain("holds nothing");
  });
  test("is read at its first sheet with positions, which is said; another may be named", async () => {
    const other = sheet("旧", [
      ["lon", "lat"],
      [1, 2],
    ]);
    const bytes = await workbook(sheet("说明", [["数据来源"], ["高德"]]), POI, other);
    const reading = await readXlsx(bytes, { datum: "wgs84" });
    expect(reading.features).toHaveLength(2);
    expect(reading.diagnostics).toMatchObject([{ code: "table.sheetChosen", examples: ["POI (说明, 旧)"] }]);
    const named = await readXlsx(bytes, { sheet: "旧" });
    expect(named.features[0]?.geometry).toEqual({ type: "Point", coordinates: [1, 2] });
    expect(named.diagnostics).toEqual([]);
    expect((await errorOf(bytes, { sheet: "无" })).message).toMatch(/no sheet "无".*说明, POI, 旧/);
    expect((await errorOf(bytes, { sheet: "说明" })).message).toContain("数据来源");
  });
  test("gives of formulas what was saved with them, and never their text", async () => {
    const cells = new Map<string, Partial<Cell>>([
      ["1,1", { formula: "B3+1", formulaResult: 104.06 }],
      ["1,3", { formula: 'CONCAT("药","店")', formulaResult: "药店" }],
      ["2,1", { formula: "A1+1" }],
      ["2,3", { formula: "A1&B1" }],
    ]);
    const rows: CellValue[][] = [
      ["id", "lon", "lat", "name"],
      ["a", null, 30.66, null],
      ["b", null, 30.67, null],
      ["c", 104.07, 30.67, null],
    ];
    const { features, leftOut } = await readXlsx(await workbook({ name: "s", rows, cells }));
    expect(features.map(({ geometry }) => geometry)).toEqual([
      { type: "Point", coordinates: [104.06, 30.66] },
      { type: "Point", coordinates: [104.07, 30.67] },
    ]);
    expect(features.map(({ properties }) => properties?.name)).toEqual(["药店", undefined]);
    expect(leftOut).toEqual({ "row.noPosition": 1 });
  });
  test("gives days as text, and yes and no as they are", async () => {
    const rows = [
      ["lon", "lat", "opened", "open"],
      [104, 30, new Date(Date.UTC(2026, 10, 30)), true],
    ];
    const { features } = await readXlsx(await workbook(sheet("s", rows)));
    expect(features[0]?.properties?.open).toBe(true);
    expect(String(features[0]?.properties?.opened)).toMatch(/^(2026-11-30|\d{5})$/);
  });
  test("that is none, or damaged, or an old one, is refused by name", async () => {
    const bytes = await workbook(POI);
    expect((await errorOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0))).message).toContain("old Excel workbook (.xls)");
    expect((await errorOf(bytes.slice(0, 400), { path: "a.xlsx" })).code).toBe("INVALID_TABLE");
    expect((await errorOf(new TextEncoder().encode("a,b"))).code).toBe("INVALID_TABLE");
    expect((await errorOf("a" as never)).code).toBe("INVALID_ARGUMENT");
    expect((await errorOf(await workbook(sheet("s", [["大类", "中类"]])))).message).toContain("大类, 中类");
    expect((await errorOf(bytes, { maxColumns: 4, datum: "wgs84" })).code).toBe("LIMIT_EXCEEDED");
    expect((await errorOf(bytes, { maxRows: 2, datum: "wgs84" })).code).toBe("LIMIT_EXCEEDED");
    expect((await errorOf(bytes, { encoding: "gb18030" } as never)).code).toBe("UNKNOWN_OPTION");
  });
  test("gives the same facilities as its CSV", async () => {
    const csv = "id,name,typecode,lng,lat\na,药店,90601,104.06,30.66\nb,菜场,060700,104.07,30.67\n";
    const options = { datum: "gcj02" } as const;
    expect(readFacilities(await readXlsx(await workbook(POI), options))).toEqual(readFacilities(readCsv(csv, options)));
  });
});
