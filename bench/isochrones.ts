/** Measures hundreds of isochrones of one city, and how true they are. Run: npm run build, then npx tsx bench/isochrones.ts */
import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type IsochroneStart,
  isochronePolygons,
  isochrones,
  minutes,
  PreparedCity,
  prepareCity,
} from "../dist/index.js";
import { prepareCity as prepareFromSource } from "../src/index.js";
import { CITIES_PATH, readCityLayer } from "../test/support/cities.js";
import { measureFalseArea } from "../test/support/false-area.js";
import { drawIndex, seededRandom } from "../test/support/random.js";
import { MONACO } from "./city-texts.js";

export interface IsochroneRow {
  readonly what: string;
  /** `null` = nothing was timed. */
  readonly medianMs: number | null;
  readonly note: string;
}

const CITIES = ["porto_alegre", "porto"] as const;
const START_COUNT = 500;
const MINUTES = 15;
const RUNS = 15;
/** The first ones warm the compiler up. */
const WARM_UP_RUNS = 5;
const CELL_METERS = [20, 25, 40] as const;
/** For those without the lines, which take longer. */
const FULL_START_COUNT = 100;
/** As in the tests. */
const FALSE_AREA = { startCount: 20, pointCount: 1000, seconds: minutes(MINUTES) };

/** Measures isochrones of the real cities that are there; a row with a note stands for one that is not. */
export async function measureIsochrones(): Promise<{ readonly rows: readonly IsochroneRow[] }> {
  const rows = measureCity("monaco", MONACO);
  for (const name of CITIES) {
    const path = resolve(CITIES_PATH, name);
    if (existsSync(path)) rows.push(...measureCity(name, path));
    else rows.push({ what: name, medianMs: null, note: `skipped: no data at ${path}; set QUARTERHOUR_CITIES` });
  }
  return { rows };
}

function measureCity(name: string, folder: string): IsochroneRow[] {
  const input = {
    neighborhoods: readCityLayer(`${folder}/neighborhoods.geojson`),
    facilities: readCityLayer(`${folder}/facilities.geojson.gz`),
    streets: readCityLayer(`${folder}/streets.geojson.gz`),
  };
  const city = prepareCity(input);
  const starts = drawStarts(city);
  const source = prepareFromSource(input);
  const what = (text: string) => `${name}: ${text}`;
  const rows = CELL_METERS.map((cellMeters): IsochroneRow => {
    const draw = () => isochronePolygons(city, starts, [minutes(MINUTES)], { cellMeters });
    const medianMs = medianOf(draw);
    const note = `${perSecond(medianMs, START_COUNT)}, ${describe(draw())}, ${falseAreaOf(source, cellMeters)}`;
    return { what: what(`${START_COUNT} polygons of ${MINUTES} minutes, cells of ${cellMeters} m`), medianMs, note };
  });
  const first = medianOfFirst(input, starts);
  rows.push({
    what: what(`the same, cells of 20 m, the first time in a city`),
    medianMs: first,
    note: "lays out streets and ground",
  });
  const some = starts.slice(0, FULL_START_COUNT);
  const full = medianOf(() => some.map((start) => isochrones(city, start, [minutes(MINUTES)])));
  const note = perSecond(full, FULL_START_COUNT);
  rows.push({ what: what(`${FULL_START_COUNT} isochrones with lines, one by one`), medianMs: full, note });
  return rows;
}

/** Random nodes of the streets. */
function drawStarts(city: PreparedCity): IsochroneStart[] {
  const { modeNetwork } = PreparedCity.parts(city).city;
  if (modeNetwork === null) throw new Error("no streets");
  const { nodeCount, nodeLon, nodeLat } = modeNetwork.network;
  const random = seededRandom(1);
  return Array.from({ length: START_COUNT }, () => {
    const node = drawIndex(random, nodeCount);
    return { location: [nodeLon[node] as number, nodeLat[node] as number] };
  });
}

function medianOf(run: () => unknown, runs = RUNS, warmUpRuns = WARM_UP_RUNS): number {
  const times: number[] = [];
  for (let i = 0; i < runs + warmUpRuns; i++) {
    const begin = performance.now();
    run();
    if (i >= warmUpRuns) times.push(performance.now() - begin);
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

/** Each time in a city that was prepared anew; preparing does not count. */
function medianOfFirst(input: Parameters<typeof prepareCity>[0], starts: readonly IsochroneStart[]): number {
  const cities = Array.from({ length: 3 }, () => prepareCity(input));
  return medianOf(() => isochronePolygons(cities.pop() as PreparedCity, starts, [minutes(MINUTES)]), 3, 0);
}

function perSecond(milliseconds: number, count: number): string {
  return `${Math.round((1000 * count) / milliseconds)} per second`;
}

function describe(answers: ReturnType<typeof isochronePolygons>): string {
  const drawn = answers.flatMap((answer) => answer ?? []);
  const rings = drawn.flatMap(({ geometry }) => geometry.coordinates.flat());
  const positions = rings.reduce((sum, ring) => sum + ring.length, 0);
  return `${Math.round(positions / drawn.length)} positions each, ${answers.length - drawn.length} starts off the streets`;
}

function falseAreaOf(city: Parameters<typeof measureFalseArea>[0], cellMeters: number): string {
  const { reached, falseIn, falseOut } = measureFalseArea(city, FALSE_AREA, { cellMeters });
  const percent = (count: number) => `${((100 * count) / reached).toFixed(2)} %`;
  return `false in ${percent(falseIn)}, false out ${percent(falseOut)}`;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { rows } = await measureIsochrones();
  for (const { what, medianMs, note } of rows)
    console.log(`${what}: ${medianMs === null ? "" : `${medianMs.toFixed(0)} ms; `}${note}`);
}
