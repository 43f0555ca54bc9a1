import type { Barrier, Facility, FacilityRecord, Neighborhood, Origins, Streets } from "../model/facts.js";
import type { Mode } from "../model/mode.js";
import type { Standard } from "../model/standard.js";
import { MODES } from "../streets/modes/modes.js";
import type { City, CityParts } from "./city.js";
import { CityMemory } from "./city-memory.js";
import { selectFor } from "./select-for.js";

/**
 * A city that was read, placed on its network and indexed once, for many standards, profiles and scenarios.
 *
 * Made by `prepareCity` or `loadCity`; accepted wherever a `CityInput` is. What it offers to look at is what was read; how it
 * is kept is its own.
 */
export class PreparedCity {
  readonly #parts: CityParts;

  /** Use `prepareCity`. @internal */
  constructor(city: City, modes: readonly Mode[] = MODES) {
    this.#parts = { city, modes, memory: new CityMemory() };
  }

  /** In input order. */
  get neighborhoods(): readonly Neighborhood[] {
    return this.#parts.city.neighborhoods;
  }

  /** Where people start: the rows that `givenCosts` and `computeTravelTimes` speak of. */
  get origins(): Origins {
    return this.#parts.city.origins;
  }

  /** Streets as read, with the ways across squares; `null` if none were given. */
  get streets(): Streets | null {
    return this.#parts.city.streets;
  }

  /** The standard it was prepared for: what it is judged by unless told otherwise. */
  get standard(): Standard {
    return this.#parts.city.standard;
  }

  /** The facilities that count for that standard, in an order by place. */
  get facilities(): readonly Facility[] {
    return selectFor(this.#parts, this.standard.categories).facilities;
  }

  /** What people do not cross, in the order of the file; empty if no layer tells of any. */
  get barriers(): readonly Barrier[] {
    return this.#parts.city.barriers ?? [];
  }

  /** Lakes and rivers among the features of the facility layer, for maps. */
  get water(): readonly FacilityRecord[] {
    return this.#parts.city.records.rows.filter(({ outline, tags }) => outline.length > 0 && isWater(tags));
  }

  /** Tells whether a value is a prepared city, whatever it is. */
  static isOne(value: unknown): value is PreparedCity {
    return typeof value === "object" && value !== null && #parts in value;
  }

  /** Opens a city for the rooms of this library. @internal */
  static parts(prepared: PreparedCity): CityParts {
    return prepared.#parts;
  }
}

function isWater({ natural, waterway, landuse }: FacilityRecord["tags"]): boolean {
  return (
    natural === "water" ||
    (waterway !== undefined && waterway !== null) ||
    landuse === "reservoir" ||
    landuse === "basin"
  );
}
