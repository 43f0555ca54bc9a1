import { type CityPlan, planCity } from "../assess/plan-city.js";
import type { QuestionOptions } from "../assess/question.js";
import { toQuestion } from "../assess/question.js";
import { farthestWays, tellAnswers, usedModels } from "../assess/travel-answers.js";
import { findingsOfWhole } from "../assess/write-report.js";
import { assertKeys, invalid } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import type { CityParts } from "../city/city.js";
import { contentKey } from "../city/city-memory.js";
import { modeNetworkFor } from "../city/mode-networks.js";
import { PreparedCity } from "../city/prepared-city.js";
import { boundsOfPolygons } from "../geo/bounds.js";
import { PartitionCutter, toPartitionQuestion } from "./cut-partition.js";
import { type GroupOptions, groupNeighborhoods } from "./group-neighborhoods.js";
import { ownNodeCounts } from "./own-node-counts.js";
import { PARTITION_FORMAT, type PartitionPlan, type PlannedPartition } from "./partition.js";
import { writePartition } from "./partition-file.js";
import { describePartition } from "./pick-neighborhoods.js";

/** What is asked of every partition, and how a city falls into partitions. */
export interface PartitionOptions extends Omit<QuestionOptions, "measures">, GroupOptions {}

/** A plan, and what cuts its partitions out of the city. */
export interface PartitionedCity {
  /** Plain data, for `mergePartitions`: JSON keeps all of it. */
  readonly plan: PartitionPlan;
  /** Gives the bytes of a partition, for `runPartition`. @throws {CoverageError} `INVALID_ARGUMENT` if the plan has none of this id */
  readonly cut: (id: string) => Uint8Array;
}

const OPTION_KEYS = new Set([
  ...["standard", "profile", "travel", "knownCategories", "smallGroupBelow", "about"],
  ...["by", "nodes"],
]);

/**
 * Plans to judge a city in partitions, anywhere and in any order: every neighborhood is in one, and each partition is cut out with all
 * that its people may get to, and with what is true of the whole. The report that `mergePartitions` makes of the results is that of
 * `computeCoverage`, byte for byte, however the city falls apart.
 *
 * @param city prepared
 * @throws {CoverageError} `INVALID_ARGUMENT`, `INVALID_STANDARD` as `computeCoverage`; `INVALID_ARGUMENT` if neighborhoods are to be grouped by
 *   codes that their ids do not begin with
 *
 * @example
 * ```ts
 * import { mergePartitions, planPartitions, runPartition } from "quarterhour/partition";
 *
 * const { plan, cut } = planPartitions(city, { nodes: 500 });
 * const results = plan.partitions.map(({ id }) => runPartition(cut(id)));
 * plan.partitions.length; // → 9
 * JSON.stringify(mergePartitions(plan, results)) === JSON.stringify(report); // → true
 * ```
 */
export function planPartitions(city: PreparedCity, options: PartitionOptions = {}): PartitionedCity {
  return guardLive("planPartitions", [city, options], () => {
    if (!PreparedCity.isOne(city)) throw invalid("city", city, say("expected.preparedCity"));
    assertKeys(options, OPTION_KEYS);
    const { by, nodes, ...asked } = options;
    const parts = PreparedCity.parts(city);
    const question = planCity(parts, toQuestion(city, asked));
    const cutter = new PartitionCutter(parts, question);
    const partitions = planned(parts, question, { ...(by && { by }), ...(nodes && { nodes }) });
    const plan = describeWhole(parts.city, question, { partitions, prepare: cutter.prepare });
    return {
      plan,
      cut: (id) => {
        const found = partitions.find((partition) => partition.id === id);
        if (found === undefined)
          throw invalid("id", id, say("expected.oneOf", { choices: partitions.map((one) => one.id).join(", ") }));
        return writePartition(cutter.cut(found, plan.key));
      },
    };
  });
}

function planned(parts: CityParts, { profile }: CityPlan, how: GroupOptions): PlannedPartition[] {
  const { neighborhoods, origins } = parts.city;
  const boxes = neighborhoods.map(({ polygons }) => boundsOfPolygons(polygons));
  const nodeCounts = ownNodeCounts(modeNetworkFor(parts, profile)?.network ?? null, origins);
  const sizes = { boxes, nodeCounts };
  return groupNeighborhoods(neighborhoods, sizes, how).map((group) => describePartition(group, origins, sizes));
}

/** Says of the whole what no partition can see. */
function describeWhole(
  { neighborhoods, country }: CityParts["city"],
  plan: CityPlan,
  { partitions, prepare }: Pick<PartitionPlan, "partitions"> & Pick<PartitionCutter, "prepare">,
): PartitionPlan {
  const { travel: models, facts, requirements, requests } = plan;
  const travel = tellAnswers(usedModels(requests, models), farthestWays(requirements), prepare);
  const described = {
    formatVersion: PARTITION_FORMAT,
    question: toPartitionQuestion(plan),
    ...{ requirements, facts, travel },
    diagnostics: findingsOfWhole({ neighborhoods, country }, plan, travel),
    neighborhoods: neighborhoods.map(({ id, name }) => ({ id, name })),
    partitions,
  } as const;
  return { key: hashOf(contentKey(described)), ...described };
}

/** Two numbers of 32 bits that tell texts apart: FNV-1a, from the front and from the back. @see G. Fowler, L. C. Noll, K.-P. Vo, 1991 */
function hashOf(text: string): string {
  let [front, back] = [0x811c9dc5, 0x811c9dc5];
  for (let at = 0; at < text.length; at++) {
    front = Math.imul(front ^ text.charCodeAt(at), 0x01000193);
    back = Math.imul(back ^ text.charCodeAt(text.length - 1 - at), 0x01000193);
  }
  return [front, back].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
