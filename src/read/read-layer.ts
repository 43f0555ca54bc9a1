import type { DiagnosticCode } from "../diagnostic-texts.js";
import type { Layer, LonLat } from "../model.js";
import { assertDegrees } from "./coordinate-system.js";
import { checkCrsMember } from "./crs-member.js";
import { type Draft, type FeatureId, identifyFeature, idOfPlace } from "./feature-ids.js";
import { assertPropertiesExist, propertiesOf } from "./feature-properties.js";
import { type GeometryDefect, type GeometryParts, isDefect } from "./geometry-parts.js";
import { guardReading } from "./guard-reading.js";
import { describeValue, isJsonObject, type JsonObject } from "./json-object.js";
import { LayerTally } from "./layer-tally.js";
import { listFeatures } from "./list-features.js";
import type { Frame } from "./positions.js";
import { readGeometry } from "./read-geometry.js";
import type { ReadOptions } from "./read-options.js";

/** A feature whose geometry can be read. */
export interface ReadableFeature {
  /** Its own id, or one made of its first position. */
  readonly id: string;
  readonly properties: JsonObject;
  readonly parts: GeometryParts;
}

/** What a layer makes of a feature: a row, or the reason why it is left out. */
export type RowOrDefect<Row> = { readonly row: Row } | GeometryDefect;

/** The rows of a layer, and its books. */
export interface LayerReading<Row> {
  readonly drafts: readonly Draft<Row>[];
  readonly tally: LayerTally;
}

/** Findings that mean that the geometry was mended. */
const REPAIRS: readonly DiagnosticCode[] = [
  "ring.winding",
  "ring.unclosed",
  "polygon.invalid",
  "geometry.antimeridian",
];

/**
 * Reads the features of one layer, in the order of the file, and books each as used or left out.
 *
 * @param toRow makes a row of a feature; it may add findings to the feature's parts
 * @throws {CoverageError} INVALID_GEOJSON, UNKNOWN_FORMAT, UNSUPPORTED_CRS, INVALID_ARGUMENT, PROJECTED_COORDINATES,
 *   SWAPPED_COORDINATES for input that cannot be what it is given as
 */
export function readLayer<Row>(
  input: unknown,
  layer: Layer,
  options: ReadOptions,
  toRow: (feature: ReadableFeature, tally: LayerTally) => RowOrDefect<Row>,
): LayerReading<Row> {
  return guardReading(layer, input, () => readFeatures(input, layer, options, toRow));
}

function readFeatures<Row>(
  input: unknown,
  layer: Layer,
  options: ReadOptions,
  toRow: (feature: ReadableFeature, tally: LayerTally) => RowOrDefect<Row>,
): LayerReading<Row> {
  const { datum = "wgs84", referenceLon = null, repair = "report", properties: names = {} } = options;
  const features = listFeatures(input, layer);
  const tally = new LayerTally(layer, features.length);
  if (checkCrsMember(input, layer)) tally.note("crs.member", null);
  assertPropertiesExist(features, layer, names);
  const frame: Frame = { datum, referenceLon };
  const drafts: Draft<Row>[] = [];
  const outOfRange: LonLat[] = [];
  for (const feature of features) {
    if (!isJsonObject(feature) || feature.type !== "Feature") {
      tally.leaveOut("feature.kind", null, describeValue(feature));
      continue;
    }
    const properties = propertiesOf(feature);
    const ownId = identifyFeature(feature, properties, names.id);
    const parts = readGeometry(feature.geometry, frame);
    if (isDefect(parts)) {
      if (parts.position !== undefined) outOfRange.push(parts.position);
      tally.leaveOut(parts.code, ownId.id, parts.example);
      continue;
    }
    const first = parts.first ?? [0, 0];
    const id = ownId.id ?? idOfPlace(first);
    const outcome = forbiddenRepair(parts, repair) ?? toRow({ id, properties, parts }, tally);
    if (isDefect(outcome)) {
      tally.leaveOut(outcome.code, parts.first === null ? ownId.id : id, outcome.example);
    } else {
      drafts.push({ row: outcome.row, first, isNumber: ownId.isNumber });
      bookUsed(tally, id, ownId, parts);
    }
  }
  assertDegrees(outOfRange, features.length, layer);
  return { drafts, tally };
}

/** Closing a ring or passing over a part is a repair that may be forbidden; winding and whole turns move nothing. */
function forbiddenRepair({ findings, collapsed }: GeometryParts, repair: string): GeometryDefect | null {
  if (repair !== "none") return null;
  if (collapsed !== null) return { code: collapsed, example: null };
  return findings.has("ring.unclosed") ? { code: "ring.unclosed", example: null } : null;
}

function bookUsed(tally: LayerTally, id: string, ownId: FeatureId, { findings, collapsed }: GeometryParts): void {
  for (const [code, example] of findings) tally.note(code, id, example);
  if (collapsed !== null && !findings.has("geometry.parts")) tally.note("geometry.parts", id, collapsed);
  // ways cut in pieces share their ids, and nobody looks for a street by its id
  if (tally.layer !== "streets") {
    if (ownId.id === null) tally.note("id.missing", id);
    if (ownId.isUnsafe) tally.note("id.unsafe", id);
  }
  tally.use(collapsed !== null || REPAIRS.some((code) => findings.has(code)));
}
