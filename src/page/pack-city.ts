import { PreparedCity } from "../city/prepared-city.js";
import { toColumnFile } from "../city/save-city.js";
import type { CoverageReport } from "../model/report.js";
import { MODES, modeOf } from "../streets/modes/modes.js";
import { oneSpeedOf } from "../streets/weigh.js";
import { packColumns } from "./compact-columns.js";

/** Tells whether a page can try things out in this city: only the streets and the norm of its report will do. */
export function canTry(report: CoverageReport, { standard, streets }: PreparedCity): boolean {
  const { id, judgeBy, requirements } = report.standard;
  const isSameNorm =
    id === standard.id && judgeBy === standard.judgeBy && requirements.length === standard.requirements.length;
  const isOnStreets = report.travel.length === 1 && report.travel[0]?.id === "onNetwork";
  const mode = modeOf(report.profile, MODES);
  const hasOneSpeed = mode !== undefined && oneSpeedOf(mode, report.profile) !== null;
  return streets !== null && isSameNorm && isOnStreets && hasOneSpeed;
}

/** Packs a city, without what can be built again from the rest, and who walks there. */
export function packCity(prepared: PreparedCity, { profile }: CoverageReport): Uint8Array {
  const { columns, facts: rest } = toColumnFile({ ...PreparedCity.parts(prepared).city, modeNetwork: null });
  return packColumns({ columns, facts: { city: rest, profile } });
}
