import { spawnSync } from "node:child_process";
import { strFromU8, unzipSync } from "fflate";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { toCsv, toGeoJson } from "../../src/index.js";
import type { CoverageReport } from "../../src/model/report.js";
import { rows, toDataDictionary, toGeoParquet, toLongCsv, toLongParquet, toXlsx } from "../../src/tables/index.js";
import { layOutSheet } from "../../src/tables/lay-out-sheet.js";
import { splitSheets } from "../../src/tables/split-sheets.js";
import { toWorkbookSheets } from "../../src/tables/to-xlsx.js";
import { chartSheet } from "../../src/tables/workbook-charts.js";
import { aboutSheet } from "../../src/tables/workbook-city-sheets.js";
import type { WorkbookSheet } from "../../src/tables/workbook-sheet.js";
import { judgeJincheng } from "../support/jincheng.js";

const { city, report } = judgeJincheng();

/** Reads CSV without line breaks inside of fields. */
function readCsv(text: string): string[][] {
  const lines = text
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n");
  return lines.map((line) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
      .slice(0, -1)
      .map(([, field = ""]) => field.replace(/^"|"$/g, "")),
  );
}

describe("the long table", () => {
  const [header = [], ...rows] = readCsv(toLongCsv(report));
  const at = (name: string) => header.indexOf(name);

  test("has a row for each requirement of the city and of each neighborhood", () => {
    expect(rows).toHaveLength((1 + report.neighborhoods.length) * report.standard.requirements.length);
    expect(rows.every((row) => row.length === header.length)).toBe(true);
  });

  test("its numbers are the report's, and people within, beyond and unknown add up", () => {
    const row = rows.find((one) => one[0] === "JC01" && one[at("requirement_id")] === "pharmacy") ?? [];
    const found = report.neighborhoods.find(({ id }) => id === "JC01")?.requirements.pharmacy;
    const people = header.flatMap((name, column) => (/_people$/.test(name) ? [Number(row[column])] : []));
    expect(people[0]).toBeCloseTo(found?.population.covered ?? -1, 2);
    expect(people.reduce((sum, value) => sum + value, 0)).toBeCloseTo(found?.population.total ?? -1, 2);
  });

  test("thresholds are numbers, in the column of what was measured", () => {
    const columns = ["reach", "threshold_minutes", "threshold_meters", "needed_count"];
    const cells = (id: string) => {
      const row = rows.find((one) => one[0] === "JC01" && one[at("requirement_id")] === id) ?? [];
      return columns.map((name) => row[at(name)]);
    };
    expect(cells("pharmacy")).toEqual(["time", "10", "", "1"]);
    expect(cells("bus_stop")).toEqual(["network", "", "500", "1"]);
    const text = (name: string) =>
      new Set(rows.map((row) => row[at(name)] ?? "?").filter((cell) => !/^[\d.]*$/.test(cell)));
    expect([...text("threshold_minutes"), ...text("threshold_meters"), ...text("needed_count")]).toEqual([]);
  });

  test("no data is an empty cell, never 0", () => {
    const none = withoutData(report);
    const [names = [], ...lines] = readCsv(toLongCsv(none));
    const first =
      lines.find((line) => line[names.indexOf("requirement_id")] === none.standard.requirements[0]?.id) ?? [];
    for (const name of ["covered_people", "uncovered_people"])
      expect([name, first[names.indexOf(name)]]).toEqual([name, ""]);
  });
});

describe("tidy rows", () => {
  const tidy = rows(report, { locale: "zh" });

  test("are those of the long table, cell by cell", () => {
    const [header = [], ...lines] = readCsv(toLongCsv(report, { locale: "zh" }));
    expect(Object.keys(tidy[0] ?? {})).toEqual(header);
    const cells = tidy.map((row) => Object.values(row).map((value) => (value === null ? "" : String(value))));
    const isNumber = (cell: string) => cell !== "" && Number.isFinite(Number(cell));
    const plain = (line: readonly string[]) => line.map((cell) => (isNumber(cell) ? String(Number(cell)) : cell));
    expect(cells.map(plain)).toEqual(lines.map(plain));
  });

  test("are those of the Parquet file, value by value", async () => {
    const bytes = await toLongParquet(report, { locale: "zh" });
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    expect(await parquetReadObjects({ file })).toEqual(tidy);
  });

  test("tell names in the language asked for, and ids as they are", () => {
    const [first] = rows(report);
    expect([first?.area_id, first?.area_name, tidy[0]?.area_name]).toEqual(["", "City", "全市"]);
    expect(tidy[0]?.circle_id).toBe(first?.circle_id);
    expect(new Set(tidy.map(({ status }) => status))).toContain("covered");
  });
});

function withoutData(whole: CoverageReport): CoverageReport {
  const [first] = whole.standard.requirements;
  if (first === undefined) throw new Error("the report has no requirement");
  const found = whole.city.requirements[first.id];
  if (found === undefined) throw new Error("the city lacks it");
  const requirements = { ...whole.city.requirements, [first.id]: { ...found, status: "no-data" as const } };
  return { ...whole, city: { ...whole.city, requirements } };
}

describe("the data dictionary", () => {
  test.each([
    "zh",
    "en",
  ] as const)("has every column of every file, with a meaning in both languages (%s)", (locale) => {
    const [header = [], ...rows] = readCsv(toDataDictionary(report, { locale }));
    const column = (name: string) => header.indexOf(name);
    const columnsOf = (file: string) =>
      rows.filter((row) => (row[0] ?? "").split(" ").includes(file)).map((row) => row[column("column")]);
    expect(columnsOf("report.csv")).toEqual(readCsv(toCsv(report, { locale }))[0]);
    expect(columnsOf("report-long.csv")).toEqual(readCsv(toLongCsv(report, { locale }))[0]);
    const [feature] = toGeoJson(report, city.neighborhoods).features;
    expect(columnsOf("report.geojson")).toEqual(Object.keys(feature?.properties ?? {}));
    for (const row of rows.filter(([file]) => file !== "")) {
      expect(row[column("meaning_zh")]).toMatch(/\p{Script=Han}/u);
      expect(row[column("meaning_en")]).toMatch(/^[a-z]/);
    }
  });
});

describe("GeoParquet", () => {
  test("is read back: the rows of the GeoJSON, geometry and the metadata that says where it is", async () => {
    const bytes = await toGeoParquet(report, city);
    const file = bytes.slice().buffer;
    const rows = await parquetReadObjects({ file });
    const { features } = toGeoJson(report, city.neighborhoods);
    expect(rows.map(({ geometry: _, ...rest }) => rest)).toEqual(features.map(({ properties }) => properties));
    // hyparquet reads well-known binary by itself where the file says that it is one
    expect(rows.map(({ geometry }) => geometry)).toEqual(features.map(({ geometry }) => geometry));
    const meta = parquetMetadata(file).key_value_metadata?.find(({ key }) => key === "geo")?.value ?? "{}";
    expect(JSON.parse(meta)).toMatchObject({
      version: "1.1.0",
      primary_column: "geometry",
      columns: { geometry: { encoding: "WKB", geometry_types: ["MultiPolygon"] } },
    });
  });

  test("the same report gives the same bytes; a neighborhood without an outline stays", async () => {
    const again = await toGeoParquet(report, city);
    expect(Buffer.from(await toGeoParquet(report, city)).equals(again)).toBe(true);
    const bare = await parquetReadObjects({ file: (await toGeoParquet(report, { neighborhoods: [] })).slice().buffer });
    expect(bare).toHaveLength(report.neighborhoods.length);
    expect(bare[0]?.geometry ?? null).toBeNull();
  });
});

describe("the workbook", () => {
  test("a name that looks like a formula or like an escape of Excel's stays what it is", async () => {
    const names = ["=1+1", "a_x0041_b", "-x", "正常"];
    const neighborhoods = report.neighborhoods.map((one, row) => ({ ...one, name: names[row] ?? one.name }));
    const files = unzipSync(await toXlsx({ ...report, neighborhoods }));
    const strings = strFromU8(files["xl/sharedStrings.xml"] ?? new Uint8Array());
    expect(strings).toContain("<t>a_x005F_x0041_b</t>");
    expect(strings).toContain("<t>=1+1</t>");
    const sheets = Object.entries(files).filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(6);
    for (const [, sheet] of sheets) expect(strFromU8(sheet)).not.toMatch(/<f[ >]/);
    const styles = strFromU8(files["xl/styles.xml"] ?? new Uint8Array());
    expect(styles).toContain('formatCode="@"');
  });

  const partOf = async (name: string, options: Parameters<typeof toXlsx>[1] = {}) =>
    strFromU8(unzipSync(await toXlsx(report, options))[name] ?? new Uint8Array());

  test("every table repeats its headers and its first columns on every printed page, and is as wide as pages of paper", async () => {
    const workbook = await partOf("xl/workbook.xml");
    expect(workbook.match(/_xlnm\.Print_Titles[^>]*>[^<]*/g)).toHaveLength(6);
    expect(workbook).toMatch(/Neighborhoods!\$1:\$1,Neighborhoods!\$A:\$B/);
    const sheet = await partOf("xl/worksheets/sheet4.xml");
    expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape"/);
    expect(Number(/fitToWidth="(\d+)"/.exec(sheet)?.[1])).toBeGreaterThan(1);
    expect(sheet).toContain("page &amp;P of &amp;N");
  });

  test.each([
    "en",
    "zh",
  ] as const)("no header is cut: no word is longer than its column, and the row is as high as its lines (%s)", (locale) => {
    const frame = { title: "", foot: "", page: "" };
    for (const sheet of toWorkbookSheets(report, { locale })) {
      const { columns = [], rowDefs } = layOutSheet(sheet, frame);
      const height = rowDefs?.get(0)?.height ?? 0;
      sheet.columns.forEach(({ header }, x) => {
        const width = columns[x]?.width ?? 0;
        const places = (text: string) =>
          [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0);
        if (!/\p{Script=Han}/u.test(header))
          for (const word of header.split(/[\s/]+/)) expect(places(word)).toBeLessThan(width);
        expect(Math.ceil(places(header) / width) * 13).toBeLessThanOrEqual(height);
      });
    }
  });

  test("charts are Excel's own, drawn from the cells beside them, the lowest first", async () => {
    const chart = await partOf("xl/charts/chart2.xml");
    expect(chart).toContain("<c:barChart>");
    const [, last] = /<c:f>'?Charts'?!\$B\$2:\$B\$(\d+)<\/c:f>/.exec(chart) ?? [];
    const { rows } = chartSheet(report, "en");
    const shares = rows.slice(0, Number(last) - 1).map((row) => Number(row[1]));
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  test("times are rounded up and scores down, thresholds are whole where they are, and tiny shares are not 0 %", () => {
    const [, , indicators] = toWorkbookSheets(report, {});
    const at = (header: string) => indicators?.columns.findIndex((one) => one.header === header) ?? -1;
    const row = indicators?.rows.find((cells) => cells[1] === "Pharmacy") ?? [];
    const { seconds } = report.city.requirements.pharmacy ?? {};
    expect(row[at("Median minutes")]).toBe(Math.ceil((seconds?.median ?? 0) / 6 - 1e-9) / 10);
    expect(row[at("Threshold (min)")]).toBe(10);
    const sheet: WorkbookSheet = {
      name: "s",
      columns: [{ header: "h", kind: "share", width: 9 }],
      rows: [[0], [0.0001], [0.9999], [1]],
      frozenColumns: 0,
    };
    const { cells } = layOutSheet(sheet, { title: "", foot: "", page: "" });
    const formats = [1, 2, 3, 4].map((y) => cells?.get(`${y},0`)?.style?.numFmt);
    expect(formats).toEqual([undefined, '"<1%"', '">99%"', undefined]);
  });

  test("names of facilities stand beside their ids where they are known", () => {
    const [, , , , shortfalls] = toWorkbookSheets(report, { facilities: city.facilities });
    const id = shortfalls?.columns.findIndex(({ header }) => header === "Nearest facility") ?? -1;
    expect(shortfalls?.columns[id + 1]?.header).toBe("Name of the nearest facility");
    const names = new Map(city.facilities.map((one) => [one.id, one.name]));
    const told = shortfalls?.rows.filter((row) => row[id] !== null) ?? [];
    expect(told.length).toBeGreaterThan(10);
    for (const row of told) expect(row[id + 1]).toBe(names.get(String(row[id])) ?? null);
  });

  test("a list longer than a sheet goes on in the next one, no row is lost, and it is said where", () => {
    const sheet: WorkbookSheet = { name: "List", columns: [], frozenColumns: 0, rows: [[1], [2], [3], [4], [5]] };
    const { sheets, continuations } = splitSheets([sheet, { ...sheet, name: "Short", rows: [[9]] }], 3);
    expect(sheets.map(({ name, rows }) => [name, rows.flat()])).toEqual([
      ["List", [1, 2]],
      ["List (2)", [3, 4]],
      ["List (3)", [5]],
      ["Short", [9]],
    ]);
    const about = aboutSheet(report, { locale: "en", surface: "library", continuations });
    expect(about.rows).toContainEqual(["List", "Goes on in List (2), List (3): a sheet holds 1048576 rows at most."]);
  });

  test("the bytes are the same in every time zone", () => {
    const program = `import { createHash } from "node:crypto";
      import { packWorkbook } from "./src/tables/pack-workbook.ts";
      const bytes = await packWorkbook([{ name: "sheet", rows: [["text", 1]] }]);
      console.log(createHash("sha256").update(bytes).digest("hex"));`;
    const [first, ...others] = ["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"].map((TZ) => {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ["--import", "tsx", "--input-type=module", "--eval", program],
        { env: { ...process.env, TZ }, encoding: "utf8" },
      );
      return stdout.trim() || stderr;
    });
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(others)).toEqual(new Set([first]));
  });

  test("no entry of the archive tells when it was made", async () => {
    const bytes = Buffer.from(await toXlsx(report));
    const times = new Set<number>();
    for (let at = bytes.indexOf("PK\u0003\u0004"); at !== -1; at = bytes.indexOf("PK\u0003\u0004", at + 4))
      times.add(bytes.readUInt32LE(at + 10));
    expect(times.size).toBe(1);
  });
});
