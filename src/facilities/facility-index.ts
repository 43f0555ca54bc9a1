import FlatQueue from "flatqueue";
import RBush from "rbush";
import { compareText } from "../base/diagnostics.js";
import { CoverageError, say } from "../base/errors.js";
import type { Degrees, Meters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import { boundsOf } from "../geo/bounds.js";
import type { CategoryId, Facility } from "../model/facts.js";
import { type Box, boxDistanceAtLeast } from "./box-distance.js";
import { distanceToFacility } from "./distance-to-facility.js";

/** A facility and how far it is, in a straight line on the ellipsoid. */
export interface FoundFacility {
  readonly facility: Facility;
  readonly meters: Meters;
}
export interface NearestFacilityOptions {
  /** Only facilities of this category. Default: all. */
  readonly category?: CategoryId;
  /** Only facilities up to here, inclusive. Default: no limit. */
  readonly maxMeters?: Meters;
}

interface Item extends Box {
  readonly facility: Facility;
}
/** The shape of rbush's tree, as its `toJSON` documents it. */
interface TreeNode extends Box {
  readonly leaf: boolean;
  readonly children: readonly (TreeNode | Item)[];
}

/**
 * Facilities by place: an R-tree for each category, since facilities come and go in scenarios.
 *
 * Distances are metres on the ellipsoid to the nearest entrance, else to the outline (0 inside an area); correct
 * across the antimeridian. Ties go to the smaller id.
 */
export class FacilityIndex {
  readonly #trees = new Map<CategoryId | null, RBush<Item>>([[null, new RBush<Item>()]]);
  readonly #items = new Map<string, Item>();

  constructor(facilities: readonly Facility[] = []) {
    const itemsOf = new Map<CategoryId | null, Item[]>();
    for (const facility of facilities) {
      const item = this.#register(facility);
      for (const key of keysOf(facility)) {
        const items = itemsOf.get(key);
        if (items === undefined) itemsOf.set(key, [item]);
        else items.push(item);
      }
    }
    for (const [key, items] of itemsOf) this.#tree(key).load(items);
  }

  /** How many facilities there are. */
  get size(): number {
    return this.#items.size;
  }

  /** @throws {CoverageError} `DUPLICATE_ID` if the index holds a facility with this id */
  insert(facility: Facility): void {
    const item = this.#register(facility);
    for (const key of keysOf(facility)) this.#tree(key).insert(item);
  }

  /** Removes the facility with this id; `false` = there is none. */
  remove(id: string): boolean {
    const item = this.#items.get(id);
    if (item === undefined) return false;
    this.#items.delete(id);
    for (const key of keysOf(item.facility)) this.#tree(key).remove(item);
    return true;
  }

  /**
   * Finds the `k` nearest facilities, the nearest first.
   *
   * @throws {CoverageError} `INVALID_LOCATION` unless `location` is on Earth
   */
  nearest(
    location: LonLat,
    k: number,
    { category, maxMeters = Infinity }: NearestFacilityOptions = {},
  ): FoundFacility[] {
    const found: FoundFacility[] = [];
    for (const next of this.#ascending(location, category ?? null)) {
      const last = found.at(-1);
      // a tie with the last one is still read, so that the ids decide and not the tree
      if (next.meters > maxMeters || (found.length >= k && last !== undefined && next.meters > last.meters)) break;
      found.push(next);
    }
    return found.sort(compareFound).slice(0, k);
  }

  /** Finds all facilities up to `meters` away, inclusive, the nearest first. */
  within(location: LonLat, meters: Meters, { category }: { readonly category?: CategoryId } = {}): FoundFacility[] {
    const found: FoundFacility[] = [];
    for (const next of this.#ascending(location, category ?? null)) {
      if (next.meters > meters) break;
      found.push(next);
    }
    return found.sort(compareFound);
  }

  *#ascending([lon, lat]: LonLat, category: CategoryId | null): Generator<FoundFacility> {
    assertLocation(lon, lat);
    const tree = this.#trees.get(category);
    if (tree === undefined) return;
    // holds tree nodes and items by a lower bound of their distance, and found facilities by their distance
    const queue = new FlatQueue<TreeNode | Item | FoundFacility>();
    queue.push(tree.toJSON() as unknown as TreeNode, 0);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if ("meters" in next) yield next;
      else if ("facility" in next) {
        const meters = distanceToFacility(lon, lat, next.facility);
        queue.push({ facility: next.facility, meters }, meters);
      } else for (const child of next.children) queue.push(child, boxDistanceAtLeast(lon, lat, child));
    }
  }

  #register(facility: Facility): Item {
    if (this.#items.has(facility.id))
      throw new CoverageError(
        "DUPLICATE_ID",
        say('The facility index holds a facility with id "{id}" already.', { id: facility.id }),
      );
    const { west, south, east, north } = boundsOf(placesOf(facility));
    const item: Item = { minX: west, minY: south, maxX: east, maxY: north, facility };
    this.#items.set(facility.id, item);
    return item;
  }

  #tree(key: CategoryId | null): RBush<Item> {
    let tree = this.#trees.get(key);
    if (tree === undefined) {
      tree = new RBush<Item>();
      this.#trees.set(key, tree);
    }
    return tree;
  }
}

function keysOf({ categories }: Facility): ReadonlySet<CategoryId | null> {
  return new Set([null, ...categories]);
}

function placesOf({ location, entrances, outline }: Facility): LonLat[] {
  return entrances.length > 0 ? [...entrances] : outline.length > 0 ? outline.flat() : [location];
}

function compareFound(a: FoundFacility, b: FoundFacility): number {
  return a.meters - b.meters || compareText(a.facility.id, b.facility.id);
}

function assertLocation(lon: Degrees, lat: Degrees): void {
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 540) return; // NaN fails too
  throw new CoverageError(
    "INVALID_LOCATION",
    say("[{lon}, {lat}] is not a [longitude, latitude] in degrees. Are the two swapped?", { lon, lat }),
  );
}
