import { describe, expect, test } from "vitest";
import { minutes } from "../../src/index.js";
import {
  cumulative,
  cumulativeInterval,
  diversity,
  exponential,
  gaussianTruncated,
  gravity,
  halfLife,
  inversePower,
  logistic,
  type Measure,
  perThousand,
  proximityTime,
  raam,
  readMeasure,
  slowestNeed,
  step,
  twoStep,
} from "../../src/measures/index.js";
import { KINDS } from "../../src/measures/measure-kinds.js";
import { measureOrigins } from "../../src/tables/index.js";
import { judgeJincheng } from "../support/jincheng.js";

const { city } = judgeJincheng();
const shops = ["supermarket", "fresh_market"];
const named = (id: string) => ({ id, categories: shops });

/** Texts, and what they are short for. */
const PAIRS: readonly (readonly [text: string, measure: Measure])[] = [
  ["cumulative:of=supermarket,fresh_market", cumulative(minutes(15), named("a"))],
  ["cumulative:within=800:unit=meters:of=supermarket,fresh_market", cumulative(800, { ...named("b"), unit: "meters" })],
  ["interval:from=5:within=20:of=supermarket,fresh_market", cumulativeInterval(300, 1200, named("c"))],
  ["gravity:of=supermarket,fresh_market", gravity(halfLife(600), { ...named("d"), cutoff: 3600 })],
  [
    "gravity:within=30:decay=exponential,0.08:of=supermarket,fresh_market",
    gravity(exponential(0.08 / 60), { ...named("e"), cutoff: 1800 }),
  ],
  [
    "gravity:within=30:decay=logistic,15,5:of=supermarket,fresh_market",
    gravity(logistic(900, 300), { ...named("f"), cutoff: 1800 }),
  ],
  [
    "gravity:within=30:decay=power,1:of=supermarket,fresh_market",
    gravity(inversePower(1, 60), { ...named("g"), cutoff: 1800 }),
  ],
  ["2sfca:of=supermarket,fresh_market", twoStep(step(900), named("h"))],
  ["2sfca:within=20:decay=gaussian:of=supermarket,fresh_market", twoStep(gaussianTruncated(1200), named("i"))],
  ["proximity:k=3:of=supermarket,fresh_market", proximityTime(3, minutes(60), named("j"))],
  ["slowest:within=30:of=supermarket,fresh_market", slowestNeed(minutes(30), named("k"))],
  ["diversity:index=hill1:of=supermarket,fresh_market", diversity(900, { ...named("l"), index: "hill1" })],
  ["raam:tau=30:within=30:of=supermarket,fresh_market", raam({ ...named("m"), cutoff: 1800, tau: 1800 })],
  ["per-thousand:supply=beds:of=supermarket,fresh_market", perThousand("beds", named("n"))],
];

describe("a measure that is written as a text", () => {
  test("is the one that its function makes, to the last bit", () => {
    const texts = PAIRS.map(([text], row) => readMeasure(`${text}:id=text-${row}`));
    const { values } = measureOrigins(city, { measures: [...PAIRS.map(([, measure]) => measure), ...texts] });
    for (const [row, [text, { id }]] of PAIRS.entries())
      expect([text, values[`text-${row}`]]).toEqual([text, values[id]]);
    const told = values.a as Float64Array;
    expect(told.some((value) => value !== told[0])).toBe(true);
  });
  test("can be each that there is, and tells of minutes the share of people within", () => {
    const needs = new Map([["minutes-to", ":amount=3"]]);
    for (const name of Object.keys(KINDS)) expect(readMeasure(`${name}${needs.get(name) ?? ""}`).label.en).not.toBe("");
    const ids = (text: string) => readMeasure(text).summary.map((one) => (typeof one === "string" ? one : one.id));
    expect(ids("nearest")).toContain("within-900");
    expect(ids("slowest:share=10,20")).toEqual(["mean", "median", "p90", "within-600", "within-1200"]);
    expect(ids("cumulative")).not.toContain("within-900");
  });
  test.each([
    ["gravty", /no measure "gravty"/],
    ["cumulative:of", /"of" is no part/],
    ["cumulative:of=", /"of=" is no part/],
    ["cumulative:k=3", /"k=3" is no part/],
    ["cumulative:of=a:of=b", /"of=b" is no part/],
    ["cumulative:within=-5", /within/],
    ["cumulative:unit=meters", /within/],
    ["cumulative:unit=miles:within=3", /unit/],
    ["gravity:decay=logistic,15", /decay "logistic,15"/],
    ["gravity:decay=exponential,none", /rate/],
    ["nearest:share=ten", /share/],
    ["nearest:supply=beds", /"supply=beds" is no part/],
    ["", /no measure ""/],
  ])("is refused with what is wrong: %s", (text, problem) => {
    expect(() => readMeasure(text)).toThrow(problem);
  });
});
