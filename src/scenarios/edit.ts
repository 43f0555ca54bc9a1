import type { LonLat } from "../base/words.js";
import type { NewFacility } from "./check-scenario.js";
import type { NewStreet } from "./edit-streets.js";

/** One edit of a scenario as plain data, named as its method: what a file of edits lists. */
export type Edit =
  | ({ readonly edit: "addFacility" } & NewFacility)
  | { readonly edit: "moveFacility"; readonly id: string; readonly location: LonLat }
  | { readonly edit: "closeFacility"; readonly id: string }
  | ({ readonly edit: "addStreet" } & NewStreet)
  | { readonly edit: "closeStreet"; readonly id: string };
