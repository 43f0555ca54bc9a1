import { accessSync, constants, lstatSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CoverageError } from "../base/errors.js";
import { once } from "../base/once.js";
import { say } from "../base/texts/node.js";
import type { MapCity } from "../maps/map-city.js";
import type { CoverageReport } from "../model/report.js";
import type { HtmlOptions } from "../page/to-html.js";
import { measureAgain } from "../tables/measure-again.js";
import { drawIsochrones } from "../tables/to-geopackage.js";
import { toGeoTiff } from "../tables/to-geotiff.js";
import { aboutFiles, withAbout } from "./about-run.js";
import { EXTRA_NAMES, type ExtraFile, type Extras, prepareExtras } from "./extra-files.js";
import { listEarlierFiles, MANIFEST_NAME, type ManifestInput, toManifest } from "./manifest.js";
import { OUTPUT_FILES, type OutputSubject } from "./output-files.js";
import { OutputFolder } from "./output-folder.js";

/** The names of the files that are written. */
export const OUTPUT_NAMES: readonly string[] = [...Object.keys(OUTPUT_FILES), ...EXTRA_NAMES, MANIFEST_NAME];

/** Options of `writeOutputs`. */
export interface OutputOptions extends HtmlOptions {
  /** Whether files of an earlier run may be replaced. Default: false. */
  readonly overwrite?: boolean;
  /** The files that the city was read from, for the manifest. */
  readonly inputs?: readonly ManifestInput[];
  /**
   * Files that need a package, and must be written: `gpkg` is `report.gpkg`, with `sql.js`; `png` is `map.png`, with
   * `@resvg/resvg-wasm`; `parquet` is `report.parquet`, with `hyparquet-writer`. `isochrones` is
   * `isochrones.geojson` and the layer of that name in `report.gpkg`: no package, but more time than all other files together. `report.gpkg` is also written unasked where
   * its package is installed. The others tell the measures of the report (of one without any, the time to the nearest of each category) by place:
   * `origins` is `origins.parquet`, with `hyparquet-writer`; `cells` is `cells.geojson`, H3 hexagons, with `h3-js`; `raster` is `measures.tif`, with `geotiff`.
   * They need a prepared city.
   */
  readonly also?: readonly ExtraFile[];
  /** The font file of `map.png`. Default: one of this machine that has Chinese characters. */
  readonly font?: string;
}

/**
 * Writes a report in every form into a folder, which is made if it is not there; a manifest lists all with their SHA-256.
 *
 * Every file is written aside and then moved to its place, so that no reader sees half a file, and none is left behind
 * when the disk is full. The manifest comes last: where there is one, the folder holds what it lists. Files of an earlier run that this
 * one does not write are removed, as long as they are what its manifest says. Two runs never mix: the second finds the folder taken.
 *
 * @param city outlines and backdrops of the maps; a prepared city is best
 * @returns the paths of the files
 * @throws {CoverageError} `CANNOT_WRITE`, also if there are such files already and `overwrite` is false; for files of `also`
 *   `PACKAGE_MISSING`, and `FILE_MISSING` for the font
 *
 * @example
 * ```ts
 * import { basename } from "node:path";
 * import { writeOutputs } from "quarterhour/node";
 *
 * const paths = await writeOutputs("out", report, city, { locale: "zh", also: ["parquet"] });
 * paths.map((path) => basename(path)).includes("report.parquet"); // → true
 * ```
 */
export async function writeOutputs(
  directory: string,
  report: CoverageReport,
  city: MapCity,
  options: OutputOptions = {},
): Promise<readonly string[]> {
  const { overwrite = false, inputs = [], also = [], font, ...rendering } = options;
  assertWritable(directory, overwrite);
  const extras = await prepareExtras(also, { font });
  const { place, date, attribution } = rendering;
  const told = withAbout(report, aboutFiles({ place, date, attribution }));
  return writeFiles(directory, { report: told, city, options: rendering }, { overwrite, extras, inputs });
}

/** How files are written into a folder that was checked. */
export interface WriteOptions {
  readonly overwrite: boolean;
  /** Extra files that were prepared before. */
  readonly extras: Extras;
  readonly inputs: readonly ManifestInput[];
  /** Files that are written beside those of the report, by their names; the manifest does not list them. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** Writes them into a folder that was checked. @returns their paths */
export async function writeFiles(
  directory: string,
  subject: OutputSubject,
  { overwrite, extras, inputs, beside = {} }: WriteOptions,
): Promise<readonly string[]> {
  const folder = orCannotWrite(directory, () => new OutputFolder(directory));
  const { report, city } = subject;
  const origins = once(() => measureAgain(report, city));
  const rendered = {
    ...{ ...subject, origins, raster: once(() => toGeoTiff(origins())) },
    isochrones: once(() => drawIsochrones(report, city)),
  };
  try {
    for (const [name, render] of Object.entries({ ...OUTPUT_FILES, ...extras.files })) {
      const content = await render(rendered);
      if (content !== null) folder.add(name, content);
    }
    const manifest = toManifest(subject, inputs, folder.files);
    for (const [name, content] of [...Object.entries(beside), [MANIFEST_NAME, manifest] as const])
      folder.add(name, content);
    const written = folder.files.map(({ name }) => name);
    await folder.putInPlace(
      () => assertWritable(directory, overwrite, Object.keys(beside)),
      () =>
        listEarlierFiles(
          directory,
          OUTPUT_NAMES.filter((name) => !written.includes(name)),
        ),
    );
    return written.map((name) => join(directory, name));
  } catch (error) {
    throw isSystemError(error) ? cannotWrite(directory, error) : error;
  } finally {
    folder.close();
  }
}

function orCannotWrite<T>(directory: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw isSystemError(error) ? cannotWrite(directory, error) : error;
  }
}

/** Whether the disk, and not the rendering, is what failed. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

/**
 * Checks that a report can be written into a folder, before any work is done for it. Changes nothing.
 *
 * @throws {CoverageError} `CANNOT_WRITE`
 */
export function assertWritable(directory: string, overwrite: boolean, beside: readonly string[] = []): void {
  const existing = [...OUTPUT_NAMES, ...beside].filter((name) => isThere(join(directory, name)));
  const folder = existing.find((name) => lstatSync(join(directory, name)).isDirectory());
  if (folder !== undefined)
    throw new CoverageError("CANNOT_WRITE", say("output.isFolder", { path: join(directory, folder) }), {
      path: directory,
      hint: say("output.isFolder.hint"),
    });
  if (existing.length > 0 && !overwrite)
    throw new CoverageError("CANNOT_WRITE", say("output.exists", { directory, existing: existing.join(", ") }), {
      path: directory,
      hint: say("output.exists.hint"),
    });
  try {
    const parent = nearestExisting(resolve(directory));
    if (!statSync(parent).isDirectory()) throw new Error(`${parent} is not a folder`);
    accessSync(parent, constants.W_OK);
  } catch (error) {
    throw cannotWrite(directory, error);
  }
}

function nearestExisting(path: string): string {
  return isThere(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}

/** Also true for a link that leads nowhere; false below what is no folder. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

export function cannotWrite(directory: string, cause: unknown): CoverageError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CoverageError("CANNOT_WRITE", say("output.cannotWrite", { directory, reason }), {
    path: directory,
    hint: say("output.cannotWrite.hint"),
    cause,
  });
}
