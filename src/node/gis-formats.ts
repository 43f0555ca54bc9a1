import { existsSync } from "node:fs";
import { invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { DATUMS, type Datum, type Layer } from "../base/layers.js";
import { atOnce } from "../base/steps.js";
import { say } from "../base/texts/files.js";
import type { Bounds } from "../geo/bounds.js";
import type { PopulationReading } from "../model/facts.js";
import type { FeatureReading } from "../model/input.js";
import { beginsWith } from "../read/decode-text.js";
import { type GisReadOptions, MAX_BYTES } from "../read/gis/gis-options.js";
import { readShapefile } from "../read/gis/read-shapefile.js";
import { type ShapefileParts, takeShapefile } from "../read/gis/shapefile-parts.js";
import type { ZipEntry } from "../read/gis/zip-directory.js";
import { isZip } from "../read/recognize-file.js";
import { heapOfShapefile } from "./heap-estimates.js";
import { assertFitsInMemory } from "./memory-limit.js";
import { readFileContent } from "./read-file.js";
import { readInWorker } from "./read-in-worker.js";

/** What the command was told about one file. */
export interface GisFileOptions {
  readonly layer: Layer;
  readonly path: string;
  /** A layer of the file, or the number of a band. */
  readonly part?: string;
  readonly encoding?: string;
  /** A system or a datum. */
  readonly crs?: string;
  readonly axes?: string;
  /** Where the neighborhoods are, for the part of a raster to read. */
  readonly bounds?: Bounds;
}

/** A file of a geographic information system: how it is recognized, and what reads it. */
export interface GisFormat {
  readonly id: string;
  /** Looks at the content, and at what stands in it, where it is a zip archive. */
  readonly matches: (bytes: Uint8Array, entries: readonly ZipEntry[]) => boolean;
  readonly read: (bytes: Uint8Array, options: GisFileOptions) => Promise<FeatureReading | PopulationReading>;
}

/** The formats by their first bytes, or by what an archive holds. What packages of others read is read in a thread that can be ended. */
export const GIS_FORMATS: readonly GisFormat[] = [
  {
    id: "shapefile",
    matches: (bytes) => beginsWith(bytes, [0x00, 0x00, 0x27, 0x0a]),
    read: (bytes, options) => readFeatures(options, (own) => readFitting(partsBeside(bytes, options.path), own)),
  },
  {
    id: "geoPackage",
    matches: (bytes, entries) =>
      beginsWith(
        bytes,
        [...SQLITE].map((letter) => letter.charCodeAt(0)),
      ) || entries.some(({ name }) => /\.gpkg$/i.test(name)),
    read: (bytes, options) => readFeatures(options, (own) => readInWorker("geoPackage", bytes, own)),
  },
  {
    id: "shapefileZip",
    // any archive that is no workbook, too: its reader says what it is
    matches: isZip,
    read: (bytes, options) => readFeatures(options, (own) => readFitting(unpack(bytes, own), own)),
  },
  {
    id: "flatGeobuf",
    matches: (bytes) => beginsWith(bytes, [0x66, 0x67, 0x62, 0x03]),
    read: (bytes, options) => readFeatures(options, (own) => readInWorker("flatGeobuf", bytes, own)),
  },
  {
    id: "geoParquet",
    matches: (bytes) => beginsWith(bytes, [0x50, 0x41, 0x52, 0x31]),
    read: (bytes, options) => readFeatures(options, (own) => readInWorker("geoParquet", bytes, own)),
  },
  {
    id: "raster",
    matches: (bytes) =>
      [42, 43].some((magic) => beginsWith(bytes, [0x49, 0x49, magic, 0]) || beginsWith(bytes, [0x4d, 0x4d, 0, magic])),
    read: readRaster,
  },
];

const SQLITE = "SQLite format 3";

/** A datum moves what was read; a system is how it is read. */
async function readFeatures(
  options: GisFileOptions,
  read: (options: GisReadOptions) => Promise<FeatureReading>,
): Promise<FeatureReading> {
  const { path, part, encoding, crs, axes } = options;
  if (crs === "header") throw invalid("--crs", `${path}=${crs}`, say("expected.system"));
  const datum = DATUMS.find((one) => one === crs) as Datum | undefined;
  return await read({
    path,
    ...(part === undefined ? {} : { layer: part }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(datum !== undefined ? { datum } : crs === undefined ? {} : { crs }),
    ...(axes === undefined ? {} : { axes: axes as "north-first" }),
  });
}

async function readRaster(bytes: Uint8Array, options: GisFileOptions): Promise<PopulationReading> {
  const { layer, path, part, crs, bounds } = options;
  if (layer !== "population")
    throw new CoverageError("UNKNOWN_FORMAT", say("raster.otherLayer", { path, layer }), {
      path,
      hint: say("raster.otherLayer.hint"),
    });
  const isDatum = DATUMS.some((one) => one === crs);
  if (crs === "header" || (isDatum && crs !== "wgs84" && crs !== "cgcs2000"))
    throw invalid("--crs", `${path}=${crs}`, say("expected.system"));
  return await readInWorker("populationRaster", bytes, {
    path,
    ...(part === undefined ? {} : { layer: part }),
    ...(crs === undefined || isDatum ? {} : { crs }),
    ...(bounds === undefined ? {} : { bounds }),
  });
}

/** Reads a Shapefile unless it is larger than the memory. @throws {CoverageError} LIMIT_EXCEEDED; what `readShapefile` throws */
async function readFitting(parts: ShapefileParts, options: GisReadOptions): Promise<FeatureReading> {
  assertFitsInMemory(options.path ?? "shapefile", heapOfShapefile(parts));
  return await readShapefile(parts, options);
}

function unpack(bytes: Uint8Array, { layer, path = "shapefile" }: GisReadOptions): ShapefileParts {
  return atOnce(takeShapefile(bytes, layer, MAX_BYTES, path));
}

/** The files of a Shapefile lie beside each other; their names may be written in capitals. */
function partsBeside(shp: Uint8Array, path: string): ShapefileParts {
  const stem = path.replace(/\.[^./\\]*$/, "");
  const others = ["dbf", "prj", "cpg"].flatMap((part) => {
    const found = [part, part.toUpperCase()].map((own) => `${stem}.${own}`).find((own) => existsSync(own));
    return found === undefined ? [] : [[part, readFileContent(found).bytes] as const];
  });
  return { shp, ...(Object.fromEntries(others) as Partial<ShapefileParts>) };
}
