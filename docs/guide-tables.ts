/** Writes the tables of the guides that repeat what the code says. Run: npx tsx docs/guide-tables.ts */
import { readFileSync, writeFileSync } from "node:fs";
import { severityOf } from "../src/base/diagnostics.js";
import { FILE_FINDINGS } from "../src/base/texts/file-findings.js";
import { type DiagnosticCode, FINDINGS } from "../src/base/texts/findings.js";
import { reportTexts } from "../src/base/texts/renderings/report.js";
import type { Locale } from "../src/base/words.js";
import type { Requirement, RequirementBasis, Standard } from "../src/model/standard.js";
import { toSourceText } from "../src/report/sentences.js";
import { chengduFourCircles } from "../src/standards/chengdu-four-circles.js";
import { fifteenMinuteCity } from "../src/standards/fifteen-minute-city.js";

const TABLES: Readonly<Record<string, () => string[]>> = {
  categories: () => categoryTable(chengduFourCircles),
  "neutral categories": () => categoryTable(fifteenMinuteCity),
  "chengdu-four-circles": () => requirementTable(chengduFourCircles),
  "fifteen-minute-city": () => requirementTable(fifteenMinuteCity),
  diagnostics: diagnosticTable,
};

/** The guides that hold such tables. */
export const GUIDES_WITH_TABLES: readonly URL[] = ["what-the-numbers-mean", "standards", "errors-and-diagnostics"].map(
  (name) => new URL(`guides/${name}.md`, import.meta.url),
);

/** Replaces the tables between their marks by new ones. */
export function withTables(markdown: string): string {
  return Object.entries(TABLES).reduce((text, [name, table]) => withTable(text, name, table()), markdown);
}

function diagnosticTable(): string[] {
  const findings = { ...FINDINGS, ...FILE_FINDINGS };
  const codes = Object.keys(findings).filter((id) => !id.endsWith(".action")) as DiagnosticCode[];
  const rows = codes.map(
    (code) => `| \`${code}\` | ${severityOf(code)} | ${findings[code]} ${findings[`${code}.action`]} |`,
  );
  return ["| code | | meaning, and what to do |", "| --- | --- | --- |", ...rows];
}

function categoryTable({ circles, requirements, categories }: Standard): string[] {
  const labelOf = new Map(categories.map(({ id, label }) => [id, label]));
  const rows = circles.map(({ id, label }) => {
    const own = requirements.filter(({ circle }) => circle === id);
    const list = own.map(({ category, necessity }) => {
      const names = `\`${category}\` ${labelOf.get(category)?.zh}`;
      return necessity === "mandatory" ? `**${names}**` : names;
    });
    return `| ${label.zh} ${label.en} | ${list.join(", ")} |`;
  });
  return ["| circle | categories (mandatory ones bold) |", "| --- | --- |", ...rows];
}

function requirementTable({ circles, requirements, categories }: Standard): string[] {
  const labelOf = new Map(categories.map(({ id, label }) => [id, label]));
  const rows = circles.flatMap(({ label, id }) => [
    `| **${label.zh} ${label.en}** | | | | | | |`,
    ...requirements
      .filter(({ circle }) => circle === id)
      .map((one) => requirementRow(one, labelOf.get(one.category)?.zh)),
  ]);
  return [
    "| line | | min / m | listing, necessity | minutes, metres | dated | source |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
  ];
}

function requirementRow(
  { id, necessity, threshold, basis, edition, source }: Requirement,
  label: string | undefined,
): string {
  const { time, network } = threshold;
  const told = (field: keyof RequirementBasis, locale: Locale = "en") => {
    const found = basis[field];
    return found === undefined ? "–" : reportTexts(locale)(`report.basis.${found}`);
  };
  const cells = [
    `\`${id}\` ${label}`,
    necessity,
    `${time === undefined ? "–" : time / 60} / ${network ?? "–"}`,
    `${told("listing")}, ${told("necessity")}`,
    `${told("minutes")}, ${told("metres")}`,
    edition ?? "–",
    toSourceText(source, "en"),
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
  for (const guide of GUIDES_WITH_TABLES) writeFileSync(guide, withTables(readFileSync(guide, "utf8")));
