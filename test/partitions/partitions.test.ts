import type { FeatureCollection } from "geojson";
import { describe, expect, test } from "vitest";
import { planCity } from "../../src/assess/plan-city.js";
import { toQuestion } from "../../src/assess/question.js";
import { PreparedCity } from "../../src/city/prepared-city.js";
import {
  briskWalking,
  type CoverageOptions,
  type CoverageReport,
  computeCoverage,
  elderlyWalking,
  prepareCity,
  straightLine,
} from "../../src/index.js";
import { PartitionCutter } from "../../src/partitions/cut-partition.js";
import { mergeGroups, mergePartitions, planPartitions, runPartition } from "../../src/partitions/index.js";
import { mergeResults } from "../../src/partitions/merge-results.js";
import { judgePartition } from "../../src/partitions/run-partition.js";
import { collection, polygonFeature } from "../support/desert-grid.js";
import { draw, drawIndex, type Random, seededRandom } from "../support/random.js";
import { type RandomTown, randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";

const standard = standardOf([
  { category: "shop", threshold: { time: 90 } },
  { category: "school", threshold: { time: 120 }, orElse: [{ category: "park", threshold: { network: 150 } }] },
  { category: "park", threshold: { straight: 130 } },
]);
const text = (report: CoverageReport) => JSON.stringify(report);

/** Small blocks all over a town, some of which lie over others, and one far away. */
function blocks({ at, sizeMeters }: RandomTown, random: Random): FeatureCollection {
  const side = sizeMeters / (2 + drawIndex(random, 4));
  const block = (id: string, x: number, y: number, size: number) =>
    polygonFeature([at(x, y), at(x + size, y), at(x + size, y + size), at(x, y + size)], {
      id,
      ...(random() < 0.7 && { population: drawIndex(random, 300) }),
    });
  const features = [];
  for (let x = -side; x < sizeMeters + side; x += side)
    for (let y = -side; y < sizeMeters + side; y += side)
      features.push(block(`b${features.length}`, x, y, side * (random() < 0.2 ? 1.5 : 1)));
  return collection([...features, block("far", 4 * sizeMeters, 4 * sizeMeters, side)]);
}
/** Parts rows among a few parts by chance: nothing lies together. */
function drawTiling(random: Random, count: number): number[][] {
  const parts = Array.from({ length: 2 + drawIndex(random, 6) }, (): number[] => []);
  for (let row = 0; row < count; row++) draw(random, parts).push(row);
  return parts.filter((rows) => rows.length > 0);
}
/** Judges each part of a tiling by itself, and puts the results together. */
function inParts(city: PreparedCity, options: CoverageOptions, tiling: readonly number[][], haloMeters?: number) {
  const parts = PreparedCity.parts(city);
  const cutter = new PartitionCutter(parts, planCity(parts, toQuestion(city, options)));
  const { plan } = planPartitions(city, options);
  const results = tiling.map((neighborhoodRows, i) =>
    judgePartition(cutter.cut({ id: String(i), neighborhoodRows }, plan.key, haloMeters), options.travel),
  );
  return { report: mergeResults(plan, results), cutter };
}
function drawTown(seed: number) {
  const random = seededRandom(seed + 5);
  const town = randomTown(seed, { facilityCount: 16, originCount: 60 });
  const { streets, population, ...input } = toTownInput(town, seed);
  const city = prepareCity(
    {
      ...{ ...input, neighborhoods: blocks(town, random) },
      ...(random() < 0.9 && { streets }),
      ...(random() < 0.5 && { population }),
    },
    { standard, originSpacingMeters: draw(random, [25, 50]) },
  );
  return { city, random };
}

describe("a city in partitions", () => {
  test("gives the report of the whole, byte for byte, whoever travels and however it is parted", () => {
    const asked: readonly CoverageOptions[] = [
      {},
      { profile: elderlyWalking },
      { profile: { ...briskWalking, maxAccessMeters: 90 } },
      { travel: [straightLine({ detourFactor: 1.2 })] },
    ];
    let inner = 0;
    for (let seed = 0; seed < 40; seed++) {
      const { city, random } = drawTown(seed);
      const options = draw(random, asked);
      const whole = computeCoverage(city, options);
      const { report, cutter } = inParts(city, options, drawTiling(random, city.neighborhoods.length));
      expect(text(report) === text(whole), `seed ${seed}`).toBe(true);
      const wider = inParts(city, options, drawTiling(random, city.neighborhoods.length), 1.7 * cutter.reachMeters);
      expect(text(wider.report) === text(whole), `seed ${seed}, wider`).toBe(true);
      const narrow = inParts(city, options, drawTiling(random, city.neighborhoods.length), 0.2 * cutter.reachMeters);
      if (text(narrow.report) !== text(whole)) inner++;
    }
    expect(inner).toBeGreaterThan(25); // a halo below the reach is not enough
  });
  test("gives the same through files and JSON, for partitions of any size", () => {
    for (let seed = 100; seed < 120; seed++) {
      const { city, random } = drawTown(seed);
      const { plan, cut } = planPartitions(city, { nodes: draw(random, [1, 20, 80, 1e6]) });
      const results = plan.partitions.map(({ id }) => runPartition(cut(id)));
      expect(plan.partitions.flatMap(({ neighborhoodRows }) => neighborhoodRows).sort((a, b) => a - b)).toEqual([
        ...city.neighborhoods.keys(),
      ]);
      const report = mergePartitions(JSON.parse(JSON.stringify(plan)), results.reverse());
      expect(text(report) === text(computeCoverage(city)), `seed ${seed}`).toBe(true);
    }
  });
  test("sums up groups of neighborhoods as if there were no others", () => {
    for (let seed = 200; seed < 210; seed++) {
      const { city, random } = drawTown(seed);
      const { plan, cut } = planPartitions(city, { nodes: draw(random, [20, 80]) });
      const results = plan.partitions.map(({ id }) => runPartition(cut(id)));
      const isIn = city.neighborhoods.map(() => random() < 0.4);
      const groups = mergeGroups(plan, results, ({ id }) =>
        isIn[city.neighborhoods.findIndex((one) => one.id === id)] ? "in" : null,
      );
      const rows = [...isIn.keys()].filter((row) => isIn[row]);
      if (rows.length === 0) expect(groups).toEqual([]);
      else
        expect(JSON.stringify(groups), `seed ${seed}`).toBe(
          JSON.stringify([{ id: "in", name: null, ...inParts(city, {}, [rows]).report.city }]),
        );
    }
  });
});
