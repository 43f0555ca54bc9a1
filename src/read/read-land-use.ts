import { checkObject } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import type { LandArea, Reading } from "../model/facts.js";
import type { GeoJsonInput, PropertyNames } from "../model/input.js";
import { checkPolygons } from "./check-polygons.js";
import { collectTags } from "./feature-properties.js";
import { USE_PROPERTIES } from "./find-properties.js";
import { reasonForNothing } from "./geometry-parts.js";
import { parseIfText } from "./parse-if-text.js";
import { type ReadableFeature, type RowOrDefect, readLayer } from "./read-layer.js";
import type { ReadOptions } from "./read-options.js";
import { isResidentialUse } from "./residential-use.js";
import { isNothing } from "./tag-values.js";
import { makeIdsUnique } from "./unique-ids.js";

/** So much of a use is told among the findings. */
const LONGEST_USE = 40;

/**
 * Reads the ground that people live on, in the order of the file: the polygons of a layer of land use that are residential. Others are left
 * out, counted by their use.
 *
 * The use is read from `landuse` (OpenStreetMap) or `use`, or from the one property that is called so in another way (用地性质, `ZONING`).
 *
 * @throws {CoverageError} as `readFacilities`
 */
export function readLandUse(input: GeoJsonInput, options: ReadOptions = {}): Reading<LandArea> {
  return guardLive("readLandUse", [input, options], () => {
    checkObject("options", options);
    const { drafts, tally } = readLayer(
      parseIfText(input, "landUse"),
      "landUse",
      options,
      (feature, _tally, names): RowOrDefect<LandArea> => toLandArea(feature, names, options),
    );
    const rows = makeIdsUnique(drafts, "landUse", true, tally.diagnostics);
    if (rows.length === 0 && tally.given > 0) tally.note("landUse.noResidential", null);
    return { rows, counts: tally.counts(), diagnostics: tally.findings() };
  });
}

function toLandArea(
  { id, properties, parts }: ReadableFeature,
  names: PropertyNames,
  options: ReadOptions,
): RowOrDefect<LandArea> {
  if (parts.polygons.length === 0) return reasonForNothing(parts);
  const use = useOf(collectTags(properties), names);
  if (use === null) return { code: "landUse.untold", example: null };
  if (!isResidentialUse(use)) return { code: "landUse.other", example: use.slice(0, LONGEST_USE) };
  if (parts.lines.length > 0 || parts.points.length > 0) parts.findings.set("geometry.parts", null);
  return checkPolygons(parts, options) ?? { row: { id, use, polygons: parts.polygons } };
}

function useOf(tags: Readonly<Record<string, unknown>>, { use: named }: PropertyNames): string | null {
  for (const name of named === undefined ? USE_PROPERTIES : [named]) {
    const value = tags[name];
    if (!isNothing(value) && String(value).trim() !== "") return String(value).trim();
  }
  return null;
}
