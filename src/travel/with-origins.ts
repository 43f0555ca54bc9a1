import { type AttachedOrigins, attachOrigins } from "../attach/attach-origins.js";
import { Recent } from "../base/recent.js";
import type { Meters } from "../base/units.js";
import type { Origins } from "../model/facts.js";
import { pickOrigins } from "../origins/pick-origins.js";
import type { TravelCity } from "./travel-model.js";

/** Gives a city with some of its origins only, in this order, ready for travel models. */
export function withSomeOrigins(city: TravelCity, rows: ArrayLike<number>): TravelCity {
  const { origins, originPart = null } = city;
  const ownRows = Uint32Array.from(rows, (row) => originPart?.rows[row] ?? row);
  return withOrigins(city, pickOrigins(origins, rows), { rows: ownRows, of: originPart?.of ?? origins.count });
}

/** Gives a city with origins that are none of its own, ready for travel models. */
export function withOtherOrigins(city: TravelCity, origins: Origins): TravelCity {
  return withOrigins(city, origins, null);
}

function withOrigins(city: TravelCity, origins: Origins, originPart: NonNullable<TravelCity["originPart"]> | null) {
  const { streets } = city;
  if (streets === null) return { ...city, origins, originPart };
  const attached = new Recent<AttachedOrigins>();
  const attachedOrigins = (meters: Meters) =>
    attached.get(String(meters), () => attachOrigins(streets.modeNetwork, origins, meters));
  return { ...city, origins, originPart, streets: { ...streets, attachedOrigins } };
}
