/**
 * Measures everything, or the sections that are named, and writes bench/RESULTS.md and bench/results/benchmark.json.
 * Run: npm run bench [-- section…] [--city FOLDER]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { measureRoad } from "./city-road.js";
import { OWN_CITY } from "./city-texts.js";
import { reportEngine } from "./engine-report.js";
import { recordedEntries } from "./entries.js";
import { measureInputs, toInputsSection } from "./inputs.js";
import { measureIsochrones } from "./isochrones.js";
import { measurePage } from "./page.js";
import { measurePool, toPoolSection } from "./pool.js";
import { measureSeveral, toSeveralSection } from "./several.js";
import { measureStraightCounts } from "./straight-counts.js";
import { measureWhatIf, toWhatIfSection } from "./whatif.js";
import { measureCommand } from "./whole-command.js";

/** Each gives Markdown, or `null` where there is nothing to measure. In the order of the report. */
const SECTIONS: Readonly<Record<string, () => Promise<string | null>>> = {
  road: measureRoad,
  whatif: async () => {
    const rows = measureWhatIf();
    return rows.length === 0 ? null : toWhatIfSection(rows);
  },
  isochrones: async () => {
    const { rows } = await measureIsochrones();
    const lines = rows.map(({ what, medianMs, note }) => `| ${what} | ${medianMs?.toFixed(0) ?? ""} | ${note} |`);
    return ["## Isochrones", "", "| work | median, ms | |", "| --- | ---: | --- |", ...lines].join("\n");
  },
  inputs: async () => {
    const rows = await measureInputs();
    return rows.length === 0 ? null : toInputsSection(rows);
  },
  straight: async () => measureStraightCounts(),
  page: measurePage,
  pool: async () => {
    const rows = await measurePool();
    return rows.length === 0 ? null : toPoolSection(rows);
  },
  several: async () => {
    const rows = measureSeveral();
    return rows.length === 0 ? null : toSeveralSection(rows);
  },
  command: async () => measureCommand(),
  engine: () => reportEngine(),
};

const HEAD = [
  "# Measured",
  "",
  "Written by `npm run bench`; do not edit. Sections may be of different runs on one machine; ratios are within one run.",
  "",
  `Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB. Node ${process.version}.`,
].join("\n");

/** What is measured of one's own city: the others need networks, extracts and browsers. */
const SECTIONS_OF_A_CITY = ["road", "whatif", "pool", "several", "command"];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { city: { type: "string" } } });
if (values.city !== undefined) process.env[OWN_CITY] = resolve(values.city);
const folder = new URL("results/", import.meta.url);
const fileOf = (section: string) => new URL(`${section}.md`, folder);
const asked =
  positionals.length > 0 ? positionals : values.city === undefined ? Object.keys(SECTIONS) : SECTIONS_OF_A_CITY;
mkdirSync(folder, { recursive: true });
for (const section of asked) {
  const measure = SECTIONS[section];
  if (measure === undefined)
    throw new Error(`There is no section ${section}; there are: ${Object.keys(SECTIONS).join(", ")}.`);
  const text = await measure();
  if (text === null) process.stdout.write(`${section}: no city data found (set QUARTERHOUR_CITIES), not measured.\n`);
  // figures of one's own city are shown, and not mixed with those of the report
  else if (values.city !== undefined) process.stdout.write(`${text.trim()}\n\n`);
  else writeFileSync(fileOf(section), `${text.trim()}\n`);
}
if (values.city === undefined) {
  const sections = Object.keys(SECTIONS).filter((section) => existsSync(fileOf(section)));
  const texts = sections.map((section) => readFileSync(fileOf(section), "utf8").trim());
  writeFileSync(new URL("RESULTS.md", import.meta.url), `${[HEAD, ...texts].join("\n\n")}\n`);
}
writeFileSync(new URL("benchmark.json", folder), `${JSON.stringify(recordedEntries(), null, 2)}\n`);
