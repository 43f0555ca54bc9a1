import type { CoverageReport } from "../../src/model/report.js";

/** The seconds to the nearest of each category, by a report whose people live at one point. */
export function costsOf({ standard, neighborhoods: [only] }: CoverageReport): Map<string, number> {
  const costs = new Map<string, number>();
  for (const { id, category } of standard.requirements) {
    const median = only?.requirements[id]?.seconds?.median;
    if (median !== undefined && median !== null) costs.set(category, median);
  }
  return costs;
}
