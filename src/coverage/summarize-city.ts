import type { Facility } from "../model/facts.js";
import type { Measure } from "../model/measure.js";
import type { RequirementCoverage } from "../model/report.js";
import type { Standard } from "../model/standard.js";
import { type Area, sumsOf } from "./areas.js";
import { assembleArea } from "./assemble-area.js";
import type { JudgedCity } from "./city-judge.js";
import type { Judgement, RequirementColumns } from "./judgement.js";
import type { KnownRequirement } from "./knowledge.js";
import { NOT_COVERED, type OriginFindings, UNKNOWN } from "./origin-findings.js";
import { Tallies } from "./requirement-judge.js";
import { askedCircles, summarizeCircle } from "./summarize-circle.js";
import { summarizeMeasures } from "./summarize-measures.js";
import { noDataRequirement, type Shares, summarizeRequirement, sumOfShares } from "./summarize-requirement.js";

/** What was asked, so that its answers can be named. */
export interface JudgedQuestion {
  readonly standard: Standard;
  readonly smallGroupBelow?: number;
  readonly plan: { readonly requirements: readonly KnownRequirement[] };
  readonly measures: readonly Pick<Measure, "id" | "summary">[];
  /** Those of the city, which rows of facilities count in. */
  readonly facilities: readonly Pick<Facility, "id">[];
}

/**
 * Sums up the neighborhoods of a judgement to the city, to the last bit as a `CityJudge` of all of them does.
 *
 * @param columnsOf gives what each origin reaches for a requirement, one after the other.
 */
export function summarizeCity(
  judgement: Omit<Judgement, "requirements">,
  question: JudgedQuestion,
  columnsOf: (requirement: number) => RequirementColumns | null,
): JudgedCity {
  const { areas, counted, weights } = judgement;
  const { standard, plan, measures, smallGroupBelow } = question;
  const sums = sumsOf(counted);
  const all = { rows: Uint32Array.from(weights.keys()), weights };
  const tallies = new Tallies({ count: weights.length });
  const city = assembleArea(sums, {
    ...{ asked: plan.requirements, standard, smallGroupBelow },
    requirements: plan.requirements.map((planned, i) => {
      const columns = columnsOf(i);
      const coverage =
        columns === null
          ? noDataRequirement(sums)
          : summarizeColumns({ judgement, planned, all, tallies, facilities: question.facilities }, columns);
      return [planned.requirement.id, coverage];
    }),
    circles: askedCircles(standard, plan.requirements).map((asked) => [
      asked.circle.id,
      (requirements) => {
        const shares = counted.map(({ circles }) => circles[asked.circle.id] as Shares);
        return summarizeCircle(asked, requirements, sumOfShares(shares));
      },
    ]),
    measured: summarizeMeasures(
      measures.map((measure, i) => ({ measure, values: judgement.measures[i] as Float64Array })),
      {
        ...all,
        ...(sums.groups && { groups: sums.groups }),
        ...(judgement.groups && { groupWeights: judgement.groups }),
      },
      smallGroupBelow,
    ),
  });
  return { areas, city };
}

interface ColumnsWork {
  readonly judgement: Omit<Judgement, "requirements">;
  readonly planned: KnownRequirement;
  /** Every origin. */
  readonly all: Pick<Area, "rows" | "weights">;
  readonly tallies: Tallies;
  readonly facilities: readonly Pick<Facility, "id">[];
}

function summarizeColumns(
  { judgement, planned, all, tallies, facilities }: ColumnsWork,
  columns: RequirementColumns,
): RequirementCoverage {
  const { counted, firstOrigin, lon, lat, weights } = judgement;
  const { id } = planned.requirement;
  const findings = toFindings(columns);
  tallies.city.clear();
  counted.forEach((_, i) => {
    const rows = all.rows.subarray(firstOrigin[i], firstOrigin[i + 1]);
    tallies.area.clear();
    tallies.area.addArea(findings, { rows, weights }, planned.cutoff);
    tallies.city.addTally(tallies.area);
  });
  const shares = sumOfShares(counted.map(({ requirements }) => requirements[id] as Shares));
  return summarizeRequirement(
    findings,
    all,
    { tally: tallies.city, shares, isGone: planned.facilityCount === 0 },
    { origins: { lon, lat }, facilities },
  );
}

/** Who is covered stands in the shares already: what is left to tell is who is unknown. */
function toFindings({ unit, cost, secondQuantity, facilityRow, within }: RequirementColumns): OriginFindings {
  return {
    verdict: Uint8Array.from(cost, (own) => (Number.isNaN(own) ? UNKNOWN : NOT_COVERED)),
    ...{ unit, cost, facilityRow, within },
    secondQuantityOf: (origin) => secondQuantity[origin],
  };
}
