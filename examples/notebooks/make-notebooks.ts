/**
 * Writes the example notebooks, each in Chinese and English with the same program, without outputs: `npm run notebooks` then runs them and
 * keeps what they show.
 *
 * They import the library from this repository; in a notebook of your own write `npm:quarterhour` instead.
 */
import { writeFileSync } from "node:fs";
import type { Label } from "../../src/base/words.js";

type Cell = { readonly text: Label } | { readonly code: string };
const text = (zh: string, en: string): Cell => ({ text: { zh, en } });
const code = (...lines: string[]): Cell => ({ code: lines.join("\n") });

const READ = [
  'const town = "../../fixtures/jincheng";',
  'const read = (layer: string) => Deno.readTextFile(town + "/" + layer + ".geojson");',
];
const INPUT = [
  '  neighborhoods: await read("neighborhoods"),',
  '  facilities: await read("facilities"),',
  '  streets: await read("streets"),',
  '  population: await read("population"),',
];

const NOTEBOOKS: Readonly<Record<string, readonly Cell[]>> = {
  "first-city": [
    text(
      "# 第一个城市\n\n每个社区的居民十五分钟内能到达什么，还缺什么？数据是虚构的锦城镇；换成您自己的 GeoJSON 即可。",
      "# A first city\n\nWhat can the people of each neighborhood reach in fifteen minutes, and what is missing? The data are those of Jincheng, an invented town; put your own GeoJSON there.",
    ),
    code(
      '// in a notebook of your own: "npm:quarterhour"',
      'import { computeCoverage, isochrones, minutes, prepareCity } from "../../dist/index.js";',
      'import { display } from "../../dist/notebook.js";',
    ),
    code(...READ, "const city = prepareCity({", ...INPUT, "});"),
    text(
      "报告会自己显示：一句结论、四个圈、短板、地图，以及可操作的页面。",
      "A report shows itself: a sentence, the four circles, what is missing most, a map, and a page to work with.",
    ),
    code("const report = computeCoverage(city);", "report"),
    text(
      "报告也是普通数据：哪些社区离药店最远？",
      "A report is plain data, too: which neighborhoods are farthest from a pharmacy?",
    ),
    code(
      "const walks = report.neighborhoods",
      "  .map(({ name, requirements }) => ({ name, minutes: (requirements.pharmacy.seconds?.median ?? Infinity) / 60 }))",
      "  .sort((a, b) => b.minutes - a.minutes);",
      "walks.slice(0, 5)",
    ),
    text("一个社区步行 5、10、15 分钟的范围：", "What is within 5, 10 and 15 minutes of one of them:"),
    code(
      "const [first] = report.neighborhoods;",
      "const drawn = isochrones(city, { neighborhoodId: first.id }, [5, 10, 15].map(minutes));",
      "drawn.map(({ seconds, lines }) => ({ minutes: seconds / 60, kilometers: (lines.properties.meters / 1000).toFixed(1) }))",
    ),
    text("语言和高度可以选：", "Language and height can be chosen:"),
    code('await display(report, { city, locale: "LOCALE", height: 600 });'),
  ],
  "real-city": [
    text(
      "# 真实的城市：摩纳哥\n\n数据来自 OpenStreetMap（2016年3月，© OpenStreetMap 贡献者，ODbL），含摩纳哥及法国三个市镇。中国以外用中性标准。",
      "# A real city: Monaco\n\nData from OpenStreetMap (March 2016, © OpenStreetMap contributors, ODbL): Monaco and three communes in France. Outside China the neutral standard is taken.",
    ),
    code(
      "import {",
      "  compareReports,",
      "  computeCoverage,",
      "  elderlyWalking,",
      "  fifteenMinuteCity,",
      "  isochrones,",
      "  minutes,",
      "  prepareCity,",
      '} from "../../dist/index.js";',
      'import { display } from "../../dist/notebook.js";',
      'import { rows } from "../../dist/tables.js";',
    ),
    code(
      "const read = async (file: string) => {",
      '  const { body } = await fetch(new URL("../../fixtures/monaco/" + file, "file://" + Deno.cwd() + "/"));',
      '  return new Response(file.endsWith(".gz") ? body!.pipeThrough(new DecompressionStream("gzip")) : body).text();',
      "};",
      "const city = prepareCity({",
      '  neighborhoods: await read("neighborhoods.geojson"),',
      '  facilities: await read("facilities.geojson.gz"),',
      '  streets: await read("streets.geojson.gz"),',
      "});",
      "const report = computeCoverage(city, { standard: fifteenMinuteCity });",
      'await display(report, { city, locale: "LOCALE" });',
    ),
    text("标准本身也会显示：每一行及其依据。", "The standard shows itself, too: its lines, and what each rests on."),
    code('await display(fifteenMinuteCity, { locale: "LOCALE" });'),
    text(
      "整洁的行：每个社区的每项要求一行，与 `report-long.csv` 相同。",
      "Tidy rows: one for each requirement of each neighborhood, the same as in `report-long.csv`.",
    ),
    code(
      'const table = rows(report, { locale: "LOCALE" });',
      'const farthest = table.filter(({ area_id }) => area_id !== "").sort((a, b) => (b.median_minutes ?? 0) - (a.median_minutes ?? 0));',
      "farthest.slice(0, 5).map(({ area_name, requirement, median_minutes }) => ({ area_name, requirement, median_minutes }))",
    ),
    text("从一个地方步行 5、10、15 分钟：", "Five, ten and fifteen minutes from one place:"),
    code(
      "const walks = isochrones(city, { location: [7.4206, 43.7314] }, [5, 10, 15].map(minutes));",
      'await display(walks, { locale: "LOCALE" });',
    ),
    text("老年人走得慢：还剩什么？", "Elderly people walk more slowly: what is left?"),
    code(
      "const forElders = computeCoverage(city, { standard: fifteenMinuteCity, profile: elderlyWalking });",
      'await display(compareReports(report, forElders), { locale: "LOCALE" });',
    ),
  ],
  "two-standards": [
    text(
      "# 比较两种标准\n\n同一座城市：默认标准按分钟判定，再按标准的米数判定；然后换成老年人的步速。",
      "# Two standards compared\n\nThe same city judged by minutes, then by the standard's meters; and then at the pace of elderly people.",
    ),
    code(
      "import {",
      "  chengduFourCircles,",
      "  compareReports,",
      "  computeCoverage,",
      "  elderlyWalking,",
      "  prepareCity,",
      "  toComparisonText,",
      '} from "../../dist/index.js";',
    ),
    code(...READ, "const city = prepareCity({", ...INPUT, "});"),
    text("城市只准备一次，可以反复询问。", "The city is prepared once, and asked as often as you like."),
    code(
      "const inMinutes = computeCoverage(city);",
      'const inMeters = computeCoverage(city, { standard: { ...chengduFourCircles, judgeBy: "network" } });',
      'console.log(toComparisonText(compareReports(inMinutes, inMeters), { locale: "LOCALE" }));',
    ),
    text("老年人走得慢：哪些圈受影响最大？", "Elderly people walk more slowly: which circles suffer most?"),
    code(
      "const forElders = computeCoverage(city, { profile: elderlyWalking });",
      "const comparison = compareReports(inMinutes, forElders);",
      "comparison.circles.map(({ id, label }) => ({",
      "  circle: label.LOCALE,",
      "  before: comparison.city.circles[id].score.before?.toFixed(1),",
      "  after: comparison.city.circles[id].score.after?.toFixed(1),",
      "}))",
    ),
    code("forElders"),
  ],
  "new-clinic": [
    text(
      "# 新建一处卫生站\n\n在哪里建，惠及最多居民？只重算受影响的部分，因此可以试上百个地点。",
      "# A new clinic\n\nWhere would it serve the most people? Only what changes is computed again, so hundreds of sites can be tried.",
    ),
    code(
      'import { compareReports, computeCoverage, openScenario, prepareCity } from "../../dist/index.js";',
      'import { display } from "../../dist/notebook.js";',
    ),
    code(...READ, "const city = prepareCity({", ...INPUT, "});", "const before = computeCoverage(city);"),
    text(
      "候选地点：每个社区的出发点之一。逐个试建，记下覆盖的人口，再撤掉。",
      "Candidates: a place in each neighborhood. Each is opened, the people within reach are noted, and it is closed again.",
    ),
    code(
      "const scenario = openScenario(city);",
      'const category = "community_health_station";',
      "const { origins, neighborhoods } = city;",
      "const tried = neighborhoods.map(({ id, name }, row) => {",
      "  const at = Math.floor((origins.firstOrigin[row] + origins.firstOrigin[row + 1]) / 2);",
      "  const location: [number, number] = [origins.lon[at], origins.lat[at]];",
      '  scenario.addFacility({ id: "new", categories: [category], location });',
      "  const people = scenario.report().city.requirements[category].population.covered;",
      "  scenario.undo();",
      "  return { id, name, location, people };",
      "});",
      "const best = tried.sort((a, b) => b.people - a.people)[0];",
      "tried.slice(0, 5).map(({ name, people }) => ({ name, people: Math.round(people) }))",
    ),
    text("最好的一处建成之后：", "After the best one is built:"),
    code(
      'scenario.addFacility({ id: "new", categories: [category], location: best.location });',
      "const after = scenario.report();",
      "const { share } = compareReports(before, after).city.requirements[category];",
      '[share.before, share.after].map((one) => ((one ?? 0) * 100).toFixed(1) + " %")',
    ),
    code('await display(after, { city, locale: "LOCALE" });'),
  ],
};

for (const [name, cells] of Object.entries(NOTEBOOKS))
  for (const locale of ["zh", "en"] as const)
    writeFileSync(
      new URL(`${name}.${locale}.ipynb`, import.meta.url),
      `${JSON.stringify(toNotebook(cells, locale), null, 1)}\n`,
    );

function toNotebook(cells: readonly Cell[], locale: keyof Label): unknown {
  const lines = (source: string) => source.split(/(?<=\n)/);
  return {
    cells: cells.map((cell, row) =>
      "text" in cell
        ? { cell_type: "markdown", id: `cell-${row}`, metadata: {}, source: lines(cell.text[locale]) }
        : {
            cell_type: "code",
            execution_count: null,
            id: `cell-${row}`,
            metadata: {},
            outputs: [],
            source: lines(cell.code.replaceAll("LOCALE", locale)),
          },
    ),
    metadata: {
      kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
      language_info: { file_extension: ".ts", mimetype: "text/x.typescript", name: "typescript" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}
