import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import type { ReportAbout } from "../model/report-about.js";
import { formatCount } from "./format-number.js";

type About = Pick<CoverageReport, "about">;

/** Writes the title of a report: the city and the date of the data beside it, where they are known. */
export function toTitle(
  { about = {} }: About,
  title: string,
  parts: readonly ("place" | "date")[] = ["place", "date"],
): string {
  const { place } = about;
  const date = parts.includes("date") ? about.date : undefined;
  return [place, title, date].filter((part) => part !== undefined && part !== "").join(" · ");
}

/** Tells of which date the data are, whose they are, what made the report and with which options. */
export function toAboutLines({ about = {} }: About, locale: Locale): string[] {
  const tell = reportTexts(locale);
  const { date, attribution, madeBy, edits = [], options = {} } = about;
  const asked = toOptionsText(options);
  return [
    ...(date === undefined ? [] : [tell("report.about.date", { date })]),
    ...(attribution === undefined ? [] : [tell("report.about.data", { attribution })]),
    ...(madeBy === undefined ? [] : [tell("report.about.madeBy", { name: madeBy })]),
    ...(edits.length === 0 ? [] : [tell("report.about.edits", { edits: toEditsText(edits, locale) })]),
    ...(asked === "" ? [] : [tell("report.about.options", { options: asked })]),
  ];
}

/** So many edits are named. */
const MOST_EDITS = 20;

/** Writes in one line what was changed, the first edits by their names. */
export function toEditsText(edits: NonNullable<ReportAbout["edits"]>, locale: Locale): string {
  const tell = reportTexts(locale);
  const named = edits
    .slice(0, MOST_EDITS)
    .map(({ edit, id, name }) => tell(`report.edit.${edit}`, { name: name ?? id }));
  const rest = edits.length - named.length;
  return [...named, ...(rest > 0 ? [tell("report.more", { count: formatCount(rest) })] : [])].join(
    tell("report.listSeparator"),
  );
}

/** Writes options in one line, as JSON writes their values. */
export function toOptionsText(options: NonNullable<ReportAbout["options"]>): string {
  return Object.entries(options)
    .map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join("; ");
}

/** Writes one fact of what a report is about. */
export function toFactText(about: ReportAbout | undefined, fact: string, locale: Locale): string {
  if (fact === "edits") return toEditsText(about?.edits ?? [], locale);
  const told = about?.[fact as Exclude<keyof ReportAbout, "edits">];
  return typeof told === "string" ? told : toOptionsText(told ?? {});
}
