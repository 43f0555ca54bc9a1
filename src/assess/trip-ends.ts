import { modeNetworkFor } from "../city/mode-networks.js";
import { PreparedCity } from "../city/prepared-city.js";
import { type Starts, startingAt } from "../travel/starting-at.js";
import { toTravelCity, travelCityFor } from "../travel/travel-city.js";
import type { PreparedTravel, TravelCity } from "../travel/travel-model.js";
import { prepareTravel } from "./prepare-travel.js";
import type { Question } from "./question.js";
import type { NamedPlaces } from "./trip-places.js";

/** Where trips start and end, and who makes them. */
export interface Trips {
  readonly prepared: PreparedCity;
  readonly from: NamedPlaces;
  readonly to: NamedPlaces;
  readonly question: Question;
}

/** Trips made ready for the travel models. */
export interface TripEnds extends Starts {
  readonly models: readonly PreparedTravel[];
}

/** Makes a city in which the goals are facilities, the starts are origins, and travel models are ready. */
export function prepareTrips(trips: Trips): TripEnds {
  const { to, from, question } = trips;
  const starts = startsIn(cityOfGoals(trips), trips);
  const isOwn = to.kind === "facilities" && (from.kind === "origins" || from.kind === "neighborhoods");
  const { profile } = question;
  const { categories } = question.standard;
  // what a report asks, too, is prepared once for both
  const models = question.travel.map((model) =>
    isOwn
      ? prepareTravel(PreparedCity.parts(trips.prepared), { model, profile, categories })
      : model.prepare(starts.city, profile),
  );
  return { ...starts, models };
}

function cityOfGoals({ prepared, to, question: { standard, profile } }: Trips): TravelCity {
  const parts = PreparedCity.parts(prepared);
  if (to.kind === "facilities") return travelCityFor(parts, standard.categories, profile);
  return { ...toTravelCity(parts, to.facilities, modeNetworkFor(parts, profile)), hasOtherFacilities: true };
}

function startsIn(city: TravelCity, { prepared, from, question }: Trips): Starts {
  const { origins } = prepared;
  if (from.kind === "neighborhoods") return { city, firstOrigin: origins.firstOrigin };
  if (from.kind === "origins")
    return { city, firstOrigin: Uint32Array.from({ length: origins.count + 1 }, (_, row) => row) };
  return startingAt(city, from.facilities, question.profile.maxAccessMeters);
}
