import type { Position } from "geojson";
import type { LonLat } from "../../src/base/words.js";
import { containsPoint } from "../../src/geo/rings.js";
import { type PreparedCity, prepareCity } from "../../src/index.js";
import type { Isochrone } from "../../src/isochrones/isochrone-features.js";
import type { TravelProfile } from "../../src/model/travel.js";
import { degreeMeters } from "../oracle/oracle-geodesy.js";
import { collection, pointFeature, polygonFeature, toStreetLayer } from "./desert-grid.js";
import type { Street } from "./streets.js";
import { walkingAt } from "./travel-city.js";

/** 1 m/s everywhere: seconds are metres. */
export const stroller: TravelProfile = walkingAt(1);

/** Puts streets into a city of one neighborhood around them, with shops at some places. */
export function cityOf(streets: readonly Street[], shops: readonly LonLat[] = [], fragmentMeters = 0): PreparedCity {
  const [lon, lat] = streets[0]?.coordinates[0] ?? [0, 0];
  const around = (x: number, y: number): LonLat => wrapped([lon + x, lat + y]);
  return prepareCity(
    {
      neighborhoods: collection([
        polygonFeature([around(-0.001, -0.001), around(0.003, -0.001), around(0.003, 0.003), around(-0.001, 0.003)], {
          id: "all",
        }),
      ]),
      facilities: collection(shops.map((place, i) => pointFeature(place, { id: `shop ${i}`, category: "pharmacy" }))),
      streets: toStreetLayer(streets.map((street) => ({ ...street, coordinates: street.coordinates.map(wrapped) }))),
    },
    { smallFragmentMeters: fragmentMeters },
  );
}

/** GeoJSON knows longitudes from -180 to 180 only. */
export function wrapped([lon, lat]: LonLat): LonLat {
  return [lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon, lat];
}

/** A place so many metres east and north of another. */
export function shifted([lon, lat]: LonLat, east: number, north: number): LonLat {
  const scale = degreeMeters(lat);
  return [lon + east / scale.lon, lat + north / scale.lat];
}

/** Tells whether a place lies in the polygon of an isochrone. */
export function isInside({ polygon }: Isochrone, [lon, lat]: readonly number[] | LonLat): boolean {
  const polygons = polygon.geometry.coordinates as unknown as readonly (readonly (readonly LonLat[])[])[];
  return containsPoint(polygons, lon as number, lat as number);
}

/** Points along a line, the ends included. */
export function pointsAlong(line: readonly Position[], count: number): LonLat[] {
  const [[aLon, aLat], [bLon, bLat]] = line as unknown as readonly [LonLat, LonLat];
  return Array.from({ length: count + 1 }, (_, i) => [
    aLon + (i / count) * (bLon - aLon),
    aLat + (i / count) * (bLat - aLat),
  ]);
}
