import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import { everydayServices } from "../coverage/summarize-services.js";
import type { AreaCoverage, CoverageReport, RequirementCoverage, Share } from "../model/report.js";
import { formatCount, formatScore, formatShare, UNKNOWN_MARK } from "./format-number.js";
import { servicesDigitsOf } from "./services-view.js";

/** What people of one group reach, or everybody. */
export interface GroupView {
  /** The id of the group; `null` = everybody. */
  readonly group: string | null;
  /** `null`: fewer than are told. */
  readonly people: number | null;
  /** How many everyday services are within their reach, as for everybody; `null`: nothing is known, or told. */
  readonly services: number | null;
  /** By circle, the mean of their shares over its everyday services; `null` alike. */
  readonly circles: readonly (number | null)[];
}

/** Lists everybody in an area, and each group of people; empty where no groups were named. */
export function viewGroups(report: CoverageReport, area: AreaCoverage): GroupView[] {
  const { groups, population } = area;
  if (groups === undefined) return [];
  return [
    viewGroup(report, area, { group: null, people: population, shareOf: ({ population }) => population }),
    ...Object.entries(groups).map(([group, people]) =>
      viewGroup(report, area, { group, people, shareOf: (coverage) => coverage.groups?.[group] ?? null }),
    ),
  ];
}

/** Tells how many everyday services are within reach of one group in an area; `null`: nothing is known, or told. */
export function servicesOfGroup(report: CoverageReport, area: AreaCoverage, group: string): number | null {
  const shareOf = (coverage: RequirementCoverage) => coverage.groups?.[group] ?? null;
  return viewGroup(report, area, { group, people: area.groups?.[group] ?? null, shareOf }).services;
}

interface Whose {
  readonly group: string | null;
  readonly people: number | null;
  readonly shareOf: (coverage: RequirementCoverage) => Share | null;
}

function viewGroup({ standard }: CoverageReport, area: AreaCoverage, { group, people, shareOf }: Whose): GroupView {
  const services = everydayServices(standard.requirements);
  const sharesOf = (own: typeof services) =>
    own.map(({ id }) => {
      const coverage = area.requirements[id];
      return coverage.status === "no-data" ? null : (shareOf(coverage)?.share ?? null);
    });
  const all = sharesOf(services);
  return {
    group,
    people,
    services: all.every((share) => share === null) ? null : sum(all),
    circles: standard.circles.map(({ id }) => {
      const own = sharesOf(services.filter(({ circle }) => circle === id));
      return own.length === 0 || own.every((share) => share === null) ? null : sum(own) / own.length;
    }),
  };
}

/** What nothing is known of is within nobody's reach. */
function sum(shares: readonly (number | null)[]): number {
  return shares.reduce<number>((total, share) => total + (share ?? 0), 0);
}

/** Writes the groups of an area as a table with a header; empty where no groups were named. */
export function groupRows(report: CoverageReport, area: AreaCoverage, locale: Locale): string[][] {
  const views = viewGroups(report, area);
  if (views.length === 0) return [];
  const tell = reportTexts(locale);
  const digits = servicesDigitsOf(area);
  return [
    [
      tell("report.groups.group"),
      tell("report.population"),
      tell("report.services.of", { all: area.services.of }),
      ...report.standard.circles.map(({ label }) => label[locale]),
    ],
    ...views.map(({ group, people, services, circles }) => [
      group ?? tell("report.groups.everybody"),
      people === null ? UNKNOWN_MARK : formatCount(people),
      services === null ? UNKNOWN_MARK : formatScore(services, digits),
      ...circles.map((share) => formatShare(share, digits)),
    ]),
  ];
}
