import type { LonLat, Tags } from "../../src/base/words.js";
import type { Reading, Streets } from "../../src/model/facts.js";
import type { GeoJsonInput } from "../../src/model/input.js";
import type { ReadOptions } from "../../src/read/read-options.js";
import { readStreets } from "../../src/read/read-streets.js";
import { StreetColumns } from "../../src/read/street-columns.js";
import { TagSets } from "../../src/read/tag-sets.js";
import { MODES, tagKeysOf } from "../../src/streets/modes/modes.js";

/** A street as a test writes it down: the library holds streets as columns. */
export interface Street {
  readonly id: string;
  readonly coordinates: readonly LonLat[];
  /** OSM node ids, one per coordinate; `null`: joins where coordinates are equal. */
  readonly nodeIds: readonly (string | number)[] | null;
  readonly tags: Tags;
}

/** Turns streets into columns, each a feature of its own. @param tagKeys the tags to keep */
export function columnsOf(streets: readonly Street[], tagKeys: readonly string[] = tagKeysOf(MODES)): Streets {
  const columns = new StreetColumns(0);
  const tagSets = new TagSets(tagKeys);
  streets.forEach(({ id, coordinates, nodeIds, tags }, featureRow) => {
    columns.add(coordinates, nodeIds, { id, featureRow, tagSetRow: tagSets.rowOf(tagSets.ofProperties(tags)) });
  });
  return columns.finish(tagSets.keys, tagSets.list());
}

/** Turns columns into streets; node ids that are texts come out as ranks. */
export function rowsOf({ count, firstVertex, lon, lat, nodeIds, ids, tagSetRow, tagSets }: Streets): Street[] {
  return Array.from({ length: count }, (_, row): Street => {
    const vertices = Array.from({ length: firstVertex[row + 1] - firstVertex[row] }, (_, i) => firstVertex[row] + i);
    const own = vertices.map((vertex) => nodeIds[vertex] ?? Number.NaN);
    return {
      id: ids[row],
      coordinates: vertices.map((vertex) => [lon[vertex], lat[vertex]]),
      nodeIds: own.some((id) => Number.isNaN(id)) ? null : own,
      tags: tagSets[tagSetRow[row]],
    };
  });
}

/** Reads streets, and gives them as rows, as the other readers do. */
export function readStreetRows(input: GeoJsonInput, options: ReadOptions = {}): Reading<Street> {
  const { streets, counts, diagnostics } = readStreets(input, options);
  return { rows: rowsOf(streets), counts, diagnostics };
}
