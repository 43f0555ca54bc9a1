/** Writes the table of diagnostics into README.md. Run: npx tsx docs/diagnostics-table.ts */
import { readFileSync, writeFileSync } from "node:fs";
import { DIAGNOSTIC_TEXTS } from "../src/diagnostic-texts.js";

const START = "<!-- diagnostics: written by docs/diagnostics-table.ts -->";
const END = "<!-- end of diagnostics -->";

/** Replaces the table between the two marks by a new one. */
export function withDiagnosticsTable(readme: string): string {
  const rows = Object.entries(DIAGNOSTIC_TEXTS).map(
    ([code, { severity, message, action }]) => `| \`${code}\` | ${severity} | ${message.en} ${action.en} |`,
  );
  const table = ["| code | | meaning, and what to do |", "| --- | --- | --- |", ...rows].join("\n");
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) throw new Error("README.md lacks the marks of the diagnostics table");
  return `${readme.slice(0, start + START.length)}\n${table}\n${readme.slice(end)}`;
}

if (process.argv[1]?.endsWith("diagnostics-table.ts")) {
  const readme = new URL("../README.md", import.meta.url);
  writeFileSync(readme, withDiagnosticsTable(readFileSync(readme, "utf8")));
}
