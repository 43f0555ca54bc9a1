import { CoverageError, say } from "../errors.js";
import { type Bounds, boundsOf } from "../geo/bounds.js";
import type { LonLat, Streets, Tags } from "../model.js";
import { readStreets } from "../read/read-streets.js";

/** A street that is planned. It meets others where it has a position of theirs, as in the input. */
export interface NewStreet {
  readonly id: string;
  readonly coordinates: readonly LonLat[];
  /** OpenStreetMap tags. Default: a footway. */
  readonly tags?: Tags;
}

/** Leaves a street out, all lines of that id. @throws {CoverageError} `INVALID_ARGUMENT` if there is none */
export function withoutStreet(streets: Streets, id: string): Streets {
  const rows = [...streets.ids.keys()].filter((row) => streets.ids[row] !== id);
  if (rows.length === streets.count)
    throw new CoverageError(
      "INVALID_ARGUMENT",
      say("closeStreet: there is no street with the id {id}.", { id: JSON.stringify(id) }),
      {
        path: "id",
        hint: "Ids are those of the features, or of OpenStreetMap if features have none.",
      },
    );
  return pick(streets, rows);
}

/**
 * Adds a street.
 *
 * @throws {CoverageError} `DUPLICATE_ID` if a street has this id; whatever reading a layer of this one street throws
 */
export function withStreet(streets: Streets, { id, coordinates, tags = { highway: "footway" } }: NewStreet): Streets {
  if (streets.ids.includes(id))
    throw new CoverageError(
      "DUPLICATE_ID",
      say("addStreet: there is a street with the id {id}.", { id: JSON.stringify(id) }),
      {
        path: "id",
        hint: "Choose another id.",
      },
    );
  const feature = { type: "Feature", id, properties: { ...tags }, geometry: { type: "LineString", coordinates } };
  const { streets: added } = readStreets({ type: "FeatureCollection", features: [feature] });
  const lastFeature = streets.featureRow.reduce((last, row) => Math.max(last, row), -1);
  const vertexCount = streets.lon.length;
  const noIds = streets.nodeIds.length === 0 ? [] : Array.from(added.lon, () => Number.NaN);
  return {
    count: streets.count + added.count,
    firstVertex: Uint32Array.from([
      ...streets.firstVertex,
      ...added.firstVertex.subarray(1).map((v) => v + vertexCount),
    ]),
    lon: joined(streets.lon, added.lon),
    lat: joined(streets.lat, added.lat),
    nodeIds: joined(streets.nodeIds, Float64Array.from(noIds)),
    ids: [...streets.ids, ...added.ids],
    featureRow: Uint32Array.from([...streets.featureRow, ...added.featureRow.map(() => lastFeature + 1)]),
    tagSetRow: Uint32Array.from([...streets.tagSetRow, ...added.tagSetRow.map((row) => row + streets.tagSets.length)]),
    tagSets: [...streets.tagSets, ...added.tagSets],
  };
}

/** Gives the box around a street and all positions that are the same node by its id, wherever they are. */
export function boundsOfStreet({ count, ids, firstVertex, lon, lat, nodeIds }: Streets, id: string): Bounds {
  const positions: LonLat[] = [];
  const own = new Set<number>();
  for (let row = 0; row < count; row++) {
    if (ids[row] !== id) continue;
    for (let vertex = firstVertex[row]; vertex < firstVertex[row + 1]; vertex++) {
      positions.push([lon[vertex], lat[vertex]]);
      if (nodeIds.length > 0) own.add(nodeIds[vertex]);
    }
  }
  own.delete(Number.NaN);
  if (own.size > 0)
    nodeIds.forEach((node, vertex) => {
      if (own.has(node)) positions.push([lon[vertex], lat[vertex]]);
    });
  return boundsOf(positions);
}

function pick(streets: Streets, rows: readonly number[]): Streets {
  const { firstVertex } = streets;
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => {
    starts[i + 1] = starts[i] + firstVertex[row + 1] - firstVertex[row];
  });
  const vertices = (column: Float64Array) => {
    const picked = new Float64Array(column.length === 0 ? 0 : starts[rows.length]);
    if (column.length > 0)
      rows.forEach((row, i) => {
        picked.set(column.subarray(firstVertex[row], firstVertex[row + 1]), starts[i]);
      });
    return picked;
  };
  return {
    count: rows.length,
    firstVertex: starts,
    lon: vertices(streets.lon),
    lat: vertices(streets.lat),
    nodeIds: vertices(streets.nodeIds),
    ids: rows.map((row) => streets.ids[row] as string),
    featureRow: Uint32Array.from(rows, (row) => streets.featureRow[row]),
    tagSetRow: Uint32Array.from(rows, (row) => streets.tagSetRow[row]),
    tagSets: streets.tagSets,
  };
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
