import { type Diagnostic, sortDiagnostics } from "../base/diagnostics.js";
import type { PreparedCity } from "../city/prepare-city.js";
import { cityArea, neighborhoodAreas } from "../coverage/areas.js";
import type { JudgedCity } from "../coverage/city-judge.js";
import {
  reachOf,
  reportCategoryData,
  reportEdgeEffects,
  reportNeighborhoodsWithoutStreets,
} from "../coverage/findings.js";
import type { Plan } from "../coverage/plan.js";
import type { JudgedGround } from "../coverage/requirement-judge.js";
import { summarizeStandard } from "../coverage/summarize-standard.js";
import { sumInOrder } from "../coverage/weighted-statistics.js";
import { type Bounds, boundsOf } from "../geo/bounds.js";
import type { Facility } from "../model/facts.js";
import type { CoverageReport } from "../model/report.js";
import type { Standard } from "../model/standard.js";
import type { CostUnit, NearestTable, TravelProfile } from "../model/travel.js";
import type { PreparedTravel } from "../travel/travel-model.js";

/** Everything that a report tells of. */
export interface ReportParts {
  readonly prepared: PreparedCity;
  /** Around its streets; `null` = it has none. Default: as they were read. */
  readonly streetBounds?: Bounds | null;
  readonly standard: Standard;
  readonly profile: TravelProfile;
  readonly plan: Plan;
  readonly facilities: readonly Facility[];
  /** By category. */
  readonly facilityCount: ReadonlyMap<string, number>;
  readonly travel: readonly Pick<PreparedTravel, "summary" | "diagnostics">[];
  /** One of the tables; `null` if nothing was asked for. */
  readonly table: NearestTable | null;
  readonly judged: JudgedCity;
}

/** Puts a report together. */
export function assembleReport(parts: ReportParts): CoverageReport {
  const { prepared, standard, profile, plan, facilities, facilityCount, travel, table, judged } = parts;
  const { streetBounds = prepared.streetBounds } = parts;
  const { neighborhoods, origins } = prepared;
  const diagnostics = sortDiagnostics([
    ...prepared.diagnosticsFor(standard.categories),
    ...travel.flatMap((model) => model.diagnostics),
    ...reportCategoryData(plan, facilityCount),
    ...(table === null ? [] : reportNeighborhoodsWithoutStreets(neighborhoods, origins, table)),
    ...edgeEffects(prepared, streetBounds, facilities, reachOf(plan, profile)),
  ]);
  return {
    schemaVersion: 2,
    standard: summarizeStandard(standard, plan, facilityCount),
    profile: copyProfile(profile),
    travel: travel.map(({ summary }) => summary),
    origins: prepared.originSummary,
    inputs: prepared.countsFor(standard.categories),
    city: judged.city,
    neighborhoods: judged.areas.map((area, row) => ({
      id: neighborhoods[row]?.id ?? "",
      name: neighborhoods[row]?.name ?? null,
      ...area,
    })),
    diagnostics,
  };
}

/** Gives what is judged: the neighborhoods of a city, and the city itself. */
export function judgedGround(
  { neighborhoods, origins, neighborhoodSquareMeters }: PreparedCity,
  how: {
    readonly profile: TravelProfile;
    readonly facilities: readonly Facility[];
    readonly tableOf: (unit: CostUnit) => NearestTable;
  },
): JudgedGround {
  const areas = neighborhoodAreas(neighborhoods, origins, neighborhoodSquareMeters);
  return {
    tableOf: how.tableOf,
    speedMetersPerSecond: how.profile.speedMetersPerSecond,
    areas,
    city: cityArea(origins, {
      population: sumInOrder(areas.map(({ population }) => population ?? 0)),
      areaSquareMeters: sumInOrder(neighborhoodSquareMeters),
    }),
    context: { origins, facilities: how.facilities },
  };
}

function edgeEffects(
  { neighborhoods, neighborhoodBounds }: PreparedCity,
  streetBounds: Bounds | null,
  facilities: readonly Facility[],
  reachMeters: number,
): Diagnostic[] {
  const layers = [boundsOf(facilities.map(({ location }) => location))];
  if (streetBounds !== null) layers.push(streetBounds);
  return reportEdgeEffects(neighborhoods, neighborhoodBounds, layers, reachMeters);
}

/** Only the fields of the type: whatever else a caller's object holds need not be JSON. */
function copyProfile(profile: TravelProfile): TravelProfile {
  const { id, label, mode, speedMetersPerSecond, stepsSpeedMetersPerSecond, offStreetSpeedMetersPerSecond } = profile;
  const { maxAccessMeters, source } = profile;
  return {
    ...{ id, label },
    ...(mode === undefined ? {} : { mode }),
    speedMetersPerSecond,
    ...(stepsSpeedMetersPerSecond === undefined ? {} : { stepsSpeedMetersPerSecond }),
    ...{ offStreetSpeedMetersPerSecond, maxAccessMeters, source },
  };
}
