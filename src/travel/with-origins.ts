import { type AttachedOrigins, attachOrigins } from "../attach/attach-origins.js";
import { Recent } from "../base/recent.js";
import type { Meters } from "../base/units.js";
import type { Origins } from "../model/facts.js";
import type { TravelCity } from "./travel-model.js";

/** Profiles differ in how far they go to a street; so many distances are remembered. */
const KEPT_COUNT = 4;

/** Gives a city with other origins, such as a part of its own, ready for travel models. */
export function withOrigins(city: TravelCity, origins: Origins): TravelCity {
  const { streets } = city;
  if (streets === null) return { ...city, origins };
  const attached = new Recent<AttachedOrigins>(KEPT_COUNT);
  const attachedOrigins = (meters: Meters) =>
    attached.get(String(meters), () => attachOrigins(streets.modeNetwork, origins, meters));
  return { ...city, origins, streets: { ...streets, attachedOrigins } };
}
