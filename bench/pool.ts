/** Measures saving, loading and threads. Run: npx tsx bench/pool.ts */
import { fileURLToPath } from "node:url";
import {
  computeCoverage,
  isochronePolygons,
  loadCity,
  minutes,
  prepareCity,
  saveCity,
  standardWalking,
} from "../dist/index.js";
import { openPool } from "../dist/node.js";
import { loadCityTexts } from "./city-texts.js";
import { recordEntry } from "./entries.js";

const RUNS = 5;
/** Every thread compiles the library for itself: what is measured is a pool that has been at work for a while. */
const WARM_UPS = 8;
const STARTS = 500;

export interface PoolTimes {
  readonly city: string;
  readonly what: string;
  readonly medianMs: number;
  readonly note: string;
}

/** Measures each city that is there. */
export async function measurePool(): Promise<PoolTimes[]> {
  const rows: PoolTimes[] = [];
  for (const { city, texts, options } of loadCityTexts()) {
    const prepared = prepareCity(texts, options);
    const saved = saveCity(prepared);
    const measure = async (what: string, step: () => unknown, note = "") => {
      const times: number[] = [];
      for (let run = -WARM_UPS; run < RUNS; run++) {
        const start = performance.now();
        await step();
        if (run >= 0) times.push(performance.now() - start);
      }
      rows.push({ city, what, medianMs: times.sort((a, b) => a - b)[RUNS >> 1] ?? 0, note });
    };
    await measure("save", () => saveCity(prepared), `${(saved.length / 1e6).toFixed(1)} MB`);
    await measure("load", () => loadCity(saved));
    let speed = 1;
    // another speed each time: nothing of the search is remembered
    const profile = () => ({ ...standardWalking, id: `walk ${++speed}`, speedMetersPerSecond: 1 + speed / 1e6 });
    const walk = () => {
      const { speedMetersPerSecond, ...rest } = profile();
      const own = { speedMetersPerSecond, stepsSpeedMetersPerSecond: speedMetersPerSecond };
      return { ...rest, ...own, offStreetSpeedMetersPerSecond: speedMetersPerSecond };
    };
    await measure("report for another profile, no workers", () => computeCoverage(prepared, { profile: walk() }));
    const corners = prepared.origins;
    const starts = Array.from({ length: STARTS }, (_, i) => {
      const origin = Math.floor((i * corners.count) / STARTS);
      return { location: [corners.lon[origin] ?? 0, corners.lat[origin] ?? 0] as const };
    });
    await measure(`${STARTS} isochrones, no workers`, () => isochronePolygons(prepared, starts, [minutes(15)]));
    for (const workers of [1, 2]) {
      const pool = openPool(prepared, { workers });
      const who = workers === 1 ? "1 worker" : `${workers} workers`;
      await measure(`report for another profile, ${who}`, () => pool.computeCoverage({ profile: walk() }));
      await measure(`${STARTS} isochrones, ${who}`, () => pool.isochronePolygons(starts, [minutes(15)]));
      pool.close();
    }
  }
  return rows;
}

/** A section of the report. */
export function toPoolSection(rows: readonly PoolTimes[]): string {
  for (const { city, what, medianMs } of rows) recordEntry(`${city}: ${what}`, "ms", medianMs);
  return [
    "## Saving, loading, threads",
    "",
    "| city | work | median, ms | |",
    "| --- | --- | ---: | --- |",
    ...rows.map(({ city, what, medianMs, note }) => `| ${city} | ${what} | ${medianMs.toFixed(0)} | ${note} |`),
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${toPoolSection(await measurePool())}\n`);
