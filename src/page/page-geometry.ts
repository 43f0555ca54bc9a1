import { simplify } from "@turf/turf";
import type { LonLat } from "../base/words.js";
import type { MapCity } from "../maps/map-city.js";
import { boxOf, fitMapFrame } from "../maps/map-frame.js";
import type { Facility, PolygonRings, Streets } from "../model/facts.js";
import type { CompactColumn } from "./compact-columns.js";

/** Where a place lies on the page's map: `x = lon * scaleX + shiftX`, `y = lat * scaleY + shiftY`, in map units. */
export interface PageFrame {
  readonly width: number;
  readonly height: number;
  readonly scaleX: number;
  readonly shiftX: number;
  readonly scaleY: number;
  readonly shiftY: number;
  readonly unitsPerMeter: number;
}

/** Lines as columns of whole map units: the points of line `i` are `firstPoint[i]` to `firstPoint[i + 1] - 1`. */
export interface PageLines {
  readonly firstPoint: Uint32Array;
  readonly x: Int32Array;
  readonly y: Int32Array;
}
/** Rings of areas: those of area `i` are lines `firstRing[i]` to `firstRing[i + 1] - 1`. */
export interface PageRings extends PageLines {
  readonly firstRing: Uint32Array;
}

/** Map units per pixel of the other renderings: a map 15,360 units wide is sharp when enlarged ten times. */
const UNITS_PER_PIXEL = 32;
const OUTLINE_TOLERANCE = 4;
const STREET_TOLERANCE = 8;
/** Streets that extend over less than this are not drawn. */
const SHORTEST_STREET = 16;
/** Lines are simplified in pieces of so many corners, because the simplification may recurse once per corner. */
const PIECE_LENGTH = 2000;

/** Fits the neighborhoods of a city into a map; `null` where they have no extent. */
export function fitPageFrame({ neighborhoods }: MapCity): PageFrame | null {
  const places = neighborhoods.flatMap(({ polygons }) => polygons.flat(2));
  const frame = fitMapFrame(places);
  if (frame === null) return null;
  const [x0, y0] = frame.toPixel([0, 0]);
  const [x1, y1] = frame.toPixel([1, 1]);
  return {
    width: frame.width * UNITS_PER_PIXEL,
    height: frame.height * UNITS_PER_PIXEL,
    scaleX: (x1 - x0) * UNITS_PER_PIXEL,
    shiftX: x0 * UNITS_PER_PIXEL,
    scaleY: (y1 - y0) * UNITS_PER_PIXEL,
    shiftY: y0 * UNITS_PER_PIXEL,
    unitsPerMeter: frame.pixelsPerMeter * UNITS_PER_PIXEL,
  };
}

/** Lays the rings of areas onto the map. @param tolerance in map units: how far the lines may be off */
export function toPageRings(
  areas: readonly (readonly PolygonRings[])[],
  frame: PageFrame,
  tolerance: number = OUTLINE_TOLERANCE,
): PageRings {
  const lines: Line[] = [];
  const firstRing = [0];
  for (const polygons of areas) {
    for (const ring of polygons.flat()) {
      const line = simplifyLine(toUnits(ring, frame), tolerance);
      if (line.length > 2) lines.push(line);
    }
    firstRing.push(lines.length);
  }
  return { ...toLines(lines), firstRing: Uint32Array.from(firstRing) };
}

/** Lays water onto the map: a line for each area, with its holes, and a line for each course. */
export function toPageWater(
  water: readonly Pick<Facility, "outline" | "isArea">[],
  frame: PageFrame,
): { readonly areas: PageLines; readonly courses: PageLines } {
  const linesOf = ({ outline }: Pick<Facility, "outline">) =>
    outline
      .map((line) => simplifyLine(toUnits(line, frame), OUTLINE_TOLERANCE))
      .filter((line) => extentOnMap(line, frame) > 0);
  const [areas, courses] = [true, false].map((isArea) => water.filter((one) => one.isArea === isArea).map(linesOf));
  return {
    areas: toLines((areas ?? []).filter((rings) => rings.length > 0).map(joinRings)),
    courses: toLines((courses ?? []).flat()),
  };
}

/**
 * Makes one line of the rings of an area: around the first, over to the next, around it and back. The ways between are walked
 * twice and so enclose nothing; filled by the even-odd rule, it is the area with its holes.
 */
function joinRings([first = [], ...others]: readonly Line[]): Line {
  const back = first.slice(0, 1);
  return [...first, ...others.flatMap((ring) => [...ring, ...back])];
}

/** Lays streets onto the map, the longest ones if there are more than `mostPoints` points; in the order of the input. */
export function toPageStreets(streets: Streets, frame: PageFrame, mostPoints: number): PageLines {
  const lines: { readonly line: Line; readonly extent: number; readonly row: number }[] = [];
  for (let row = 0; row < streets.count; row++) {
    const places: LonLat[] = [];
    for (let vertex = streets.firstVertex[row]; vertex < streets.firstVertex[row + 1]; vertex++)
      places.push([streets.lon[vertex], streets.lat[vertex]]);
    const line = toUnits(places, frame);
    const extent = extentOnMap(line, frame);
    if (extent >= SHORTEST_STREET) lines.push({ line: simplifyLine(line, STREET_TOLERANCE), extent, row });
  }
  lines.sort((a, b) => b.extent - a.extent || a.row - b.row);
  let points = 0;
  const kept = lines.filter(({ line }) => {
    points += line.length;
    return points <= mostPoints;
  });
  return toLines(kept.sort((a, b) => a.row - b.row).map(({ line }) => line));
}

/** Names columns for packing. */
export function columnsOf(name: string, table: object): Record<string, CompactColumn> {
  return Object.fromEntries(Object.entries(table).map(([key, column]) => [`${name}.${key}`, column as CompactColumn]));
}

type Line = (readonly [x: number, y: number])[];

function toUnits(places: readonly LonLat[], { scaleX, shiftX, scaleY, shiftY }: PageFrame): Line {
  return places.map(([lon, lat]) => [Math.round(lon * scaleX + shiftX), Math.round(lat * scaleY + shiftY)] as const);
}

/** The longer side of the box around a line; -1 where the box is off the map. */
function extentOnMap(line: Line, { width, height }: PageFrame): number {
  const [minX, minY, maxX, maxY] = boxOf(line);
  const isOnMap = minX <= width && maxX >= 0 && minY <= height && maxY >= 0;
  return isOnMap ? Math.max(maxX - minX, maxY - minY) : -1;
}

function simplifyLine(line: Line, tolerance: number): Line {
  if (line.length <= 2) return line;
  const simple: Line = line.slice(0, 1);
  for (let first = 0; first < line.length - 1; first += PIECE_LENGTH) {
    const coordinates = line.slice(first, first + PIECE_LENGTH + 1).map(([x, y]) => [x, y]);
    const piece = simplify({ type: "LineString", coordinates }, { tolerance, mutate: true });
    for (const [x = 0, y = 0] of piece.coordinates.slice(1)) simple.push([x, y]);
  }
  return simple;
}

function toLines(lines: readonly Line[]): PageLines {
  const firstPoint = new Uint32Array(lines.length + 1);
  let count = 0;
  lines.forEach((line, row) => {
    count += line.length;
    firstPoint[row + 1] = count;
  });
  const points = lines.flat();
  return { firstPoint, x: Int32Array.from(points, ([x]) => x), y: Int32Array.from(points, ([, y]) => y) };
}
