import type { TravelAnswer } from "../assess/travel-answers.js";
import type { CoverageError, CoverageErrorCode } from "../base/errors.js";
import type { Seconds } from "../base/units.js";
import type { PlannedRequest, PlannedWay } from "../coverage/plan.js";
import type { IsochroneStart } from "../isochrones/find-starts.js";
import type { IsochronePolygon } from "../isochrones/isochrone-features.js";
import type { Category } from "../model/standard.js";
import type { ModeId, NearestTable, TravelProfile } from "../model/travel.js";
import type { ModuleExport } from "./module-export.js";

/** What a worker is asked for. */
export type PartTask = TablesTask | IsochronesTask;

/** Tables for the origins of some neighborhoods. */
export interface TablesTask {
  readonly kind: "tables";
  /** Whose facilities are looked for. */
  readonly categories: readonly Category[];
  readonly profile: TravelProfile;
  /** `null` = the city's own. */
  readonly travel: readonly ModuleExport[] | null;
  readonly requests: readonly PlannedRequest[];
  /** From `farthestWays`. */
  readonly farthest: readonly PlannedWay[];
  /** Ascending. */
  readonly neighborhoodRows: readonly number[];
}
export interface IsochronesTask {
  readonly kind: "isochrones";
  readonly starts: readonly IsochroneStart[];
  readonly seconds: readonly Seconds[];
  readonly profile: TravelProfile | null;
}

/** One per task, in the same order of kinds. */
export interface TablesResult {
  /** One for each request. */
  readonly tables: readonly NearestTable[];
  /** One for each travel model. */
  readonly travel: readonly TravelAnswer[];
}
export type IsochronesResult = readonly (readonly IsochronePolygon[] | null)[];

/** To a worker: the saved city first, then tasks. */
export type ToWorker =
  | {
      readonly kind: "city";
      readonly saved: Uint8Array;
      /** Which of the library's modes the city knows besides walking. */
      readonly modes: readonly ModeId[];
    }
  | { readonly kind: "task"; readonly id: number; readonly task: PartTask };

/** From a worker. */
export type FromWorker =
  | { readonly kind: "done"; readonly id: number; readonly result: TablesResult | IsochronesResult }
  | { readonly kind: "progress"; readonly id: number; readonly done: number }
  | { readonly kind: "failed"; readonly id: number; readonly error: SentError };

/** An error that can be sent to another thread. `code` is null for what is no `CoverageError`: a bug. */
export interface SentError {
  readonly code: CoverageErrorCode | null;
  readonly message: string;
  readonly path: string | null;
  readonly problem: CoverageError["problem"] | null;
}
