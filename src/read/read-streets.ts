import { CoverageError } from "../errors.js";
import type { GeoJsonInput, LonLat, Reading, Street, Tags } from "../model.js";
import { type GeometryParts, reasonForNothing } from "./geometry-parts.js";
import { isJsonObject, type JsonObject, ownValue } from "./json-object.js";
import type { LayerTally } from "./layer-tally.js";
import { type ReadableFeature, type RowOrDefect, readLayer } from "./read-layer.js";
import type { ReadOptions } from "./read-options.js";

/**
 * Reads lines that may be walked or not, in the order of the file; every line of a MultiLineString is a row with the
 * same id.
 *
 * An area with a `highway` tag (a square) gives its outline. Positions that equal their neighbors are kept.
 *
 * @throws {CoverageError} NO_STREETS if no feature can be used
 * @throws {CoverageError} INVALID_GEOJSON, UNKNOWN_FORMAT, UNSUPPORTED_CRS, INVALID_ARGUMENT, PROJECTED_COORDINATES,
 *   SWAPPED_COORDINATES for input that cannot be what it is given as
 */
export function readStreets(input: GeoJsonInput, options: ReadOptions = {}): Reading<Street> {
  const { drafts, tally } = readLayer(input, "streets", options, toStreets);
  if (drafts.length === 0) {
    throw new CoverageError("NO_STREETS", `streets: no feature can be used: ${tally.reasons()}.`, {
      path: "streets",
      hint: "Give lines (LineString, MultiLineString), or leave streets out to measure straight lines.",
    });
  }
  const rows = drafts.flatMap(({ row }) => row);
  return { rows, counts: tally.counts(), diagnostics: tally.diagnostics.list() };
}

function toStreets({ id, properties, parts }: ReadableFeature, tally: LayerTally): RowOrDefect<readonly Street[]> {
  const tags = tagsOf(properties);
  const lines = linesOf(parts, tags);
  if (lines.length === 0) return reasonForNothing(parts);
  const [first] = lines;
  if (lines.length === 1 && first !== undefined) {
    return { row: [{ id, coordinates: first, nodeIds: nodesOf(properties, first.length, id, tally), tags }] };
  }
  return { row: lines.map((coordinates) => ({ id, coordinates, nodeIds: null, tags })) };
}

function linesOf({ points, lines, polygons, findings }: GeometryParts, tags: Tags): readonly (readonly LonLat[])[] {
  const isSquare = polygons.length > 0 && tags.highway !== undefined && tags.highway !== null;
  const usable = isSquare ? [...lines, ...polygons.flat()] : lines;
  const isPartly = points.length > 0 || (polygons.length > 0 && !isSquare);
  if (usable.length > 0 && isPartly) findings.set("geometry.parts", null);
  return usable;
}

/** The properties themselves where possible: a city has fifty thousand streets. */
function tagsOf(properties: JsonObject): Tags {
  Object.values(properties); // so that a getter that throws does so here, where the layer is named
  const nested = ownValue(properties, "tags");
  return isJsonObject(nested) ? { ...properties, ...nested } : properties;
}

function nodesOf(
  properties: JsonObject,
  count: number,
  id: string,
  tally: LayerTally,
): readonly (string | number)[] | null {
  const nodes = ownValue(properties, "nodes");
  if (nodes === undefined || nodes === null) return null;
  if (Array.isArray(nodes) && nodes.length === count && nodes.every(isNodeId)) return nodes;
  tally.note("street.nodesMismatch", id);
  return null;
}

const isNodeId = (node: unknown): node is string | number => typeof node === "number" || typeof node === "string";
