import type { Feature } from "geojson";
import { atOnce } from "../../base/steps.js";
import type { PopulationReading } from "../../model/facts.js";
import { readPopulation } from "../read-population.js";
import type { Extract } from "./extract.js";
import { toFeatures } from "./osm-features.js";
import { KIND } from "./tag-kinds.js";

/** Gives the nodes with a number of people. */
export function featuresOfPlaces(extract: Extract): readonly Feature[] {
  const { nodeTags } = extract.columns;
  if (!nodeTags.some(({ tags }) => Object.hasOwn(tags, "population"))) return [];
  return atOnce(toFeatures(extract, new Map(), KIND.place)).features.filter(
    ({ geometry, properties }) => geometry?.type === "Point" && Object.hasOwn(properties ?? {}, "population"),
  ) as Feature[];
}

/** Reads the nodes with a number of people: a town, a quarter, an island each; `null`: there are none. */
export function toPlaces(features: readonly Feature[]): PopulationReading | null {
  if (features.length === 0) return null;
  return readPopulation({ type: "FeatureReading", features, leftOut: {}, diagnostics: [] });
}
