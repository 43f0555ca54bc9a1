import { Diagnostics, sortDiagnostics } from "../../base/diagnostics.js";
import { OSM_FINDINGS } from "../../base/texts/diagnostics/osm.js";
import type { StreetsReading } from "../../model/facts.js";
import type { TagSets } from "../tag-sets.js";
import { NO_STREET, PER_DEGREE } from "./element-columns.js";
import type { Extract } from "./extract.js";
import { MISSING } from "./node-table.js";

/**
 * Makes streets of the ways with a `highway` tag, by their ids. A way that names nodes which are not there is cut at the gap, never
 * bridged: each part of it is a street with the same id.
 *
 * @param unreadable ids of ways and what of their tags cannot be read
 * @returns `null`: there are none
 */
export function toStreets(
  extract: Extract,
  tagSets: TagSets,
  unreadable: readonly (readonly [id: number, what: string])[],
): StreetsReading | null {
  const diagnostics = new Diagnostics(OSM_FINDINGS);
  const ofTags = new Diagnostics();
  const { columns } = extract;
  const draft = new StreetDraft(extract, tagSets);
  let [given, used, clipped, tooFew] = [0, 0, 0, 0];
  for (const way of extract.wayRows) {
    if (columns.wayTagSet[way] === NO_STREET) continue;
    given++;
    const id = `way/${columns.wayIds[way]}`;
    const { isWhole, parts } = draft.add(way, id, given - 1);
    if (parts === 0) {
      tooFew++;
      diagnostics.add("osm.tooFewNodes", "streets", id);
      continue;
    }
    used++;
    if (isWhole) continue;
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
  readonly #firstVertex: number[] = [0];
  readonly #featureRow: number[] = [];
  readonly #tagSetRow: number[] = [];
  #vertexCount = 0;

  constructor(extract: Extract, tagSets: TagSets) {
    this.#extract = extract;
    this.#tagSets = tagSets;
    let most = 0;
    for (const way of extract.wayRows)
      if (extract.columns.wayTagSet[way] !== NO_STREET) most += extract.nodeCountOf(way);
    this.#lon = new Float64Array(most);
    this.#lat = new Float64Array(most);
    this.#nodeIds = new Float64Array(most);
  }

  /** Adds the parts of a way between nodes that are missing. */
  add(way: number, id: string, featureRow: number): { readonly isWhole: boolean; readonly parts: number } {
    const { columns, refRows } = this.#extract;
    const { firstRef, nodeX, nodeY, nodeIds } = columns;
    let isWhole = true;
    let parts = 0;
    let first = this.#vertexCount;
    let end = first;
    const keep = () => {
      if (this.#isLine(first, end)) {
        parts++;
        this.#vertexCount = end;
        this.#firstVertex.push(end);
        this.#ids.push(id);
        this.#featureRow.push(featureRow);
        this.#tagSetRow.push(this.#tagSets.rowOf(columns.wayTagSet[way]));
      }
      first = this.#vertexCount;
      end = first;
    };
    for (let ref = firstRef[way]; ref < firstRef[way + 1]; ref++) {
      const node = refRows[ref];
      if (node === MISSING) {
        isWhole = false;
        keep();
        continue;
      }
      this.#lon[end] = nodeX[node] / PER_DEGREE;
      this.#lat[end] = nodeY[node] / PER_DEGREE;
      this.#nodeIds[end++] = nodeIds[node];
    }
    keep();
    return { isWhole, parts };
  }

  finish(): StreetsReading["streets"] {
    const end = this.#vertexCount;
    return {
      count: this.#ids.length,
      firstVertex: Uint32Array.from(this.#firstVertex),
      lon: this.#lon.slice(0, end),
      lat: this.#lat.slice(0, end),
      nodeIds: this.#nodeIds.slice(0, end),
      ids: this.#ids,
      featureRow: Uint32Array.from(this.#featureRow),
      tagSetRow: Uint32Array.from(this.#tagSetRow),
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
