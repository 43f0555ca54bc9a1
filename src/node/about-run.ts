import { basename } from "node:path";
import manifest from "../../package.json" with { type: "json" };
import { withMember } from "../assess/report-standard.js";
import type { CoverageReport } from "../model/report.js";
import type { ReportAbout } from "../model/report-about.js";
import type { Settings } from "./command-line/settings.js";
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
    "straightLine",
    "detour",
    "originSpacing",
    "joinStreets",
    "hexagons",
  ],
  ...["level", "datum", "property", "repair", "classification", "on", "edits"],
] as const;

/**
 * Tells what a run is about: what was asked for, and what the extract says of itself.
 *
 * @param settings as they were used
 */
export function aboutRun(
  { place, date, attribution, ...settings }: Settings,
  extract: Pick<OpenExtract, "reading"> | null,
): ReportAbout {
  const given = settings as Readonly<Record<string, unknown>>;
  const options = TOLD_OPTIONS.filter((name) => given[name] !== undefined).map((name): [string, unknown] => {
    const value = given[name];
    const isFile =
      typeof value === "string" && (name === "edits" || name === "elevation" || /\.json(\.gz)?$/i.test(value));
    return [name, isFile ? basename(value) : value];
  });
  return aboutFiles({
    place,
    date: date ?? extract?.reading.day ?? undefined,
    attribution: attribution ?? (extract === null ? undefined : OSM_ATTRIBUTION),
    ...(options.length === 0 ? {} : { options: Object.fromEntries(options) }),
  });
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
