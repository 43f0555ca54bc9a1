import { isJsonObject } from "../base/json-object.js";
import type { Layer } from "../base/layers.js";
import type {
  Barrier,
  FacilityRecord,
  LandArea,
  Neighborhood,
  PopulationReading,
  Reading,
  StreetsReading,
} from "../model/facts.js";

/** What the reader of each layer gives. */
export interface LayerReadings {
  readonly neighborhoods: Reading<Neighborhood>;
  readonly facilities: Reading<FacilityRecord>;
  readonly streets: StreetsReading;
  readonly population: PopulationReading;
  readonly buildings: Reading<FacilityRecord>;
  readonly jobs: PopulationReading;
  readonly landUse: Reading<LandArea>;
  readonly barriers: Reading<Barrier>;
}

const COUNTED: ReadonlySet<Layer> = new Set(["population", "jobs"]);

/** Tells whether an input is what a reader of this layer gave, such as `readStreets`, and not something to be read. */
export function isReading<L extends Layer>(input: unknown, layer: L): input is LayerReadings[L] {
  try {
    if (!isJsonObject(input) || !isJsonObject(input.counts) || !Array.isArray(input.diagnostics)) return false;
    const rows = layer === "streets" ? input.streets : COUNTED.has(layer) ? input.places : input.rows;
    return input.counts.layer === layer && typeof rows === "object" && rows !== null;
  } catch {
    return false; // an object that cannot be looked at: who reads the layer names it
  }
}
