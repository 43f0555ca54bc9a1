import type { Tags } from "../base/words.js";
import type { Network } from "../graph/network.js";
import type { Streets, Water } from "../model/facts.js";
import { levelOf } from "../streets/street-level.js";
import { watersOf } from "../streets/waters.js";

/** Where people step off the streets, and what they do not walk across. */
export interface Ground {
  /** Per edge: 1 = on a bridge or in a tunnel, which is entered at its ends only. */
  readonly isOff: Uint8Array;
  /** Per edge: 1 = on a track for those who have business there, such as that of a golf club: others go by a street beside it. */
  readonly isForFew: Uint8Array;
  /** Rivers, lakes and shores. */
  readonly waters: readonly Water[];
}

/** Bridges that lie on the ground. */
const LOW_BRIDGES = new Set(["boardwalk", "low_water_crossing"]);
const FEW = new Set("destination customers delivery permit private residents".split(" "));
const EVERYBODY = new Set("yes designated official permissive".split(" "));

/** Reads off the tags of streets where the ground ends. */
export function readGround({ edgeCount, edgeStreetRow }: Network, streets: Streets): Ground {
  const { tagSets, tagSetRow } = streets;
  const offSets = tagSets.map(isOffGround);
  const fewSets = tagSets.map(isForFew);
  const isOff = new Uint8Array(edgeCount);
  const forFew = new Uint8Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    const set = tagSetRow[edgeStreetRow[edge]];
    if (offSets[set]) isOff[edge] = 1;
    if (fewSets[set]) forFew[edge] = 1;
  }
  return { isOff, isForFew: forFew, waters: watersOf(streets) };
}

function isOffGround(tags: Tags): boolean {
  return levelOf(tags) !== 0 && !LOW_BRIDGES.has(String(tags.bridge));
}

function isForFew({ highway, fclass, access, foot }: Tags): boolean {
  const isTrack = String(highway ?? fclass).startsWith("track");
  return isTrack && FEW.has(String(access)) && !EVERYBODY.has(String(foot));
}
