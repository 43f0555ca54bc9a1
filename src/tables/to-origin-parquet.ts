import type { OriginMeasures } from "../assess/measure-origins.js";
import { guardShape } from "../base/guard-call.js";
import { boundsOfColumns } from "../geo/bounds.js";
import { checkMeasured } from "./cell-medians.js";
import { loadParquetWriter } from "./to-geoparquet.js";
import { toWellKnownBinary } from "./well-known-binary.js";

/**
 * Writes measures of origins as GeoParquet 1.1: a point for each place where people start, with its neighborhood, its people and a column
 * for each measure. What is unknown is null; what is beyond the search is infinite. The same values give the same bytes.
 *
 * Needs the package `hyparquet-writer`.
 *
 * @throws {CoverageError} INVALID_ARGUMENT; PACKAGE_MISSING
 * @see OGC 24-013, GeoParquet 1.1.0, 2024
 */
export async function toOriginParquet(origins: OriginMeasures): Promise<Uint8Array> {
  return guardShape("toOriginParquet", async () => {
    const { count, lon, lat, population, neighborhoodIds, measures, values } = origins;
    checkMeasured(origins);
    if (!Array.isArray(neighborhoodIds) || neighborhoodIds.length !== count || lon.length !== count)
      throw new TypeError(`origins.neighborhoodIds: ${count}`);
    const { parquetWriteBuffer } = await loadParquetWriter("toOriginParquet");
    const numbers = (column: Float64Array | undefined) =>
      Array.from({ length: count }, (_, row) => column?.[row] ?? Number.NaN).map((value) =>
        Number.isNaN(value) ? null : value,
      );
    const points = Array.from({ length: count }, (_, row) =>
      toWellKnownBinary({ type: "Point", coordinates: [lon[row], lat[row]] }),
    );
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: "neighborhood", type: "STRING", data: Array.from(neighborhoodIds, String) },
        { name: "population", type: "DOUBLE", data: numbers(population) },
        ...measures.map(({ id }) => ({ name: id, type: "DOUBLE" as const, data: numbers(values[id]) })),
        { name: "geometry", type: "BYTE_ARRAY", data: points },
      ],
      kvMetadata: [
        { key: "geo", value: JSON.stringify(describeGeometry(lon, lat)) },
        { key: "quarterhour", value: JSON.stringify({ measures }) },
      ],
      createdBy: "quarterhour",
    });
    return new Uint8Array(buffer);
  });
}

function describeGeometry(lon: Float64Array, lat: Float64Array): unknown {
  const { west, south, east, north } = boundsOfColumns(lon, lat);
  const bbox = lon.length === 0 ? {} : { bbox: [west, south, east, north] };
  const geometry = { encoding: "WKB", geometry_types: lon.length === 0 ? [] : ["Point"], ...bbox };
  return { version: "1.1.0", primary_column: "geometry", columns: { geometry } };
}
