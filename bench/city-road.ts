/** Measures the road from GeoJSON text to report, part by part. Run: npm run bench -- road */
import { Bench } from "tinybench";
import { selectFacilities } from "../dist/facilities.js";
import {
  chengduFourCircles,
  computeCoverage,
  onNetwork,
  PreparedCity,
  prepareCity,
  standardWalking,
} from "../dist/index.js";
import { buildModeNetwork, buildNetwork, walking } from "../dist/network.js";
import { readFacilities, readNeighborhoods, readPopulation, readStreets } from "../dist/read.js";
import { travelCityFor } from "../dist/travel.js";
import { type CityTexts, loadCityTexts } from "./city-texts.js";
import { recordEntry } from "./entries.js";

const FRAGMENT_METERS = 500;
const RUNS = 5;
const WARM_UPS = 3;

interface Row {
  readonly what: string;
  readonly medianMs: number;
}

type Parts = Readonly<Record<string, () => unknown>>;

/**
 * Measures the parts of the road, in three stages: what works on texts, on a prepared city, on objects. Nothing of a stage is left in
 * the next, for a garbage collector that has a city's objects to look through slows everything down.
 */
async function measureCity(city: CityTexts): Promise<Row[]> {
  const onTexts = await run(partsOnTexts(city));
  const onPrepared = await run(partsOnPrepared(city));
  const onObjects = await run(partsOnObjects(city));
  const [parse, read, whole] = onTexts as [Row, Row, Row];
  const [again, anotherProfile, ...searches] = onPrepared as [Row, Row, ...Row[]];
  const rows = [parse, read, ...onObjects, ...searches, whole, again, anotherProfile];
  process.stderr.write(`${city.city}: ${JSON.stringify(rows)}\n`);
  return rows;
}

async function run(parts: Parts): Promise<Row[]> {
  const bench = new Bench({ iterations: RUNS, time: 0, warmupIterations: WARM_UPS, warmupTime: 0 });
  for (const [what, part] of Object.entries(parts)) bench.add(what, part);
  await bench.run();
  return bench.tasks.map(({ name, result }): Row => {
    if (!("latency" in result)) throw new Error(`${name} failed: ${JSON.stringify(result)}`);
    return { what: name, medianMs: result.latency.p50 };
  });
}

function partsOnTexts({ texts, options }: CityTexts): Parts {
  const names = options.properties ?? {};
  return {
    "JSON.parse of all layers (the measure)": () => Object.values(texts).map((text) => JSON.parse(text)),
    "read: text → checked facts": () => [
      readNeighborhoods(texts.neighborhoods, { properties: names.neighborhoods ?? {} }),
      readFacilities(texts.facilities),
      readStreets(texts.streets),
      texts.population === undefined ? null : readPopulation(texts.population, { properties: names.population ?? {} }),
    ],
    "the whole: text → report": () => computeCoverage(texts, options),
  };
}

function partsOnPrepared({ city, texts, options }: CityTexts): Parts {
  const prepared = prepareCity(texts, options);
  const travelCity = travelCityFor(PreparedCity.parts(prepared), chengduFourCircles.categories, standardWalking);
  const cityStreets = travelCity.streets;
  if (cityStreets === null) throw new Error(`${city} has no streets`);
  const warm = onNetwork().prepare(travelCity, standardWalking);
  const categories = [...new Set(travelCity.facilities.flatMap((facility) => facility.categories))].sort();
  const request = { unit: "seconds", cutoff: 1800, nearestCount: 1, categories } as const;
  // another order each time: the last table is remembered
  const rotated = () => {
    categories.push(categories.shift() ?? "");
    return [...categories];
  };
  let speed = 1;
  const another = () => {
    speed += 1e-6;
    const speeds = {
      speedMetersPerSecond: speed,
      stepsSpeedMetersPerSecond: speed,
      offStreetSpeedMetersPerSecond: speed,
    };
    return { ...standardWalking, ...speeds, id: `walk ${speed}` };
  };
  let accessMeters = standardWalking.maxAccessMeters;
  const { network } = cityStreets.modeNetwork;
  const megabytes = Object.values(texts).reduce((sum, text) => sum + text.length, 0) / 1e6;
  sizes.set(
    city,
    `${megabytes.toFixed(1)} MB of GeoJSON text, ${network.nodeCount.toLocaleString("en")} nodes, ` +
      `${network.edgeCount.toLocaleString("en")} edges, ${prepared.origins.count.toLocaleString("en")} origins, ` +
      `${travelCity.facilities.length.toLocaleString("en")} facilities, ${prepared.neighborhoods.length} neighborhoods`,
  );
  return {
    "the report again, on the prepared city": () => computeCoverage(prepared),
    "the report for another profile, on the prepared city": () => computeCoverage(prepared, { profile: another() }),
    "snapping: origins and facilities onto edges": () => {
      // another distance each time, by a hair: what was snapped before is remembered
      accessMeters += 1e-6;
      return [cityStreets.attachedOrigins(accessMeters), cityStreets.attachedFacilities(accessMeters)];
    },
    [`search: nearest of ${categories.length} categories`]: () =>
      warm.fillTable({ ...request, categories: rotated(), countWithin: categories.map(() => null) }),
    "search: the same, and counts within 15 minutes": () =>
      warm.fillTable({ ...request, categories: rotated(), countWithin: categories.map(() => 900) }),
  };
}

function partsOnObjects({ texts, options }: CityTexts): Parts {
  const parsed = Object.fromEntries(Object.entries(texts).map(([layer, text]) => [layer, JSON.parse(text)]));
  const input = parsed as Parameters<typeof prepareCity>[0];
  const { streets } = readStreets(input.streets ?? []);
  return {
    "classify facilities": () => selectFacilities(readFacilities(input.facilities).rows, chengduFourCircles.categories),
    "network: facts → graph, islands, index": () => buildModeNetwork(buildNetwork(streets), walking, FRAGMENT_METERS),
    "prepare: objects → city": () => prepareCity(input, options),
  };
}

/** What a profile of new_york shows (twelve roads in one process). */
const WHAT_TAKES_THE_TIME: readonly string[] = [
  "Asked for were 2.5 for the whole and 0.25 for the report again. A profile of twelve roads of new_york: tables 35 % (half of it building the",
  "hierarchy), reading and checking 19, network and its grid 14, attaching origins and facilities 8, judging 7, origins 6, facilities 5; a fifth of it all is",
  "the garbage collector. No part alone is what is missing: reading and checking every byte takes as long as `JSON.parse`, and so does",
  "building the network, of which `JSON.parse` knows nothing.",
];

const sizes = new Map<string, string>();

/** Measures each city that is there. */
export async function measureRoad(): Promise<string> {
  const results: { readonly city: string; readonly rows: readonly Row[] }[] = [];
  for (const texts of loadCityTexts()) results.push({ city: texts.city, rows: await measureCity(texts) });
  return toMarkdown(results);
}

function toMarkdown(results: readonly { readonly city: string; readonly rows: readonly Row[] }[]): string {
  const lines = [
    "## From text to report",
    "",
    `Medians of ${RUNS} runs after ${WARM_UPS}, one process, one thread. The last column is the ratio to \`JSON.parse\` of the same text`,
    "in the same run: it holds where milliseconds do not.",
  ];
  for (const { city, rows } of results) {
    const base = rows[0]?.medianMs ?? Number.NaN;
    lines.push(
      "",
      `### ${city}`,
      "",
      `${sizes.get(city)}.`,
      "",
      "| part | median, ms | × JSON.parse |",
      "| --- | ---: | ---: |",
    );
    for (const { what, medianMs } of rows) recordEntry(`${city}: ${what}`, "× JSON.parse", medianMs / base);
    for (const { what, medianMs } of rows)
      lines.push(`| ${what} | ${medianMs.toFixed(0)} | ${(medianMs / base).toFixed(2)} |`);
  }
  return [...lines, "", ...WHAT_TAKES_THE_TIME].join("\n");
}
