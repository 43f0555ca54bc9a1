// What the service is asked and answers, as JSON: the schemas of its OpenAPI document are made of these types.

import type { NearestOfCategory } from "../../assess/find-nearest.js";
import type { Label, Source } from "../../base/words.js";
import type { Isochrone, IsochronePolygon } from "../../isochrones/isochrone-features.js";
import type { CategoryId, LayerCounts } from "../../model/facts.js";
import type { PrepareOptions } from "../../model/input.js";
import type { Standard } from "../../model/standard.js";
import type { StandardSummary } from "../../model/standard-summary.js";
import type { TravelProfile, TravelSummary } from "../../model/travel.js";
import type { ServiceErrorCode } from "./service-error.js";

/** How the service is. */
export interface HealthAnswer {
  readonly status: "ok";
  readonly version: string;
  /** Requests that threads work at, that wait for one, and whose bodies arrive. */
  readonly working: number;
  readonly waiting: number;
  readonly receiving: number;
}

/** What city is loaded. */
export interface CityAnswer {
  readonly neighborhoods: number;
  readonly facilities: number;
  readonly origins: number;
  readonly hasStreets: boolean;
  /** That `/nearest` knows. */
  readonly categories: readonly CategoryId[];
  readonly inputs: readonly LayerCounts[];
  readonly standard: Pick<StandardSummary, "id" | "label" | "source" | "country" | "judgeBy">;
  readonly profile: TravelProfile;
  readonly travel: readonly TravelSummary[];
  readonly attribution: { readonly standard: Source; readonly travelProfile: Source };
}

/** The nearest facility of each category. */
export interface NearestAnswer {
  readonly nearest: readonly NearestOfCategory[];
}

/** What is reached: polygons, the longest time first, then lines in the same order. */
export interface IsochroneAnswer {
  readonly type: "FeatureCollection";
  readonly features: readonly (IsochronePolygon | Isochrone["lines"])[];
}

/** What is wrong, and what to do. */
export interface ErrorAnswer {
  readonly error: {
    readonly code: ServiceErrorCode;
    readonly message: Label;
    /** What it is about, such as `path` or the id that there is not. */
    readonly details: Readonly<Record<string, unknown>>;
  };
}

/** GeoJSON, as an object or as text, or the text of a table. */
type LayerInput = Readonly<Record<string, unknown>> | readonly unknown[] | string;

/** A city to be judged. */
export interface CityRequest {
  readonly neighborhoods: LayerInput;
  readonly facilities: LayerInput;
  readonly streets?: LayerInput;
  readonly population?: LayerInput;
  readonly options?: RequestOptions;
}

/** The options of `computeCoverage` that are plain data. */
interface RequestOptions extends Omit<PrepareOptions, "standard" | "modes" | "onProgress"> {
  /** The id of a standard, or one of your own. */
  readonly standard?: string | Standard;
  readonly profile?:
    | "standard"
    | "brisk"
    | "elderly"
    | "child"
    | "wheelchair"
    | "pushchair"
    | "bicycle"
    | "ebike"
    | "car";
  readonly knownCategories?: readonly CategoryId[];
}
