import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/files.js";

const LONGITUDES = new Set(["lon", "lng", "long", "longitude", "经度", "x", "pointx"]);
const LATITUDES = new Set(["lat", "latitude", "纬度", "y", "pointy"]);

/**
 * Finds the one pair of columns that holds positions.
 *
 * @throws {CoverageError} INVALID_LOCATION where there is none, or several
 */
export function findPositionColumns(names: readonly string[], path: string): readonly [x: string, y: string] {
  const among = (words: ReadonlySet<string>) =>
    names.filter((name) =>
      words.has(
        name
          .normalize("NFKC")
          .toLowerCase()
          .replace(/[\s_\-.()]/g, ""),
      ),
    );
  const [x, ...otherX] = among(LONGITUDES);
  const [y, ...otherY] = among(LATITUDES);
  if (x !== undefined && y !== undefined && otherX.length + otherY.length === 0) return [x, y];
  const listed = names.slice(0, 12).join(", ");
  throw new CoverageError("INVALID_LOCATION", say("parquet.noGeometry", { path, listed }), {
    path,
    hint: say("parquet.noGeometry.hint"),
  });
}
