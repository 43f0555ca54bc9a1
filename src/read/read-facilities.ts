import { checkObject } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import type { Steps } from "../base/steps.js";
import type { LonLat } from "../base/words.js";
import { groundSquareMeters } from "../geo/ground.js";
import { containsPoint } from "../geo/rings.js";
import type { FacilityRecord, Reading } from "../model/facts.js";
import type { FeatureReading, GeoJsonInput, PropertyNames } from "../model/input.js";
import { collectTags, readName } from "./feature-properties.js";
import { type GeometryParts, reasonForNothing } from "./geometry-parts.js";
import type { LayerTally } from "./layer-tally.js";
import { parseIfText } from "./parse-if-text.js";
import { type LayerReading, layerSteps, type ReadableFeature, type RowOrDefect, readLayer } from "./read-layer.js";
import type { ReadOptions } from "./read-options.js";
import { SharedTexts } from "./shared-texts.js";
import { spreadRoutes } from "./station-routes.js";
import { makeIdsUnique } from "./unique-ids.js";

/**
 * Reads facilities of any geometry, in the order of the file; what they are is left to the classification.
 *
 * Points are entrances; lines and rings are outlines. A point beside an area or line in one collection is its mapped
 * entrance. Outlines may cross themselves: people only walk up to them.
 *
 * @throws {CoverageError} INVALID_JSON, INVALID_ENCODING, INVALID_GEOJSON, UNKNOWN_FORMAT, UNSUPPORTED_CRS, INVALID_ARGUMENT, PROJECTED_COORDINATES,
 *   SWAPPED_COORDINATES for input that cannot be what it is given as
 */
export function readFacilities(input: GeoJsonInput, options: ReadOptions = {}): Reading<FacilityRecord> {
  return guardLive("readFacilities", [input, options], () => {
    checkObject("options", options);
    return finish(readLayer(parseIfText(input, "facilities"), "facilities", options, sharing()));
  });
}

/** As {@link readFacilities}, in steps, for features that are the library's own. */
export function* facilitySteps(features: FeatureReading): Steps<Reading<FacilityRecord>> {
  return finish(yield* layerSteps(features, "facilities", {}, sharing()));
}

/** Makes records whose texts are one text where they are alike: millions of facilities have the same few thousand. */
function sharing(): typeof toFacility {
  const texts = new SharedTexts();
  return (feature, tally, names) => {
    const outcome = toFacility(feature, tally, names);
    if ("row" in outcome) texts.share(outcome.row.tags as Record<string, unknown>);
    return outcome;
  };
}

function finish({ drafts, tally }: LayerReading<FacilityRecord>): Reading<FacilityRecord> {
  const rows = spreadRoutes(makeIdsUnique(drafts, "facilities", true, tally.diagnostics));
  return { rows, counts: tally.counts(), diagnostics: tally.findings() };
}

/** One for all points: there are millions of them. */
const NO_OUTLINE: FacilityRecord["outline"] = [];

/** Makes a record of whatever a feature is. */
export function toFacility(
  { id, properties, parts }: ReadableFeature,
  tally: LayerTally,
  names: PropertyNames,
): RowOrDefect<FacilityRecord> {
  const location = locationOf(parts);
  if (location === null) return reasonForNothing(parts);
  const tags = collectTags(properties, (what) => tally.note("tags.unreadable", id, what));
  const isArea = parts.polygons.length > 0;
  return {
    row: {
      id,
      name: readName(properties, names.name) ?? readName(tags, names.name),
      location,
      entrances: [...parts.points], // no longer than it is: an array that was pushed to keeps room for sixteen more
      outline: parts.lines.length > 0 || isArea ? [...parts.lines, ...parts.polygons.flat()] : NO_OUTLINE,
      isArea,
      areaSquareMeters: isArea ? groundSquareMeters(parts.polygons, true) : null,
      tags,
    },
  };
}

/** A point in the area (the mean of its corners, if that is inside), else the middle of the line, else the point. */
function locationOf({ points, lines, polygons }: GeometryParts): LonLat | null {
  const ring = polygons[0]?.[0];
  if (ring !== undefined) {
    const corners = ring.slice(1); // the first one stands at the end once more
    const lon = corners.reduce((sum, corner) => sum + corner[0], 0) / corners.length;
    const lat = corners.reduce((sum, corner) => sum + corner[1], 0) / corners.length;
    return containsPoint(polygons, lon, lat) ? [lon, lat] : (ring[0] ?? null);
  }
  const line = lines[0];
  return (line === undefined ? points[0] : line[line.length >> 1]) ?? null;
}
