import { assertObject, invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { ReachSource } from "../model/measure.js";
import type { ReachPart, ReachRequest, ReachTable } from "../model/travel.js";
import { cheapestReach } from "./cheapest-reach.js";
import { deriveReach } from "./derive-reach.js";
import type { ReachPlaces } from "./fill-reach-table.js";

/**
 * Fills a reach table by one or several travel models; several: the cheapest of them.
 *
 * @throws {CoverageError} `LIMIT_EXCEEDED` for more pairs than the request allows; `INVALID_ARGUMENT` if a model of the caller's
 *   own fills a table that is none
 */
export function fillReach(models: readonly ReachSource[], request: ReachRequest, places: ReachPlaces): ReachTable {
  const tables = models.map((model) => {
    if (model.fillReach === undefined) return deriveReach(model, request, places);
    const table: unknown = model.fillReach(request);
    assertReachTable(table, model.summary.id, request, places);
    return table;
  });
  const [only] = tables;
  return tables.length === 1 && only !== undefined ? only : cheapestReach(tables, request, places);
}

/** Checks a table of somebody else's model: parts that follow each other, pairs in order and within the cutoff. */
function assertReachTable(
  table: unknown,
  model: string,
  { cutoff }: ReachRequest,
  { originCount, facilities }: ReachPlaces,
): asserts table is ReachTable {
  const path = `options.travel: ${model}: fillReach`;
  assertObject(path, table);
  if (!Array.isArray(table.parts)) throw invalid(`${path}: parts`, table.parts, say("value.list"));
  let next = 0;
  let pairCount = 0;
  table.parts.forEach((part: unknown, row) => {
    assertObject(`${path}: parts[${row}]`, part);
    if (part.firstOrigin !== next || !isPart(part)) throw wrongPart(path, next);
    if (!areInOrder(part, cutoff, facilities.length)) throw wrongPart(path, next);
    next += part.originCount;
    pairCount += part.cost.length;
  });
  if (next !== originCount || table.pairCount !== pairCount || !(table.unattachedOrigins instanceof Uint32Array))
    throw wrongPart(path, next);
}

function isPart(part: object): part is ReachPart {
  const { originCount, firstPair, facilityRow, cost, secondQuantity } = part as Partial<ReachPart>;
  return (
    firstPair instanceof Uint32Array &&
    firstPair.length - 1 === originCount &&
    facilityRow instanceof Uint32Array &&
    cost instanceof Float64Array &&
    facilityRow.length === cost.length &&
    firstPair[0] === 0 &&
    firstPair[originCount] === cost.length &&
    (secondQuantity === null || (secondQuantity instanceof Float64Array && secondQuantity.length === cost.length))
  );
}

function areInOrder({ originCount, firstPair, facilityRow, cost }: ReachPart, cutoff: number, facilityCount: number) {
  for (let i = 0; i < originCount; i++) {
    let last = 0;
    for (let at = firstPair[i]; at < firstPair[i + 1]; at++) {
      if (!(cost[at] >= last && cost[at] <= cutoff && facilityRow[at] < facilityCount)) return false;
      last = cost[at];
    }
  }
  return true;
}

function wrongPart(path: string, origin: number): CoverageError {
  return new CoverageError("INVALID_ARGUMENT", say("reach.shape", { path, origin }), {
    path: "options.travel",
    hint: say("reach.shape.hint"),
  });
}
