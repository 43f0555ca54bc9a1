import { describe, expect, test } from "vitest";
import { fillTables } from "../../src/assess/fill-tables.js";
import { openJudge } from "../../src/assess/judge-tables.js";
import { planCity } from "../../src/assess/plan-city.js";
import { toQuestion } from "../../src/assess/question.js";
import { PreparedCity } from "../../src/city/prepared-city.js";
import { cityArea, neighborhoodAreas } from "../../src/coverage/areas.js";
import { CityJudge, type JudgeInput } from "../../src/coverage/city-judge.js";
import type { Judgement } from "../../src/coverage/judgement.js";
import { mergeJudgements } from "../../src/coverage/merge-judgements.js";
import { summarizeCity } from "../../src/coverage/summarize-city.js";
import { prepareCity } from "../../src/index.js";
import { completeness, slowestNeed } from "../../src/measures/index.js";
import type { NearestTable } from "../../src/model/travel.js";
import { describeCity, readCityInput } from "../support/cities.js";
import { drawInput, partOf, WEIGHTS, withGroup, withMeasures } from "../support/drawn-city.js";
import { draw, drawIndex, type Random, seededRandom, shuffled } from "../support/random.js";

/** Parts neighborhoods among one to twelve; some parts may be left without any. */
function drawSplit(random: Random, count: number): number[][] {
  const parts = Array.from({ length: 1 + drawIndex(random, 12) }, (): number[] => []);
  for (let row = 0; row < count; row++) parts[drawIndex(random, parts.length)]?.push(row);
  return parts;
}
const judgeOf = (input: JudgeInput, rows: readonly number[]) =>
  // as it would come from another thread
  structuredClone(new CityJudge(partOf(input, rows)).judgement(Uint32Array.from(rows)));
const judgeWhole = (input: JudgeInput) => new CityJudge(input).judgement(Uint32Array.from(input.areas.keys()));
const summarize = (judgement: Judgement, { standard, plan, measureValues, context }: JudgeInput) =>
  summarizeCity(
    judgement,
    {
      ...{ standard, plan, facilities: context.facilities },
      measures: measureValues.map(({ measure }) => measure),
    },
    (row) => judgement.requirements[row] ?? null,
  );
/** Adds up by twos, until one is left. */
function mergeByTwos(random: Random, parts: readonly Judgement[]): Judgement {
  let left = [...parts];
  while (left.length > 1) {
    const [a, b, ...others] = shuffled(random, left) as [Judgement, Judgement, ...Judgement[]];
    left = [mergeJudgements([a, b]), ...others];
  }
  return left[0] as Judgement;
}
/** All of a judgement as text: columns byte for byte. */
const bytesOf = (judgement: Judgement) =>
  JSON.stringify(judgement, (_, value) =>
    ArrayBuffer.isView(value)
      ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64")
      : value,
  );
function drawCity(random: Random): JudgeInput {
  const most = draw(random, [3, 40, 400]);
  const sizes = Array.from({ length: 1 + drawIndex(random, 12) }, () => drawIndex(random, most));
  const { input } = drawInput(random, sizes, draw(random, WEIGHTS));
  const measured = random() < 0.5 ? input : withMeasures(random, input);
  return random() < 0.5 ? measured : withGroup(random, measured);
}

describe("judgements of parts of a city", () => {
  test("add up to the judgement of the whole, byte for byte, however it is parted and in any order", () => {
    for (let seed = 0; seed < 80; seed++) {
      const random = seededRandom(seed);
      const input = drawCity(random);
      const parts = drawSplit(random, input.areas.length).map((rows) => judgeOf(input, rows));
      const merged = mergeJudgements(shuffled(random, parts));
      expect(bytesOf(merged) === bytesOf(judgeWhole(input)), `seed ${seed}`).toBe(true);
      expect(bytesOf(mergeByTwos(random, parts)) === bytesOf(merged), `seed ${seed}, by twos`).toBe(true);
    }
  });
  test("tell of the city what judging all at once tells, byte for byte", () => {
    let differ = 0;
    for (let seed = 200; seed < 280; seed++) {
      const random = seededRandom(seed);
      const input = drawCity(random);
      const parts = drawSplit(random, input.areas.length).map((rows) => judgeOf(input, rows));
      const saidOf = (judgement: Judgement) => JSON.stringify(summarize(judgement, input));
      const whole = JSON.stringify(new CityJudge(input).judged);
      expect(saidOf(mergeByTwos(random, parts)) === whole, `seed ${seed}`).toBe(true);
      expect(saidOf(judgeWhole(input)) === whole, `seed ${seed}, unparted`).toBe(true);
      if (parts.length > 1 && parts.every((part) => saidOf(part) !== whole)) differ++;
    }
    expect(differ).toBeGreaterThan(50); // the parts tell other things than the whole
  });
  test("change nothing they were made of", () => {
    const random = seededRandom(7);
    const input = withMeasures(random, drawInput(random, [30, 0, 12, 50], "any").input);
    const parts = [[1, 3], [0], [2]].map((rows) => judgeOf(input, rows));
    const before = structuredClone(parts);
    const merged = mergeJudgements(parts);
    summarize(merged, input);
    expect(parts).toEqual(before);
    merged.weights.fill(-1);
    expect(parts).toEqual(before);
  });
  test("weigh by people all over the city, where it is told that somebody lives elsewhere", () => {
    for (let seed = 0; seed < 30; seed++) {
      const random = seededRandom(seed);
      const { input } = drawInput(random, [9, 20, 14], "whole");
      const empty = input.areas.findIndex(({ weights }) => weights === input.context.origins.areaSquareMeters);
      if (empty < 0 || input.city.weights === input.context.origins.areaSquareMeters) continue;
      expect(judgeOf(input, [empty]).weights).toHaveLength(0);
      expect(judgeOf(input, [empty]).areas[0]?.population).toBe(0);
    }
  });
});

describe("judgements that do not fit together are refused:", () => {
  const random = seededRandom(1);
  const { input } = drawInput(random, [5, 5, 5], "any");
  test("none at all", () => {
    expect(() => mergeJudgements([])).toThrow(/do not belong together/);
  });
  test("two of one neighborhood", () => {
    const parts = [
      [0, 1],
      [1, 2],
    ].map((rows) => judgeOf(input, rows));
    expect(() => mergeJudgements(parts)).toThrow(
      /contain the neighborhood in row 1\. Assign every neighborhood to one part/,
    );
  });
  test("of two questions", () => {
    const part = judgeOf(input, [0]);
    const other = judgeOf(withMeasures(random, input), [1]);
    expect(() => mergeJudgements([part, other])).toThrow(/do not belong together/);
    const less = { ...judgeOf(input, [2]), requirements: part.requirements.map(() => null) };
    expect(() => mergeJudgements([part, less])).toThrow(/do not belong together/);
  });
});

describeCity("porto_alegre", () => {
  test("judged in parts, tells what it tells as a whole, byte for byte", () => {
    const prepared = prepareCity(readCityInput("porto_alegre"), { originSpacingMeters: 100 });
    const parts = PreparedCity.parts(prepared);
    const measures = [completeness(900), slowestNeed(1800)];
    const plan = planCity(parts, toQuestion(prepared, { measures }));
    const [filled] = fillTables(parts, [plan]);
    if (filled === undefined) throw new Error("no tables");
    const whole = openJudge(parts, plan, filled);
    const { origins, facilities } = { ...parts.city, ...filled };
    const areas = neighborhoodAreas(parts.city.neighborhoods, origins, parts.city.neighborhoodSquareMeters);
    const input: JudgeInput = {
      ...{ standard: plan.standard, plan, tables: filled.tables, areas, city: cityArea(origins, areas) },
      measureValues: measures.map((measure, i) => ({
        measure,
        values: measure.perOrigin(filled.tables.at(i - measures.length) as NearestTable),
      })),
      context: { origins, facilities },
    };
    for (let seed = 0; seed < 3; seed++) {
      const random = seededRandom(seed);
      const judgements = drawSplit(random, areas.length).map((rows) => judgeOf(input, rows));
      const merged = summarize(mergeByTwos(random, judgements), input);
      expect(JSON.stringify(merged) === JSON.stringify(whole.judged), `split ${seed}`).toBe(true);
    }
    expect(whole.judged.areas.length).toBeGreaterThan(50);
  });
});
