import type { FeatureCollection, GeoJsonObject } from "geojson";

/** Moves a collection of points, lines and polygons by degrees: the same city in another country. */
export function moved<Collection extends FeatureCollection>(
  collection: Collection,
  lon: number,
  lat: number,
): Collection {
  return JSON.parse(JSON.stringify(collection), (key, value: GeoJsonObject | number[][]) =>
    key === "coordinates" ? move(value, lon, lat) : value,
  );
}

function move(value: unknown, lon: number, lat: number): unknown {
  const list = value as readonly unknown[];
  if (typeof list[0] !== "number") return list.map((part) => move(part, lon, lat));
  return [Number(list[0]) + lon, Number(list[1]) + lat];
}
