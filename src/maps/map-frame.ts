import { geoIdentity } from "d3-geo";
import type { LonLat } from "../base/words.js";

/** A position on the drawing, in pixels from its top left corner. */
export type Pixel = readonly [x: number, y: number];
/** The least rectangle around some positions. */
export type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** Where a city lies on the drawing. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
  readonly pixelsPerMeter: number;
  readonly toPixel: (place: LonLat) => Pixel;
}

/** How large a drawing may get, in pixels. */
export interface MapSize {
  /** Default: 480. */
  readonly width?: number;
  /** Default: 640. */
  readonly greatestHeight?: number;
}

const SMALLEST_HEIGHT = 48;
const MARGIN = 8;
/** On the sphere; good enough for a scale bar. */
const METERS_PER_DEGREE = 111_195;

/**
 * Fits places into a flat drawing: longitudes are shortened by the cosine of the middle latitude, north is up.
 *
 * @returns `null` where the places have no extent
 */
export function fitMapFrame(places: readonly LonLat[], size: MapSize = {}): MapFrame | null {
  const { width = 480, greatestHeight = 640 } = size;
  const [west, south, east, north] = boxOf(places);
  if (!(east > west && north > south)) return null;
  const shorten = Math.cos(((south + north) / 2) * (Math.PI / 180)); // a drawing may differ in its last bits
  const slope = (north - south) / ((east - west) * shorten);
  const wanted = Math.ceil(slope * (width - 2 * MARGIN)) + 2 * MARGIN;
  const height = Math.min(greatestHeight, Math.max(SMALLEST_HEIGHT, wanted));
  const projection = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [MARGIN, MARGIN],
        [width - MARGIN, height - MARGIN],
      ],
      {
        type: "MultiPoint",
        coordinates: [
          [west * shorten, south],
          [east * shorten, north],
        ],
      },
    );
  return {
    width,
    height,
    pixelsPerMeter: projection.scale() / METERS_PER_DEGREE,
    toPixel: ([lon, lat]) => projection([lon * shorten, lat]) ?? [0, 0],
  };
}

/** Finds the least rectangle around positions; around none, one that overlaps nothing. */
export function boxOf(positions: readonly (readonly [number, number])[]): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  return [minX, minY, maxX, maxY];
}
