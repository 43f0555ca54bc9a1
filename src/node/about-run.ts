import { basename } from "node:path";
import manifest from "../../package.json" with { type: "json" };
import { withMember } from "../assess/report-question.js";
import type { CoverageReport } from "../model/report.js";
import type { ReportAbout } from "../model/report-about.js";
import { readCollectionSource } from "../read/collection-source.js";
import type { Settings } from "./command-line/settings.js";
import type { InputFiles } from "./input-files.js";
import type { OpenExtract } from "./open-extract.js";

/** What maps of OpenStreetMap's data must say. */
const OSM_ATTRIBUTION = "© OpenStreetMap contributors, ODbL";
/** This program, with its version. */
export const MADE_BY: string = `${manifest.name} ${manifest.version}`;

/** What numbers depend on, besides the files. */
const TOLD_OPTIONS = [
  ...[
    "standard",
    "country",
    "profile",
    "elevation",
    "slope",
    "openAt",
    "unknownHours",
    "judgeBy",
    "minutes",
    "straightLine",
    "detour",
    "originSpacing",
    "joinStreets",
    "hexagons",
  ],
  ...["level", "datum", "property", "group", "smallGroupBelow", "repair", "classification", "on", "edits"],
] as const;

/** What a run read. */
interface RunInputs {
  /** As they were used. */
  readonly settings: Settings;
  readonly extract: Pick<OpenExtract, "reading"> | null;
  readonly files: InputFiles;
}

/** Tells what a run is about: what was asked for, and where nothing was said what the extract and the files say of themselves. */
export function aboutRun({ settings: all, extract, files }: RunInputs): ReportAbout {
  const { place, date, attribution, minutes, ...settings } = all;
  // several are those of isochrones
  const given: Readonly<Record<string, unknown>> = { ...settings, ...(minutes?.length === 1 ? { minutes } : {}) };
  const options = TOLD_OPTIONS.filter((name) => given[name] !== undefined).map((name): [string, unknown] => {
    const value = given[name];
    const isFile =
      typeof value === "string" && (name === "edits" || name === "elevation" || /\.json(\.gz)?$/i.test(value));
    return [name, isFile ? basename(value) : value];
  });
  const sources = Object.values(files).flatMap((some) => some.map(({ bytes }) => readCollectionSource(bytes)));
  const owners = [...(extract === null ? [] : [OSM_ATTRIBUTION]), ...sources.map((one) => one.attribution)];
  const days = [extract?.reading.day ?? undefined, ...sources.map((one) => one.date)];
  return aboutFiles({
    place,
    date: date ?? toPeriod(days),
    attribution: attribution ?? (toDistinct(owners).join("; ") || undefined),
    ...(options.length === 0 ? {} : { options: Object.fromEntries(options) }),
  });
}

/** The day of the data, or the first and the last. */
function toPeriod(days: readonly (string | undefined)[]): string | undefined {
  const sorted = toDistinct(days).sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first === last ? first : `${first} – ${last}`;
}

function toDistinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => text !== undefined))];
}

/** Tells what is known of files that are written, and what makes them. */
export function aboutFiles(
  known: { readonly [Fact in keyof ReportAbout]: ReportAbout[Fact] | undefined },
): ReportAbout {
  const told = Object.entries({ ...known, madeBy: MADE_BY }).filter(([, fact]) => fact !== undefined);
  return Object.fromEntries(told);
}

/** Puts into a report what it is about; what it says already stays where nothing else is said. */
export function withAbout(report: CoverageReport, about: ReportAbout): CoverageReport {
  return withMember(report, "about", { ...report.about, ...about });
}
