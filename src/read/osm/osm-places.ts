import { atOnce } from "../../base/steps.js";
import type { PopulationReading } from "../../model/facts.js";
import { readPopulation } from "../read-population.js";
import type { Extract } from "./extract.js";
import { toFeatures } from "./osm-features.js";
import { KIND } from "./tag-kinds.js";

/** Reads the nodes with a number of people: a town, a quarter, an island each; `null`: there are none. */
export function toPlaces(extract: Extract): PopulationReading | null {
  const { nodeTags } = extract.columns;
  if (!nodeTags.some(({ tags }) => Object.hasOwn(tags, "population"))) return null;
  const { features, ...books } = atOnce(toFeatures(extract, new Map(), KIND.place));
  const points = features.filter(
    ({ geometry, properties }) => geometry?.type === "Point" && Object.hasOwn(properties ?? {}, "population"),
  );
  return points.length === 0 ? null : readPopulation({ ...books, features: points, leftOut: {}, diagnostics: [] });
}
