/** Writes the tables of README.md that repeat what the code says. Run: npx tsx docs/readme-tables.ts */
import { readFileSync, writeFileSync } from "node:fs";
import { DIAGNOSTIC_TEXTS } from "../src/diagnostic-texts.js";
import { chengduFourCircles } from "../src/standards/chengdu-four-circles.js";

/** Replaces the tables between their marks by new ones. */
export function withTables(readme: string): string {
  return withTable(withTable(readme, "categories", categoryTable()), "diagnostics", diagnosticTable());
}

function diagnosticTable(): string[] {
  const rows = Object.entries(DIAGNOSTIC_TEXTS).map(
    ([code, { severity, message, action }]) => `| \`${code}\` | ${severity} | ${message.en} ${action.en} |`,
  );
  return ["| code | | meaning, and what to do |", "| --- | --- | --- |", ...rows];
}

function categoryTable(): string[] {
  const { circles, requirements, categories } = chengduFourCircles;
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

function withTable(readme: string, name: string, table: readonly string[]): string {
  const startMark = `<!-- ${name}: written by docs/readme-tables.ts -->`;
  const start = readme.indexOf(startMark);
  const end = readme.indexOf(`<!-- end of ${name} -->`);
  if (start < 0 || end < start) throw new Error(`README.md lacks the marks of the table of ${name}`);
  return `${readme.slice(0, start + startMark.length)}\n${table.join("\n")}\n${readme.slice(end)}`;
}

if (process.argv[1]?.endsWith("readme-tables.ts")) {
  const readme = new URL("../README.md", import.meta.url);
  writeFileSync(readme, withTables(readFileSync(readme, "utf8")));
}
