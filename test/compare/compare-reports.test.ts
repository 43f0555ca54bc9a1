import { describe, expect, test } from "vitest";
import { compareReports } from "../../src/compare/compare-reports.js";
import { toComparisonText } from "../../src/compare/to-comparison-text.js";
import { computeCoverage, elderlyWalking, openScenario, prepareCity } from "../../src/index.js";
import { smallCity } from "../support/small-city.js";

const { neighborhoods, facilities, streets } = smallCity;
const city = prepareCity({ neighborhoods, facilities, streets });
const before = computeCoverage(city);

function withClinic() {
  const scenario = openScenario(city);
  scenario.addFacility({ id: "bank", categories: ["bank"], location: [104.0705, 30.665] });
  return scenario.report();
}

describe("compareReports", () => {
  test("a report and itself: nothing changed", () => {
    const comparison = compareReports(before, before);
    expect(comparison.methodChanges).toEqual([]);
    expect(comparison.inputChanges).toEqual([]);
    expect(comparison.city.isChanged).toBe(false);
    expect(comparison.neighborhoods.map(({ isChanged }) => isChanged)).toEqual([false, false]);
    expect(toComparisonText(comparison)).toContain("No number changed.");
    expect(toComparisonText(comparison, { locale: "zh" })).toContain("没有任何数字变化。");
  });

  test("every number is that of the two reports", () => {
    const after = withClinic();
    const { city: whole, neighborhoods: areas, basis } = compareReports(before, after);
    expect(basis).toBe("population");
    for (const { id } of before.standard.circles) {
      expect(whole.circles[id]?.score).toEqual({
        before: before.city.circles[id]?.score,
        after: after.city.circles[id]?.score,
      });
      expect(areas[0]?.circles[id]?.complete.after).toBe(after.neighborhoods[0]?.circles[id]?.population.share);
    }
    expect(whole.requirements.bank?.status).toEqual({ before: "no-data", after: after.city.requirements.bank?.status });
    expect(whole.requirements.bank?.share.before).toBeNull(); // no data is not zero
    expect(whole.isChanged).toBe(true);
  });

  test("newly missing and no longer missing are each other's when the reports change places", () => {
    const slow = computeCoverage(city, { profile: { ...elderlyWalking, speedMetersPerSecond: 0.3 } });
    const there = compareReports(before, slow);
    const back = compareReports(slow, before);
    const lost = Object.values(there.neighborhoods[0]?.circles ?? {}).flatMap(({ newlyMissing }) => newlyMissing);
    const won = Object.values(back.neighborhoods[0]?.circles ?? {}).flatMap(({ noLongerMissing }) => noLongerMissing);
    expect(lost.length).toBeGreaterThan(0);
    expect(won).toEqual(lost);
  });

  test("another profile, standard and travel are told, by name, and only those", () => {
    const other = computeCoverage(city, { profile: elderlyWalking });
    expect(compareReports(before, other).methodChanges).toEqual([
      { what: "profile", before: before.profile.label, after: elderlyWalking.label },
    ]);
    expect(toComparisonText(compareReports(before, other), { locale: "zh" })).toContain(
      "出行人群：标准步行 → 老年人步行",
    );
    const straight = computeCoverage(prepareCity({ neighborhoods, facilities }));
    const { methodChanges, inputChanges } = compareReports(before, straight);
    expect(methodChanges.map(({ what }) => what)).toEqual(["travel"]);
    expect(inputChanges).toEqual([{ layer: "streets", before: 1, after: 0 }]);
  });

  test("two versions of one standard are told apart, and a source alone is none", () => {
    const { standard } = before;
    const requirements = standard.requirements.map((one, row) => (row === 0 ? { ...one, threshold: 1 } : one));
    const other = { ...before, standard: { ...standard, requirements } };
    expect(compareReports(before, other).methodChanges.map(({ what }) => what)).toEqual(["standard"]);
    expect(toComparisonText(compareReports(before, other))).toContain("(not the same in detail)");
    const retold = { ...before, standard: { ...standard, source: "another edition" } };
    expect(compareReports(before, retold).methodChanges).toEqual([]);
    const inMeters = computeCoverage(city, { standard: { ...city.standard, judgeBy: "network" } });
    expect(compareReports(before, inMeters).methodChanges.map(({ what }) => what)).toEqual(["judgeBy"]);
  });

  test("what only one has is named, and a report without a common circle is refused", () => {
    const half = computeCoverage({
      neighborhoods: { ...neighborhoods, features: neighborhoods.features.slice(0, 1) },
      facilities,
      streets,
    });
    const comparison = compareReports(before, half);
    expect(comparison.onlyBefore.neighborhoods).toEqual([{ id: "east", name: "东区" }]);
    expect(comparison.onlyAfter.neighborhoods).toEqual([]);
    expect(toComparisonText(comparison)).toContain("东区");
    const circles = before.standard.circles.map((circle) => ({ ...circle, id: `${circle.id}2` }));
    const strange = { ...before, standard: { ...before.standard, circles } };
    expect(() => compareReports(before, strange)).toThrow("no circle in common");
    expect(() => compareReports(before, {} as typeof before)).toThrow("must be a report from computeC");
    expect(() => toComparisonText({} as typeof comparison)).toThrow("must be a comparison from compareReports");
  });

  test("names cannot command a terminal", () => {
    const evil = { ...before, neighborhoods: before.neighborhoods.map((one) => ({ ...one, name: "\u001b[31mred" })) };
    const slow = computeCoverage(city, { profile: elderlyWalking });
    const evilAfter = { ...slow, neighborhoods: slow.neighborhoods.map((one) => ({ ...one, name: "\u001b[31mred" })) };
    expect(toComparisonText(compareReports(evil, evilAfter))).not.toContain("\u001b");
  });
});
