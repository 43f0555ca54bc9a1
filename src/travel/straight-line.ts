import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { MetersPerSecond } from "../base/units.js";
import { NO_WAY, type TravelProfile } from "../model/travel.js";
import { cellOf, emptyTable, insertNearest } from "./nearest-table.js";
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
 * It walks through rivers, rails and walls; use it only where there are no streets, or for norms that ask for a
 * service radius.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` if the factor is below 1 or the speed is not positive
 */
export function straightLine(options: StraightLineOptions = {}): TravelModel {
  const { detourFactor = TYPICAL_DETOUR_FACTOR, speedMetersPerSecond } = options;
  if (!(detourFactor >= 1 && detourFactor < Infinity))
    throw new CoverageError("INVALID_ARGUMENT", say("straightLine.detourFactor", { detourFactor }));
  if (speedMetersPerSecond !== undefined && !(speedMetersPerSecond > 0 && speedMetersPerSecond < Infinity))
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
}

function prepareStraightLine(
  city: TravelCity,
  profile: TravelProfile,
  {
    detourFactor,
    speedMetersPerSecond,
  }: { readonly detourFactor: number; readonly speedMetersPerSecond: number | undefined },
): PreparedTravel {
  const speed = speedMetersPerSecond ?? profile.speedMetersPerSecond;
  const rowOf = new Map(city.facilities.map((facility, row) => [facility.id, row]));
  return {
    summary: {
      id: "straightLine",
      label: { zh: "直线距离", en: "Straight line" },
      method: {
        zh: `距离均为直线乘以绕行系数 ${detourFactor}，不考虑街道、河流和围墙。`,
        en: `Distances are straight lines times a detour factor of ${detourFactor}; streets, rivers and walls are not seen.`,
      },
      parameters: { detourFactor, speedMetersPerSecond: speed },
    },
    diagnostics: [],
    fillTable: (request, onCategory) => {
      const { origins } = city;
      const facilityIndex = city.facilityIndex();
      // a speed of its own makes seconds and metres two quantities, as in the network model
      const ownSpeed = speed !== profile.speedMetersPerSecond;
      const table = emptyTable(request, origins.count, ownSpeed);
      const perMeter = request.unit === "seconds" ? detourFactor / speed : detourFactor;
      const secondQuantityPerMeter = request.unit === "seconds" ? detourFactor : detourFactor / speed;
      request.categories.forEach((category, column) => {
        const countWithin = request.countWithin[column] ?? null;
        const counts = table.counts[column] ?? null;
        const exists = city.facilities.some(({ categories }) => categories.includes(category));
        for (let origin = 0; origin < origins.count; origin++) {
          const cell = cellOf(table, origin, column);
          if (!exists) {
            table.facilityRow.fill(NO_WAY, cell, cell + request.nearestCount);
            continue;
          }
          const place = [origins.lon[origin], origins.lat[origin]] as const;
          for (const { facility, meters } of facilityIndex.nearest(place, request.nearestCount, { category })) {
            const cost = meters * perMeter;
            if (cost <= request.cutoff)
              insertNearest(table, cell, {
                cost,
                facilityRow: rowOf.get(facility.id) ?? 0,
                secondQuantity: meters * secondQuantityPerMeter,
              });
          }
          if (counts !== null && countWithin !== null)
            counts[origin] = facilityIndex
              .within(place, (countWithin / perMeter) * (1 + 1e-12), { category })
              .filter(({ meters }) => meters * perMeter <= countWithin).length;
        }
        onCategory?.(column + 1);
      });
      return table;
    },
  };
}
