import type { ModeNetwork } from "../attach/mode-network.js";
import type { Diagnostic } from "../base/diagnostics.js";
import type { Meters } from "../base/units.js";
import type { Barrier, FacilityRecord, LayerCounts, Neighborhood, Origins, Reading, Streets } from "../model/facts.js";
import type { Mode } from "../model/mode.js";
import type { OriginSummary } from "../model/report.js";
import type { CountryCode, Standard } from "../model/standard.js";
import type { ModeId } from "../model/travel.js";
import type { CityMemory } from "./city-memory.js";

/** All that was read of a city and built from it, whatever will be asked: plain data, which `saveCity` saves. */
export interface City {
  readonly neighborhoods: readonly Neighborhood[];
  /** Area of each neighborhood. */
  readonly neighborhoodSquareMeters: Float64Array<ArrayBufferLike>;
  readonly origins: Origins;
  readonly originSummary: OriginSummary;
  /** As read, joined where they nearly meet, with the ways across squares; `null` if none were given. */
  readonly streets: Streets | null;
  /** The streets as one mode has them, walking unless a scenario made this city; `null` without streets. Others: `modeNetworkFor`. */
  readonly modeNetwork: ModeNetwork | null;
  /** The standard the city was prepared for: what it is judged by unless told otherwise. */
  readonly standard: Standard;
  /** Where the data lie, as far as somebody said it; `null`: nobody did. */
  readonly country: CountryCode | null;
  /** Islands shorter than this are avoided when places are attached. */
  readonly fragmentMeters: Meters;
  /** Of the whole, where this is a part of a larger city: by mode, the length of its longest island. */
  readonly longestIslandMeters: Readonly<Record<ModeId, Meters>>;
  readonly records: Reading<FacilityRecord>;
  /** What people do not cross; `null`: no layer tells. */
  readonly barriers: readonly Barrier[] | null;
  /** What became of every feature, before facilities are classified. */
  readonly counts: readonly LayerCounts[];
  /** What was found while reading and building; of the streets, whatever holds for every mode. */
  readonly diagnostics: readonly Diagnostic[];
  /** How facilities are to be classified. */
  readonly classification: {
    readonly loose: boolean;
    /** What ended before this day is closed; `undefined`: the day of this version. */
    readonly on: string | undefined;
    readonly categoryProperty: string | undefined;
    /** Whether the datum of the facilities was declared, so that it need not be suspected. */
    readonly datumDeclared: boolean;
  };
}

/** What a prepared city holds: its data, and beside them the modes it is traveled by and what was made of them. */
export interface CityParts {
  readonly city: City;
  readonly modes: readonly Mode[];
  readonly memory: CityMemory;
}
