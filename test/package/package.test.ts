import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Consumer, ROOT, runProgram, runTool, type Said } from "./consumer.js";

const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
let consumer: Consumer;
beforeAll(() => {
  consumer = new Consumer();
});
afterAll(() => consumer?.remove());

/** A square of 1 km. */
const BLOCK = {
  type: "Feature",
  properties: { id: "a", population: 100 },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [104.06, 30.66],
        [104.07, 30.66],
        [104.07, 30.67],
        [104.06, 30.67],
        [104.06, 30.66],
      ],
    ],
  },
};
/** A judgement of it without facilities, in one line of JSON. */
const USE = `
const report = computeCoverage({ neighborhoods: ${JSON.stringify(BLOCK)}, facilities: { type: "FeatureCollection", features: [] } });
console.log(JSON.stringify([report.schemaVersion, report.neighborhoods[0].id]));
`;
const USED = '[2,"a"]\n';

/** What a bundle for browsers must not hold. */
const NODE_ONLY = /["'`]node:|\brequire\(["'`]/;
const BROWSER_DOORS = Object.keys(manifest.exports)
  .filter((door) => !["./node", "./queue", "./worker"].includes(door) && !door.endsWith(".json"))
  .map((door) => door.replace(".", "quarterhour"));

function runNode(file: string): Said {
  return runProgram(process.execPath, [file], consumer.folder);
}

describe("the tarball", () => {
  test("holds what is built, the license and the manifest, and nothing else", () => {
    const others = consumer.packedFiles.filter(
      (path) => !/^dist\/[\w/.-]+\.(js|d\.ts)$|^schemas\/\w+\.json$/.test(path),
    );
    expect(["LICENSE", "package.json"].filter((path) => !others.includes(path))).toEqual([]);
    expect(
      others.filter((path) => !["CHANGELOG.md", "LICENSE", "README.md", "README.zh.md", "package.json"].includes(path)),
    ).toEqual([]);
    for (const path of ["dist/index.js", "dist/index.d.ts", "dist/node.js", "dist/node/cli.js", "schemas/report.json"])
      expect(consumer.packedFiles).toContain(path);
  });

  test("runs nothing when it is installed", () => {
    const hooks = ["preinstall", "install", "postinstall", "prepare", "prepublish", "preprepare", "postprepare"];
    expect(Object.keys(manifest.scripts).filter((name) => hooks.includes(name))).toEqual([]);
  });

  test("publint finds nothing", () => {
    const { exitCode, stdout } = runTool("publint", ["run", consumer.tarball, "--strict"], consumer.folder);
    expect(stdout).toContain("All good!");
    expect(exitCode).toBe(0);
  });

  test("are-the-types-wrong finds nothing", () => {
    const args = [consumer.tarball, "--profile", "esm-only", "--no-emoji", "--format", "ascii"];
    const { exitCode, stdout } = runTool("attw", args, consumer.folder);
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
    expect(stdout.match(/node16 \(from ESM\): OK/g)).toHaveLength(Object.keys(manifest.exports).length);
  });
});

describe("installed in an empty folder", () => {
  beforeAll(() => {
    if (!consumer.install())
      console.warn("No registry can be reached: the tests of the installed package are skipped.");
  });
  const installed = (claim: string, check: () => void | Promise<void>) =>
    test(claim, async (context) => {
      context.skip(!consumer.install(), "the registry cannot be reached");
      await check();
    });

  installed("is imported", () => {
    consumer.write("use.mjs", `import { computeCoverage } from "quarterhour";${USE}`);
    expect(runNode("use.mjs")).toEqual({ exitCode: 0, stdout: USED, stderr: "" });
  });

  installed("is required by CommonJS", () => {
    consumer.write("use.cjs", `const { computeCoverage } = require("quarterhour");${USE}`);
    expect(runNode("use.cjs")).toMatchObject({ exitCode: 0, stdout: USED });
  });

  test("computeCoverage alone, bundled and packed, is no larger than it was; it is to be 105 kB (see decision 0022)", async () => {
    const contents = 'export { computeCoverage } from "quarterhour";';
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: consumer.folder },
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "neutral",
      target: "es2022",
      mainFields: ["module", "main"],
    });
    // standards of others are for whoever imports them
    for (const name of ["Chengdu", "Street Smart"])
      expect([name, outputFiles[0]?.text.includes(name)]).toEqual([name, name === "Chengdu"]);
    expect(gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length).toBeLessThan(147_500);
  });

  installed("brings neither Turf, nor what only some want, nor a development tool, and takes 10.5 MB at most", () => {
    const tree = runProgram("npm", ["ls", "--all", "--parseable"], consumer.folder).stdout;
    expect(tree).toContain("rbush");
    expect(tree).not.toMatch(/@turf|sql\.js|parquet|resvg|hono|typescript|vitest|esbuild/);
    const modules = join(consumer.folder, "node_modules");
    const sizes = readdirSync(modules, { recursive: true, encoding: "utf8" }).map((path) =>
      statSync(join(modules, path)),
    );
    const bytes = sizes.filter((stat) => stat.isFile()).reduce((sum, { size }) => sum + size, 0);
    expect(bytes).toBeLessThan(10.5e6);
  });

  for (const [moduleKind, resolution] of [
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ] as const)
    installed(`its types are strict under moduleResolution ${resolution}`, () => {
      consumer.write(
        `types-${resolution}.ts`,
        `import { computeCoverage, minutes, type CoverageReport, type Diagnostic, type Standard } from "quarterhour";
import { readGeoJsonFile, writeOutputs } from "quarterhour/node";
export function judge(path: string, standard: Standard): CoverageReport {
  const city = { neighborhoods: readGeoJsonFile(path), facilities: readGeoJsonFile(path) };
  return computeCoverage(city, { standard, onProgress: ({ stage }) => stage.toUpperCase() });
}
export const codes = (report: CoverageReport): Diagnostic["code"][] => report.diagnostics.map(({ code }) => code);
export const written: (report: CoverageReport) => Promise<readonly string[]> = (report) => writeOutputs("out", report, { neighborhoods: [] }, { locale: "zh" });
export const seconds: number = minutes(15);
// @ts-expect-error a misspelt option
export const misspelt = () => computeCoverage({ neighborhoods: [], facilities: [] }, { standart: 1 });
`,
      );
      const options = ["--strict", "--exactOptionalPropertyTypes", "--noEmit", "--target", "es2022"];
      const compiler = ["--module", moduleKind, "--moduleResolution", resolution, "--skipLibCheck", "false"];
      const { exitCode, stdout } = runTool("tsc", [...options, ...compiler, `types-${resolution}.ts`], consumer.folder);
      expect(stdout).toBe("");
      expect(exitCode).toBe(0);
    });

  installed("is bundled for browsers, without anything of Node", async () => {
    consumer.write("use-browser.mjs", `import { computeCoverage } from "quarterhour";${USE}`);
    const code = await bundle("use-browser.mjs");
    expect(code).not.toMatch(/["'`]node:|\brequire\(|\bprocess\.|\bBuffer\b/);
    consumer.write("bundled.mjs", code);
    expect(runNode("bundled.mjs")).toEqual({ exitCode: 0, stdout: USED, stderr: "" });
  });

  installed("every door but Node's is bundled for browsers as a whole", async () => {
    for (const door of BROWSER_DOORS) {
      consumer.write("all.mjs", `export * from "${door}";`);
      expect(await bundle("all.mjs"), door).not.toMatch(NODE_ONLY);
    }
  });

  installed("each rendering is bundled alone for browsers, where no optional package is installed", async () => {
    const renderings = await listRenderings();
    expect(renderings.length).toBeGreaterThan(14);
    for (const { door, name } of renderings)
      for (const platform of ["browser", "neutral"] as const) {
        consumer.write("alone.mjs", `export { ${name} } from "${door}";`);
        expect(await bundle("alone.mjs", platform), `${name} of ${door}`).not.toMatch(NODE_ONLY);
      }
  });

  installed("the workbook alone, bundled for browsers, is written", async () => {
    consumer.write(
      "workbook.mjs",
      `import { computeCoverage } from "quarterhour"; import { toXlsx } from "quarterhour/tables";${USE}
       const bytes = await toXlsx(report);
       console.log(String.fromCharCode(...bytes.subarray(0, 2)), bytes.length > 5000);`,
    );
    consumer.write("bundled-workbook.mjs", await bundle("workbook.mjs"));
    expect(runNode("bundled-workbook.mjs")).toEqual({ exitCode: 0, stdout: `${USED}PK true\n`, stderr: "" });
  });

  installed("a table takes a browser less than 20 kB, and nothing of what other files are made with", async () => {
    consumer.write("table.mjs", `export { toCsv } from "quarterhour/tables";`);
    const code = await bundle("table.mjs");
    expect(gzipSync(code, { level: 9 }).length).toBeLessThan(20_000);
    expect(code).not.toMatch(/CREATE TABLE|worksheets|<svg/);
  });

  installed("an optional package that is missing is named when its rendering is called", () => {
    consumer.write(
      "missing.mjs",
      `import { computeCoverage } from "quarterhour"; import { toGeoPackage, toGeoParquet } from "quarterhour/tables";${USE}
       const city = { neighborhoods: [] };
       for (const write of [toGeoPackage, toGeoParquet])
         await write(report, city).catch(({ code, message }) => console.log(code, message));`,
    );
    const { stdout } = runNode("missing.mjs");
    expect(stdout).toContain("PACKAGE_MISSING toGeoPackage needs packages that are not installed: sql.js.");
    expect(stdout).toContain("npm install hyparquet-writer");
  });

  installed("the command writes all but the GeoPackage, and says in one line what that needs", () => {
    consumer.write("neighborhoods.geojson", JSON.stringify(BLOCK));
    consumer.write("facilities.geojson", JSON.stringify({ type: "FeatureCollection", features: [] }));
    const run = (...args: readonly string[]) => {
      const layers = ["--neighborhoods", "neighborhoods.geojson", "--facilities", "facilities.geojson"];
      return runProgram("npx", ["--no-install", "quarterhour", "run", ...layers, ...args], consumer.folder);
    };
    const english = run("--lang", "en", "-o", "out-en");
    expect(english.exitCode).toBe(0);
    expect(english.stderr.split("\n").filter((line) => line.includes("sql.js"))).toEqual([
      "Did not write report.gpkg: run npm install sql.js first.",
    ]);
    expect(run("--lang", "zh", "-o", "out-zh").stderr).toContain("未写入 report.gpkg：请先运行 npm install sql.js。");
    const written = readdirSync(join(consumer.folder, "out-en"));
    expect(written).toContain("report.xlsx");
    expect(written).not.toContain("report.gpkg");
    const asked = run("--lang", "en", "--also", "gpkg", "-o", "out-asked");
    expect(asked.exitCode).not.toBe(0);
    expect(asked.stderr).toContain("PACKAGE_MISSING");
    expect(readdirSync(consumer.folder)).not.toContain("out-asked");
  });

  installed("is left out of a bundle that only imports it", async () => {
    consumer.write("bare.mjs", `import "quarterhour";`);
    expect((await bundle("bare.mjs")).trim()).toBe("");
  });

  installed("its command runs", () => {
    const said = runProgram("npx", ["--no-install", "quarterhour", "--version"], consumer.folder);
    expect(said).toMatchObject({ exitCode: 0, stdout: `${manifest.version}\n` });
  });

  installed("its Node part is found by its name", async () => {
    const path = createRequire(join(consumer.folder, "use.mjs")).resolve("quarterhour/node");
    const part = await import(pathToFileURL(path).href);
    expect(Object.keys(part).sort()).toEqual([
      "findMapDrawing",
      "openPool",
      "readGeoJsonFile",
      "readInWorker",
      "toErrorText",
      "writeOutputs",
    ]);
  });

  /** Every `to…` of the doors that a browser may open. */
  async function listRenderings(): Promise<{ readonly door: string; readonly name: string }[]> {
    const { resolve } = createRequire(join(consumer.folder, "use.mjs"));
    const lists = await Promise.all(
      BROWSER_DOORS.map(async (door) => {
        const names = Object.keys(await import(pathToFileURL(resolve(door)).href));
        return names.filter((name) => /^to[A-Z]/.test(name)).map((name) => ({ door, name }));
      }),
    );
    return lists.flat();
  }

  async function bundle(file: string, platform: "browser" | "neutral" = "browser"): Promise<string> {
    const { outputFiles } = await build({
      platform,
      mainFields: ["module", "main"],
      entryPoints: [join(consumer.folder, file)],
      bundle: true,
      format: "esm",
      minify: true,
      write: false,
      logLevel: "error",
    });
    return outputFiles[0]?.text ?? "";
  }
});
