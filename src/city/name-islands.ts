import type { ModeNetwork } from "../attach/mode-network.js";
import type { Meters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import { type Bounds, boundsOf, isInBox, joinBounds, widenBounds } from "../geo/bounds.js";
import type { Islands } from "../graph/islands.js";
import type { Network } from "../graph/network.js";
import type { Facility, Origins } from "../model/facts.js";

/** Only so many are looked at, the longest, and of these so many are named. */
const MOST_LOOKED_AT = 20;
const MOST_NAMED = 9;

/** A network that hangs together, beside the longest one. */
export interface NamedIsland {
  readonly meters: Meters;
  /** One of its places. */
  readonly place: LonLat;
  /** Who is nearest to it. */
  readonly people: number;
  readonly facilities: number;
}

interface Island extends NamedIsland {
  readonly number: number;
  /** Whoever is attached to it is in here. */
  readonly box: Bounds;
  people: number;
  facilities: number;
}

/**
 * Names the longest islands of a network beside the main one, those with most people first: length, a place, people and
 * facilities that are nearest to it.
 */
export function nameIslands(
  { network, islands, index }: ModeNetwork,
  { origins, facilities }: { readonly origins: Origins; readonly facilities: readonly Facility[] },
  maxAccessMeters: Meters,
): NamedIsland[] {
  const named = longestOf(network, islands, maxAccessMeters);
  const islandAt = (lon: number, lat: number): Island | undefined => {
    if (!named.some(({ box }) => isInBox(box, lon, lat))) return undefined;
    const edge = index.nearestEdge.find(lon, lat, maxAccessMeters);
    const number = edge < 0 ? -1 : islands.nodeIsland[network.edgeFrom[edge]];
    return named.find((island) => island.number === number);
  };
  for (let origin = 0; origin < origins.count; origin++) {
    const people = origins.population[origin];
    const island = people > 0 ? islandAt(origins.lon[origin], origins.lat[origin]) : undefined;
    if (island !== undefined) island.people += people;
  }
  for (const { entrances, location } of facilities) {
    const island = islandAt(...(entrances[0] ?? location));
    if (island !== undefined) island.facilities++;
  }
  return named
    .sort((a, b) => b.people - a.people || b.facilities - a.facilities || b.meters - a.meters || a.number - b.number)
    .slice(0, MOST_NAMED);
}

/** Writes an island as `1240 m @104.06012,30.66034 (312; 4)`: no words, which would have to be translated. */
export function toIslandText({ meters, place: [lon, lat], people, facilities }: NamedIsland): string {
  return `${Math.round(meters)} m @${lon.toFixed(5)},${lat.toFixed(5)} (${Math.round(people)}; ${facilities})`;
}

function longestOf(network: Network, { islandMeters, nodeIsland }: Islands, maxMeters: Meters): Island[] {
  const { nodeCount, nodeLon, nodeLat } = network;
  const numbers: number[] = [];
  for (let island = 0; island < nodeCount; island++) if (islandMeters[island] > 0) numbers.push(island);
  const longest = numbers.sort((a, b) => islandMeters[b] - islandMeters[a] || a - b).slice(1, MOST_LOOKED_AT + 1);
  const boxes = new Map(longest.map((island) => [island, boundsOf([])]));
  for (let node = 0; node < nodeCount; node++) {
    const box = boxes.get(nodeIsland[node]);
    if (box !== undefined) boxes.set(nodeIsland[node], joinBounds([box, boundsOf([[nodeLon[node], nodeLat[node]]])]));
  }
  return [...boxes].map(([number, box]) => ({
    number,
    meters: islandMeters[number],
    place: [nodeLon[number], nodeLat[number]],
    box: widenBounds(box, maxMeters),
    people: 0,
    facilities: 0,
  }));
}
