import { checkObject } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { guardLive } from "../base/guard-call.js";
import { once } from "../base/once.js";
import { say } from "../base/texts/core.js";
import { fillLabel, STRAIGHT_LINE } from "../base/texts/labels.js";
import type { MetersPerSecond } from "../base/units.js";
import type { TravelProfile } from "../model/travel.js";
import { fillStraightReach, fillStraightTable, rowsById } from "./fill-straight-table.js";
import type { PreparedTravel, TravelCity, TravelModel } from "./travel-model.js";

/** How a straight line becomes a trip. */
export interface StraightLineOptions {
  /** Street distance ÷ straight-line distance, >= 1. Default: 1.3, an estimate of walking. Use 1 for service radii. */
  readonly detourFactor?: number;
  /** Speed on the ground. Default: the profile's. */
  readonly speedMetersPerSecond?: MetersPerSecond;
}

const TYPICAL_DETOUR_FACTOR = 1.3;

/**
 * Makes the travel model that knows no streets: the straight line times a stated detour factor.
 *
 * It walks through rivers, rails and walls; use it only where there are no streets, or for standards that ask for a
 * service radius.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` if the factor is below 1 or the speed is not positive
 *
 * @example
 * ```ts
 * import { computeCoverage, straightLine } from "quarterhour";
 *
 * const byRadius = computeCoverage(city, { travel: [straightLine({ detourFactor: 1 })] });
 * const shareOf = (one: typeof report) => one.city.circles.convenience?.population.share ?? 0;
 * shareOf(byRadius) > shareOf(report); // → true
 * ```
 */
export function straightLine(options: StraightLineOptions = {}): TravelModel {
  return guardLive("straightLine", [options], () => {
    checkObject("options", options);
    const { detourFactor = TYPICAL_DETOUR_FACTOR, speedMetersPerSecond } = options;
    if (!(isNumber(detourFactor) && detourFactor >= 1 && detourFactor < Infinity))
      throw new CoverageError("INVALID_ARGUMENT", say("straightLine.detourFactor", { detourFactor }));
    if (
      speedMetersPerSecond !== undefined &&
      !(isNumber(speedMetersPerSecond) && speedMetersPerSecond > 0 && speedMetersPerSecond < Infinity)
    )
      throw new CoverageError(
        "INVALID_ARGUMENT",
        say("straightLine.speed", {
          speedMetersPerSecond,
        }),
      );
    return {
      id: "straightLine",
      key: `straightLine ${detourFactor} ${speedMetersPerSecond ?? ""}`,
      prepare: (city, profile) => prepareStraightLine(city, profile, { detourFactor, speedMetersPerSecond }),
    };
  });
}

/** The options of a straight line, checked. */
interface Line {
  readonly detourFactor: number;
  /** `undefined`: the profile's. */
  readonly speedMetersPerSecond: MetersPerSecond | undefined;
}

function prepareStraightLine(city: TravelCity, profile: TravelProfile, line: Line): PreparedTravel {
  const { detourFactor } = line;
  const speed = line.speedMetersPerSecond ?? profile.speedMetersPerSecond;
  const work = {
    city,
    detourFactor,
    speed,
    rowOf: once(() => rowsById(city)),
  };
  return {
    summary: {
      id: "straightLine",
      label: STRAIGHT_LINE.label,
      method: fillLabel(STRAIGHT_LINE.method, { detourFactor }),
      parameters: { detourFactor, speedMetersPerSecond: speed },
    },
    diagnostics: [],
    fillTable: (request, onCategory) => fillStraightTable(work, request, onCategory),
    reachMeters: (reach, unit) => (unit === "meters" ? reach : reach * speed) / detourFactor,
    fillReach: (request) => fillStraightReach(work, request),
  };
}

function isNumber(value: unknown): boolean {
  return typeof value === "number";
}
