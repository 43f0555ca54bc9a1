import { strFromU8, unzipSync } from "fflate";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { toCsv, toGeoJson } from "../../src/index.js";
import type { CoverageReport } from "../../src/model/report.js";
import { toDataDictionary, toGeoParquet, toLongCsv, toXlsx } from "../../src/tables/index.js";
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
    const row = rows.find((one) => one[0] === "JC01" && one[at("Requirement Id")] === "pharmacy") ?? [];
    const found = report.neighborhoods.find(({ id }) => id === "JC01")?.requirements.pharmacy;
    const people = header.flatMap((name, column) => (/^Population \(/.test(name) ? [Number(row[column])] : []));
    expect(people[0]).toBeCloseTo(found?.population.covered ?? -1, 2);
    expect(people.reduce((sum, value) => sum + value, 0)).toBeCloseTo(found?.population.total ?? -1, 2);
  });

  test("no data is an empty cell, never 0", () => {
    const none = withoutData(report);
    const [names = [], ...lines] = readCsv(toLongCsv(none));
    const first =
      lines.find((line) => line[names.indexOf("Requirement Id")] === none.standard.requirements[0]?.id) ?? [];
    for (const name of names.filter((one) => /^Population \((covered|not covered|uncovered)/i.test(one)))
      expect([name, first[names.indexOf(name)]]).toEqual([name, ""]);
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
    expect(sheets).toHaveLength(5);
    for (const [, sheet] of sheets) expect(strFromU8(sheet)).not.toMatch(/<f[ >]/);
    const styles = strFromU8(files["xl/styles.xml"] ?? new Uint8Array());
    expect(styles).toContain('formatCode="@"');
  });

  test("no entry of the archive tells when it was made", async () => {
    const bytes = Buffer.from(await toXlsx(report));
    const times = new Set<number>();
    for (let at = bytes.indexOf("PK\u0003\u0004"); at !== -1; at = bytes.indexOf("PK\u0003\u0004", at + 4))
      times.add(bytes.readUInt32LE(at + 10));
    expect(times.size).toBe(1);
  });
});
