import { reportTexts } from "../../src/base/texts/renderings/report.js";
import type { Locale } from "../../src/base/words.js";
import {
  type Category,
  REACHES,
  type Requirement,
  type RequirementBasis,
  type Standard,
  type Threshold,
} from "../../src/model/standard.js";
import { toSourceText } from "../../src/report/sentences.js";
import { STANDARDS } from "../../src/standards/standards.js";
import { say } from "../words.js";
import { code, LOCALES, plain, table, writePage } from "./pages.js";

/** Writes a page for each standard, with all of its lines, and a list of them. */
export function makeStandards(): string[] {
  for (const locale of LOCALES) {
    for (const standard of STANDARDS)
      writePage({ path: `standards/${standard.id}`, locale, markdown: standardPage(standard, locale) });
    const rows = STANDARDS.map(({ id, label, circles, requirements, country, frame }) => [
      `[${plain(label[locale])}](${id}.md)`,
      code(`--standard ${id}`),
      frame === undefined ? `${circles.length} / ${requirements.length}` : say("frame", locale),
      country ?? "–",
    ]);
    const headers = [
      say("standards", locale),
      say("option", locale),
      `${say("circle", locale)} / ${requirementWord(locale)}`,
      "ISO 3166",
    ];
    const guide =
      locale === "zh"
        ? "[标准，以及每一项以什么为依据](../guides/standards.md)"
        : "[What each line rests on](../guides/standards.md)";
    writePage({
      path: "standards/index",
      locale,
      markdown: `# ${say("standards", locale)}\n\n${table(headers, rows)}\n\n${guide}\n`,
    });
  }
  return ["standards/index", ...STANDARDS.map(({ id }) => `standards/${id}`)];
}

function requirementWord(locale: Locale): string {
  return reportTexts(locale)("report.requirement");
}

/** A standard as a page: each circle, and below it each line with all that the standard says of it. */
export function standardPage(standard: Standard, locale: Locale): string {
  const { id, label, source, country, judgeBy, circles, requirements, categories, frame, lineClasses } = standard;
  const categoryOf = new Map(categories.map((category) => [category.id, category]));
  const parts = circles.flatMap((circle) => [
    `## ${plain(circle.label[locale])}`,
    plain(toSourceText(circle.source, locale)),
    ...requirements
      .filter((one) => one.circle === circle.id)
      .map((one) => requirementPart(one, categoryOf.get(one.category), locale)),
  ]);
  const head = [
    `# ${plain(label[locale])}`,
    `${code(`--standard ${id}`)} ${plain(toSourceText(source, locale))}`,
    [
      ...(country === undefined ? [] : [say("madeFor", locale, { country })]),
      ...(frame === undefined ? [say("judgedBy", locale, { reach: say(judgeBy, locale) })] : []),
    ].join(locale === "zh" ? "" : " "),
    ...(frame === undefined ? [] : [`**${say("frame", locale)}** ${plain(frame[locale])}`]),
    ...(lineClasses === undefined ? [] : [plain(toSourceText(lineClasses.source, locale))]),
  ];
  return `${[...head, ...parts].join("\n\n")}\n`;
}

function requirementPart(requirement: Requirement, category: Category | undefined, locale: Locale): string {
  const { id, necessity, denominator, orElse = [], basis, edition, source } = requirement;
  const tell = reportTexts(locale);
  const thresholds = [requirement, ...orElse].map(({ threshold, count }) => thresholdText(threshold, count, locale));
  const rows = [
    [tell("report.necessityName"), tell(`report.necessity.${necessity}`)],
    [say("threshold", locale), thresholds.join(`; ${say("orElse", locale)} `)],
    ...(denominator === undefined ? [] : [[say("shareOf", locale), code(denominator)]]),
    [say("restsOn", locale), basisText(basis, locale)],
    [say("source", locale), plain(toSourceText(source, locale))],
    [say("dated", locale), edition ?? "–"],
    [say("recognizedBy", locale), recognizedBy(category, locale)],
  ];
  const title = category === undefined ? id : category.label[locale];
  const [necessityRow = [], ...others] = rows;
  return `### ${plain(title)} ${code(id)} {#${id}}\n\n${table(necessityRow, others)}`;
}

function thresholdText(threshold: Threshold, count: number | undefined, locale: Locale): string {
  const tell = reportTexts(locale);
  const parts = REACHES.flatMap((reach) => {
    const value = threshold[reach];
    if (value === undefined) return [];
    if (value === true) return [tell("report.inside")];
    if (reach === "time") return [`${value / 60} ${tell("report.minutes")}`];
    const distance = `${value} ${tell("report.meters")}`;
    return [reach === "network" ? distance : tell("report.straight", { distance })];
  });
  const text = parts.join(" / ");
  return count === undefined || count === 1 ? text : tell("report.severalWithin", { count, threshold: text });
}

function basisText(basis: RequirementBasis, locale: Locale): string {
  const tell = reportTexts(locale);
  return (["listing", "necessity", "minutes", "metres"] as const)
    .flatMap((field) => {
      const found = basis[field];
      return found === undefined
        ? []
        : [`${tell(`report.basisOf.${field}`)}${tell("report.colon")}${tell(`report.basis.${found}`)}`];
    })
    .join("<br>");
}

function recognizedBy(category: Category | undefined, locale: Locale): string {
  if (category === undefined) return "–";
  const list = (id: "osmTags" | "amapCodes" | "keywords", values: readonly string[]) =>
    values.length === 0
      ? []
      : [`${say(id, locale)}${reportTexts(locale)("report.colon")}${values.map(code).join(" ")}`];
  const parts = [
    ...list("osmTags", category.osmTags),
    ...list("amapCodes", category.amapCodes),
    ...list("keywords", category.keywords),
  ];
  return parts.length === 0 ? "–" : parts.join("<br>");
}
