import type { Origins } from "../model/facts.js";
import type { RequirementCoverage } from "../model/report.js";
import type { NearestTable } from "../model/travel.js";
import { amountColumn } from "../origins/denominators.js";
import { type Area, countedOf } from "./areas.js";
import type { KnownRequirement } from "./knowledge.js";
import { findingsOf, type JudgedFindings } from "./origin-findings.js";
import {
  areaShares,
  noDataRequirement,
  type Shares,
  type SummaryContext,
  summarizeRequirement,
  sumOfShares,
} from "./summarize-requirement.js";
import { Tally } from "./tally.js";

/** Where and by what is judged. */
export interface JudgedAreas {
  /** One for each request of the plan. */
  readonly tables: readonly NearestTable[];
  readonly areas: readonly Area[];
  readonly city: Area;
  readonly context: SummaryContext & { readonly origins: Origins };
}

/** Working memory that the requirements of a city take in turns. */
export class Tallies {
  readonly area: Tally;
  readonly city: Tally;

  constructor({ count }: Pick<Origins, "count">) {
    const bucketOf = new Uint16Array(count);
    this.area = new Tally(bucketOf);
    this.city = new Tally(bucketOf);
  }
}

/** Judges one requirement at every origin, and sums it up for every area and the city. */
export class RequirementJudge {
  readonly planned: KnownRequirement;
  /** `null` = the input has no such facility anywhere. */
  readonly findings: JudgedFindings | null;
  /** By area; empty until judged. */
  readonly areas: RequirementCoverage[];
  city: RequirementCoverage;
  /** By area, the shares of what counts for the city; empty: nothing is known. */
  readonly counted: Shares[] = [];
  /** By area, the verdict of all its origins, or `MIXED`. */
  readonly common: Uint8Array;
  readonly #judged: JudgedAreas;
  readonly #forCity: Origins;
  /** What decides, of all origins and of what of them counts for the city. */
  readonly #by: NonNullable<Parameters<typeof areaShares>[4]>;
  readonly #countedBy: NonNullable<Parameters<typeof areaShares>[4]>;

  /** @param forCity what of the origins counts for the city */
  constructor(planned: KnownRequirement, judged: JudgedAreas, forCity: Origins) {
    const { ways, requirement } = planned;
    this.planned = planned;
    this.#judged = judged;
    this.#forCity = forCity;
    const { origins } = judged.context;
    const byIn = (some: Origins) =>
      requirement.denominator === undefined
        ? {}
        : { judgedBy: requirement.denominator, amounts: amountColumn(requirement.denominator, some) };
    this.#by = byIn(origins);
    this.#countedBy = forCity === origins ? this.#by : byIn(forCity);
    this.findings = ways.length === 0 ? null : findingsOf(ways, judged.tables);
    this.areas = this.findings === null ? judged.areas.map(noDataRequirement) : [];
    this.city = noDataRequirement(judged.city);
    this.common = new Uint8Array(judged.areas.length);
  }

  /** Judges some areas by what the tables hold now; the first time it must be all of them. */
  judge(areaRows: ReadonlySet<number>, tallies: Tallies): void {
    const { findings, areas, common, planned } = this;
    const { city, context } = this.#judged;
    if (findings === null) return;
    const isGone = planned.facilityCount === 0;
    tallies.city.clear();
    this.#judged.areas.forEach((area, row) => {
      if (areaRows.has(row)) common[row] = findings.judge(area.range[0], area.range[1]);
      // where others live but nobody here, this ground does not count for the city
      const isCounted = area.isPeopled === city.isPeopled;
      const counted = countedOf(area);
      if (isCounted && counted !== area) {
        tallies.area.clear();
        tallies.area.addArea(findings, counted, planned.cutoff);
        tallies.city.addTally(tallies.area);
      }
      tallies.area.clear();
      tallies.area.addArea(findings, area, planned.cutoff);
      if (isCounted && counted === area) tallies.city.addTally(tallies.area);
      if (!areaRows.has(row)) return;
      const shares = areaShares(findings.verdict, common[row], area, context.origins, this.#by);
      areas[row] = summarizeRequirement(findings, area, { tally: tallies.area, shares, isGone }, context);
      this.counted[row] =
        counted === area ? shares : areaShares(findings.verdict, common[row], counted, this.#forCity, this.#countedBy);
    });
    this.city = summarizeRequirement(
      findings,
      city,
      { tally: tallies.city, shares: sumOfShares(this.counted), isGone },
      context,
    );
  }
}
