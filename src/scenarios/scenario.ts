import type { LonLat } from "../base/words.js";
import type { PreparedCity } from "../city/prepared-city.js";
import type { CoverageReport } from "../model/report.js";
import type { NewFacility } from "./check-scenario.js";
import type { NewStreet } from "./edit-streets.js";

/**
 * A city in which facilities and streets come and go: "what if the clinic stood here?" Made by {@link openScenario}.
 *
 * The report is the one that `computeCoverage` gives for a city with these facilities and streets, to the last bit; its `inputs` and
 * what was found while reading are those of the city as it was read. The prepared city itself is not changed.
 *
 * On one speed along the streets, opening, moving and closing a facility or a street repairs only what it changes, and `report` judges
 * only the neighborhoods that it touches. Any other way of traveling is asked again for the categories that an edit touches.
 */
export interface Scenario {
  /**
   * Opens a facility.
   *
   * @throws {CoverageError} `DUPLICATE_ID` if one of this id is open; `INVALID_LOCATION`; `INVALID_ARGUMENT` if the standard
   *   does not know a category
   */
  addFacility(facility: NewFacility): void;
  /**
   * Moves a facility: it closes where it was and opens there, as a point.
   *
   * @throws {CoverageError} `INVALID_ARGUMENT` if none, or more than one, of this id is open; `INVALID_LOCATION`
   */
  moveFacility(id: string, location: LonLat): void;
  /** Closes a facility. @throws {CoverageError} `INVALID_ARGUMENT` if none, or more than one, of this id is open */
  closeFacility(id: string): void;
  /**
   * Opens a street.
   *
   * @throws {CoverageError} `NO_STREETS` if the city was prepared without any; `INVALID_ARGUMENT`, `DUPLICATE_ID`; what reading a
   *   layer of this street throws
   */
  addStreet(street: NewStreet): void;
  /** Closes a street, all lines of that id. @throws {CoverageError} `NO_STREETS`; `INVALID_ARGUMENT` if there is none */
  closeStreet(id: string): void;
  /** Takes the last edit back. @returns false if there is none */
  undo(): boolean;
  /**
   * Gives the city as it stands now, for whatever judges, draws or writes a prepared city.
   *
   * `computeCoverage(scenario.city(), { knownCategories })` with the categories that the city had before any edit is `report()`, but for
   * `inputs` and what was found while reading. Other standards than the scenario's see facilities as that one did.
   */
  city(): PreparedCity;
  /** Judges the city as it stands now. @throws whatever a travel model of the caller's own throws */
  report(): CoverageReport;
}
