import { type AttachedOrigins, attachOrigins } from "../attach/attach-origins.js";
import type { Meters } from "../base/units.js";
import type { Origins } from "../model/facts.js";
import type { TravelCity } from "./travel-model.js";

/** Gives a city with other origins, such as a part of its own, ready for travel models. */
export function withOrigins(city: TravelCity, origins: Origins): TravelCity {
  const { streets } = city;
  if (streets === null) return { ...city, origins };
  const attached = new Map<Meters, AttachedOrigins>();
  const attachedOrigins = (meters: Meters) => {
    const known = attached.get(meters) ?? attachOrigins(streets.modeNetwork, origins, meters);
    attached.set(meters, known);
    return known;
  };
  return { ...city, origins, streets: { ...streets, attachedOrigins } };
}
