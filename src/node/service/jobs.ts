import type { TripStart } from "../../assess/trip-start.js";
import type { Seconds } from "../../base/units.js";
import type { IsochroneStart } from "../../isochrones/find-starts.js";
import type { CategoryId } from "../../model/facts.js";
import type { Settings } from "../command-line/settings.js";
import type { ServiceError } from "./service-error.js";

/** What a thread of the service is asked for. */
export type Job =
  | { readonly kind: "coverage"; readonly body: Uint8Array }
  | { readonly kind: "isochrone"; readonly start: IsochroneStart; readonly seconds: readonly Seconds[] }
  | { readonly kind: "nearest"; readonly start: TripStart; readonly categories: readonly CategoryId[] };

/** JSON text, or what went wrong. */
export type Answer = { readonly text: string } | { readonly error: ServiceError };

/** What a thread is started with. */
export interface ThreadData {
  /** Of `saveCity`, in memory that all threads see. */
  readonly city: Uint8Array;
  readonly settings: Pick<Settings, "profile" | "straightLine" | "streets" | "detour">;
}
