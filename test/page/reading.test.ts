// What the page writes and colors, held against the report that it was given.

import { expect, test } from "vitest";
import { reasonsAmong, withReasons } from "../../src/explain/find-reasons.js";
import { chooseScoreColors } from "../../src/maps/map-style.js";
import type { CoverageReport } from "../../src/model/report.js";
import { describeReport } from "../../src/page/report-block.js";
import { toHtml } from "../../src/page/to-html.js";
import { writeAreaCard } from "../../src/page/view/area-card.js";
import { AreaShapes } from "../../src/page/view/area-shapes.js";
import { firstChoice } from "../../src/page/view/choice.js";
import { writeLegend } from "../../src/page/view/legend.js";
import { readAreas } from "../../src/page/view/map-stage.js";
import type { PageData } from "../../src/page/view/page-data.js";
import { toReasonSentence } from "../../src/report/reason-sentences.js";
import { judgeServices } from "../../src/scenarios/service-verdicts.js";
import { toQgisStyle } from "../../src/tables/qgis-style.js";
import { judgeJincheng } from "../support/jincheng.js";
import { sampleNeighborhoods, sampleReport } from "../support/sample-report.js";

const { city, report } = judgeJincheng();
const why = withReasons(report, reasonsAmong(city, report, judgeServices(city, report)));
const OPTIONS = { locale: "en", attribution: null, surface: "library", trial: null, place: null, date: null } as const;

function dataOf(given: CoverageReport, neighborhoods = city.neighborhoods): PageData {
  const { facts, cells, reasons, outline } = describeReport(given, { neighborhoods }, OPTIONS);
  return {
    ...{ facts, cells, reasons, whatIf: "impossible", before: null, compared: null },
    areaCount: facts.areas.length,
    circleCount: facts.standard.circles.length,
    requirementCount: facts.standard.requirements.length,
    shapes: new AreaShapes(outline),
    compareNames: () => () => 0,
  };
}

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, " ");

test("the card of a neighborhood tells every reason of the report, in its words", () => {
  const data = dataOf(why);
  const { reasons = [] } = why;
  expect(new Set(reasons.map(({ cause }) => cause)).size).toBeGreaterThan(1);
  const names = new Map(data.facts.facilities.ids.map((id, row) => [row, id]));
  for (const [area, { id }] of why.neighborhoods.entries()) {
    const own = reasons.filter(({ neighborhoodId }) => neighborhoodId === id);
    const card = textOf(writeAreaCard(data, { ...firstChoice("en"), area }, (row) => names.get(row) ?? "?").text);
    for (const reason of own) {
      const { nearest, lacking } = reason;
      const shown = {
        ...reason,
        lacking: Math.round(lacking),
        nearest: nearest && { ...nearest, name: nearest.facilityId, excess: Math.round(nearest.excess) },
      };
      const sentence = toReasonSentence({ standard: why.standard, basis: "population" }, shown, "en");
      expect(card, `${id} ${reason.circle}`).toContain(sentence.replace(/\s+/g, " "));
    }
  }
});

test("the page of the town with its reasons and what trials need leaves twenty kilobytes of a megabyte", () => {
  const html = toHtml(why, city);
  expect(html).toContain('id="block-city"');
  expect(Buffer.byteLength(html)).toBeLessThan(980_000);
});

test("a score whose grade is another one has the color of the grade: on the page, in its legend, on maps, in QGIS", () => {
  const [first, second, ...rest] = sampleReport.neighborhoods;
  if (first === undefined || second === undefined) throw new Error("two areas are needed");
  const graded = (area: typeof first, score: number, grade: string) => ({
    ...area,
    circles: {
      ...area.circles,
      convenience: { ...area.circles.convenience, score, scoreCeiling: score, grade, gradeCeiling: grade },
    },
  });
  // lifted by its mandatory categories, and capped for a missing one
  const neighborhoods = [graded(first, 49, "pass"), graded(second, 96, "good"), ...rest];
  const changed: CoverageReport = { ...sampleReport, neighborhoods };
  const data = dataOf(changed, sampleNeighborhoods);
  const circle = changed.standard.circles.findIndex(({ id }) => id === "convenience");
  const choice = { ...firstChoice("en"), circle };
  const readings = readAreas(data, choice);
  const [lifted, capped] = readings;
  // classes of the page: … 60–75 (pass), 75–90 (good), 90–100
  expect([lifted?.text, lifted?.band, capped?.text, capped?.band]).toEqual(["49.0‡", 3, "96*", 4]);
  const legend = writeLegend(data, choice, readings).text;
  const buttons = legend.match(/id="class-\d" .*?<\/button>/g) ?? [];
  const inClass = (band: number) => textOf(buttons[band] ?? "");
  expect(inClass(3)).toContain("6,000");
  expect(inClass(4)).toContain("4,000");
  expect(textOf(legend)).toContain("‡ Graded by the mandatory categories alone");
  const bars = [...legend.matchAll(/<rect class="f(\d)"[^>]* height="([\d.]+)"\/>/g)].filter(
    ([, , height]) => Number(height) > 1.5,
  );
  expect(new Set(bars.map(([, band]) => band))).toEqual(new Set(["3", "4"]));
  const { bands, classOf } = chooseScoreColors(changed.standard);
  const gradeOf = (id: string) => changed.standard.grades.find((one) => one.id === id) ?? null;
  const bandOf = (score: number, id: string) =>
    bands.find((_, row) => `band${row}` === classOf(score, gradeOf(id)))?.label.en;
  expect([bandOf(49, "pass"), bandOf(96, "good")]).toEqual(["pass 60–75", "good 75–90"]);
  const style = toQgisStyle(changed, changed.standard.circles[circle] as never, "en");
  expect(style).toContain(`label="pass 60–75" filter="&quot;convenience_grade&quot; = &#39;pass&#39;"`);
});
