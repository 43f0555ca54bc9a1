import type { CoverageReport } from "../model.js";
import { assertRendering } from "./check-report.js";

const AREA = ["String", "String", "Real", "Real", "Real", "Real"] as const;
const CIRCLE = ["Real", "String", "Real", "Real", "String", "String"] as const;
const REQUIREMENT = ["String", "Real", "Real", "Real", "Real", "Real", "String", "Real", "Real"] as const;

/**
 * Writes the types of the columns of `toCSV`, for QGIS and GDAL: they read it beside a CSV file of the same name.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report
 */
export function toCSVT(report: CoverageReport): string {
  assertRendering(report, {});
  const { circles, requirements } = report.standard;
  const types = [...AREA, ...circles.flatMap(() => CIRCLE), ...requirements.flatMap(() => REQUIREMENT)];
  return `${types.map((type) => `"${type}"`).join(",")}\r\n`;
}
