import type { MultiPolygon } from "geojson";
import { guardShape } from "../base/guard-call.js";
import { explainLoading } from "../base/optional-packages.js";
import type { MapCity } from "../maps/map-city.js";
import type { CoverageReport } from "../model/report.js";
import { assertMapCity } from "../report/check-report.js";
import { listAreaProperties } from "./area-properties.js";
import { isNumeric } from "./column-meanings.js";
import { toGeoJson } from "./to-geojson.js";
import { boundsOfGeometries, type LayerGeometry, toWellKnownBinary } from "./well-known-binary.js";

/**
 * Writes the neighborhoods of a report as GeoParquet 1.1, for DuckDB, geopandas and QGIS: columns as in `toGeoJson`, and
 * `geometry` as well-known binary in WGS 84 (longitude, latitude). The same report gives the same bytes.
 *
 * Needs the package `hyparquet-writer`.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report or a city; PACKAGE_MISSING
 * @see OGC 24-013, GeoParquet 1.1.0, 2024
 */
export async function toGeoParquet(report: CoverageReport, city: MapCity): Promise<Uint8Array> {
  return guardShape("toGeoParquet", async () => {
    assertMapCity(city);
    const { features } = toGeoJson(report, city.neighborhoods);
    const { parquetWriteBuffer } = await loadParquetWriter("toGeoParquet");
    const geometries = features.map(({ geometry }) => geometry);
    const columns = listAreaProperties(report).map(({ name, meaning }) => ({
      name,
      type: isNumeric(meaning) ? ("DOUBLE" as const) : ("STRING" as const),
      data: features.map(({ properties }) => properties[name] ?? null),
    }));
    const buffer = parquetWriteBuffer({
      columnData: [
        ...columns,
        { name: "geometry", type: "BYTE_ARRAY", data: geometries.map((one) => (one === null ? null : toBytes(one))) },
      ],
      kvMetadata: [{ key: "geo", value: JSON.stringify(describeGeometry(geometries)) }, ...toAboutEntries(report)],
      createdBy: "quarterhour",
    });
    return new Uint8Array(buffer);
  });
}

/** What a report says of itself, as a file of Parquet keeps it: JSON under the key `quarterhour`. */
export function toAboutEntries({ about }: CoverageReport): { key: string; value: string }[] {
  return about === undefined ? [] : [{ key: "quarterhour", value: JSON.stringify(about) }];
}

/** Loads what it is written with. @throws {CoverageError} `PACKAGE_MISSING` */
export async function loadParquetWriter(
  caller: "toGeoParquet" | "toLongParquet" | "toOriginParquet",
): Promise<typeof import("hyparquet-writer/src/index.js")> {
  try {
    return await import("hyparquet-writer/src/index.js"); // without what it has for Node alone
  } catch (cause) {
    throw explainLoading(caller, "hyparquet-writer", cause);
  }
}

function toBytes({ type, coordinates }: MultiPolygon): Uint8Array {
  return toWellKnownBinary({ type, coordinates });
}

/** What a reader must know of the column of geometries. Without a `crs` it is OGC:CRS84, which is meant. */
function describeGeometry(geometries: readonly (MultiPolygon | null)[]): unknown {
  const { west, south, east, north } = boundsOfGeometries(geometries as readonly (LayerGeometry | null)[]);
  const geometry = {
    encoding: "WKB",
    geometry_types: geometries.some((one) => one !== null) ? ["MultiPolygon"] : [],
    orientation: "counterclockwise",
    ...(west <= east ? { bbox: [west, south, east, north] } : {}),
  };
  return { version: "1.1.0", primary_column: "geometry", columns: { geometry } };
}
