import type { AttachedOrigins } from "../attach/attach-origins.js";
import { CLOSED } from "../hierarchy/hierarchy.js";
import type { ChainPlaces, OriginsOnEdges } from "./chain-places.js";
import { entriesOf, type Goal } from "./network-costs.js";

/** Where searches begin: parallel columns, in the form of `Seeds`. */
export interface PlaceSeeds {
  /** Crossings, or origins. */
  readonly row: number[];
  readonly units: number[];
  /** Facility rows. */
  readonly owner: number[];
}

/** Sees facilities from the ends of the chains on which they are entered, from the origins on these chains, and from those that are there. */
export function seedPlaces(
  goals: readonly Goal[],
  places: ChainPlaces,
  onEdges: OriginsOnEdges,
  limit: number,
): { readonly crossings: PlaceSeeds; readonly origins: PlaceSeeds } {
  const crossings: PlaceSeeds = { row: [], units: [], owner: [] };
  const origins: PlaceSeeds = { row: [], units: [], owner: [] };
  const push = (seeds: PlaceSeeds, row: number, units: number, owner: number) => {
    if (units > limit) return;
    seeds.row.push(row);
    seeds.units.push(units);
    seeds.owner.push(owner);
  };
  for (const { facilityRow, originsThere } of goals)
    for (const origin of originsThere) push(origins, origin, 0, facilityRow);
  for (const entry of entriesOf(goals)) {
    const { attachment, facilityRow } = entry;
    // beyond the ground: nobody gets there
    if (!places.isOpen(attachment.edge)) continue;
    const leg = places.legUnits(attachment.accessMeters);
    for (const side of [0, 1]) {
      const units = places.cost(attachment, side, "fromEnd") + leg;
      push(crossings, places.crossing(attachment.edge, side), units, facilityRow);
    }
    places.eachOnChain(entry, onEdges, limit, (origin, along) =>
      push(origins, origin, along + leg + places.legUnits(onEdges.accessMeters[origin]), facilityRow),
    );
  }
  return { crossings, origins };
}

/** Origins hang on the ends of their chains; those that are not attached hang on nothing. */
export interface OriginEnds {
  readonly count: number;
  /** Crossings at the two ends of each origin's chain: `2 * origin` and `2 * origin + 1`. */
  readonly endCrossing: Uint32Array;
  /** Cost from the origin to that end, in units, its access leg included; `CLOSED` = no way. */
  readonly endUnits: Int32Array;
}

/** Sees origins from the ends of their chains. */
export function originEnds({ edge: edgeOf, fraction, accessMeters }: AttachedOrigins, places: ChainPlaces): OriginEnds {
  const count = edgeOf.length;
  const endCrossing = new Uint32Array(2 * count);
  const endUnits = new Int32Array(2 * count).fill(CLOSED);
  for (let origin = 0; origin < count; origin++) {
    const edge = edgeOf[origin];
    if (edge < 0) continue;
    const leg = places.legUnits(accessMeters[origin]);
    const place = { edge, fraction: fraction[origin] };
    for (let side = 0; side < 2; side++) {
      endCrossing[2 * origin + side] = places.crossing(edge, side);
      endUnits[2 * origin + side] = Math.min(places.cost(place, side, "toEnd") + leg, CLOSED);
    }
  }
  return { count, endCrossing, endUnits };
}
