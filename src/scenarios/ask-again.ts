import type { Question } from "../assess/question.js";
import { questionOf } from "../assess/report-question.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { PreparedCity } from "../city/prepared-city.js";
import type { CoverageReport } from "../model/report.js";
import type { TravelProfile, TravelSummary } from "../model/travel.js";
import { onNetwork } from "../travel/on-network.js";
import { presence } from "../travel/presence.js";
import { straightLine } from "../travel/straight-line.js";
import type { TravelModel } from "../travel/travel-model.js";

/** The question that a report answers, measures aside. */
export type AskedAgain = Pick<Question, "standard" | "profile" | "travel" | "knownCategories">;

/**
 * Gives the question that a report answers, to ask it again.
 *
 * @param travel the models of the report, where whoever asks has them. Default: those that the report remembers; of one that was read from
 *   a file, those of the library that its summary names
 * @throws {CoverageError} INVALID_ARGUMENT where it was made by a model that nobody has any more
 */
export function askAgain(
  { standard: standardOfCity }: PreparedCity,
  report: CoverageReport,
  travel?: readonly TravelModel[],
): AskedAgain {
  const kept = questionOf(report);
  return {
    standard: kept?.standard ?? standardOfCity,
    profile: report.profile,
    travel: travel ?? kept?.travel ?? modelsOf(report),
    knownCategories: report.standard.requirements.filter(({ data }) => data === "known").map((one) => one.category),
  };
}

function modelsOf({ travel, profile }: CoverageReport): readonly TravelModel[] {
  // those that answer for service radii and neighborhoods come last, and are nobody's choice
  const asked = travel.filter(
    ({ id, parameters }, row) => id !== presence.id && (row === 0 || parameters.detourFactor !== 1),
  );
  return asked.map((summary) => modelOf(summary, profile));
}

function modelOf({ id, parameters }: TravelSummary, profile: TravelProfile): TravelModel {
  if (id === "onNetwork") return onNetwork();
  const { detourFactor, speedMetersPerSecond: speed } = parameters;
  if (id !== "straightLine" || typeof detourFactor !== "number" || typeof speed !== "number")
    throw new CoverageError("INVALID_ARGUMENT", say("report.unknownTravel", { id }), {
      path: "options.travel",
      hint: say("report.unknownTravel.hint"),
    });
  return straightLine({
    detourFactor,
    ...(speed === profile.speedMetersPerSecond ? {} : { speedMetersPerSecond: speed }),
  });
}
