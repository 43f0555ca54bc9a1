import { expect, test } from "vitest";
import { computeCoverage, prepareCity, toMarkdown, toText } from "../../src/index.js";
import { viewCircles } from "../../src/report/circle-view.js";
import { sixFunctions } from "../../src/standards/index.js";
import { jincheng } from "../support/jincheng.js";
import { standardOf } from "../support/test-standard.js";

test("a circle of labels is shown, and is not said to have no data", () => {
  const report = computeCoverage(prepareCity(jincheng(), { standard: sixFunctions }));
  expect(viewCircles(report, report.city).map(({ state, share }) => [state, share])).toEqual(
    sixFunctions.circles.map(() => ["labels", null]),
  );
  for (const write of [toText, toMarkdown]) {
    expect(write(report)).toContain("shown only");
    expect(write(report, { locale: "zh" })).toContain("仅作标注");
  }
});

test("a circle that holds others and has no line of its own is told by theirs", () => {
  const circles = [
    { id: "inner", label: { zh: "内", en: "Inner" }, source: "test" },
    { id: "outer", label: { zh: "外", en: "Outer" }, source: "test", includes: ["inner"] },
  ];
  const standard = standardOf([{ category: "pharmacy", circle: "inner", threshold: { time: 900 } }], { circles });
  const facilities = {
    ...{ type: "Feature", properties: { category: "pharmacy" } },
    geometry: { type: "Point", coordinates: [104.06, 30.66] },
  };
  const report = computeCoverage(prepareCity({ ...jincheng(), facilities }, { standard }));
  const [inner, outer] = viewCircles(report, report.city);
  expect([inner?.state, outer?.state]).toEqual(["judged", "judged"]);
  expect(outer?.share).toBe(inner?.share);
});
