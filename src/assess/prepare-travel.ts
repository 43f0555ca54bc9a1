import type { CityParts } from "../city/city.js";
import { contentKey } from "../city/city-memory.js";
import type { Category } from "../model/standard.js";
import type { TravelProfile } from "../model/travel.js";
import { travelCityFor } from "../travel/travel-city.js";
import type { PreparedTravel, TravelCity, TravelModel } from "../travel/travel-model.js";

/** Makes a travel model ready for a city and the facilities of some categories; the last few are remembered. */
export function prepareTravel(
  parts: CityParts,
  {
    model,
    profile,
    categories,
  }: {
    readonly model: TravelModel;
    readonly profile: TravelProfile;
    readonly categories: readonly Category[];
  },
): PreparedTravel {
  const { memory } = parts;
  const key = contentKey(model.key ?? memory.identityOf(model), profile, categories);
  // a copy: what is remembered holds nothing of the caller's
  return memory.remember("travel", key, () => model.prepare(travelCityFor(parts, categories, profile), { ...profile }));
}

/** Makes travel models ready for a part of a city (which is not remembered), each once. */
export function preparingOnce(city: TravelCity, profile: TravelProfile): (model: TravelModel) => PreparedTravel {
  const prepared = new Map<TravelModel, PreparedTravel>();
  return (model) => {
    const ready = prepared.get(model) ?? model.prepare(city, profile);
    prepared.set(model, ready);
    return ready;
  };
}
