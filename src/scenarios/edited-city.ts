import { attachFacility, reportAttachments } from "../attach/attach-facilities.js";
import { buildModeNetwork } from "../attach/mode-network.js";
import type { Attachment } from "../attach/nearest-edge.js";
import type { Meters } from "../base/units.js";
import type { City, CityParts } from "../city/city.js";
import { CityMemory } from "../city/city-memory.js";
import type { Facility, Streets } from "../model/facts.js";
import type { Mode } from "../model/mode.js";
import type { OpenFacilities } from "../repair/open-facilities.js";
import { buildNetwork } from "../streets/build-network.js";
import { toTravelCity } from "../travel/travel-city.js";
import type { TravelCity } from "../travel/travel-model.js";

/** A city until one of its streets comes or goes, ready for travel models whichever facilities are open. */
export class EditedCity {
  readonly parts: CityParts;
  /** By distance, then by row of a facility: where it can be entered. Found when first asked for. */
  readonly #attachments = new Map<Meters, (readonly Attachment[])[]>();

  constructor(parts: CityParts) {
    this.parts = parts;
  }

  /** Gives a city with other streets, whose network is built anew. */
  static build(city: City, mode: Mode, streets: Streets): EditedCity {
    const modeNetwork = buildModeNetwork(buildNetwork(streets), mode, city.fragmentMeters);
    return new EditedCity({ city: { ...city, streets, modeNetwork }, memory: new CityMemory() });
  }

  /** Gives the city with those facilities that are open. */
  toTravelCity(all: OpenFacilities): TravelCity {
    const rows = all.openRows();
    const open = rows.map((row) => all.facilities[row] as Facility);
    const city = toTravelCity(this.parts, open);
    const { modeNetwork } = this.parts.city;
    if (city.streets === null || modeNetwork === null) return { ...city, facilitiesComeAndGo: true };
    const attachedFacilities = (meters: Meters) => {
      const known = this.#attachments.get(meters) ?? [];
      this.#attachments.set(meters, known);
      const attachments = rows.map((row, i) => {
        known[row] ??= attachFacility(modeNetwork.index, open[i] as Facility, meters);
        return known[row];
      });
      return { attachments, diagnostics: reportAttachments(open, attachments) };
    };
    return { ...city, facilitiesComeAndGo: true, streets: { ...city.streets, attachedFacilities } };
  }
}
