import type { Tags } from "../base/words.js";
import type { Network } from "../graph/network.js";
import type { Streets } from "../model/facts.js";
import { levelOf } from "../streets/street-level.js";

/** What people may step from and must not walk across, where they leave the streets. */
export interface Ground {
  /** Per edge: 1 = on a bridge or in a tunnel, which is entered at its ends only. */
  readonly isOff: Uint8Array;
  /** Edges of rivers, canals and shores, ascending. */
  readonly water: Uint32Array;
}

/** Bridges that lie on the ground. */
const LOW_BRIDGES = new Set(["boardwalk", "low_water_crossing"]);
const WATERWAYS = new Set("river canal riverbank dock tidal_channel fairway".split(" "));
const WATERS = new Set("coastline water bay strait".split(" "));

/** Reads off the tags of streets where the ground ends. */
export function readGround({ edgeCount, edgeStreetRow }: Network, { tagSets, tagSetRow }: Streets): Ground {
  const offSets = tagSets.map(isOffGround);
  const waterSets = tagSets.map(isWater);
  const isOff = new Uint8Array(edgeCount);
  const water: number[] = [];
  for (let edge = 0; edge < edgeCount; edge++) {
    const set = tagSetRow[edgeStreetRow[edge]];
    if (offSets[set]) isOff[edge] = 1;
    if (waterSets[set]) water.push(edge);
  }
  return { isOff, water: Uint32Array.from(water) };
}

function isOffGround(tags: Tags): boolean {
  return levelOf(tags) !== 0 && !LOW_BRIDGES.has(String(tags.bridge));
}

/** Brooks and ditches are stepped over; what flows in a pipe is not seen. */
function isWater(tags: Tags): boolean {
  if (tags.highway !== undefined || levelOf(tags) < 0) return false;
  return WATERWAYS.has(String(tags.waterway)) || WATERS.has(String(tags.natural));
}
