import { buildModeNetwork } from "../attach/mode-network.js";
import { fromColumnFile } from "../city/load-city.js";
import { PreparedCity } from "../city/prepared-city.js";
import type { TravelProfile } from "../model/travel.js";
import { applyEdits } from "../scenarios/edits.js";
import { openScenario } from "../scenarios/open-scenario.js";
import { chengduFourCircles } from "../standards/chengdu-four-circles.js";
import { buildNetwork } from "../streets/build-network.js";
import { walking } from "../streets/modes/walking.js";
import { unpackColumns } from "./compact-columns.js";
import { reachFrom, wayTo } from "./own-reach.js";
import { toPageCells } from "./page-cells.js";
import type { PageEngine } from "./page-model.js";

/** The second script of the page: the library itself, for trials. */
const engine: PageEngine = {
  open: (packedCity) => {
    const { columns, facts } = unpackColumns(packedCity);
    const { city, profile } = facts as {
      readonly city: { readonly standard: unknown };
      readonly profile: TravelProfile;
    };
    const read = fromColumnFile({ columns, facts: { ...city, standard: city.standard ?? chengduFourCircles } });
    const modeNetwork =
      read.streets === null ? null : buildModeNetwork(buildNetwork(read.streets), walking, read.fragmentMeters);
    const scenario = openScenario(new PreparedCity({ ...read, modeNetwork }), { profile });
    let edited: PreparedCity | null = null;
    const cityNow = () => {
      edited ??= scenario.city();
      return edited;
    };
    const edit = <T>(act: () => T): T => {
      edited = null;
      return act();
    };
    return {
      add: (id, name, category, location) =>
        edit(() => scenario.addFacility({ id, name, categories: [category], location })),
      move: (id, location) => edit(() => scenario.moveFacility(id, location)),
      close: (id) => edit(() => scenario.closeFacility(id)),
      undo: () => edit(() => scenario.undo()),
      apply: (change) => edit(() => applyEdits(scenario, [change])),
      reachFrom: (place, services) => reachFrom(cityNow(), profile, place, services),
      wayTo: (place, facilityId, seconds) => wayTo(cityNow(), profile, { place, facilityId, seconds }),
      judge: (rowOfFacility) => toPageCells(scenario.report(), rowOfFacility),
    };
  },
};

(globalThis as { quarterhourEngine?: PageEngine }).quarterhourEngine = engine;
