import { CoverageError } from "../base/errors.js";
import { type JsonObject, ownValue } from "../base/json-object.js";
import { say } from "../base/texts/core.js";
import type { LonLat, Tags } from "../base/words.js";
import type { StreetsReading, Water } from "../model/facts.js";
import { MODES, tagKeysOf } from "../streets/modes/modes.js";
import { type WaterKind, waterKind, waterOf, withWaters } from "../streets/waters.js";
import { type GeometryDefect, type GeometryParts, reasonForNothing } from "./geometry-parts.js";
import type { LayerTally } from "./layer-tally.js";
import { LayerReader, type ReadableFeature } from "./read-layer.js";
import type { StreetReadOptions } from "./read-options.js";
import { StreetColumns } from "./street-columns.js";
import { TagSets } from "./tag-sets.js";

/** Reads the streets of one layer, feature by feature. */
export class StreetsReader {
  readonly columns: StreetColumns;
  readonly tagSets: TagSets;
  readonly layer: LayerReader;
  /** Lakes and rivers as areas. */
  readonly #waters: Water[] = [];

  /** @param vertexCount how many are expected */
  constructor(options: StreetReadOptions, vertexCount: number) {
    const { tagKeys = tagKeysOf(MODES) } = options;
    this.tagSets = new TagSets(tagKeys);
    this.columns = new StreetColumns(vertexCount);
    this.layer = new LayerReader("streets", options, (feature, tally) => this.#take(feature, tally));
  }

  /** @throws {CoverageError} NO_STREETS */
  finish(): StreetsReading {
    const { tally } = this.layer;
    if (this.columns.count === 0) {
      const reasons = this.#waters.length > 0 ? `geometry.kind (${this.#waters.length})` : tally.reasons();
      throw new CoverageError("NO_STREETS", say("streets.unusable", { reasons }), {
        path: "streets",
        hint: say("streets.unusable.hint"),
      });
    }
    const columns = this.columns.finish(this.tagSets.keys, this.tagSets.list());
    return { streets: withWaters(columns, this.#waters), counts: tally.counts(), diagnostics: tally.findings() };
  }

  /** Areas of water are no streets, and are kept beside them: nobody walks across. */
  #takeWater({ points, lines, polygons, findings }: GeometryParts, kind: WaterKind, tags: Tags): null {
    for (const rings of polygons) {
      const water = waterOf(kind, tags, rings);
      if (water !== null) this.#waters.push(water);
    }
    if (points.length + lines.length > 0) findings.set("geometry.parts", null);
    return null;
  }

  #take({ id, properties, parts }: ReadableFeature, tally: LayerTally): GeometryDefect | null {
    const unreadable: string[] = [];
    const { tagSets } = this;
    const given = tagSets.ofProperties(properties, (what) => unreadable.push(what));
    const isSquare = parts.polygons.length > 0 && isWay(tagSets.tagsOf(given));
    if (!isSquare && parts.polygons.length > 0) {
      const tags = tagSets.tagsOf(given);
      const kind = waterKind(tags, true);
      if (kind !== null) return this.#takeWater(parts, kind, tags);
    }
    const areaKey = tagSets.keys.indexOf("area");
    const tagSetRow = tagSets.rowOf(isSquare && areaKey >= 0 ? tagSets.add(given, areaKey, "yes") : given);
    const lines = linesOf(parts, isSquare);
    const [first] = lines;
    if (first === undefined) return reasonForNothing(parts);
    for (const what of unreadable) tally.note("tags.unreadable", id, what);
    const nodeIds = lines.length === 1 ? nodesOf(properties, first.length, id, tally) : null;
    for (const line of lines) this.columns.add(line, nodeIds, { id, featureRow: tally.given - 1, tagSetRow });
    return null;
  }
}

/** Whether an area of these tags is a square or platform. */
function isWay({ highway, railway, public_transport }: Tags): boolean {
  return highway !== undefined || railway === "platform" || public_transport === "platform";
}

function linesOf(
  { points, lines, polygons, findings }: GeometryParts,
  isSquare: boolean,
): readonly (readonly LonLat[])[] {
  const usable = isSquare ? [...lines, ...polygons.flat()] : lines;
  const isPartly = points.length > 0 || (polygons.length > 0 && !isSquare);
  if (usable.length > 0 && isPartly) findings.set("geometry.parts", null);
  return usable;
}

function nodesOf(
  properties: JsonObject,
  count: number,
  id: string,
  tally: LayerTally,
): readonly (string | number)[] | null {
  const given = ownValue(properties, "nodes");
  if (given === undefined || given === null) return null;
  const nodes = typeof given === "string" ? nodesInText(given) : given;
  if (Array.isArray(nodes) && nodes.length === count && nodes.every(isNodeId)) return nodes;
  tally.note("street.nodesMismatch", id);
  return null;
}

/** Ids in a text, as tables hold lists: JSON, Python's, PostgreSQL's in braces, or parted by commas, semicolons, bars or blanks. */
function nodesInText(text: string): (string | number)[] {
  const plain = text.trim().replace(/^[[({]|[\])}]$/g, "");
  return plain
    .trim()
    .split(/\s*[,;|]\s*|\s+/)
    .map((id) => (/^-?(0|[1-9]\d{0,14})$/.test(id) ? Number(id) : id.replace(/^["']|["']$/g, "")));
}

const isNodeId = (node: unknown): node is string | number =>
  (typeof node === "string" && node !== "") || (typeof node === "number" && !Number.isNaN(node));
