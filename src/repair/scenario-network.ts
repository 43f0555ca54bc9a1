import { attachFacilities, attachFacility, reportAttachments } from "../attach/attach-facilities.js";
import { type AttachedOrigins, attachOrigins } from "../attach/attach-origins.js";
import type { Attachment } from "../attach/attachment.js";
import { buildModeNetwork, type ModeNetwork } from "../attach/mode-network.js";
import { once } from "../base/once.js";
import type { Meters } from "../base/units.js";
import { FacilityIndex } from "../facilities/facility-index.js";
import type { Facility, Origins, Streets } from "../model/facts.js";
import type { Mode } from "../model/mode.js";
import { buildNetwork } from "../streets/build-network.js";
import type { TravelCity } from "../travel/travel-model.js";
import { carryFacilities, carryOrigins, type EditedModeNetwork, editModeNetwork } from "./edit-mode-network.js";
import type { OpenFacilities } from "./open-facilities.js";
import type { StreetChange } from "./street-change.js";

/** The network of a scenario and the places on it, until a street comes or goes. */
export interface ScenarioNetwork {
  readonly modeNetwork: ModeNetwork;
  readonly origins: AttachedOrigins;
  /** By row of a facility: where it can be entered. Grows with the facilities. */
  readonly attachments: (readonly Attachment[])[];
}

/** A network after streets came or went. */
export interface EditedScenarioNetwork {
  readonly after: ScenarioNetwork;
  readonly edited: EditedModeNetwork;
}

/** The places of a scenario, whatever its streets are. */
export interface ScenarioPlaces {
  readonly origins: Origins;
  readonly facilities: OpenFacilities;
  readonly fragmentMeters: Meters;
  readonly maxAccessMeters: Meters;
}

/** Builds a network from its streets alone, as one mode has them. */
export function buildScenarioNetwork(
  streets: Streets,
  mode: Mode,
  { origins, facilities, fragmentMeters, maxAccessMeters }: ScenarioPlaces,
): ScenarioNetwork {
  const modeNetwork = buildModeNetwork(buildNetwork(streets), mode, fragmentMeters);
  return {
    modeNetwork,
    origins: attachOrigins(modeNetwork, origins, maxAccessMeters),
    attachments: [...attachFacilities(modeNetwork, facilities.facilities, maxAccessMeters).attachments],
  };
}

/** Lets streets come or go: whoever is not near them stays attached where it was. */
export function editScenarioNetwork(
  before: ScenarioNetwork,
  change: StreetChange,
  { origins, facilities, fragmentMeters, maxAccessMeters }: ScenarioPlaces,
): EditedScenarioNetwork {
  const edited = editModeNetwork(before.modeNetwork, change, fragmentMeters);
  return {
    edited,
    after: {
      modeNetwork: edited.modeNetwork,
      origins: carryOrigins(before.origins, origins, edited, maxAccessMeters),
      attachments: carryFacilities(before.attachments, facilities.facilities, edited, maxAccessMeters),
    },
  };
}

/** Attaches a facility that was added since the network was built. */
export function attachAdded({ attachments, modeNetwork }: ScenarioNetwork, places: ScenarioPlaces, row: number): void {
  const facility = places.facilities.facilities[row] as Facility;
  attachments[row] ??= attachFacility(modeNetwork.index, facility, places.maxAccessMeters);
}

/** Gives a scenario as travel models see it. @param rows those of the facilities that are open, in the order that decides at equal cost */
export function travelCityOn(
  { modeNetwork, origins: attached, attachments }: ScenarioNetwork,
  { origins, facilities }: ScenarioPlaces,
  rows: readonly number[],
): TravelCity {
  const open = rows.map((row) => facilities.facilities[row] as Facility);
  return {
    origins,
    facilities: open,
    facilityIndex: once(() => new FacilityIndex(open)),
    streets: {
      modeNetwork,
      attachedOrigins: () => attached,
      attachedFacilities: (meters) => {
        const own = rows.map((row) => attachments[row] ?? []);
        return { attachments: own, diagnostics: reportAttachments(modeNetwork.index, open, own, meters) };
      },
    },
  };
}
