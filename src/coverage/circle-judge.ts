import type { Origins } from "../model/facts.js";
import type { AreaCoverage, CircleCoverage } from "../model/report.js";
import { type Area, countedOf } from "./areas.js";
import { COVERED, MIXED, NOT_COVERED, UNKNOWN } from "./origin-findings.js";
import type { RequirementJudge } from "./requirement-judge.js";
import { type AskedCircle, summarizeCircle } from "./summarize-circle.js";
import { areaShares, type Shares, sumOfShares, unknownShares } from "./summarize-requirement.js";

/** Tells for every origin whether a circle is complete: every mandatory requirement is covered. One without data is covered nowhere. */
export class CircleJudge {
  readonly asked: AskedCircle;
  readonly #mandatory: readonly RequirementJudge[];
  /** Tells who is near a street, where nothing that is mandatory has data; `null`: nobody knows. */
  readonly #reference: RequirementJudge | null;
  readonly #complete: Uint8Array;
  readonly #shares: Shares[] = [];
  /** Of what counts for the city. */
  readonly #counted: Shares[] = [];

  readonly #origins: Origins;
  readonly #forCity: Origins;

  /** @param forCity what of the origins counts for the city */
  constructor(asked: AskedCircle, judges: readonly RequirementJudge[], origins: Origins, forCity: Origins) {
    this.asked = asked;
    this.#origins = origins;
    this.#forCity = forCity;
    const own = new Set(asked.own.map(({ requirement }) => requirement));
    this.#mandatory = judges.filter(
      ({ planned: { requirement } }) => own.has(requirement) && requirement.necessity === "mandatory",
    );
    this.#reference = judges.find(({ findings }) => findings !== null) ?? null;
    this.#complete = new Uint8Array(origins.count);
  }

  /** Judges an area by the verdicts of its requirements. Nothing is known where nothing is mandatory. */
  judge(row: number, area: Area): void {
    const complete = this.#complete.fill(COVERED, area.range[0], area.range[1]);
    let common = COVERED;
    for (const judge of this.#mandatory) common = join(complete, common, judge, row, area.range);
    if (this.#reference !== null && this.#mandatory.every(({ findings }) => findings === null))
      common = markUnknown(complete, this.#reference, row, area.range);
    const isUntold = this.#mandatory.length === 0 || this.#reference === null;
    const shares = isUntold ? unknownShares(area) : areaShares(complete, common, area, this.#origins);
    const counted = countedOf(area);
    this.#shares[row] = shares;
    if (counted === area) this.#counted[row] = shares;
    else this.#counted[row] = isUntold ? unknownShares(counted) : areaShares(complete, common, counted, this.#forCity);
  }

  /** Gives the shares of what of an area counts for the city. */
  countedShares(row: number): Shares {
    return this.#counted[row] as Shares;
  }

  /** Sums up an area from its judged requirements; `null` = the city, from all areas. */
  summarize(row: number | null, requirements: AreaCoverage["requirements"]): CircleCoverage {
    const shares = row === null ? sumOfShares(this.#counted) : (this.#shares[row] as Shares);
    return summarizeCircle(this.asked, requirements, shares);
  }
}

/** Lets one more requirement take part: unknown wins over not covered, and that over covered. */
function join(
  complete: Uint8Array,
  common: number,
  { findings, common: commonOf }: RequirementJudge,
  row: number,
  [first, end]: Area["range"],
): number {
  const own = findings === null ? NOT_COVERED : commonOf[row];
  if (own === COVERED || common === UNKNOWN) return common;
  if (own === UNKNOWN || (own === NOT_COVERED && common !== MIXED)) {
    complete.fill(own, first, end);
    return own;
  }
  for (let origin = first; origin < end; origin++) {
    const verdict = findings === null ? NOT_COVERED : findings.verdict[origin];
    if (verdict === UNKNOWN) complete[origin] = UNKNOWN;
    else if (verdict === NOT_COVERED && complete[origin] === COVERED) complete[origin] = NOT_COVERED;
  }
  return MIXED;
}

/** Marks those of whom another requirement tells that no street is near them. */
function markUnknown(
  complete: Uint8Array,
  { findings, common }: RequirementJudge,
  row: number,
  [first, end]: Area["range"],
): number {
  if (common[row] === UNKNOWN) complete.fill(UNKNOWN, first, end);
  if (common[row] !== MIXED) return common[row] === UNKNOWN ? UNKNOWN : NOT_COVERED;
  for (let origin = first; origin < end; origin++)
    if (findings?.verdict[origin] === UNKNOWN) complete[origin] = UNKNOWN;
  return MIXED;
}
