import { checkColumns } from "../base/guard-call.js";
import type { Streets } from "../model/facts.js";

/** Checks, within `guardShape`, that streets have the columns they should have. @throws {TypeError} */
export function checkStreets(streets: Streets): void {
  const { count, firstVertex, nodeIds, ids, tagSets } = streets;
  checkColumns("streets", streets, { firstVertex: count + 1, featureRow: count, tagSetRow: count });
  const vertexCount = firstVertex[count];
  checkColumns("streets", streets, { lon: vertexCount, lat: vertexCount, nodeIds: nodeIds.length && vertexCount });
  if (!(ids.length >= count)) throw new TypeError(`streets.ids: ${ids.length} < ${count}`);
  if (!Array.isArray(tagSets)) throw new TypeError("streets.tagSets: no list");
}
