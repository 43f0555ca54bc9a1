import type { FeatureCollection, Position } from "geojson";
import type { Neighborhood } from "../../model/facts.js";

/** Writes the outlines of neighborhoods as GeoJSON, for whoever puts results of partitions together on maps. */
export function toOutlines(neighborhoods: readonly Neighborhood[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: neighborhoods.map(({ id, name, polygons }) => ({
      type: "Feature",
      properties: { id, name },
      geometry: {
        type: "MultiPolygon",
        coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]): Position => [lon, lat]))),
      },
    })),
  };
}
