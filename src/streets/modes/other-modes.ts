import { guardShape } from "../../base/guard-call.js";
import type { Mode } from "../../model/mode.js";
import type { TravelProfile } from "../../model/travel.js";
import { bicycle } from "./bicycle.js";
import { car } from "./car.js";
import { pushchair } from "./pushchair.js";
import { wheelchair } from "./wheelchair.js";

/** Lists the modes of the library besides walking, which every city knows. To add one is one file and one line here. */
export const OTHER_MODES: readonly Mode[] = [wheelchair, pushchair, bicycle, car];

/** Gives those of the library's modes that some profiles name and a city does not know by itself, for `prepareCity`. */
export function modesFor(profiles: readonly Pick<TravelProfile, "mode">[]): readonly Mode[] {
  return guardShape("modesFor", () => OTHER_MODES.filter(({ id }) => profiles.some(({ mode }) => mode === id)));
}
