/**
 * Shows that Node, Deno, Bun and Chromium give the same report, byte for byte, from the built library. Run: npm run test:runtimes
 *
 * Where Deno and Bun cannot be installed, it says SKIPPED and passes, but not under CI=true. The same holds for
 * Chromium; the others are compared without it.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { CITIES_PATH } from "../support/cities.js";
import { findChromium } from "../support/find-chromium.js";
import { installRuntimes, type Runtime, thisNode } from "./find-runtimes.js";
import { judgeInChromium } from "./judge-in-chromium.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TOWN = join(ROOT, "fixtures", "jincheng");
const SCRIPT = join(ROOT, "test", "runtimes", "hash-reports.mjs");

/** What is compared: one line of the table. */
interface Check {
  readonly what: string;
  readonly hash: string;
  readonly seconds: number;
}

interface City {
  readonly name: string;
  readonly layers: Readonly<Record<string, string>>;
}

function listCities(): City[] {
  const layersIn = (folder: string, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name.split(".")[0] ?? name, join(folder, name)]));
  const town = layersIn(TOWN, ["neighborhoods.geojson", "facilities.geojson", "streets.geojson", "population.geojson"]);
  const malta = resolve(CITIES_PATH, "malta");
  if (!existsSync(malta)) {
    console.log(`Malta is left out: there is no folder ${malta} (set QUARTERHOUR_CITIES).`);
    return [{ name: "Jincheng", layers: town }];
  }
  const layers = layersIn(malta, ["neighborhoods.geojson", "facilities.geojson.gz", "streets.geojson.gz"]);
  return [
    { name: "Jincheng", layers: town },
    { name: "Malta", layers },
  ];
}

/** Runs a script in a runtime; gives what it prints. */
function runScript({ name, program, args }: Runtime, script: string, scriptArgs: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, [...args, script, ...scriptArgs], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr.trim().slice(0, 2000)}`);
  return stdout;
}

function runChecks(runtime: Runtime, cities: readonly City[]): Check[] {
  const printed: { name: string; report: string; renderings: string; seconds: number }[] = JSON.parse(
    runScript(runtime, SCRIPT, [JSON.stringify(cities)]),
  );
  const start = performance.now();
  const layers = Object.entries(cities[0]?.layers ?? {}).flatMap(([layer, path]) => [`--${layer}`, path]);
  const json = runScript(runtime, join(ROOT, "dist", "node", "cli.js"), ["run", ...layers, "--json"]);
  const seconds = (performance.now() - start) / 1000;
  return [
    ...printed.flatMap(({ name, report, renderings, seconds: spent }) => [
      { what: `report of ${name}`, hash: report, seconds: spent },
      { what: `text, map, tables of ${name}`, hash: renderings, seconds: 0 },
    ]),
    { what: "command run --json", hash: createHash("sha256").update(json).digest("hex"), seconds },
  ];
}

async function checkInChromium(program: string, cities: readonly City[], folder: string): Promise<Check[]> {
  const checks: Check[] = [];
  for (const { name, layers } of cities) {
    const start = performance.now();
    const { report, renderings } = await judgeInChromium(program, layers, folder);
    const seconds = (performance.now() - start) / 1000;
    checks.push(
      { what: `report of ${name}`, hash: report, seconds },
      { what: `text, map, tables of ${name}`, hash: renderings, seconds: 0 },
    );
  }
  return checks;
}

/** Prints one line per check; gives the numbers of those that passed and failed. */
function compare(
  expected: readonly Check[],
  checks: readonly Check[],
  runtime: Pick<Runtime, "version"> & { readonly name: string },
): readonly [number, number] {
  const failed = expected.filter(({ what, hash }) => {
    const found = checks.find((check) => check.what === what);
    const isSame = found?.hash === hash;
    const time = found === undefined || found.seconds === 0 ? "" : `${found.seconds.toFixed(2)} s`;
    const name = `${runtime.name} ${runtime.version}`;
    const cells = [name.padEnd(14), what.padEnd(32), (found?.hash.slice(0, 16) ?? "nothing").padEnd(16)];
    console.log([...cells, (isSame ? "same" : "DIFFERENT").padEnd(9), time].join("  ").trimEnd());
    return !isSame;
  });
  return [expected.length - failed.length, failed.length];
}

/** What a runtime gives; nothing, and why is printed, if it fails. */
async function tried(run: () => Check[] | Promise<Check[]>): Promise<readonly Check[]> {
  try {
    return await run();
  } catch (error) {
    console.log(String(error));
    return [];
  }
}

async function main(): Promise<number> {
  if (!existsSync(join(ROOT, "dist", "index.js"))) {
    console.error("dist is missing: run npm run build first.");
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), "quarterhour-runtimes-"));
  try {
    const cities = listCities();
    let others: readonly Runtime[];
    try {
      others = installRuntimes(folder);
    } catch (error) {
      const isCi = process.env.CI === "true";
      console.log(`${isCi ? "FAILED" : "SKIPPED"}: Deno and Bun cannot be installed here. ${String(error)}`);
      return isCi ? 1 : 0;
    }
    const expected = runChecks(thisNode(), cities);
    const results: (readonly [number, number])[] = [];
    for (const runtime of [thisNode(), ...others])
      results.push(compare(expected, await tried(() => runChecks(runtime, cities)), runtime));
    const chromium = findChromium();
    if (chromium === null) {
      const isCi = Boolean(process.env.CI);
      console.log(`${isCi ? "FAILED" : "SKIPPED"}: there is no Chromium on the path (set CHROMIUM).`);
      if (isCi) results.push([0, 1]);
    }
    if (chromium !== null) {
      const checks = await tried(() => checkInChromium(chromium.program, cities, folder));
      const ofLibrary = expected.filter(({ what }) => !what.startsWith("command"));
      results.push(compare(ofLibrary, checks, { name: "Chromium", version: chromium.version.split(".")[0] ?? "" }));
    }
    const passed = results.reduce((sum, [count]) => sum + count, 0);
    const failed = results.reduce((sum, [, count]) => sum + count, 0);
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
