/** Writes the tables of the guides that repeat what the code says, in both languages. Run: npx tsx docs/guide-tables.ts */
import { readFileSync, writeFileSync } from "node:fs";
import { severityOf } from "../src/base/diagnostics.js";
import { CHINESE } from "../src/base/texts/chinese.js";
import { FILE_FINDINGS } from "../src/base/texts/file-findings.js";
import { type DiagnosticCode, FINDINGS } from "../src/base/texts/findings.js";
import { reportTexts } from "../src/base/texts/renderings/report.js";
import { workbookTexts } from "../src/base/texts/renderings/workbook.js";
import { joinSentences, type Label, type Locale } from "../src/base/words.js";
import {
  BASES,
  type Basis,
  REACHES,
  type Reach,
  type Requirement,
  type RequirementBasis,
  type Standard,
} from "../src/model/standard.js";
import { toSourceText } from "../src/report/sentences.js";
import { chengduFourCircles } from "../src/standards/chengdu-four-circles.js";
import { fifteenMinuteCity } from "../src/standards/fifteen-minute-city.js";
import { STANDARDS } from "../src/standards/standards.js";
import { ALL_PROFILES } from "../src/standards/wheeled-profiles.js";

const TABLES: Readonly<Record<string, (locale: Locale) => string[]>> = {
  standards: standardTable,
  categories: (locale) => categoryTable(chengduFourCircles, locale),
  "neutral categories": (locale) => categoryTable(fifteenMinuteCity, locale),
  "chengdu-four-circles": (locale) => requirementTable(chengduFourCircles, locale),
  "fifteen-minute-city": (locale) => requirementTable(fifteenMinuteCity, locale),
  diagnostics: diagnosticTable,
  profiles: profileTable,
};

/** What stands above the columns. */
const HEADERS = {
  standards: {
    en: "| `--standard` | for | lines | judged by | what its thresholds rest on |",
    zh: "| `--standard` | 适用 | 项数 | 判定 | 阈值的依据 |",
  },
  profiles: {
    en: "| `--profile` | mode | km/h | on steps | off the street | where the figures are from |",
    zh: "| `--profile` | 方式 | 公里/时 | 台阶上 | 道路之外 | 数的出处 |",
  },
  diagnostics: { en: "| code | | meaning, and what to do |", zh: "| 代码 | | 含义和处理办法 |" },
  anyCountry: { en: "any country", zh: "任何国家" },
  frame: { en: "frame", zh: "框架" },
  categories: { en: "| circle | categories (mandatory ones bold) |", zh: "| 生活圈 | 类别（必备为粗体） |" },
  requirements: {
    en: "| line | | min / m | listing, necessity | minutes, metres | dated | source |",
    zh: "| 要求 | | 分钟 / 米 | 列入、必备或提升 | 分钟数、米数 | 日期 | 出处 |",
  },
} as const;

/** The guides that hold such tables. */
export const GUIDES_WITH_TABLES: readonly URL[] = [
  "what-the-numbers-mean",
  "standards",
  "errors-and-diagnostics",
  "who-travels",
].flatMap((name) => ["md", "zh.md"].map((ending) => new URL(`guides/${name}.${ending}`, import.meta.url)));

/** Gives the language of a guide: `files.zh.md` is Chinese. */
export function localeOf(guide: URL): Locale {
  return guide.pathname.endsWith(".zh.md") ? "zh" : "en";
}

/** Replaces the tables between their marks by new ones. */
export function withTables(markdown: string, locale: Locale): string {
  return Object.entries(TABLES).reduce((text, [name, table]) => withTable(text, name, table(locale)), markdown);
}

function diagnosticTable(locale: Locale): string[] {
  const findings: Readonly<Record<string, string>> = { ...FINDINGS, ...FILE_FINDINGS };
  const texts = locale === "zh" ? CHINESE : findings;
  const tell = workbookTexts(locale);
  const codes = Object.keys(findings).filter((id) => !id.endsWith(".action")) as DiagnosticCode[];
  const rows = codes.map((code) => {
    const sentences = joinSentences([texts[code] ?? "", texts[`${code}.action`] ?? ""], locale);
    return `| \`${code}\` | ${tell(`workbook.severity.${severityOf(code)}`)} | ${sentences} |`;
  });
  return [HEADERS.diagnostics[locale], "| --- | --- | --- |", ...rows];
}

function standardTable(locale: Locale): string[] {
  const tell = reportTexts(locale);
  const rows = STANDARDS.map(({ id, label, country, judgeBy, requirements, frame }) => {
    const applied = requirements.map((one) => basisApplied(one, judgeBy));
    const counts = BASES.map((basis) => [basis, applied.filter((one) => one === basis).length] as const);
    const told = counts.flatMap(([basis, count]) => (count === 0 ? [] : [`${tell(`report.basis.${basis}`)} ${count}`]));
    const cells = [
      `\`${id}\` ${label[locale]}`,
      country ?? HEADERS.anyCountry[locale],
      frame === undefined ? requirements.length : HEADERS.frame[locale],
      `\`${judgeBy}\``,
      frame === undefined ? told.join(tell("report.listSeparator")) : frame[locale],
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [HEADERS.standards[locale], "| --- | --- | --- | --- | --- |", ...rows];
}

/** What the threshold rests on that is judged; where something has only to be there, what its listing does. */
function basisApplied({ threshold, basis }: Requirement, judgeBy: Reach): Basis {
  const reach = [judgeBy, ...REACHES].find((one) => threshold[one] !== undefined);
  if (reach === "inside") return basis.listing;
  return (reach === "time" ? basis.minutes : basis.metres) ?? "ours";
}

function profileTable(locale: Locale): string[] {
  const inKilometers = (speed: number) => String(Math.round(speed * 36) / 10);
  const rows = ALL_PROFILES.map((profile) => {
    const {
      id,
      label,
      mode = "walking",
      speedMetersPerSecond: speed,
      stepsSpeedMetersPerSecond: steps = speed,
    } = profile;
    const onSteps = mode === "walking" || mode === "pushchair" ? inKilometers(steps) : "–";
    const speeds = [inKilometers(speed), onSteps, inKilometers(profile.offStreetSpeedMetersPerSecond)];
    return `| \`${id}\` ${label[locale]} | \`${mode}\` | ${speeds.join(" | ")} | ${toSourceText(profile.source, locale)} |`;
  });
  return [HEADERS.profiles[locale], "| --- | --- | ---: | ---: | ---: | --- |", ...rows];
}

function categoryTable({ circles, requirements, categories }: Standard, locale: Locale): string[] {
  const labelOf = new Map(categories.map(({ id, label }) => [id, label]));
  const rows = circles.map(({ id, label }) => {
    const own = requirements.filter(({ circle }) => circle === id);
    const list = own.map(({ category, necessity }) => {
      const names = `\`${category}\` ${labelOf.get(category)?.zh}`;
      return necessity === "mandatory" ? `**${names}**` : names;
    });
    return `| ${titleOf(label, locale)} | ${list.join(locale === "zh" ? "、" : ", ")} |`;
  });
  return [HEADERS.categories[locale], "| --- | --- |", ...rows];
}

/** In English guides circles have their Chinese names, too: reports in Chinese are read with them. */
function titleOf({ zh, en }: Label, locale: Locale): string {
  return locale === "zh" ? zh : `${zh} ${en}`;
}

function requirementTable({ circles, requirements, categories }: Standard, locale: Locale): string[] {
  const labelOf = new Map(categories.map(({ id, label }) => [id, label]));
  const rows = circles.flatMap(({ label, id }) => [
    `| **${titleOf(label, locale)}** | | | | | | |`,
    ...requirements
      .filter(({ circle }) => circle === id)
      .map((one) => requirementRow(one, labelOf.get(one.category)?.zh, locale)),
  ]);
  return [HEADERS.requirements[locale], "| --- | --- | --- | --- | --- | --- | --- |", ...rows];
}

function requirementRow(
  { id, necessity, threshold, basis, edition, source }: Requirement,
  label: string | undefined,
  locale: Locale,
): string {
  const { time, network } = threshold;
  const tell = reportTexts(locale);
  const told = (field: keyof RequirementBasis) => {
    const found = basis[field];
    return found === undefined ? "–" : tell(`report.basis.${found}`);
  };
  const both = (first: keyof RequirementBasis, second: keyof RequirementBasis) =>
    [told(first), told(second)].join(tell("report.listSeparator"));
  const cells = [
    `\`${id}\` ${label}`,
    locale === "zh" ? tell(`report.necessity.${necessity}`) : necessity,
    `${time === undefined ? "–" : time / 60} / ${network ?? "–"}`,
    both("listing", "necessity"),
    both("minutes", "metres"),
    edition ?? "–",
    toSourceText(source, locale),
  ];
  return `| ${cells.join(" | ")} |`;
}

function withTable(markdown: string, name: string, table: readonly string[]): string {
  const startMark = `<!-- ${name}: written by docs/guide-tables.ts -->`;
  const start = markdown.indexOf(startMark);
  const end = markdown.indexOf(`<!-- end of ${name} -->`);
  if (start < 0 && end < 0) return markdown;
  if (start < 0 || end < start) throw new Error(`A guide lacks one of the marks of the table of ${name}`);
  return `${markdown.slice(0, start + startMark.length)}\n${table.join("\n")}\n${markdown.slice(end)}`;
}

if (process.argv[1]?.endsWith("guide-tables.ts"))
  for (const guide of GUIDES_WITH_TABLES)
    writeFileSync(guide, withTables(readFileSync(guide, "utf8"), localeOf(guide)));
