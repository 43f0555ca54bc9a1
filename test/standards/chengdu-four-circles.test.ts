import { describe, expect, test } from "vitest";
import { toSourceText } from "../../src/report/sentences.js";
import { chengduFourCircles } from "../../src/standards/chengdu-four-circles.js";
import { validateStandard } from "../../src/standards/validate-standard.js";

const { requirements } = chengduFourCircles;
const requirement = (id: string) => requirements.find((one) => one.id === id);

describe("the four circles of Chengdu", () => {
  test("are a valid standard", () => {
    expect(() => validateStandard(chengduFourCircles)).not.toThrow();
  });
  test("stand in the order in which they are named", () => {
    expect(chengduFourCircles.circles.map(({ id }) => id)).toEqual([
      "lifeService",
      "publicTransport",
      "publicService",
      "convenience",
    ]);
  });
  test("ask for every category once, under its own id, and for the pocket park only in place of a park", () => {
    const asked = requirements.map(({ category }) => category);
    const expected = chengduFourCircles.categories.map(({ id }) => id).filter((id) => id !== "pocket_park");
    expect([...asked].sort()).toEqual([...expected].sort());
    for (const { id, category } of requirements) expect(id).toBe(category);
    expect(requirement("park")).toMatchObject({
      threshold: { time: 600, network: 500 },
      orElse: [{ category: "pocket_park", threshold: { time: 300, network: 300 } }],
    });
  });
  test("name a source for every threshold", () => {
    for (const { id, source } of requirements)
      for (const locale of ["zh", "en"] as const)
        expect([id, toSourceText(source, locale).length > 5]).toEqual([id, true]);
  });
  test("call only those thresholds verified that were seen for the very category", () => {
    expect(requirements.filter(({ verified }) => verified).map(({ id }) => id)).toEqual([
      "elderly_day_care",
      "bus_stop",
      "rail_station",
      "ferry",
      "kindergarten",
      "primary_school",
      "middle_school",
    ]);
  });
  test("say where a threshold is our own", () => {
    const ours = requirements.filter(({ source }) => toSourceText(source, "en").includes("our choice"));
    expect(ours.length).toBeGreaterThan(10);
    for (const { source, verified } of ours) {
      expect(verified).toBe(false);
      expect(toSourceText(source, "zh")).toContain("本项目设定");
    }
  });
  test.each([
    ["kindergarten", 5, 300],
    ["primary_school", 10, 500],
    ["middle_school", 15, 1000],
    ["police_station", 15, 800],
    ["convenience_store", 5, 300],
  ])("%s: %d minutes, %d m", (id, minutes, meters) => {
    expect(requirement(id)).toMatchObject({ threshold: { time: minutes * 60, network: meters } });
  });
  test.each([
    ["bus_stop", 500],
    ["rail_station", 800],
    ["ferry", 1000],
  ])("%s: %d m and no minutes, whatever is judged by", (id, meters) => {
    expect(requirement(id)?.threshold).toEqual({ network: meters });
  });
  test("show the gym and the bookstore without counting them twice", () => {
    const labels = requirements.filter(({ necessity }) => necessity === "label").map(({ id }) => id);
    expect(labels).toEqual(["gym", "bookstore"]);
    expect(chengduFourCircles.scoring?.weights).toEqual({ mandatory: 2, optional: 1, label: 0 });
  });
  test("have 28 mandatory categories", () => {
    const count = (circle: string) =>
      requirements.filter((one) => one.circle === circle && one.necessity === "mandatory").length;
    expect(["lifeService", "publicTransport", "publicService", "convenience"].map(count)).toEqual([8, 2, 9, 9]); // 28 in all
  });
});
