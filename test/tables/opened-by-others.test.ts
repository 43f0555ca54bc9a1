import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { toGeoPackage, toXlsx } from "../../src/tables/index.js";
import { toCsv } from "../../src/tables/to-csv.js";
import { toCsvt } from "../../src/tables/to-csvt.js";
import { judgeJincheng } from "../support/jincheng.js";

const { city, report } = judgeJincheng();
const folder = mkdtempSync(join(tmpdir(), "quarterhour-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs tests that need a program. Without it they are skipped, and said; where CI is set, they run, and so fail. */
function describeWith(program: string, tests: () => void): void {
  const isThere = spawnSync(program, ["--version"]).error === undefined;
  if (isThere || process.env.CI !== undefined) describe(program, tests);
  else describe.skip(`${program} (skipped: it is not installed)`, tests);
}

describeWith("soffice", () => {
  test("opens the workbook, with Chinese headers and all rows", { timeout: 110_000 }, async () => {
    writeFileSync(join(folder, "r.xlsx"), await toXlsx(report, { locale: "zh" }));
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    spawnSync("soffice", [profile, "--headless", "--convert-to", filter, "r.xlsx"], { cwd: folder });
    const sheet = (name: string) => readFileSync(join(folder, `r-${name}.csv`), "utf8").split("\n");
    expect(sheet("指标统计表")[0]).toMatch(/^生活圈,要求,必备\/提升,阈值/);
    expect(sheet("社区明细").filter((line) => line.startsWith("JC"))).toHaveLength(report.neighborhoods.length);
    expect(sheet("短板清单")[0]).toContain("未覆盖人口");
    expect(sheet("说明")[1]).toContain("一刻钟生活圈覆盖评估");
    expect(sheet("数据来源").join("\n")).toContain("GB 50180-2018");
  });
});

describeWith("ogrinfo", () => {
  test("opens the GeoPackage: layers, counts and fields, and a style for each circle", async () => {
    const path = join(folder, "r.gpkg");
    writeFileSync(path, await toGeoPackage(report, city, { locale: "zh" }));
    const { stdout, stderr } = spawnSync("ogrinfo", ["-so", "-al", path], { encoding: "utf8" });
    expect(stderr).toBe("");
    const counts = [...stdout.matchAll(/Layer name: (\w+)[\s\S]*?Feature Count: (\d+)/g)].map(([, name, count]) => [
      name,
      Number(count),
    ]);
    expect(counts).toEqual([
      ["neighborhoods", report.neighborhoods.length],
      ["facilities", city.facilities.length],
      ["isochrones", 3 * report.neighborhoods.length],
      ["layer_styles", report.standard.circles.length],
    ]);
    expect(stdout).toContain("convenience_score: Real");
    const named = spawnSync("ogrinfo", ["-q", path, "neighborhoods", "-where", "id='JC07'"], { encoding: "utf8" });
    expect(named.stdout).toContain("南津社区");
  });

  test("reads the columns of the CSV file as the .csvt says", () => {
    writeFileSync(join(folder, "r.csv"), toCsv(report));
    writeFileSync(join(folder, "r.csvt"), toCsvt(report));
    const { stdout } = spawnSync("ogrinfo", ["-so", "-al", join(folder, "r.csv")], { encoding: "utf8" });
    expect(stdout).toContain("Population: Real");
    expect(stdout).toMatch(/Convenience circle: Score: Real/);
    expect(stdout).toMatch(/Convenience circle: Grade: String/);
  });
});

test("the same report gives the same bytes", async () => {
  const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(b);
  expect(isSame(await toXlsx(report), await toXlsx(report))).toBe(true);
  expect(isSame(await toGeoPackage(report, city), await toGeoPackage(report, city))).toBe(true);
});

test("every column of the CSV file has a type, and what is called a number is one", () => {
  const [types = ""] = toCsvt(report).trim().split("\r\n");
  const [header = ""] = toCsv(report).split("\r\n");
  expect(types.split(",")).toHaveLength(header.split(",").length);
});
