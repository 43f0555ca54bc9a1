import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { distanceMeters } from "../../src/geo/distance.js";
import type { Streets } from "../../src/model/facts.js";
import { walking } from "../../src/streets/modes/walking.js";
import { CITIES_PATH } from "./cities.js";

/** What other programs found in an extract. */
export interface ExtractFigures {
  readonly file: string;
  readonly elements: Readonly<Record<string, number>> & { readonly data_bbox: readonly number[] };
  readonly highway: Readonly<Record<string, number>>;
  readonly walkable: Readonly<Record<string, number>>;
  readonly by_highway: Readonly<Record<string, readonly [number, number, number, number]>>;
  readonly objects_with_any_facility_key: Readonly<Record<string, number>>;
  readonly osmium_export: {
    readonly from_relations: number;
    readonly from_relations_area_km2: number;
    readonly with_facility_key: Readonly<Record<string, number>>;
    readonly facility_areas_km2: number;
  };
  readonly administrative: {
    readonly by_level: Readonly<Record<string, { readonly closed: number; readonly closed_ways?: number }>>;
    readonly closed: readonly (readonly [string, number, string, string | null, number])[];
  };
  readonly entrance_nodes?: Readonly<Record<string, number>>;
  readonly barrier_nodes?: Readonly<Record<string, number>>;
  readonly relations_by_type: Readonly<Record<string, number>>;
  readonly facility_layer_beside_it: { readonly samples_only_in_extract: readonly string[] } | null;
}

/** The extracts, by the names of their figures. */
export const EXTRACTS: readonly string[] = [
  ...["chengdu", "chengdu_2017", "harbin", "helsinki", "malta", "milan", "monaco"],
  ...["porto_alegre", "porto_centre", "porto_roads", "rhein_neckar"],
];

/** Reads the figures of an extract. */
export function figuresOf(name: string): ExtractFigures {
  return JSON.parse(readFileSync(resolve(CITIES_PATH, `reference/osm/${name}.json`), "utf8"));
}

/** Reads the bytes of a file of the cities, unpacked. */
export function readCityBytes(path: string): Uint8Array {
  const bytes = readFileSync(resolve(CITIES_PATH, path));
  return path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
}

/** Whether a file of the cities is there. */
export const hasCityFile = (path: string): boolean => existsSync(resolve(CITIES_PATH, path));

/** What is counted of streets. */
export interface StreetFigures {
  readonly ways: number;
  readonly km: number;
  readonly segments: number;
  /** Nodes used twice or more, or at the end of a way, as the figures count them. */
  readonly junctions: number;
}

/** Counts streets as the figures do, by the definitions of their README. @param isOpen default: those that may be walked */
export function countStreets(
  streets: Streets,
  isOpen: (tags: Streets["tagSets"][number]) => boolean = isWalkable,
): StreetFigures {
  const uses = new Map<number, number>();
  const ends = new Set<number>();
  const ways = new Map<number, { first: number; last: number }>();
  let [meters, segments] = [0, 0];
  for (let street = 0; street < streets.count; street++) {
    if (!isOpen(streets.tagSets[streets.tagSetRow[street]])) continue;
    const [first, end] = [streets.firstVertex[street], streets.firstVertex[street + 1]];
    const row = streets.featureRow[street];
    ways.set(row, { first: ways.get(row)?.first ?? first, last: end - 1 });
    for (let vertex = first; vertex < end; vertex++) {
      const node = streets.nodeIds[vertex];
      uses.set(node, (uses.get(node) ?? 0) + 1);
      if (vertex === first || node === streets.nodeIds[vertex - 1]) continue;
      segments++;
      meters += distanceMeters(
        streets.lon[vertex - 1],
        streets.lat[vertex - 1],
        streets.lon[vertex],
        streets.lat[vertex],
      );
    }
  }
  for (const { first, last } of ways.values()) {
    ends.add(streets.nodeIds[first]);
    ends.add(streets.nodeIds[last]);
  }
  for (const [node, count] of uses) if (count > 1) ends.add(node);
  return { ways: ways.size, km: meters / 1000, segments, junctions: ends.size };
}

/** Whether a street may be walked in some direction. */
export function isWalkable(tags: Streets["tagSets"][number]): boolean {
  const { forward, backward } = walking.accessOf(tags);
  return forward || backward;
}
