import { checkObject, invalid } from "../../base/check-argument.js";
import { Diagnostics } from "../../base/diagnostics.js";
import { guardLive } from "../../base/guard-call.js";
import { isJsonObject } from "../../base/json-object.js";
import { GIS_FINDINGS } from "../../base/texts/diagnostics/gis.js";
import { TABLE_FINDINGS } from "../../base/texts/diagnostics/tables.js";
import { say } from "../../base/texts/files.js";
import type { FeatureReading } from "../../model/input.js";
import { Turns } from "../in-turns.js";
import { readDbase } from "./dbase-table.js";
import { damaged } from "./file-errors.js";
import { checkGisInput, type GisReadOptions, MAX_BYTES } from "./gis-options.js";
import { type FileFeature, placeFeatures } from "./place-features.js";
import { type ShapefileParts, takeShapefile } from "./shapefile-parts.js";
import { readShapes } from "./shapefile-shapes.js";
import { toReading } from "./to-reading.js";

/**
 * Reads a Shapefile: points, lines and polygons with their attributes, as longitude and latitude.
 *
 * Its `.prj` tells the coordinate system, else `crs`; the `.cpg` or the `.dbf` the encoding, before them `encoding`. The `.shx` is not
 * needed; without a `.dbf` features have no attributes. Rows marked as deleted are left out, null shapes come as features without
 * geometry, so that both are counted. Projected files need the package `proj4`.
 *
 * @param input a zip archive, or the files of one Shapefile
 * @throws {CoverageError} DAMAGED_FILE, UNKNOWN_FORMAT for what is no Shapefile, or not a whole one; LAYER_NEEDED where several are in
 *   the archive; INVALID_ENCODING, PROJECTED_COORDINATES where an option is needed that says what the file does not; SWAPPED_COORDINATES,
 *   UNSUPPORTED_CRS, LIMIT_EXCEEDED, PACKAGE_MISSING, INVALID_ARGUMENT
 */
export async function readShapefile(
  input: Uint8Array | ShapefileParts,
  options: GisReadOptions = {},
): Promise<FeatureReading> {
  return await guardLive("readShapefile", [input, options], async () => {
    checkObject("options", options);
    const { path = "shapefile", layer, encoding, crs, maxBytes = MAX_BYTES } = options;
    const isNorthFirst = options.axes === "north-first";
    const parts = input instanceof Uint8Array ? null : input;
    checkGisInput(parts === null ? input : partOf(parts, "shp"), options);
    const turns = new Turns(options, input instanceof Uint8Array ? input.length : partOf(input, "shp").length);
    const taken = parts ?? (await turns.run(takeShapefile(input as Uint8Array, layer, maxBytes, path)));
    const { shp, dbf, prj, cpg } = taken;
    const diagnostics = new Diagnostics({ ...TABLE_FINDINGS, ...GIS_FINDINGS });
    const shapes = await turns.run(readShapes(shp, path));
    const codePage = cpg === undefined ? null : asText(cpg);
    const table = dbf === undefined ? null : await turns.run(readDbase(dbf, encoding, codePage, path));
    if (table === null) diagnostics.add("shapefile.noTable", null);
    else if (table.rows.length !== shapes.length)
      throw damaged(path, say("shapefile.rowCount", { shapes: shapes.length, rows: table.rows.length }));
    const features: FileFeature[] = [];
    shapes.forEach((geometry, row) => {
      const properties = table === null ? {} : (table.rows[row] ?? null);
      if (properties === null) diagnostics.add("record.deleted", null, String(row + 1));
      else features.push({ type: "Feature", properties, geometry });
    });
    diagnostics.addMany("text.cut", null, table?.cutTexts ?? 0);
    if (table?.isRatherUtf8 === true && encoding === undefined) diagnostics.add("shapefile.ratherUtf8", null);
    const definition = prj === undefined || asText(prj).trim() === "" ? null : asText(prj);
    await placeFeatures(features, { path, definition, crs, isNorthFirst, diagnostics }, turns);
    turns.finish();
    return toReading(features, diagnostics, ["record.deleted"], options.datum);
  });
}

/** @throws {CoverageError} INVALID_ARGUMENT unless the parts are bytes */
function partOf(parts: ShapefileParts, name: "shp"): Uint8Array {
  if (!isJsonObject(parts)) throw invalid("input", parts, say("expected.bytes"));
  for (const [key, value] of Object.entries(parts))
    if (value !== undefined && !(value instanceof Uint8Array))
      throw invalid(`input.${key}`, value, say("expected.bytes"));
  return parts[name];
}

function asText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
