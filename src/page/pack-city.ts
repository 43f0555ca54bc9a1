import type { CoverageReport } from "../model.js";
import { hasOneSpeed } from "../network/weigh.js";
import type { PreparedCity } from "../prepare-city.js";
import { toColumnFile } from "../save/save-city.js";
import { packColumns } from "./compact-columns.js";

/** Tells whether a page can try things out in this city: only the streets and the norm of its report will do. */
export function canTry(report: CoverageReport, { standard, walkNetwork }: PreparedCity): boolean {
  const { id, judgeBy, requirements } = report.standard;
  const isSameNorm =
    id === standard.id && judgeBy === standard.judgeBy && requirements.length === standard.requirements.length;
  const isOnStreets = report.travel.length === 1 && report.travel[0]?.id === "onNetwork";
  return walkNetwork !== null && isSameNorm && isOnStreets && hasOneSpeed(report.profile);
}

/** Packs a city, without what can be built again from the rest, and who walks there. */
export function packCity({ facts }: PreparedCity, { profile }: CoverageReport): Uint8Array {
  const { columns, facts: rest } = toColumnFile({ ...facts, walkNetwork: null });
  return packColumns({ columns, facts: { city: rest, profile } });
}
