import type { Geometry } from "geojson";
import { Diagnostics } from "../../base/diagnostics.js";
import { guardLive } from "../../base/guard-call.js";
import { explainLoading } from "../../base/optional-packages.js";
import { GIS_FINDINGS } from "../../base/texts/diagnostics/gis.js";
import { TABLE_FINDINGS } from "../../base/texts/diagnostics/tables.js";
import { say } from "../../base/texts/files.js";
import type { FeatureReading } from "../../model/input.js";
import { Pace, Turns } from "../in-turns.js";
import { checkFlatGeobuf } from "./check-flatgeobuf.js";
import { damaged, notUnderstood } from "./file-errors.js";
import { readFlatProperties } from "./flat-properties.js";
import { checkGisInput, type GisReadOptions } from "./gis-options.js";
import { eachPosition, type FileFeature, placeFeatures } from "./place-features.js";
import { toReading } from "./to-reading.js";

/** What the header says of the coordinate system. */
interface SystemOfHeader {
  readonly org: string | null;
  readonly code: number;
  readonly wkt: string | null;
}

/**
 * Reads a FlatGeobuf, with and without an index, as longitude and latitude, in the order of the file.
 *
 * All its lengths are checked before, and its features are counted after. Needs the package `flatgeobuf`; projected files also `proj4`.
 *
 * @throws {CoverageError} DAMAGED_FILE, PROJECTED_COORDINATES, SWAPPED_COORDINATES, UNSUPPORTED_CRS, PACKAGE_MISSING, INVALID_ARGUMENT
 * @see FlatGeobuf, specification 3
 */
export async function readFlatGeobuf(bytes: Uint8Array, options: GisReadOptions = {}): Promise<FeatureReading> {
  return await guardLive("readFlatGeobuf", [bytes, options], async () => {
    checkGisInput(bytes, options);
    const { path = "FlatGeobuf", crs } = options;
    const isNorthFirst = options.axes === "north-first";
    const count = checkFlatGeobuf(bytes, path);
    const turns = new Turns(options, bytes.length);
    const { features, system } = await readAll(bytes, count, path, turns);
    if (features.length !== count)
      throw damaged(path, say("gis.otherCount", { announced: count, found: features.length }));
    const diagnostics = new Diagnostics({ ...TABLE_FINDINGS, ...GIS_FINDINGS });
    await placeFeatures(features, { path, definition: definitionOf(system), crs, isNorthFirst, diagnostics }, turns);
    turns.finish();
    return toReading(features, diagnostics, [], options.datum);
  });
}

async function readAll(
  bytes: Uint8Array,
  count: number,
  path: string,
  turns: Turns,
): Promise<{ readonly features: FileFeature[]; readonly system: SystemOfHeader | null }> {
  const { generic, toGeometry } = await loadFlatGeobuf();
  const features: FileFeature[] = [];
  let system: SystemOfHeader | null = null;
  if (count === 0) return { features, system };
  const decoder = new TextDecoder();
  try {
    const reading = generic.deserialize(bytes, {
      headerMetaFn: (header: { readonly crs: SystemOfHeader | null }) => {
        system = header.crs;
      },
      fromFeature: (_, feature, header) => {
        const own = feature.geometry();
        const geometry = own === null ? null : withoutHeights(toGeometry(own, header.geometryType));
        const properties = readFlatProperties(feature.propertiesArray(), header.columns ?? [], decoder);
        features.push({ type: "Feature", properties, geometry });
        return {};
      },
    });
    const pace = new Pace();
    let read = 0;
    for await (const _ of reading) {
      read++;
      const { properties = null } = features[features.length - 1] ?? {};
      if (pace.isDue(8 + Object.keys(properties ?? {}).length))
        await turns.pause(Math.floor((bytes.length * read) / count));
    }
  } catch (cause) {
    turns.check(); // who ended it knows why
    throw notUnderstood(path, cause);
  }
  return { features, system };
}

/** Empty geometries have no positions. */
function withoutHeights(geometry: Geometry): Geometry | null {
  let isEmpty = true;
  eachPosition(geometry, (position) => {
    if (position.length > 2) position.length = 2;
    isEmpty = isEmpty && position.length < 2;
  });
  return isEmpty ? null : geometry;
}

function definitionOf(system: SystemOfHeader | null): string | null {
  if (system === null) return null;
  const { org, code, wkt } = system;
  const isPlain = (org ?? "EPSG").toUpperCase() === "EPSG" && [4326, 4979, 4490].includes(code);
  if (isPlain) return `EPSG:${code}`;
  if (wkt !== null && wkt.trim() !== "") return wkt;
  return code > 0 ? `${org ?? "EPSG"}:${code}` : null;
}

async function loadFlatGeobuf() {
  try {
    const generic = await import("flatgeobuf/lib/mjs/generic.js");
    const { fromGeometry } = await import("flatgeobuf/lib/mjs/geojson/geometry.js");
    return { generic, toGeometry: fromGeometry };
  } catch (cause) {
    throw explainLoading("readFlatGeobuf", "flatgeobuf", cause);
  }
}
