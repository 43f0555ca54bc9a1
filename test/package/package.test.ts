import { readFileSync } from "node:fs";
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

/** A judgement of a square of 1 km without facilities, in one line of JSON. */
const USE = `
const ring = [[104.06, 30.66], [104.07, 30.66], [104.07, 30.67], [104.06, 30.67], [104.06, 30.66]];
const feature = { type: "Feature", properties: { id: "a", population: 100 }, geometry: { type: "Polygon", coordinates: [ring] } };
const report = computeCoverage({ neighborhoods: feature, facilities: { type: "FeatureCollection", features: [] } });
console.log(JSON.stringify([report.schemaVersion, report.neighborhoods[0].id]));
`;
const USED = '[1,"a"]\n';

function runNode(file: string): Said {
  return runProgram(process.execPath, [file], consumer.folder);
}

describe("the tarball", () => {
  test("holds what is built, the license and the manifest, and nothing else", () => {
    const others = consumer.packedFiles.filter((path) => !/^dist\/[\w/.-]+\.(js|d\.ts|js\.map)$/.test(path));
    expect(["LICENSE", "package.json"].filter((path) => !others.includes(path))).toEqual([]);
    expect(
      others.filter((path) => !["CHANGELOG.md", "LICENSE", "README.md", "README.zh.md", "package.json"].includes(path)),
    ).toEqual([]);
    for (const path of ["dist/index.js", "dist/index.d.ts", "dist/node/index.js", "dist/node/cli.js"])
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

  test("computeCoverage alone, bundled and packed, is no larger than it was (it was to be 40 kB: see decision 0022)", async () => {
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
    expect(gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length).toBeLessThan(88_000);
  });

  installed("brings neither Turf nor a development tool", () => {
    const tree = runProgram("npm", ["ls", "--all", "--parseable"], consumer.folder).stdout;
    expect(tree).toContain("rbush");
    expect(tree).not.toMatch(/@turf|typescript|vitest|esbuild/);
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

  installed("all of it is bundled for browsers", async () => {
    consumer.write("all.mjs", `export * from "quarterhour";`);
    expect(await bundle("all.mjs")).not.toMatch(/["'`]node:/);
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
      "toErrorText",
      "writeOutputs",
    ]);
  });

  async function bundle(file: string): Promise<string> {
    const { outputFiles } = await build({
      entryPoints: [join(consumer.folder, file)],
      bundle: true,
      format: "esm",
      platform: "browser",
      minify: true,
      write: false,
      logLevel: "error",
    });
    return outputFiles[0]?.text ?? "";
  }
});
