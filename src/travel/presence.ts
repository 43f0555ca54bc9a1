import { PRESENCE } from "../base/texts/labels.js";
import { holdsPlace, outlineOf } from "../geo/outline.js";
import type { Facility } from "../model/facts.js";
import { type NearestTable, NO_WAY, type TravelRequest } from "../model/travel.js";
import { hasAny } from "./facility-rows.js";
import { cellOf, emptyTable } from "./nearest-table.js";
import type { TravelCity, TravelModel } from "./travel-model.js";

/**
 * Answers what lies in a neighborhood: at a cost of 0 from each of its origins; the rest of the city is out of reach. Ranks follow the
 * order of the facilities, which is one by place.
 */
export const presence: TravelModel = {
  id: "presence",
  key: "presence",
  units: ["meters"],
  prepare: (city) => ({
    summary: { id: "presence", label: PRESENCE.label, method: PRESENCE.method, parameters: {} },
    diagnostics: [],
    // how near the edge of the data a neighborhood lies does not matter
    reachMeters: () => 0,
    fillTable: (request, onCategory) => fillPresence(city, request, onCategory),
  }),
};

function fillPresence(
  city: TravelCity,
  request: TravelRequest,
  onCategory: ((done: number) => void) | undefined,
): NearestTable {
  const { origins, neighborhoods = [], facilities } = city;
  const table = emptyTable(request, origins.count, null);
  const outlines = neighborhoods.map(({ polygons }) => outlineOf(polygons));
  request.categories.forEach((category, column) => {
    const ofCategory = facilities.flatMap((one, row) => (one.categories.includes(category) ? [{ one, row }] : []));
    const exists = hasAny(city, category);
    const inside = new Map<number, readonly number[]>();
    for (let origin = 0; origin < origins.count; origin++) {
      const neighborhood = origins.neighborhoodRow[origin];
      const outline = outlines[neighborhood];
      const cell = cellOf(table, origin, column);
      if (!exists || outline === undefined) {
        table.facilityRow.fill(NO_WAY, cell, cell + request.nearestCount);
        continue;
      }
      const holds = (lon: number, lat: number) => holdsPlace(outline, lon, lat);
      const rows = inside.get(neighborhood) ?? ofCategory.flatMap(({ one, row }) => (isIn(one, holds) ? [row] : []));
      inside.set(neighborhood, rows);
      rows.slice(0, request.nearestCount).forEach((row, rank) => {
        table.cost[cell + rank] = 0;
        table.facilityRow[cell + rank] = row;
      });
      const counts = table.counts[column] ?? null;
      if (counts !== null) counts[origin] = rows.length;
    }
    onCategory?.(column + 1);
  });
  return table;
}

/** A facility lies in a neighborhood if its place, or a corner of its outline does. */
function isIn({ location, outline }: Facility, holds: (lon: number, lat: number) => boolean): boolean {
  return holds(...location) || outline.some((line) => line.some(([lon, lat]) => holds(lon, lat)));
}
