import { buildModeNetwork } from "../attach/mode-network.js";
import type { Surface } from "../base/texts/surfaces.js";
import { fromColumnFile } from "../city/load-city.js";
import { PreparedCity } from "../city/prepared-city.js";
import type { TravelProfile } from "../model/travel.js";
import { applyEdits } from "../scenarios/edits.js";
import { openScenario } from "../scenarios/open-scenario.js";
import { buildNetwork } from "../streets/build-network.js";
import { walking } from "../streets/modes/walking.js";
import { unpackColumns } from "./compact-columns.js";
import { reachFrom, wayTo } from "./own-reach.js";
import type { PageEngine } from "./page-model.js";
import { toPageResult } from "./page-result.js";

/** The second script of the page: the library itself, for trials. */
const engine: PageEngine = {
  open: (packedCity) => {
    const { columns, facts } = unpackColumns(packedCity);
    const { city, profile, surface } = facts as {
      readonly city: unknown;
      readonly profile: TravelProfile;
      readonly surface: Surface;
    };
    const read = fromColumnFile({ columns, facts: city });
    const modeNetwork =
      read.streets === null ? null : buildModeNetwork(buildNetwork(read.streets), walking, read.fragmentMeters);
    const scenario = openScenario(new PreparedCity({ ...read, modeNetwork }), { profile });
    return {
      add: (id, name, category, location) => scenario.addFacility({ id, name, categories: [category], location }),
      move: (id, location) => scenario.moveFacility(id, location),
      close: (id) => scenario.closeFacility(id),
      undo: () => scenario.undo(),
      apply: (edit) => applyEdits(scenario, [edit]),
      reachFrom: (place, services) => reachFrom(scenario.city(), profile, place, services),
      wayTo: (place, facilityId, seconds) => wayTo(scenario.city(), profile, { place, facilityId, seconds }),
      judge: (rowOfFacility) => toPageResult(scenario.report(), rowOfFacility, surface),
    };
  },
};

(globalThis as { quarterhourEngine?: PageEngine }).quarterhourEngine = engine;
