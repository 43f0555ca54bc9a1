import type { Feature, Geometry } from "geojson";
import type { LonLat } from "../base/words.js";
import { type Bounds, boundsOf, widenBounds } from "../geo/bounds.js";
import type { GeoJsonInput } from "../model/input.js";
import { eachPosition } from "../read/gis/place-features.js";
import { listFeatures } from "../read/list-features.js";

/** What the datums of Chinese web maps move a place by, and a little more. */
const SHIFT_METERS = 1500;

/**
 * Finds the box that holds a layer, whichever datum it is in.
 *
 * @returns `undefined` where no position can be read: who reads the layer says why
 */
export function boundsOfLayer(input: GeoJsonInput): Bounds | undefined {
  const positions: LonLat[] = [];
  try {
    for (const feature of listFeatures(input, "neighborhoods") as readonly Feature<Geometry | null>[])
      if (feature.geometry !== null)
        eachPosition(feature.geometry, ([lon, lat]) => {
          if (Number.isFinite(lon) && Number.isFinite(lat)) positions.push([lon as number, lat as number]);
        });
  } catch {
    return undefined;
  }
  const bounds = boundsOf(positions);
  return bounds.west <= bounds.east ? widenBounds(bounds, SHIFT_METERS) : undefined;
}
