import FlatQueue from "flatqueue";
import RBush from "rbush";
import { assertKeys, assertText, invalid } from "../base/check-argument.js";
import { compareText } from "../base/diagnostics.js";
import { CoverageError } from "../base/errors.js";
import { guardLive } from "../base/guard-call.js";
import { say } from "../base/texts/core.js";
import type { Meters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import type { CategoryId, Facility } from "../model/facts.js";
import { type Box, boxDistanceAtLeast, boxDistanceAtMost, isBoxBeyond } from "./box-distance.js";
import { assertCount, assertDistance, assertFacility, assertLocation } from "./check-facility.js";
import { distanceToFacility } from "./distance-to-facility.js";
import { type Item, itemOf } from "./facility-item.js";

/** A facility and how far it is, in a straight line on the ellipsoid. */
export interface FoundFacility {
  readonly facility: Facility;
  readonly meters: Meters;
}

/** Which facilities a search by straight line looks at. */
export interface NearestFacilityOptions {
  /** Only facilities of this category. Default: all. */
  readonly category?: CategoryId;
  /** Only facilities up to here, inclusive. Default: no limit. */
  readonly maxMeters?: Meters;
}

const WITHIN_KEYS: ReadonlySet<string> = new Set(["category"]);
const NEAREST_KEYS: ReadonlySet<string> = new Set([...WITHIN_KEYS, "maxMeters"]);

/** The shape of rbush's tree, as its `toJSON` documents it. */
interface TreeNode extends Box {
  readonly leaf: boolean;
  readonly children: readonly (TreeNode | Item)[];
}

/**
 * Facilities by place: an R-tree for each category, since facilities come and go in scenarios.
 *
 * Distances are metres on the ellipsoid: 0 inside an area, else to the nearest entrance, else to the outline; correct
 * across the antimeridian. Ties go to the smaller id.
 *
 * @example
 * ```ts
 * import { FacilityIndex } from "quarterhour/facilities";
 *
 * const index = new FacilityIndex(city.facilities);
 * const [nearest] = index.nearest([104.06, 30.63], 1, { category: "pharmacy" });
 * nearest?.facility.categories.includes("pharmacy"); // → true
 * index.within([104.06, 30.63], nearest?.meters ?? 0, { category: "pharmacy" }).length; // → 1
 * ```
 */
export class FacilityIndex {
  readonly #trees = new Map<CategoryId | null, RBush<Item>>([[null, new RBush<Item>()]]);
  readonly #items = new Map<string, Item>();
  /** How many facilities there are below the nodes of the trees that were counted since one came or went. */
  #below = new WeakMap<TreeNode, number>();

  /**
   * @param facilities as `prepareCity` and `selectFacilities` give them
   * @throws {CoverageError} `INVALID_ARGUMENT` for what is no facility; `INVALID_LOCATION`; `DUPLICATE_ID`
   */
  constructor(facilities: readonly Facility[] = []) {
    guardLive("FacilityIndex", [facilities], () => {
      if (!Array.isArray(facilities)) throw invalid("facilities", facilities, say("expected.facilities"));
      const itemsOf = new Map<CategoryId | null, Item[]>();
      facilities.forEach((facility, row) => {
        assertFacility(`facilities[${row}]`, facility);
        const item = this.#register(facility);
        for (const key of keysOf(facility)) {
          const items = itemsOf.get(key);
          if (items === undefined) itemsOf.set(key, [item]);
          else items.push(item);
        }
      });
      for (const [key, items] of itemsOf) this.#tree(key).load(items);
    });
  }

  /** How many facilities there are. */
  get size(): number {
    return this.#items.size;
  }

  /**
   * Adds a facility.
   *
   * @throws {CoverageError} `INVALID_ARGUMENT` for what is no facility, such as a GeoJSON feature; `INVALID_LOCATION`;
   *   `DUPLICATE_ID` if the index holds a facility with this id
   */
  insert(facility: Facility): void {
    guardLive("insert", [facility], () => {
      assertFacility("facility", facility);
      const item = this.#register(facility);
      this.#below = new WeakMap();
      for (const key of keysOf(facility)) this.#tree(key).insert(item);
    });
  }

  /** Removes the facility with this id; `false` = there is none. @throws {CoverageError} `INVALID_ARGUMENT` if it is no text */
  remove(id: string): boolean {
    assertText("id", id);
    const item = this.#items.get(id);
    if (item === undefined) return false;
    this.#items.delete(id);
    this.#below = new WeakMap();
    for (const key of keysOf(item.facility)) this.#tree(key).remove(item);
    return true;
  }

  /**
   * Finds the `k` nearest facilities, the nearest first.
   *
   * @param k 0 or more; `Infinity` = all
   * @throws {CoverageError} `INVALID_LOCATION` unless `location` is on Earth; `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
   */
  nearest(location: LonLat, k: number, options: NearestFacilityOptions = {}): FoundFacility[] {
    return guardLive("nearest", [location, k, options], () => {
      assertKeys(options, NEAREST_KEYS);
      const { category, maxMeters = Infinity } = options;
      if (category !== undefined) assertText("options.category", category);
      assertCount("k", k);
      assertDistance("options.maxMeters", maxMeters);
      const found: FoundFacility[] = [];
      for (const next of this.#ascending(location, category ?? null)) {
        const last = found.at(-1);
        // a tie with the last one is still read, so that the ids decide and not the tree
        if (next.meters > maxMeters || (found.length >= k && last !== undefined && next.meters > last.meters)) break;
        found.push(next);
      }
      return found.sort(compareFound).slice(0, k);
    });
  }

  /**
   * Finds all facilities up to `meters` away, inclusive, the nearest first.
   *
   * @throws {CoverageError} `INVALID_LOCATION` unless `location` is on Earth; `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
   */
  within(location: LonLat, meters: Meters, options: Pick<NearestFacilityOptions, "category"> = {}): FoundFacility[] {
    return guardLive("within", [location, meters, options], () => {
      assertKeys(options, WITHIN_KEYS);
      const { category } = options;
      if (category !== undefined) assertText("options.category", category);
      assertDistance("meters", meters);
      assertLocation("location", location);
      const [lon, lat] = location;
      const found: FoundFacility[] = [];
      const tree = this.#trees.get(category ?? null);
      const waiting = tree === undefined ? [] : [tree.toJSON() as unknown as TreeNode];
      for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        for (const child of node.children) {
          if (isBoxBeyond(lon, lat, child, meters)) continue;
          if ("children" in child) waiting.push(child);
          else {
            const distance = distanceToFacility(lon, lat, child.facility);
            if (distance <= meters) found.push({ facility: child.facility, meters: distance });
          }
        }
      }
      return found.sort(compareFound);
    });
  }

  /**
   * Counts the facilities of a category that are as near as is asked for, as `within` would list them: where all of a node of the tree is,
   * nobody is looked at.
   *
   * @param meters where nobody counts who is farther
   * @param isNear tells whether a distance counts; if it does, so do all shorter ones
   * @internal
   */
  countNear([lon, lat]: LonLat, category: CategoryId, meters: Meters, isNear: (meters: Meters) => boolean): number {
    const tree = this.#trees.get(category);
    const waiting = tree === undefined ? [] : [tree.toJSON() as unknown as TreeNode];
    let count = 0;
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      for (const child of node.children) {
        if (isBoxBeyond(lon, lat, child, meters)) continue;
        if (!("children" in child)) {
          if (isNear(distanceToFacility(lon, lat, child.facility))) count++;
        } else if (isNear(boxDistanceAtMost(lon, lat, child))) count += this.#countBelow(child);
        else waiting.push(child);
      }
    }
    return count;
  }

  #countBelow(node: TreeNode): number {
    const known = this.#below.get(node);
    if (known !== undefined) return known;
    let count = 0;
    for (const child of node.children) count += "children" in child ? this.#countBelow(child) : 1;
    this.#below.set(node, count);
    return count;
  }

  *#ascending(location: LonLat, category: CategoryId | null): Generator<FoundFacility> {
    assertLocation("location", location);
    const [lon, lat] = location;
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
      throw new CoverageError("DUPLICATE_ID", say("index.duplicate", { id: facility.id }));
    const item = itemOf(facility);
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

function compareFound(a: FoundFacility, b: FoundFacility): number {
  return a.meters - b.meters || compareText(a.facility.id, b.facility.id);
}
