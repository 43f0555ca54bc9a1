import { assertTravel } from "../assess/check-options.js";
import { fillRequest } from "../assess/fill-tables.js";
import { openJudge } from "../assess/judge-tables.js";
import { type CityPlan, planQuestion } from "../assess/plan-city.js";
import { preparingOnce } from "../assess/prepare-travel.js";
import { modelsFor, usedModels } from "../assess/travel-answers.js";
import { findingsOfTables } from "../assess/write-report.js";
import { attachOrigins } from "../attach/attach-origins.js";
import { assertKeys, invalid } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import { once } from "../base/once.js";
import { say } from "../base/texts/library.js";
import type { RequirementColumns } from "../coverage/judgement.js";
import { FacilityIndex } from "../facilities/facility-index.js";
import type { CategoryId } from "../model/facts.js";
import type { Mode } from "../model/mode.js";
import type { NearestTable } from "../model/travel.js";
import { assertModes } from "../streets/modes/check-modes.js";
import { MODES } from "../streets/modes/modes.js";
import { OTHER_MODES } from "../streets/modes/other-modes.js";
import { onNetwork } from "../travel/on-network.js";
import { straightLine } from "../travel/straight-line.js";
import type { TravelCity, TravelModel, WholeFacilities } from "../travel/travel-model.js";
import { placeIn } from "./cut-network.js";
import { keyOf } from "./cut-partition.js";
import type { Partition, PartitionResult, PartitionStreets } from "./partition.js";
import { readPartition } from "./partition-file.js";
import { writeResult } from "./result-file.js";

/** How a partition is run. */
export interface RunPartitionOptions {
  /** The travel models of the plan: functions are not in the bytes. Default: the streets if there are any, else the straight line. */
  readonly travel?: readonly TravelModel[];
  /** Ways of moving that the profile may name, besides those of the library. */
  readonly modes?: readonly Mode[];
}

/**
 * Judges a partition. A pure function of bytes: whoever runs it again, anywhere, gets the same.
 *
 * @param partition bytes from `planPartitions`
 * @returns bytes for `mergePartitions`
 * @throws {CoverageError} `INVALID_CITY_FILE` if it is no partition, one of another version, or a damaged one; `INVALID_ARGUMENT` if the travel
 *   models are others than those of the plan
 */
export function runPartition(partition: Uint8Array, options: RunPartitionOptions = {}): Uint8Array {
  return guardLive("runPartition", [partition, options], () => {
    if (!(partition instanceof Uint8Array)) throw invalid("partition", partition, say("expected.partitionBytes"));
    assertKeys(options, new Set(["travel", "modes"]));
    const { travel, modes = [] } = options;
    assertModes(modes);
    if (travel !== undefined) assertTravel(travel);
    const read = readPartition(partition, [...MODES, ...OTHER_MODES, ...modes]);
    return writeResult(judgePartition(read, travel));
  });
}

/**
 * Judges a partition: the second and third stage of what `computeCoverage` does, for some neighborhoods.
 *
 * @param travel those of the plan. Default: the streets if there are any, else the straight line
 * @throws {CoverageError} `INVALID_ARGUMENT` if the travel models are others than those of the plan
 */
export function judgePartition(
  partition: Partition,
  travel: readonly TravelModel[] = defaultTravel(partition),
): PartitionResult {
  const { question, facts, city } = partition;
  const { travelKeys, ...asked } = question;
  assertSameTravel(travel, travelKeys);
  const plan = planQuestion({ ...asked, travel, measures: [] }, facts);
  const whole = toTravelCity(partition, plan);
  const prepare = preparingOnce(whole, plan.profile);
  const tables = plan.requests.map((request) =>
    fillRequest(modelsFor(request, travel).map(prepare), request, { originCount: city.origins.count }),
  );
  return toResult(partition, plan, tables, {
    travelDiagnostics: usedModels(plan.requests, travel).map((model) => prepare(model).diagnostics),
    diagnostics: findingsOfTables(city, plan, tables),
  });
}

/** Judges a partition by what its tables hold. @param found what was found on the way */
export function toResult(
  partition: Partition,
  plan: CityPlan,
  tables: readonly NearestTable[],
  found: Pick<PartitionResult, "travelDiagnostics" | "diagnostics">,
): PartitionResult {
  const { id, planKey, city, facilities, facilityRows, neighborhoodRows } = partition;
  const judge = openJudge({ city }, plan, { tables, reachTables: [], facilities });
  const { requirements, measures: _, ...frame } = judge.judgement(neighborhoodRows);
  const columns = requirements.map((one) => one && withRows(one, facilityRows));
  return {
    ...{ id, planKey, frame, ...found },
    units: columns.map((one) => one?.unit ?? null),
    columnsOf: (row) => columns[row] ?? null,
    facilityIds: idsOf(rowsIn(columns), partition),
  };
}

function defaultTravel({ streets }: Partition): readonly TravelModel[] {
  return [streets === null ? straightLine() : onNetwork()];
}

function toTravelCity(
  { city: { origins, neighborhoods }, originRows, facilities, streets, facts }: Partition,
  { facts: { facilityCounts } }: CityPlan,
): TravelCity {
  return {
    ...{ origins, neighborhoods, facilities },
    facilityIndex: once(() => new FacilityIndex(facilities)),
    originPart: { rows: originRows, of: facts.origins.count },
    streets: streets && {
      modeNetwork: streets.modeNetwork,
      attachedOrigins: (meters) => attachOrigins(streets.modeNetwork, origins, meters),
      attachedFacilities: () => ({ attachments: streets.attachments, diagnostics: [] }),
    },
    whole: {
      has: (category) => Object.hasOwn(facilityCounts, category),
      waysTo: (category) => waysIn(streets, category),
    },
  };
}

function waysIn(streets: PartitionStreets | null, category: CategoryId): ReturnType<WholeFacilities["waysTo"]> {
  const { islands = [], nodesWithout = [] } = streets?.waysTo[category] ?? {};
  if (streets === null || !streets.modeNetwork.arcs.someOneWay) return { islands: new Set(islands), hasWay: null };
  const hasWay = new Uint8Array(streets.modeNetwork.network.nodeCount).fill(1);
  for (const node of nodesWithout) hasWay[node] = 0;
  return { islands: new Set(islands), hasWay };
}

/** Names facilities by their rows in the whole. */
function withRows(columns: RequirementColumns, facilityRows: Uint32Array): RequirementColumns {
  return { ...columns, facilityRow: columns.facilityRow.map((row) => (row < 0 ? row : facilityRows[row])) };
}

function idsOf(rows: Iterable<number>, { facilities, facilityRows }: Partition): PartitionResult["facilityIds"] {
  const placeOf = placeIn(facilityRows);
  return Object.fromEntries(Array.from(rows, (row) => [row, facilities[placeOf(row)]?.id ?? ""]));
}

function rowsIn(requirements: readonly (RequirementColumns | null)[]): Set<number> {
  const rows = new Set<number>();
  for (const columns of requirements) for (const row of columns?.facilityRow ?? []) if (row >= 0) rows.add(row);
  return rows;
}

function assertSameTravel(travel: readonly TravelModel[], keys: readonly (string | null)[]): void {
  const given = travel.map(keyOf);
  if (given.length === keys.length && given.every((key, i) => key === keys[i])) return;
  throw invalid("options.travel", given.join(", "), say("expected.travelOfPlan", { keys: keys.join(", ") }));
}
