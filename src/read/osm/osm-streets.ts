import { Diagnostics, sortDiagnostics } from "../../base/diagnostics.js";
import type { Steps } from "../../base/steps.js";
import { OSM_FINDINGS } from "../../base/texts/diagnostics/osm.js";
import type { StreetsReading } from "../../model/facts.js";
import { firstRows } from "../first-rows.js";
import { ROWS_OF_STEP } from "../in-turns.js";
import type { TagSets } from "../tag-sets.js";
import { enlarged, NO_STREET, PER_DEGREE } from "./element-columns.js";
import type { Extract } from "./extract.js";
import { MISSING } from "./node-table.js";

/**
 * Makes streets of the ways with a `highway` tag, by their ids. A way that names nodes which are not there is cut at the gap, never
 * bridged: each part of it is a street with the same id.
 *
 * @param unreadable ids of ways and what of their tags cannot be read
 * @returns `null`: there are none
 */
export function* toStreets(
  extract: Extract,
  tagSets: TagSets,
  unreadable: readonly (readonly [id: number, what: string])[],
): Steps<StreetsReading | null> {
  const diagnostics = new Diagnostics(OSM_FINDINGS);
  const ofTags = new Diagnostics();
  const { columns } = extract;
  const draft = new StreetDraft(extract, tagSets);
  let [given, used, clipped, tooFew] = [0, 0, 0, 0];
  for (const way of extract.wayRows) {
    if (columns.wayTagSet[way] === NO_STREET) continue;
    if (++given % ROWS_OF_STEP === 0) yield;
    const id = `way/${columns.wayIds[way]}`;
    const added = draft.add(way, id, given - 1);
    if (added === 0 || added === ~0) {
      tooFew++;
      diagnostics.add("osm.tooFewNodes", "streets", id);
      continue;
    }
    used++;
    if (added > 0) continue;
    clipped++;
    diagnostics.add("osm.wayClipped", "streets", id);
  }
  if (given === 0) return null;
  for (const [id, what] of unreadable) ofTags.add("tags.unreadable", "streets", `way/${id}`, what);
  const leftOut = tooFew === 0 ? {} : { "osm.tooFewNodes": tooFew };
  return {
    streets: draft.finish(),
    counts: { layer: "streets", given, used, repaired: clipped, leftOut },
    diagnostics: sortDiagnostics([...diagnostics.list(), ...ofTags.list()]),
  };
}

/** Collects streets into columns of the right size: no way has more vertices than nodes. */
class StreetDraft {
  readonly #extract: Extract;
  readonly #tagSets: TagSets;
  readonly #lon: Float64Array;
  readonly #lat: Float64Array;
  readonly #nodeIds: Float64Array;
  readonly #ids: string[] = [];
  // of as many streets as there are ways, and more where ways are cut
  #firstVertex: Uint32Array;
  #featureRow: Uint32Array;
  #tagSetRow: Uint32Array;
  #vertexCount = 0;

  constructor(extract: Extract, tagSets: TagSets) {
    this.#extract = extract;
    this.#tagSets = tagSets;
    let most = 0;
    let ways = 0;
    for (const way of extract.wayRows) {
      if (extract.columns.wayTagSet[way] === NO_STREET) continue;
      ways++;
      most += extract.nodeCountOf(way);
    }
    this.#firstVertex = new Uint32Array(ways + 1);
    this.#featureRow = new Uint32Array(ways);
    this.#tagSetRow = new Uint32Array(ways);
    this.#lon = new Float64Array(most);
    this.#lat = new Float64Array(most);
    this.#nodeIds = new Float64Array(most);
  }

  /** Adds the parts of a way between nodes that are missing. @returns how many, below 0 if some are missing: `~count` */
  add(way: number, id: string, featureRow: number): number {
    const { columns, refRows } = this.#extract;
    const { firstRef, nodeX, nodeY, nodeIds } = columns;
    const lon = this.#lon;
    const lat = this.#lat;
    const ids = this.#nodeIds;
    const tagSetRow = this.#tagSets.rowOf(columns.wayTagSet[way]);
    let isWhole = true;
    let parts = 0;
    let end = this.#vertexCount;
    for (let ref = firstRef[way]; ref < firstRef[way + 1]; ref++) {
      const node = refRows[ref];
      if (node === MISSING) {
        isWhole = false;
        parts += this.#keep(end, id, featureRow, tagSetRow);
        end = this.#vertexCount;
        continue;
      }
      lon[end] = nodeX[node] / PER_DEGREE;
      lat[end] = nodeY[node] / PER_DEGREE;
      ids[end++] = nodeIds[node];
    }
    parts += this.#keep(end, id, featureRow, tagSetRow);
    return isWhole ? parts : ~parts;
  }

  /** Makes a street of the vertices up to `end`, if they are a line. @returns how many were made: 1 or 0 */
  #keep(end: number, id: string, featureRow: number, tagSetRow: number): number {
    if (!this.#isLine(this.#vertexCount, end)) return 0;
    this.#vertexCount = end;
    const row = this.#ids.push(id) - 1;
    if (row === this.#featureRow.length) this.#enlarge(2 * row);
    this.#firstVertex[row + 1] = end;
    this.#featureRow[row] = featureRow;
    this.#tagSetRow[row] = tagSetRow;
    return 1;
  }

  #enlarge(size: number): void {
    this.#firstVertex = enlarged(this.#firstVertex, new Uint32Array(size + 1));
    this.#featureRow = enlarged(this.#featureRow, new Uint32Array(size));
    this.#tagSetRow = enlarged(this.#tagSetRow, new Uint32Array(size));
  }

  finish(): StreetsReading["streets"] {
    const end = this.#vertexCount;
    const count = this.#ids.length;
    return {
      count,
      firstVertex: firstRows(this.#firstVertex, count + 1),
      lon: firstRows(this.#lon, end),
      lat: firstRows(this.#lat, end),
      nodeIds: firstRows(this.#nodeIds, end),
      ids: this.#ids,
      featureRow: firstRows(this.#featureRow, count),
      tagSetRow: firstRows(this.#tagSetRow, count),
      tagKeys: this.#tagSets.keys,
      tagSets: this.#tagSets.list(),
    };
  }

  /** Two nodes at least, not all in one place. */
  #isLine(first: number, end: number): boolean {
    for (let vertex = first + 1; vertex < end; vertex++)
      if (this.#lon[vertex] !== this.#lon[first] || this.#lat[vertex] !== this.#lat[first]) return true;
    return false;
  }
}
