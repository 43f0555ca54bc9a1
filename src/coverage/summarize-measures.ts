import { setOwn } from "../base/json-object.js";
import type { GroupId } from "../model/facts.js";
import type { Measure, MeasureSummary } from "../model/measure.js";
import type { AreaCoverage } from "../model/report.js";
import { type Area, mapGroups } from "./areas.js";
import { isGroupTold } from "./assemble-area.js";
import { summarizeMeasure } from "./summarize-measure.js";

/** A measure, and its value for every origin. */
export interface MeasuredOrigins {
  readonly measure: Pick<Measure, "id" | "summary">;
  readonly values: Float64Array;
}

/** Whose measures are summed up: everybody in an area, and each group of them. */
export interface MeasuredArea extends Pick<Area, "rows" | "weights" | "groups"> {
  /** People of each group by origin row. */
  readonly groupWeights?: Readonly<Record<GroupId, Float64Array>>;
}

/** Sums up measures over the people of an area, and over those of each group. Nothing, if nothing was measured. */
export function summarizeMeasures(
  measured: readonly MeasuredOrigins[],
  area: MeasuredArea,
  smallGroupBelow: number = 0,
): Pick<AreaCoverage, "measures" | "groupMeasures"> {
  if (measured.length === 0) return {};
  const { rows, groups, groupWeights } = area;
  const measuresOf = (of: Pick<Area, "rows" | "weights">, everybody?: Pick<Area, "rows" | "weights">) => {
    const found: Record<string, MeasureSummary> = {};
    for (const { measure, values } of measured)
      setOwn(found, measure.id, summarizeMeasure(measure, values, of, everybody));
    return found;
  };
  const measures = measuresOf(area);
  if (groupWeights === undefined) return { measures };
  const groupMeasures = mapGroups(groupWeights, (weights, id) =>
    isGroupTold(groups?.[id] ?? 0, smallGroupBelow)
      ? measuresOf({ rows: rows.filter((row) => weights[row] > 0), weights }, area)
      : null,
  );
  return { measures, groupMeasures };
}
