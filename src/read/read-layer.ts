import { describeValue, isJsonObject, type JsonObject } from "../base/json-object.js";
import type { Layer } from "../base/layers.js";
import { atOnce, type Steps } from "../base/steps.js";
import type { DiagnosticCode } from "../base/texts/findings.js";
import type { LonLat } from "../base/words.js";
import type { PropertyNames } from "../model/input.js";
import { assertDegrees } from "./coordinate-system.js";
import { checkCrsMember } from "./crs-member.js";
import { type FeatureId, identifyFeature, idOfPlace, STREET_ID_PROPERTIES } from "./feature-ids.js";
import { assertPropertiesExist, propertiesOf } from "./feature-properties.js";
import { isFeatureReading } from "./feature-reading.js";
import { findProperties } from "./find-properties.js";
import { type GeometryDefect, type GeometryParts, isDefect } from "./geometry-parts.js";
import { guardReading } from "./guard-reading.js";
import { LayerTally } from "./layer-tally.js";
import { listFeatures } from "./list-features.js";
import { isLongText } from "./long-text.js";
import { numberFeatures } from "./number-features.js";
import type { Frame } from "./positions.js";
import { readGeometry } from "./read-geometry.js";
import type { ReadOptions } from "./read-options.js";
import type { Draft } from "./unique-ids.js";

/** A feature whose geometry can be read. */
export interface ReadableFeature {
  /** Its own id, or one made up: of its first position, or (neighborhoods) its number from west to east. */
  readonly id: string;
  readonly isNumber: boolean;
  /** Whether it calls itself so. */
  readonly isOwn: boolean;
  readonly properties: JsonObject;
  readonly parts: GeometryParts;
  readonly first: LonLat;
}

/** What a layer makes of a feature: a row, or the reason why it is left out. */
export type RowOrDefect<Row> = { readonly row: Row } | GeometryDefect;

/** The rows of a layer, and its books. */
export interface LayerReading<Row> {
  readonly drafts: readonly Draft<Row>[];
  readonly tally: LayerTally;
}

const FEATURES_OF_STEP = 1024;
/** Findings that mean that the geometry was mended. */
const REPAIRS: readonly DiagnosticCode[] = [
  "ring.winding",
  "ring.unclosed",
  "polygon.invalid",
  "polygon.overlap",
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
  toRow: (feature: ReadableFeature, tally: LayerTally, names: PropertyNames) => RowOrDefect<Row>,
): LayerReading<Row> {
  return guardReading(layer, input, () => atOnce(layerSteps(input, layer, options, toRow)));
}

/** As {@link readLayer}, in steps, for features that are the library's own. */
export function* layerSteps<Row>(
  input: unknown,
  layer: Layer,
  options: ReadOptions,
  toRow: (feature: ReadableFeature, tally: LayerTally, names: PropertyNames) => RowOrDefect<Row>,
): Steps<LayerReading<Row>> {
  const drafts: Draft<Row>[] = [];
  const take = (feature: ReadableFeature, tally: LayerTally): GeometryDefect | null => {
    const outcome = toRow(feature, tally, reader.names);
    if (isDefect(outcome)) return outcome;
    const { first, isNumber, isOwn } = feature;
    drafts.push({ row: outcome.row, first, isNumber, isOwn });
    return null;
  };
  const reader = new LayerReader(layer, options, take);
  yield* reader.steps(input);
  return { drafts, tally: reader.tally };
}

/** Reads features one by one: checks what all layers have in common, and keeps the books. */
export class LayerReader {
  readonly tally: LayerTally;
  /** The properties that are read: as the caller names them, and what was found in the layer as a whole. */
  names: PropertyNames;
  readonly #options: ReadOptions;
  #frame: Frame;
  readonly #take: (feature: ReadableFeature, tally: LayerTally) => GeometryDefect | null;
  readonly #outOfRange: LonLat[] = [];
  /** What features without ids are called, where a layer numbers them. */
  #numbers: ReadonlyMap<object, string> | null = null;

  /** @param take makes use of a feature, and may add findings to its parts; or says why it cannot be used */
  constructor(
    layer: Layer,
    options: ReadOptions,
    take: (feature: ReadableFeature, tally: LayerTally) => GeometryDefect | null,
  ) {
    this.tally = new LayerTally(layer);
    this.names = options.properties ?? {};
    this.#options = options;
    this.#frame = { datum: options.datum ?? "wgs84", referenceLon: options.referenceLon ?? null };
    this.#take = take;
  }

  /** Reads a whole layer of objects. */
  readAll(input: unknown): void {
    atOnce(this.steps(input));
  }

  /** The same, a thousand features at a time. */
  *steps(input: unknown): Steps<void> {
    const { layer } = this.tally;
    const features = listFeatures(input, layer);
    if (isFeatureReading(input)) {
      this.tally.takeOver(input);
      this.#frame = { ...this.#frame, datum: this.#options.datum ?? input.datum ?? "wgs84" };
    }
    this.checkCrs(input);
    assertPropertiesExist(features, layer, this.names);
    if (layer !== "streets") this.#findProperties(features);
    let all: Iterable<unknown> = isLongText(input) ? input.features() : features;
    if (layer === "neighborhoods") {
      const list = [...all];
      this.#numbers = numberFeatures(list, (feature) => this.#ownIdOf(feature).id === null);
      all = list;
    }
    for (const feature of all) {
      this.read(feature);
      if (this.tally.given % FEATURES_OF_STEP === 0) yield;
    }
    this.assertDegrees();
  }

  #findProperties(features: readonly unknown[]): void {
    const { layer, diagnostics } = this.tally;
    const { names, assumed, unclear } = findProperties(features, layer, this.names);
    this.names = names;
    for (const example of assumed) this.tally.note("property.assumed", null, example);
    diagnostics.addMany(
      "property.unclear",
      layer,
      new Set(unclear.map((text) => text.split(":")[0])).size,
      [],
      unclear,
    );
  }

  #ownIdOf(feature: JsonObject): FeatureId {
    const idProperties = this.tally.layer === "streets" ? STREET_ID_PROPERTIES : undefined;
    return identifyFeature(feature, propertiesOf(feature), this.names.id, idProperties);
  }

  /** Reads one feature of the list, whatever it is. */
  read(feature: unknown): void {
    const { tally } = this;
    tally.give();
    if (!isJsonObject(feature) || feature.type !== "Feature") {
      tally.leaveOut("feature.kind", null, describeValue(feature));
      return;
    }
    const properties = propertiesOf(feature);
    const ownId = this.#ownIdOf(feature);
    const parts = readGeometry(feature.geometry, this.#frame);
    if (isDefect(parts)) {
      if (parts.position !== undefined) this.#outOfRange.push(parts.position);
      tally.leaveOut(parts.code, ownId.id, parts.example);
      return;
    }
    const first = parts.first ?? [0, 0];
    const id = ownId.id ?? this.#numbers?.get(feature) ?? idOfPlace(first);
    const { isNumber } = ownId;
    const isOwn = ownId.id !== null;
    const defect =
      forbiddenRepair(parts, this.#options.repair) ??
      this.#take({ id, isNumber, isOwn, properties, parts, first }, tally);
    if (defect !== null) tally.leaveOut(defect.code, parts.first === null ? ownId.id : id, defect.example);
    else bookUsed(tally, id, ownId, parts);
  }

  /** @throws {CoverageError} UNSUPPORTED_CRS */
  checkCrs(input: unknown): void {
    if (checkCrsMember(input, this.tally.layer)) this.tally.note("crs.member", null);
  }

  /** @throws {CoverageError} PROJECTED_COORDINATES, SWAPPED_COORDINATES by what was read so far */
  assertDegrees(): void {
    assertDegrees(this.#outOfRange, this.tally.given, this.tally.layer);
  }
}

/** Closing a ring or passing over a part is a repair that may be forbidden; winding and whole turns move nothing. */
function forbiddenRepair({ findings, collapsed }: GeometryParts, repair: string = "report"): GeometryDefect | null {
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
