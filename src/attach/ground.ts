import type { Tags } from "../base/words.js";
import type { Network } from "../graph/network.js";
import type { Streets } from "../model/facts.js";
import { levelOf } from "../streets/street-level.js";

/** Where people step off the streets, and what they do not walk across. */
export interface Ground {
  /** Per edge: 1 = on a bridge or in a tunnel, which is entered at its ends only. */
  readonly isOff: Uint8Array;
  /** Per edge: 1 = on a track for those who have business there, such as that of a golf club: others go by a street beside it. */
  readonly isForFew: Uint8Array;
  /** Edges of rivers, canals and shores, ascending. */
  readonly water: Uint32Array;
}

/** Bridges that lie on the ground. */
const LOW_BRIDGES = new Set(["boardwalk", "low_water_crossing"]);
const FEW = new Set("destination customers delivery permit private residents".split(" "));
const EVERYBODY = new Set("yes designated official permissive".split(" "));
const WATERWAYS = new Set("river canal riverbank dock tidal_channel fairway".split(" "));
const WATERS = new Set("coastline water bay strait".split(" "));

/** Reads off the tags of streets where the ground ends. */
export function readGround({ edgeCount, edgeStreetRow }: Network, { tagSets, tagSetRow }: Streets): Ground {
  const offSets = tagSets.map(isOffGround);
  const fewSets = tagSets.map(isForFew);
  const waterSets = tagSets.map(isWater);
  const isOff = new Uint8Array(edgeCount);
  const forFew = new Uint8Array(edgeCount);
  const water: number[] = [];
  for (let edge = 0; edge < edgeCount; edge++) {
    const set = tagSetRow[edgeStreetRow[edge]];
    if (offSets[set]) isOff[edge] = 1;
    if (fewSets[set]) forFew[edge] = 1;
    if (waterSets[set]) water.push(edge);
  }
  return { isOff, isForFew: forFew, water: Uint32Array.from(water) };
}

function isOffGround(tags: Tags): boolean {
  return levelOf(tags) !== 0 && !LOW_BRIDGES.has(String(tags.bridge));
}

function isForFew({ highway, fclass, access, foot }: Tags): boolean {
  const isTrack = String(highway ?? fclass).startsWith("track");
  return isTrack && FEW.has(String(access)) && !EVERYBODY.has(String(foot));
}

/** Brooks and ditches are stepped over; what flows in a pipe is not seen. */
function isWater(tags: Tags): boolean {
  if (tags.highway !== undefined || levelOf(tags) < 0) return false;
  return WATERWAYS.has(String(tags.waterway)) || WATERS.has(String(tags.natural));
}
