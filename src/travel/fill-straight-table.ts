import type { Meters, MetersPerSecond } from "../base/units.js";
import { FacilityIndex } from "../facilities/facility-index.js";
import { SAME_PLACE_METERS } from "../facilities/places-at.js";
import type { Facility } from "../model/facts.js";
import {
  type CostUnit,
  type NearestTable,
  NO_WAY,
  type ReachRequest,
  type ReachTable,
  type TravelRequest,
} from "../model/travel.js";
import { hasAny, rowsOfCategories } from "./facility-rows.js";
import { fillReachTable, type Pairs } from "./fill-reach-table.js";
import { cellOf, emptyTable, insertNearest, secondOf } from "./nearest-table.js";
import type { TravelCity } from "./travel-model.js";

/** What straight lines are measured by. */
export interface StraightWork {
  readonly city: TravelCity;
  readonly detourFactor: number;
  readonly speed: MetersPerSecond;
  readonly rowOf: () => ReadonlyMap<string, number>;
}

/** Finds the row of each facility by its id. */
export function rowsById({ facilities }: TravelCity): ReadonlyMap<string, number> {
  return new Map(facilities.map(({ id }, row) => [id, row]));
}

/** What a metre of a straight line costs. */
function perMeterOf({ detourFactor, speed }: StraightWork, unit: CostUnit): number {
  return unit === "seconds" ? detourFactor / speed : detourFactor;
}

/** Whoever is there already walks nothing. */
function costOf(meters: Meters, perMeter: number): number {
  return meters <= SAME_PLACE_METERS ? 0 : meters * perMeter;
}

/** Takes the nearest facilities of each category from the index, and how many are within reach. */
export function fillStraightTable(
  work: StraightWork,
  request: TravelRequest,
  onCategory: ((done: number) => void) | undefined,
): NearestTable {
  const { city, speed, rowOf } = work;
  const { origins } = city;
  const facilityIndex = city.facilityIndex();
  const table = emptyTable(request, origins.count, speed);
  const perMeter = perMeterOf(work, request.unit);
  request.categories.forEach((category, column) => {
    const countWithin = request.countWithin[column] ?? null;
    const counts = table.counts[column] ?? null;
    const exists = hasAny(city, category);
    for (let origin = 0; origin < origins.count; origin++) {
      const cell = cellOf(table, origin, column);
      if (!exists) {
        table.facilityRow.fill(NO_WAY, cell, cell + request.nearestCount);
        continue;
      }
      const place = [origins.lon[origin], origins.lat[origin]] as const;
      for (const { facility, meters } of facilityIndex.nearest(place, request.nearestCount, { category })) {
        const cost = costOf(meters, perMeter);
        if (cost > request.cutoff) continue;
        const facilityRow = rowOf().get(facility.id) ?? 0;
        insertNearest(table, cell, { cost, facilityRow, secondQuantity: 0 });
      }
      if (counts !== null && countWithin !== null)
        counts[origin] = facilityIndex.countNear(
          place,
          category,
          metersFor(countWithin, perMeter),
          (meters) => costOf(meters, perMeter) <= countWithin,
        );
    }
    onCategory?.(column + 1);
  });
  return table;
}

/** Takes all facilities within the cutoff from an index of those that are asked for. */
export function fillStraightReach(work: StraightWork, request: ReachRequest): ReachTable {
  const { city, speed, rowOf } = work;
  const { origins, facilities } = city;
  const rows = rowsOfCategories(facilities, request.categories);
  const index =
    rows.length === facilities.length
      ? city.facilityIndex()
      : new FacilityIndex(rows.map((row) => facilities[row] as Facility));
  const perMeter = perMeterOf(work, request.unit);
  const maxMeters = metersFor(request.cutoff, perMeter);
  const pairs: Pairs = {
    originCount: origins.count,
    facilities,
    unattachedOrigins: new Uint32Array(0),
    hasSecondQuantity: request.withSecondQuantity === true,
    each: (visit) => {
      for (let origin = 0; origin < origins.count; origin++)
        for (const { facility, meters } of index.within([origins.lon[origin], origins.lat[origin]], maxMeters)) {
          const cost = costOf(meters, perMeter);
          if (cost > request.cutoff) continue;
          visit(origin, rowOf().get(facility.id) ?? 0, cost, secondOf(request.unit, cost, speed));
        }
    },
  };
  return fillReachTable(pairs, request);
}

/** How far to look for what costs so much: a hair farther, since rounding may go either way. */
function metersFor(cost: number, perMeter: number): Meters {
  return Math.max(SAME_PLACE_METERS, (cost / perMeter) * (1 + 1e-12));
}
