import type { ModeNetwork } from "../attach/mode-network.js";
import type { TableChange } from "../coverage/city-judge.js";
import type { NearestTable } from "../model/travel.js";
import type { PreparedTravel } from "../travel/travel-model.js";
import type { StreetChange } from "./street-change.js";

/**
 * Keeps the tables of a question right while facilities and streets come and go. All that a scenario knows of travel; how the tables
 * are kept is the editor's own.
 */
export interface TableEditor {
  /**
   * One for each request, in their order; changed in place where it can be. Rows of facilities are those of the scenario. A column is
   * right once `takeChanges` was called, if a facility of its category is open.
   */
  readonly tables: readonly NearestTable[];
  /** How people travel now, and what is wrong with where places are attached; one for each travel model. */
  readonly travel: readonly PreparedTravel[];
  /** The streets of now; `null` = the city has none. */
  readonly network: ModeNetwork | null;
  /** Opens a facility. Its row must be open already. */
  readonly open: (row: number) => void;
  /** Closes a facility. Its row must be closed already. */
  readonly close: (row: number) => void;
  /** Lets streets come or go. */
  readonly editStreets: (change: StreetChange) => void;
  /** Takes the last edit of streets back, once everything since then was taken back. */
  readonly undoStreets: () => void;
  /**
   * Gives the cells that hold something else than when this was last asked.
   *
   * @throws whatever a travel model throws; the edits may be taken back then
   */
  readonly takeChanges: () => readonly TableChange[];
}
