import { assertChoice, invalid } from "../base/check-argument.js";
import { say } from "../base/texts/library.js";
import { splitNeighborhoods } from "../city/split-neighborhoods.js";
import type { Bounds } from "../geo/bounds.js";
import type { Neighborhood } from "../model/facts.js";

/** What neighborhoods may be grouped by. */
export const GROUPINGS = ["size", "adcode"] as const;

/** How neighborhoods are grouped to partitions. */
export interface GroupOptions {
  /**
   * `"size"`: those that lie together. `"adcode"`: those of a county, by the six digits that Chinese codes of places (and so the ids of
   * neighborhoods) begin with; a large county is halved, small ones whose codes follow each other are joined. Default: `"size"`.
   */
  readonly by?: (typeof GROUPINGS)[number];
  /** About how many nodes of the network, at most, lie in the neighborhoods of a partition. Default: 200,000. */
  readonly nodes?: number;
}

/** Neighborhoods that are judged together. */
export interface NeighborhoodGroup {
  readonly id: string;
  /** Ascending. */
  readonly rows: readonly number[];
}

/** What is known of each neighborhood. */
interface Sizes {
  readonly boxes: readonly Bounds[];
  readonly nodeCounts: Float64Array;
}

/** Smaller partitions cost more for what is around them than for themselves. */
const DEFAULT_NODES = 200_000;
const ADCODE = /^\d{6}/;

/** Groups neighborhoods; each is in one group, and where they lie alone decides what it is called. */
export function groupNeighborhoods(
  neighborhoods: readonly Pick<Neighborhood, "id">[],
  sizes: Sizes,
  { by = "size", nodes = DEFAULT_NODES }: GroupOptions,
): NeighborhoodGroup[] {
  assertChoice("options.by", by, GROUPINGS);
  if (!(typeof nodes === "number" && nodes > 0)) throw invalid("options.nodes", nodes, say("expected.positive"));
  const all = [...neighborhoods.keys()];
  if (by === "size") {
    const groups = halved(all, sizes, nodes);
    const digits = String(groups.length).length;
    return groups.map((rows, i) => ({ id: String(i + 1).padStart(digits, "0"), rows }));
  }
  const counties = new Map<string, number[]>();
  neighborhoods.forEach(({ id }, row) => {
    const code = adcodeOf(id, row);
    counties.set(code, [...(counties.get(code) ?? []), row]);
  });
  return joined(
    [...counties].sort(([a], [b]) => (a < b ? -1 : 1)),
    sizes,
    nodes,
  ).flatMap(({ id, rows }) => {
    const groups = halved(rows, sizes, nodes);
    return groups.length === 1 ? [{ id, rows }] : groups.map((own, i) => ({ id: `${id}.${i + 1}`, rows: own }));
  });
}

/** Gives the code of the county that an id begins with. @throws {CoverageError} `INVALID_ARGUMENT` if it begins with none */
export function adcodeOf(id: string, row?: number): string {
  const code = ADCODE.exec(id)?.[0];
  if (code === undefined)
    throw invalid(row === undefined ? "id" : `neighborhoods[${row}].id`, id, say("expected.adcode"));
  return code;
}

/** Joins counties whose codes follow each other, as long as they are small together. */
function joined(
  counties: readonly (readonly [code: string, rows: readonly number[]])[],
  { nodeCounts }: Sizes,
  nodes: number,
): NeighborhoodGroup[] {
  const groups: { first: string; last: string; rows: number[]; size: number }[] = [];
  for (const [code, rows] of counties) {
    const size = rows.reduce((sum, row) => sum + nodeCounts[row], 0);
    const before = groups.at(-1);
    if (before !== undefined && before.size + size <= nodes) {
      before.rows.push(...rows);
      before.last = code;
      before.size += size;
    } else groups.push({ first: code, last: code, rows: [...rows], size });
  }
  return groups.map(({ first, last, rows }) => ({
    id: first === last ? first : `${first}-${last}`,
    rows: rows.sort((a, b) => a - b),
  }));
}

/** Splits neighborhoods that lie together until no part has more nodes than there may be; one neighborhood alone is not split. */
export function halved(rows: readonly number[], { boxes, nodeCounts }: Sizes, nodes: number): (readonly number[])[] {
  // so that those without any node are in some part, too
  const weights = rows.map((row) => nodeCounts[row] + 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0) - rows.length;
  const own = rows.map((row) => boxes[row] as Bounds);
  return splitNeighborhoods(weights, own, Math.max(1, Math.ceil(total / nodes))).map((part) =>
    part.map((i) => rows[i] as number),
  );
}
