import { checkObject } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import type { Barrier, Reading } from "../model/facts.js";
import type { GeoJsonInput } from "../model/input.js";
import { isClosed } from "../streets/closed-line.js";
import { barrierKind } from "./barrier-kind.js";
import { collectTags, readName } from "./feature-properties.js";
import { reasonForNothing } from "./geometry-parts.js";
import { parseIfText } from "./parse-if-text.js";
import { type ReadableFeature, type RowOrDefect, readLayer } from "./read-layer.js";
import type { ReadOptions } from "./read-options.js";
import { makeIdsUnique } from "./unique-ids.js";

/**
 * Reads lines and areas that people do not cross, in the order of the file: railways, motorways, waters, walls, private ground, and whatever
 * tells nothing of itself. What its tags say is crossed all the same (bridges and tunnels, footpaths, kerbs) is left out and counted.
 *
 * @throws {CoverageError} as `readFacilities`
 */
export function readBarriers(input: GeoJsonInput, options: ReadOptions = {}): Reading<Barrier> {
  return guardLive("readBarriers", [input, options], () => {
    checkObject("options", options);
    const { drafts, tally } = readLayer(
      parseIfText(input, "barriers"),
      "barriers",
      options,
      (feature, _tally, names): RowOrDefect<Barrier> => toBarrier(feature, names.name),
    );
    const rows = makeIdsUnique(drafts, "barriers", true, tally.diagnostics);
    return { rows, counts: tally.counts(), diagnostics: tally.findings() };
  });
}

function toBarrier({ id, properties, parts }: ReadableFeature, nameProperty: string | undefined): RowOrDefect<Barrier> {
  const isArea = parts.polygons.length > 0;
  const lines = [...parts.lines, ...parts.polygons.flat()];
  if (lines.length === 0) return reasonForNothing(parts);
  const tags = collectTags(properties);
  const kind = barrierKind(tags, isArea || parts.lines.every(isClosed));
  if (typeof kind === "string")
    return {
      row: { id, name: readName(properties, nameProperty) ?? readName(tags, nameProperty), kind, isArea, lines },
    };
  return { code: "barrier.passable", example: kind.passable };
}
