import { describe, expect, test } from "vitest";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import { readNeighborhoods } from "../../src/read/read-neighborhoods.js";
import { readNumber, usesDecimalComma } from "../../src/read/read-number.js";
import { readPopulation } from "../../src/read/read-population.js";
import { codesOf, collection, feature, SQUARE } from "../support/geojson-samples.js";

describe("a number as text", () => {
  test.each<[string, number]>([
    ["1234", 1234],
    ["1,234", 1234],
    ["1,234,567", 1_234_567],
    ["12,34,567", 1_234_567],
    ["1.234.567", 1_234_567],
    ["1,234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["1 234", 1234],
    ["1\u00a0234\u202f567", 1_234_567],
    ["1'234", 1234],
    ["1’234", 1234],
    ["１２３４", 1234],
    ["１，２３４", 1234],
    ["12,5", 12.5],
    ["12.5", 12.5],
    ["12.345", 12.345],
    ["0,125", 0.125],
    ["1.2万", 12_000],
    ["1.2万人", 12_000],
    ["约3千人", 3000],
    ["2亿", 2e8],
    ["1,234人", 1234],
    ["0.07万", 700],
    ["1e3", 1000],
    ["1.2E+06", 1_200_000],
    [" 17 ", 17],
  ])("%s is %d", (text, number) => {
    expect(readNumber(text)).toBe(number);
  });
  test.each([
    ["-5"],
    ["1e"],
    ["e3"],
    ["1e-3"],
    ["0x10"],
    ["many"],
    [""],
    ["1,23,4"],
    ["1.2.3"],
    ["12万5"],
    ["5-10"],
    ["≥100"],
    ["1,,2"],
    [","],
  ])("%s is none", (text) => {
    expect(readNumber(text)).toBeNull();
  });
  test("is read as the others of its property are written", () => {
    expect(usesDecimalComma(["1.234", "12,5"])).toBe(true);
    expect(usesDecimalComma(["1.234", "1.234.567"])).toBe(true);
    expect(usesDecimalComma(["1.234", "12.5", "12,5"])).toBe(false);
    expect(usesDecimalComma(["1,234", "1,234,567"])).toBe(false);
    expect(usesDecimalComma(["1.234", 5, null])).toBe(false);
    expect(readNumber("1.234", true)).toBe(1234);
    expect(readNumber("1,234", true)).toBe(1.234);
  });
});

const place = (lon: number, population: unknown) => feature("Point", [lon, 30.665], { id: `p${lon}`, population });

describe("people as text", () => {
  test("are people, whatever order they come in", () => {
    const cells = [place(104.061, "1.234"), place(104.062, "1.000.000"), place(104.063, "12,5")];
    for (const input of [collection(...cells), collection(...[...cells].reverse())])
      expect([...readPopulation(input).places.population].sort((a, b) => a - b)).toEqual([12.5, 1234, 1_000_000]);
    const area = feature("Polygon", [SQUARE], { id: "a", population: "1,2万" });
    expect(readNeighborhoods(area).rows[0]?.population).toBe(12_000);
  });
  test("that cannot be read at all are not nobody", () => {
    const reading = readPopulation(collection(place(104.061, "n.d."), place(104.062, "secret")));
    expect(reading.places.count).toBe(0);
    expect(codesOf(reading)).toEqual(["population.invalid", "population.unreadable"]);
    const report = computeCoverage({
      neighborhoods: feature("Polygon", [SQUARE], { id: "a", population: 70 }),
      facilities: feature("Point", [104.065, 30.665], { id: "f", category: "pharmacy" }),
      population: collection(place(104.061, "n.d."), place(104.062, "secret")),
    });
    const codes = report.diagnostics.map(({ code }) => code);
    expect(codes).toContain("population.unreadable");
    expect(codes).not.toContain("neighborhood.unpopulated");
    expect(report.neighborhoods[0]?.population).toBe(70);
  });
  test("of whom some can be read are those", () => {
    const reading = readPopulation(collection(place(104.061, "5"), place(104.062, "secret")));
    expect(codesOf(reading)).toEqual(["population.invalid"]);
    expect(reading.places.count).toBe(1);
  });
});
