import type { Streets } from "../model/facts.js";

/**
 * Puts streets behind others, with their own tag sets.
 *
 * @param added its `featureRow` counts on from that of the others, or names features of theirs; without `nodeIds` it has none
 */
export function appendStreets(streets: Streets, added: Streets): Streets {
  const vertexCount = streets.lon.length;
  const tagSetCount = streets.tagSets.length;
  const noIds = new Float64Array(added.lon.length).fill(Number.NaN);
  const addedIds = added.nodeIds.length === 0 ? noIds : added.nodeIds;
  return {
    ...streets,
    count: streets.count + added.count,
    firstVertex: joined(
      streets.firstVertex,
      added.firstVertex.subarray(1).map((vertex) => vertex + vertexCount),
    ),
    lon: joined(streets.lon, added.lon),
    lat: joined(streets.lat, added.lat),
    nodeIds: streets.nodeIds.length === 0 ? streets.nodeIds : joined(streets.nodeIds, addedIds),
    ids: [...streets.ids, ...added.ids],
    featureRow: joined(streets.featureRow, added.featureRow),
    tagSetRow: joined(
      streets.tagSetRow,
      added.tagSetRow.map((row) => row + tagSetCount),
    ),
    tagSets: [...streets.tagSets, ...added.tagSets],
  };
}

function joined<T extends Float64Array | Uint32Array>(a: T, b: T): T {
  const Column = a.constructor as new (length: number) => T;
  const both = new Column(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
