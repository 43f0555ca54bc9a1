import { invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { DATUMS, type Datum } from "../base/layers.js";
import { say } from "../base/texts/node.js";
import type { PopulationReading } from "../model/facts.js";
import type { FeatureReading } from "../model/input.js";
import type { ZipEntry } from "../read/gis/zip-directory.js";
import { listFeatures } from "../read/list-features.js";
import { readGeoJsonText } from "../read/parse-geojson-text.js";
import { openProjection } from "../read/projections/open-projection.js";
import { reproject } from "../read/projections/reproject.js";
import { entriesInZip } from "../read/recognize-file.js";
import { readCsv } from "../read/tables/read-csv.js";
import { readXlsx } from "../read/tables/read-xlsx.js";
import { isWorkbook, looksLikeTable } from "../read/tables/recognize-table.js";
import type { PositionColumns, TableReadOptions } from "../read/tables/table-options.js";
import type { NamedColumns } from "./command-line/option-values.js";
import { GIS_FORMATS, type GisFileOptions } from "./gis-formats.js";
import { heapOfWorkbook } from "./heap-estimates.js";
import { HEAP_PER_BYTE_OF_GEOJSON } from "./memory-limit.js";

/** What the command was told about one file: `part` is what stands behind `#`, `crs` a system, a datum, or `header`. */
export interface FormatOptions extends GisFileOptions {
  readonly columns?: NamedColumns;
}

/** A file format other than GeoJSON: how it is recognized, and what reads it. */
export interface InputFormat {
  readonly id: string;
  /** Looks at the content, and at what stands in it, where it is a zip archive. */
  readonly matches: (bytes: Uint8Array, entries: readonly ZipEntry[]) => boolean;
  /** What is made of it takes about so many bytes of the heap; not there: its reader has limits of its own. */
  readonly heapOf?: (bytes: Uint8Array, entries: readonly ZipEntry[]) => number;
  readonly read: (bytes: Uint8Array, options: FormatOptions) => Promise<FeatureReading | PopulationReading>;
}

/** Every format that the command reads besides GeoJSON, the surest first. A new one is a line here. */
export const INPUT_FORMATS: readonly InputFormat[] = [
  {
    id: "xlsx",
    matches: (_, entries) => isWorkbook(entries.map(({ name }) => name)),
    heapOf: (_, entries) => heapOfWorkbook(entries),
    read: async (bytes, options) => {
      const { part } = options;
      return await readXlsx(bytes, {
        ...(await tableOptions(options)),
        ...(part === undefined ? {} : { sheet: part }),
      });
    },
  },
  ...GIS_FORMATS,
  {
    id: "csv",
    matches: looksLikeTable,
    heapOf: ({ length }) => 12 * length, // measured on places with eight columns: their text, its rows, and the features
    read: async (bytes, options) => {
      const { encoding } = options;
      return readCsv(bytes, { ...(await tableOptions(options)), ...(encoding === undefined ? {} : { encoding }) });
    },
  },
  {
    // GeoJSON in a system, datum or order of axes that only the command is told
    id: "geojson",
    heapOf: ({ length }) => HEAP_PER_BYTE_OF_GEOJSON * length,
    matches: (bytes) => "{[\u001e".includes(new TextDecoder().decode(bytes.subarray(0, 1000)).trimStart().charAt(0)),
    read: async (bytes, { path, crs = "EPSG:4326", axes }) => {
      if (crs === "header") throw invalid("--crs", `${path}=${crs}`, say("expected.systemOfGeoJson"));
      if (isDatum(crs)) {
        const features = listFeatures(readGeoJsonText(bytes, path), path) as FeatureReading["features"];
        return { type: "FeatureReading", features, datum: crs, leftOut: {}, diagnostics: [] };
      }
      const projection = await openProjection(crs, path);
      return reproject(bytes, projection, { path, ...(axes === undefined ? {} : { axes: axes as "north-first" }) });
    },
  },
];

/** The format that a file was found to be in. */
export interface FoundFormat extends Pick<InputFormat, "id" | "read"> {
  /** What is made of the file takes about so many bytes of the heap; 0: its reader has limits of its own. */
  readonly heapBytes: number;
}

/** Finds the format of a file; `undefined` = it is read as GeoJSON. */
export function formatOf(
  bytes: Uint8Array,
  { crs, axes }: Pick<FormatOptions, "crs" | "axes">,
): FoundFormat | undefined {
  const entries = entriesInZip(bytes);
  const isAsked = ({ id }: InputFormat) => id !== "geojson" || crs !== undefined || axes !== undefined;
  const format = INPUT_FORMATS.find((one) => isAsked(one) && one.matches(bytes, entries));
  return format && { id: format.id, read: format.read, heapBytes: format.heapOf?.(bytes, entries) ?? 0 };
}

async function tableOptions({ path, crs, axes, columns }: FormatOptions): Promise<TableReadOptions> {
  return {
    path,
    ...(axes === undefined ? {} : { axes: axes as "north-first" }),
    ...(columns === undefined ? {} : { columns: positionColumns(columns, path) }),
    ...(crs === undefined
      ? {}
      : isDatum(crs) || crs === "header"
        ? { datum: crs as Datum }
        : { projection: await openProjection(crs, path) }),
  };
}

function isDatum(crs: string): crs is Datum {
  return DATUMS.includes(crs as Datum);
}

function positionColumns(columns: NamedColumns, path: string): PositionColumns {
  const { lon, lat, position, geometry } = columns;
  const count = Object.keys(columns).length;
  if (lon !== undefined && lat !== undefined && count === 2) return { lon, lat };
  if (position !== undefined && count === 1) return { position };
  if (geometry !== undefined && count === 1) return { geometry };
  const named = Object.keys(columns).join(", ");
  throw new CoverageError("INVALID_ARGUMENT", say("usage.columns", { path, named }), {
    path,
    hint: say("usage.columns.hint"),
  });
}
