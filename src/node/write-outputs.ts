import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CoverageError, say } from "../errors.js";
import type { CoverageReport } from "../model.js";
import { type HtmlOptions, toHtml } from "../page/to-html.js";
import type { MapCity } from "../report/map-city.js";
import { toCSV } from "../report/to-csv.js";
import { toGeoJSON } from "../report/to-geojson.js";
import { toMarkdown } from "../report/to-markdown.js";
import { toText } from "../report/to-text.js";

type OutputName = "report.json" | "report.geojson" | "report.csv" | "report.md" | "report.txt" | "report.html";
/** The names of the files that are written. */
export const OUTPUT_NAMES: readonly OutputName[] = [
  "report.json",
  "report.geojson",
  "report.csv",
  "report.md",
  "report.txt",
  "report.html",
];

export interface OutputOptions extends HtmlOptions {
  /** Whether files of an earlier run may be replaced. Default: false. */
  readonly overwrite?: boolean;
}

/**
 * Writes a report in every form into a folder, which is made if it is not there.
 *
 * Every file is written aside and then moved to its place, so that no reader sees half a file, and none is left behind
 * when the disk is full.
 *
 * @param city outlines and backdrops of the maps; a prepared city is best
 * @returns the paths of the files
 * @throws {CoverageError} `CANNOT_WRITE`, also if there are such files already and `overwrite` is false
 */
export function writeOutputs(
  directory: string,
  report: CoverageReport,
  city: MapCity,
  options: OutputOptions = {},
): readonly string[] {
  const { overwrite = false, ...rendering } = options;
  assertWritable(directory, overwrite);
  const outputs = Object.entries(renderOutputs(report, city, rendering));
  try {
    mkdirSync(directory, { recursive: true });
    const aside = mkdtempSync(join(directory, ".quarterhour-"));
    try {
      for (const [name, text] of outputs) writeFileSync(join(aside, name), text);
      for (const [name] of outputs) renameSync(join(aside, name), join(directory, name));
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
  } catch (error) {
    throw cannotWrite(directory, error);
  }
  return outputs.map(([name]) => join(directory, name));
}

/** Writes a report as JSON text, indented, with a line end. */
export function toJsonText(report: CoverageReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/**
 * Checks that a report can be written into a folder, before any work is done for it. Changes nothing.
 *
 * @throws {CoverageError} `CANNOT_WRITE`
 */
export function assertWritable(directory: string, overwrite: boolean): void {
  const existing = OUTPUT_NAMES.filter((name) => isThere(join(directory, name)));
  const folder = existing.find((name) => lstatSync(join(directory, name)).isDirectory());
  if (folder !== undefined)
    throw new CoverageError(
      "CANNOT_WRITE",
      say("{path} is a folder, but a file is to be written there.", { path: join(directory, folder) }),
      {
        path: directory,
        hint: "Move it away, or name another folder with -o.",
      },
    );
  if (existing.length > 0 && !overwrite)
    throw new CoverageError(
      "CANNOT_WRITE",
      say("{directory} already holds {existing}.", { directory, existing: existing.join(", ") }),
      {
        path: directory,
        hint: "Add --force to replace them (overwrite: true in code), or name another folder.",
      },
    );
  try {
    const parent = nearestExisting(resolve(directory));
    if (!statSync(parent).isDirectory()) throw new Error(`${parent} is not a folder`);
    accessSync(parent, constants.W_OK);
  } catch (error) {
    throw cannotWrite(directory, error);
  }
}

function renderOutputs(
  report: CoverageReport,
  city: MapCity,
  options: HtmlOptions,
): Readonly<Record<OutputName, string>> {
  const { locale = "en" } = options;
  return {
    "report.json": toJsonText(report),
    "report.geojson": `${JSON.stringify(toGeoJSON(report, city.neighborhoods))}\n`,
    "report.csv": toCSV(report, { locale }),
    "report.md": toMarkdown(report, { locale }),
    "report.txt": toText(report, { locale }),
    "report.html": toHtml(report, city, options),
  };
}

function nearestExisting(path: string): string {
  return isThere(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}

/** Also true for a link that leads nowhere; false below what is no folder. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function cannotWrite(directory: string, cause: unknown): CoverageError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CoverageError(
    "CANNOT_WRITE",
    say("The report cannot be written to {directory} ({reason}).", { directory, reason }),
    {
      path: directory,
      hint: "Name a folder that you may write to, with room on its disk.",
      cause,
    },
  );
}
