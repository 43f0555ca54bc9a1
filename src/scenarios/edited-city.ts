import { attachFacility, reportAttachments } from "../attach/attach-facilities.js";
import type { Attachment } from "../attach/attachment.js";
import { buildModeNetwork, type ModeNetwork } from "../attach/mode-network.js";
import type { Meters } from "../base/units.js";
import type { CityParts } from "../city/city.js";
import { CityMemory } from "../city/city-memory.js";
import { modeNetworkFor } from "../city/mode-networks.js";
import type { Facility, Streets } from "../model/facts.js";
import type { TravelProfile } from "../model/travel.js";
import type { OpenFacilities } from "../repair/open-facilities.js";
import { buildNetwork } from "../streets/build-network.js";
import { findMode } from "../streets/modes/modes.js";
import { toTravelCity } from "../travel/travel-city.js";
import type { TravelCity } from "../travel/travel-model.js";

/** A city until one of its streets comes or goes, ready for travel models whichever facilities are open. */
export class EditedCity {
  readonly parts: CityParts;
  /** The streets as the mode of the profile has them; `null` = there are none. */
  readonly modeNetwork: ModeNetwork | null;
  /** By distance, then by row of a facility: where it can be entered. Found when first asked for. */
  readonly #attachments = new Map<Meters, (readonly Attachment[])[]>();

  /** @param profile whose mode it is made for */
  constructor(parts: CityParts, profile: TravelProfile) {
    this.parts = parts;
    this.modeNetwork = modeNetworkFor(parts, profile);
  }

  /** Gives a city with other streets, whose network is built anew. */
  static build({ city, modes }: CityParts, profile: TravelProfile, streets: Streets): EditedCity {
    const modeNetwork = buildModeNetwork(buildNetwork(streets), findMode(profile, modes), city.fragmentMeters);
    return new EditedCity({ city: { ...city, streets, modeNetwork }, modes, memory: new CityMemory() }, profile);
  }

  /** Gives the city with those facilities that are open. */
  toTravelCity(all: OpenFacilities): TravelCity {
    const rows = all.openRows();
    const open = rows.map((row) => all.facilities[row] as Facility);
    const { modeNetwork } = this;
    const city = toTravelCity(this.parts, open, modeNetwork);
    if (city.streets === null || modeNetwork === null) return { ...city, facilitiesComeAndGo: true };
    const attachedFacilities = (meters: Meters) => {
      const known = this.#attachments.get(meters) ?? [];
      this.#attachments.set(meters, known);
      const attachments = rows.map((row, i) => {
        known[row] ??= attachFacility(modeNetwork.index, open[i] as Facility, meters);
        return known[row];
      });
      return { attachments, diagnostics: reportAttachments(modeNetwork.index, open, attachments, meters) };
    };
    return { ...city, facilitiesComeAndGo: true, streets: { ...city.streets, attachedFacilities } };
  }
}
