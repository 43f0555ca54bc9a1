import { attachFacilities } from "../attach/attach-facilities.js";
import { type AttachedOrigins, attachOrigins } from "../attach/attach-origins.js";
import { buildModeNetwork, type ModeNetwork } from "../attach/mode-network.js";
import type { Attachment } from "../attach/nearest-edge.js";
import type { Meters } from "../base/units.js";
import { PreparedCity } from "../city/prepared-city.js";
import { type Bounds, boundsOfColumns } from "../geo/bounds.js";
import type { Streets } from "../model/facts.js";
import type { Mode } from "../model/mode.js";
import { buildNetwork } from "../streets/build-network.js";
import { carryFacilities, carryOrigins, type EditedModeNetwork, editModeNetwork } from "./edit-mode-network.js";
import type { FacilityOrder } from "./facility-order.js";
import type { StreetChange } from "./street-change.js";

/** The streets of a scenario and the places on them, until a street comes or goes. */
export interface ScenarioGround {
  /** Another number for each edit of streets. */
  readonly edition: number;
  readonly streets: Streets;
  readonly streetBounds: Bounds;
  readonly modeNetwork: ModeNetwork;
  readonly origins: AttachedOrigins;
  /** By row of a facility: where it can be entered. */
  readonly attachments: (readonly Attachment[])[];
}

/** A ground after streets came or went. */
export interface EditedGround {
  readonly ground: ScenarioGround;
  readonly edited: EditedModeNetwork;
}

/** What an edit of streets needs of the city that it leaves as it is. */
export interface GroundEdit {
  readonly edition: number;
  readonly prepared: PreparedCity;
  readonly order: FacilityOrder;
  readonly maxAccessMeters: Meters;
}

/** Builds a ground from its streets alone, as one mode has them. */
export function buildGround(
  streets: Streets,
  mode: Mode,
  { edition, prepared, order, maxAccessMeters }: GroundEdit,
): ScenarioGround {
  const modeNetwork = buildModeNetwork(buildNetwork(streets), mode, PreparedCity.parts(prepared).city.fragmentMeters);
  return {
    edition,
    streets,
    streetBounds: boundsOfColumns(streets.lon, streets.lat),
    modeNetwork,
    origins: attachOrigins(modeNetwork, prepared.origins, maxAccessMeters),
    attachments: [...attachFacilities(modeNetwork, order.facilities, maxAccessMeters).attachments],
  };
}

/** Lets streets come or go: whoever is not near them stays attached where it was. */
export function editGround(
  before: ScenarioGround,
  change: StreetChange,
  { edition, prepared, order, maxAccessMeters }: GroundEdit,
): EditedGround {
  const edited = editModeNetwork(before.modeNetwork, change, PreparedCity.parts(prepared).city.fragmentMeters);
  const { after: streets } = change;
  return {
    edited,
    ground: {
      edition,
      streets,
      streetBounds: boundsOfColumns(streets.lon, streets.lat),
      modeNetwork: edited.modeNetwork,
      origins: carryOrigins(before.origins, prepared.origins, edited, maxAccessMeters),
      attachments: carryFacilities(before.attachments, order.facilities, edited, maxAccessMeters),
    },
  };
}
