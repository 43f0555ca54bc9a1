import { simplify } from "@turf/turf";
import { geoPath } from "d3-geo";
import type { Position } from "geojson";
import type { Meters } from "../base/units.js";
import type { Facility, Neighborhood, Streets } from "../model/facts.js";
import { type Box, boxOf, type MapFrame, type Pixel } from "./map-frame.js";

/** A corner that is closer than this to the line without it is not drawn, in pixels. */
const TOLERANCE = 0.4;
/** Streets that extend over less than this are not drawn, in pixels. */
const SHORTEST_STREET = 0.8;
/** The longest streets come first; what does not fit into so many characters any more is too short to be missed. */
const STREETS_LIMIT = 1_800_000;
/** Lines are simplified in pieces of so many corners, because the simplification may recurse once per corner. */
const PIECE_LENGTH = 2000;

/** Draws the outline of a neighborhood as SVG path data; to be filled by the even-odd rule. */
export function drawOutline({ polygons }: Neighborhood, { toPixel }: MapFrame): string {
  const coordinates = polygons.map((rings) => rings.map((ring) => simplifyLine(ring.map(toPixel))));
  return geoPath().digits(1)({ type: "MultiPolygon", coordinates }) ?? "";
}

/** Finds where to write on a neighborhood: the middle of its largest part, in pixels. */
export function findLabelPlace(neighborhood: Neighborhood, frame: MapFrame): Pixel | null {
  return findLabelRoom(neighborhood, frame)?.place ?? null;
}

/** Finds where to write on a neighborhood, and the box around the part of it that is there, in pixels. */
export function findLabelRoom(
  { polygons }: Neighborhood,
  { toPixel }: MapFrame,
): { readonly place: Pixel; readonly box: Box } | null {
  const path = geoPath();
  const parts = polygons.map((rings) => ({
    type: "Polygon" as const,
    coordinates: rings.map((ring) => ring.map((position) => [...toPixel(position)])),
  }));
  const [largest] = parts.sort((a, b) => path.area(b) - path.area(a));
  if (largest === undefined) return null;
  const [x, y] = path.centroid(largest);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  return { place: [x, y], box: boxOf(largest.coordinates.flat() as unknown as Pixel[]) };
}

/**
 * Draws the streets that are on the map and long enough to be seen, as one SVG path; empty if there are none.
 *
 * @param lengthLimit how many characters the path may have
 */
export function drawStreets(streets: Streets, frame: MapFrame, lengthLimit: number = STREETS_LIMIT): string {
  const path = geoPath().digits(1);
  const visible = Array.from({ length: streets.count }, (_, row) => pixelsOf(streets, row, frame))
    .map((line) => ({ line, extent: extentOnMap(line, frame) }))
    .filter(({ extent }) => extent >= SHORTEST_STREET)
    .sort((a, b) => b.extent - a.extent);
  const drawn: string[] = [];
  let length = 0;
  for (const { line } of visible) {
    const data = path({ type: "LineString", coordinates: simplifyLine(line) }) ?? "";
    length += data.length;
    if (length > lengthLimit) break;
    drawn.push(data);
  }
  return drawn.join("");
}

function pixelsOf({ firstVertex, lon, lat }: Streets, row: number, { toPixel }: MapFrame): Pixel[] {
  const pixels: Pixel[] = [];
  for (let vertex = firstVertex[row]; vertex < firstVertex[row + 1]; vertex++)
    pixels.push(toPixel([lon[vertex], lat[vertex]]));
  return pixels;
}

/**
 * Draws water as SVG path data: each area on its own, to be filled by the even-odd rule (a lake within a lake's outline is its
 * island, but two lakes that overlap are both water), and all courses as lines. Empty if there is none.
 */
export function drawWater(
  water: readonly Pick<Facility, "outline" | "isArea">[],
  frame: MapFrame,
): { readonly areas: readonly string[]; readonly courses: string } {
  const path = geoPath().digits(1);
  const draw = ({ outline, isArea }: Pick<Facility, "outline" | "isArea">) =>
    outline
      .map((line) => line.map(frame.toPixel))
      .filter((line) => extentOnMap(line, frame) >= SHORTEST_STREET)
      .map(simplifyLine)
      .map((line) =>
        path(isArea ? { type: "Polygon", coordinates: [line] } : { type: "LineString", coordinates: line }),
      )
      .join("");
  const drawn = (isArea: boolean) => water.filter((one) => one.isArea === isArea).map(draw);
  return { areas: drawn(true).filter((data) => data !== ""), courses: drawn(false).join("") };
}

/** Draws facilities as lines of length 0: dots, if lines end round. Dots on the same pixel are drawn once. */
export function drawDots(facilities: readonly Facility[], frame: MapFrame): string {
  const pixels = facilities
    .map(({ location }) => frame.toPixel(location))
    .filter((pixel) => extentOnMap([pixel], frame) >= 0);
  const moves = new Set(pixels.map(([x, y]) => `M${Math.round(x)} ${Math.round(y)}h0`));
  return [...moves].join("");
}

/** Finds a round length (1, 2 or 5 and zeros) that takes at most a third of the map's width. */
export function findScaleBar({ width, pixelsPerMeter }: MapFrame): {
  readonly meters: Meters;
  readonly pixels: number;
} {
  const longest = width / 3 / pixelsPerMeter;
  let decade = 1;
  while (decade * 10 <= longest) decade *= 10;
  const meters = decade * ([5, 2].find((step) => decade * step <= longest) ?? 1);
  return { meters, pixels: Math.round(meters * pixelsPerMeter * 10) / 10 };
}

/** The longer side of the box around a line; -1 where the box is off the map. */
function extentOnMap(line: readonly Pixel[], { width, height }: MapFrame): number {
  const [minX, minY, maxX, maxY] = boxOf(line);
  const isOnMap = minX <= width && maxX >= 0 && minY <= height && maxY >= 0;
  return isOnMap ? Math.max(maxX - minX, maxY - minY) : -1;
}

function simplifyLine(line: readonly Pixel[]): Position[] {
  const positions = line.map(([x, y]): Position => [x, y]);
  const simple = positions.slice(0, 1);
  for (let first = 0; first < positions.length - 1; first += PIECE_LENGTH) {
    const coordinates = positions.slice(first, first + PIECE_LENGTH + 1);
    const piece = simplify({ type: "LineString", coordinates }, { tolerance: TOLERANCE, mutate: true });
    simple.push(...piece.coordinates.slice(1));
  }
  return simple;
}
