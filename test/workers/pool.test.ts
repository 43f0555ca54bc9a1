import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
// threads run the built library, so this side does, too: `npm test` builds first
import * as library from "../../dist/index.js";
import { openPool } from "../../dist/node.js";
import { describeCity, readCityText } from "../support/cities.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";

const { briskWalking, computeCoverage, isochronePolygons, prepareCity, saveCity } = library;
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const standard = standardOf([
  { category: "shop", threshold: { time: 300 } },
  { category: "school", threshold: { time: 500 }, orElse: [{ category: "park", threshold: { network: 350 } }] },
]);
const townOf = (seed: number) => prepareCity(toTownInput(randomTown(seed, { originCount: 60 }), seed), { standard });

describe("a pool of threads", () => {
  test("gives the same report, byte for byte, with 1, 2 and 4 workers as without", async () => {
    for (const workers of [1, 2, 4]) {
      for (let seed = 0; seed < 3; seed++) {
        const city = townOf(seed);
        const pool = openPool(seed % 2 === 0 ? city : saveCity(city), { workers });
        for (const options of [{}, { profile: briskWalking }, { standard }])
          expect(JSON.stringify(await pool.computeCoverage(options))).toBe(
            JSON.stringify(computeCoverage(city, options)),
          );
        pool.close();
      }
    }
  });
  test("without streets gives the same report", async () => {
    const { streets: _, ...input } = toTownInput(randomTown(3), 3);
    const city = prepareCity(input, { standard });
    const pool = openPool(city, { workers: 2 });
    expect(JSON.stringify(await pool.computeCoverage())).toBe(JSON.stringify(computeCoverage(city)));
    pool.close();
  });
  test("draws the same isochrones, in order", async () => {
    const town = randomTown(2, { originCount: 31 });
    const city = prepareCity(toTownInput(town, 2), { standard });
    const starts = town.origins.map(([lon, lat]) => ({ location: [lon, lat] as const }));
    const pool = openPool(city, { workers: 3 });
    const drawn = await pool.isochronePolygons(starts, [300, 600]);
    expect(drawn).toEqual(isochronePolygons(city, starts, [300, 600]));
    expect(await pool.isochronePolygons([], [300])).toEqual([]);
    pool.close();
  });
  test("takes travel models and measures by the modules that export them", async () => {
    const city = townOf(4);
    const pool = openPool(city, { workers: 2 });
    const dist = (name: string) => new URL(`../../dist/${name}.js`, import.meta.url).href;
    const own = new URL("../support/exported-models.mjs", import.meta.url).href;
    const { bySledge, furthestShop } = await import(own);
    const { completeness } = await import(dist("measures"));
    const report = await pool.computeCoverage({
      travel: [
        { module: dist("index"), export: "straightLine", arguments: [{ detourFactor: 1.7 }] },
        { module: own, export: "bySledge" },
      ],
      measures: [
        { module: dist("measures"), export: "completeness", arguments: [600] },
        { module: own, export: "furthestShop" },
      ],
    });
    pool.close();
    const alone = computeCoverage(city, {
      travel: [library.straightLine({ detourFactor: 1.7 }), bySledge],
      measures: [completeness(600), furthestShop],
    });
    expect(JSON.stringify(report)).toBe(JSON.stringify(alone));
    expect(report.travel.map(({ id }) => id)).toEqual(["straightLine", "bySledge"]);
  });
  test.each([
    [{ module: "no-such-package", export: "x" }, "no-such-package"],
    [{ module: "node:path", export: "noSuchExport" }, "noSuchExport"],
    [{ module: "node:path", export: "sep", arguments: [] }, "a function"],
    [{ module: 5, export: "x" }, "a string"],
    [null, "an object"],
    [() => 1, "an object"],
  ])("refuses %o as a travel model, and says why", async (named, word) => {
    const pool = openPool(townOf(1), { workers: 1 });
    await expect(pool.computeCoverage({ travel: [named as never] })).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      message: expect.stringContaining(word),
    });
    pool.close();
  });
  test("its report shows itself as that of computeCoverage does: printed, in a notebook, and as a page with trials", async () => {
    const city = townOf(1);
    const pool = openPool(city, { workers: 2 });
    const options = { standard: { ...library.chengduFourCircles, judgeBy: "network" as const }, profile: briskWalking };
    const [report, alone] = [await pool.computeCoverage(options), computeCoverage(city, options)];
    pool.close();
    expect(inspect(report)).toMatch(/^CoverageReport: 5 neighborhoods/);
    expect(inspect(report)).toBe(inspect(alone));
    const inNotebook = (shown: object): Promise<Record<string, string>> =>
      Reflect.get(shown, Symbol.for("Jupyter.display"))();
    expect(Object.keys(await inNotebook(report))).toEqual(["text/plain", "text/markdown", "text/html"]);
    expect(await inNotebook(report)).toEqual(await inNotebook(alone));
    const page = library.toHtml(report, city);
    expect(page).toContain('id="block-city"');
    expect(page).toBe(library.toHtml(alone, city));
  });
  test("tells how far it is, and ends with everything done", async () => {
    const pool = openPool(townOf(1), { workers: 2 });
    const seen: string[] = [];
    await pool.computeCoverage({}, { onProgress: ({ stage, done, total }) => seen.push(`${stage} ${done === total}`) });
    pool.close();
    expect(seen).toContain("search true");
    expect(seen.at(-1)).toBe("judge true");
  });
  test("hands on errors with their codes, and goes on afterward", async () => {
    const pool = openPool(townOf(1), { workers: 2 });
    await expect(pool.isochronePolygons([{ facilityId: "nobody" }], [300])).rejects.toMatchObject({
      name: "CoverageError",
      code: "INVALID_ARGUMENT",
    });
    await expect(pool.computeCoverage({ measure: [] } as object)).rejects.toMatchObject({ code: "UNKNOWN_OPTION" });
    await expect(pool.computeCoverage()).resolves.toMatchObject({ schemaVersion: 2 });
    pool.close();
    await expect(pool.computeCoverage()).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  });
  test.each([0, 1.5, 65, Number.NaN])("of %s workers is refused", (workers) => {
    expect(() => openPool(townOf(1), { workers })).toThrow(/workers must be from 1 to 64/);
  });
});

describe("an abort", () => {
  test("before and amid the work rejects with the signal's reason, and leaves a pool that works", async () => {
    const pool = openPool(townOf(1), { workers: 2 });
    await expect(pool.computeCoverage({}, { signal: AbortSignal.abort("early") })).rejects.toBe("early");
    const controller = new AbortController();
    const running = pool.computeCoverage({}, { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(running).rejects.toThrow("enough");
    await expect(pool.computeCoverage()).resolves.toMatchObject({ schemaVersion: 2 });
    pool.close();
  });
});

/** Runs a program with a pool in a process of its own; gives what it prints. It must end by itself. */
function runProgram(body: string): string {
  const program = `
    import { prepareCity, computeCoverage } from "./dist/index.js";
    import { openPool } from "./dist/node.js";
    const block = (lon) => ({ type: "Feature", properties: { id: String(lon), population: 9 }, geometry: { type: "Polygon",
      coordinates: [[[lon, 0], [lon + 0.004, 0], [lon + 0.004, 0.004], [lon, 0.004], [lon, 0]]] } });
    const city = prepareCity({
      neighborhoods: [block(0), block(0.004), block(0.008)],
      facilities: [{ type: "Feature", properties: { id: "p", category: "pharmacy" },
        geometry: { type: "Point", coordinates: [0.002, 0.002] } }],
      streets: [{ type: "Feature", properties: { id: "s", highway: "footway" },
        geometry: { type: "LineString", coordinates: [[0, 0.002], [0.012, 0.002]] } }],
    });
    ${body}`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: ROOT,
    encoding: "utf8",
    timeout: 60_000,
  });
  expect(status, stderr).toBe(0);
  return stdout.trim();
}

describe("nothing is left running", () => {
  test("by a pool that was never closed", () => {
    expect(
      runProgram(`const report = await openPool(city, { workers: 2 }).computeCoverage();
        console.log(JSON.stringify(report) === JSON.stringify(computeCoverage(city)));`),
    ).toBe("true");
  });
  test("after an abort", () => {
    expect(
      runProgram(`const controller = new AbortController();
        const running = openPool(city, { workers: 2 }).computeCoverage({}, { signal: controller.signal });
        controller.abort("stopped");
        console.log(await running.catch((reason) => reason));`),
    ).toBe("stopped");
  });
});

describe("a worker that crashes", () => {
  test("is replaced, and its part done again; after three times it is given up", async () => {
    const { ThreadCrew } = await import("../../src/workers/thread-crew.js");
    let crashes = 0;
    const crew = (times: number) =>
      new ThreadCrew(
        ({ onMessage, onCrash }) => ({
          post: (message) => {
            if (message.kind === "city") return;
            if (crashes++ < times) queueMicrotask(() => onCrash("out of memory"));
            else queueMicrotask(() => onMessage({ kind: "done", id: message.id, result: [null] }));
          },
          terminate: () => undefined,
        }),
        new Uint8Array(),
        2,
      );
    const task = { kind: "isochrones", starts: [], seconds: [], profile: null } as const;
    await expect(crew(2).run([task, task, task])).resolves.toEqual([[null], [null], [null]]);
    crashes = 0;
    await expect(crew(100).run([task])).rejects.toMatchObject({ code: "WORKER_CRASHED" });
  });
});

describeCity("porto_alegre", () => {
  test("the same report and isochrones with two workers", async () => {
    const layer = (name: string) => readCityText(`porto_alegre/${name}`);
    const city = prepareCity({
      neighborhoods: layer("neighborhoods.geojson"),
      facilities: layer("facilities.geojson.gz"),
      streets: layer("streets.geojson.gz"),
    });
    const pool = openPool(city, { workers: 2 });
    expect(JSON.stringify(await pool.computeCoverage())).toBe(JSON.stringify(computeCoverage(city)));
    const starts = city.neighborhoods.slice(0, 40).map(({ id }) => ({ neighborhoodId: id }));
    expect(await pool.isochronePolygons(starts, [900])).toEqual(isochronePolygons(city, starts, [900]));
    pool.close();
  });
});

test("the script of a worker is in the package", () => {
  for (const path of ["dist/node/worker.js", "dist/worker.js", "dist/workers.js"])
    expect(existsSync(`${ROOT}${path}`)).toBe(true);
});
