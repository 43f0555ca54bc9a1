import RBush from "rbush";
import type { LonLat } from "../base/words.js";
import { boundsOf, widenBounds } from "../geo/bounds.js";
import type { Facility, FacilityRecord } from "../model/facts.js";
import { distanceToFacility } from "./distance-to-facility.js";

/** Areas with the entrances that were mapped on their outlines. */
export interface MappedEntrances {
  readonly facilities: readonly Facility[];
  /** The records that served as entrances. */
  readonly entranceRecords: ReadonlySet<FacilityRecord>;
}

/** An entrance is drawn on the outline, give or take the drawing. */
const MAX_METERS_FROM_OUTLINE = 10;

/** Gives every area without entrances of its own those points (gates, entrances) that lie on its outline. */
export function mapEntrances(facilities: readonly Facility[], others: readonly FacilityRecord[]): MappedEntrances {
  const gates = others.filter(isEntrance);
  const entranceRecords = new Set<FacilityRecord>();
  if (gates.length === 0) return { facilities, entranceRecords };
  const tree = new RBush<{ minX: number; minY: number; maxX: number; maxY: number; gate: FacilityRecord }>();
  tree.load(
    gates.map((gate) => {
      const [lon, lat] = gate.location;
      return { minX: lon, minY: lat, maxX: lon, maxY: lat, gate };
    }),
  );
  const withEntrances = facilities.map((facility) => {
    if (!facility.isArea || facility.entrances.length > 0) return facility;
    const box = widenBounds(boundsOf(facility.outline.flat()), MAX_METERS_FROM_OUTLINE);
    const own = tree
      .search({ minX: box.west, minY: box.south, maxX: box.east, maxY: box.north })
      .map(({ gate }) => gate)
      .filter(({ location }) => isOnOutline(location, facility));
    for (const gate of own) entranceRecords.add(gate);
    const entrances = own.map(({ location }) => location).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return entrances.length === 0 ? facility : { ...facility, entrances };
  });
  return { facilities: withEntrances, entranceRecords };
}

function isEntrance({ tags, outline }: FacilityRecord): boolean {
  const entrance = tags.entrance;
  return outline.length === 0 && ((typeof entrance === "string" && entrance !== "no") || tags.barrier === "gate");
}

function isOnOutline([lon, lat]: LonLat, facility: Facility): boolean {
  // as a line: inside an area every place would be at distance 0
  return distanceToFacility(lon, lat, { ...facility, isArea: false }) <= MAX_METERS_FROM_OUTLINE;
}
