import { describe, expect, test } from "vitest";
import { atOnce } from "../../../src/base/steps.js";
import { ElementColumns } from "../../../src/read/osm/element-columns.js";
import { MISSING, resolveRefs } from "../../../src/read/osm/node-table.js";
import { seededRandom } from "../../support/random.js";

/** Columns with one way through all the references; node n lies at (n, n). */
function columnsOf(ids: readonly number[], refs: readonly number[]): ElementColumns {
  const columns = new ElementColumns();
  columns.reserveNodes(ids.length);
  for (const [row, id] of ids.entries()) columns.addNode(id, row, row);
  columns.reserveRefs(refs.length);
  for (const ref of refs) columns.refs[columns.refCount++] = ref;
  return columns;
}

function resolve(columns: ElementColumns): number[] {
  return [...atOnce(resolveRefs(columns))];
}

/** Of several of one id the last is kept here: it lies farthest northeast. */
function resolveSlowly(ids: readonly number[], refs: readonly number[]): number[] {
  return refs.map((ref) => ids.lastIndexOf(ref));
}

/** Whole numbers in bursts, as OpenStreetMap numbers nodes: dense here, sparse there. */
function drawIds(random: () => number, count: number, least: number): number[] {
  const ids: number[] = [];
  for (
    let id = least;
    ids.length < count;
    id += random() < 0.9 ? 1 + Math.floor(random() * 3) : Math.floor(random() * 1e9)
  )
    ids.push(id);
  return [...new Set(ids)];
}

describe("the nodes of ways", () => {
  const random = seededRandom(5);
  const starts = [1, 31, 2 ** 31 - 40, 2 ** 32 - 33, 7_800_000_000, -70, -(2 ** 33), 2 ** 52];
  const isMissing = (row: number) => row === -1;

  test.each(starts)("are found by ids that rise from %d", (least) => {
    const ids = drawIds(random, 500, least);
    const refs = ids.flatMap((id) => [id, id + 1, id - 1, id + 32, ids[Math.floor(random() * ids.length)] as number]);
    const expected = resolveSlowly(ids, refs);
    expect(expected.some(isMissing)).toBe(true);
    expect(resolve(columnsOf(ids, refs))).toEqual(expected);
  });
  test.each(starts)("are found by ids in any order from %d, some of them twice", (least) => {
    const own = drawIds(random, 300, least);
    const ids = [...own, ...own.slice(0, 20)].sort(() => random() - 0.5);
    const refs = ids.flatMap((id) => [id, id + 1, id - 32]);
    const columns = columnsOf(ids, refs);
    expect(resolve(columns)).toEqual(resolveSlowly(ids, refs));
    expect(columns.counts.duplicates).toBe(20);
  });
  test("are found where every id is far from all others, and where there are none", () => {
    const ids = Array.from({ length: 200 }, (_, i) => i * 1000 - 5000);
    const refs = [...ids, -1, 3, 999, 194_001].reverse();
    expect(resolve(columnsOf(ids, refs))).toEqual(resolveSlowly(ids, refs));
    expect(resolve(columnsOf([], [1, 2]))).toEqual([MISSING, MISSING]);
  });
  test("are found where a block of ids begins in one step and ends in the next", () => {
    const ids = Array.from({ length: (1 << 17) + 40 }, (_, i) => i + 1);
    const refs = ids.slice((1 << 17) - 40);
    expect(resolve(columnsOf(ids, refs))).toEqual(refs.map((id) => id - 1));
  });

  test("all 32 of a block are told apart", () => {
    const ids = Array.from({ length: 96 }, (_, i) => i - 32).filter((id) => id % 5 !== 0);
    const refs = Array.from({ length: 140 }, (_, i) => 100 - i);
    expect(resolve(columnsOf(ids, refs))).toEqual(resolveSlowly(ids, refs));
  });
  test("that are nowhere are missing", () => {
    const columns = columnsOf([1, 2, 3, 4], [1, 2, 3, 4]);
    columns.nodeX[1] = -2147483648;
    columns.counts.nowhere = 1;
    expect(resolve(columns)).toEqual([0, MISSING, 2, 3]);
  });
});
