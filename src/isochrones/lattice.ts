import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { Degrees, Meters, Seconds } from "../base/units.js";
import { type Bounds, joinBounds } from "../geo/bounds.js";
import { metersPerDegree } from "../geo/distance.js";
import type { LocalStreets } from "./local-streets.js";
import type { Runs } from "./runs.js";

/**
 * The corners of (nearly) square cells, fixed to the Earth: where they lie depends neither on the city nor on what is
 * reached. Column `c` lies at longitude `c * lonStep`, row `r` at latitude `r * latStep`.
 */
export interface Lattice {
  readonly cellMeters: Meters;
  readonly lonStep: Degrees;
  readonly latStep: Degrees;
}

/** A rectangle of corners of a lattice. */
export interface Window {
  readonly firstColumn: number;
  readonly firstRow: number;
  readonly columnCount: number;
  readonly rowCount: number;
}

const MAX_CORNERS = 10_000_000;

/**
 * Lays the lattice for a latitude. All places of one whole degree share one, so that what is known of its corners can be
 * kept; cells are at most 1.6 % wider or narrower than they are tall, up to 60° of latitude.
 */
export function layLattice(cellMeters: Meters, wholeLatitude: Degrees): Lattice {
  const latitude = Math.max(-89, Math.min(89, wholeLatitude));
  return {
    cellMeters,
    lonStep: cellMeters / metersPerDegree(latitude).lon,
    latStep: cellMeters / metersPerDegree(45).lat,
  };
}

/**
 * Finds the corners around what is reached within a limit, and a margin; `null` = nothing is.
 *
 * @param ground a box around what is reached without any street
 * @throws {CoverageError} `LIMIT_EXCEEDED` if there are more than 10,000,000
 */
export function windowAround(
  lattice: Lattice,
  streets: LocalStreets,
  runs: Runs,
  limitSeconds: Seconds,
  { marginCells, ground }: { readonly marginCells: number; readonly ground: Bounds },
): Window | null {
  const { lonStep, latStep } = lattice;
  const { west, south, east, north } = joinBounds([boundsOfRuns(streets, runs, limitSeconds), ground]);
  if (west > east) return null;
  const firstColumn = Math.floor(west / lonStep) - marginCells;
  const firstRow = Math.floor(south / latStep) - marginCells;
  const columnCount = Math.ceil(east / lonStep) + marginCells - firstColumn + 1;
  const rowCount = Math.ceil(north / latStep) + marginCells - firstRow + 1;
  if (!(columnCount * rowCount <= MAX_CORNERS))
    throw new CoverageError(
      "LIMIT_EXCEEDED",
      say("isochrone.grid", {
        columnCount,
        rowCount,
        most: MAX_CORNERS,
      }),
      { path: "options.cellMeters", hint: say("isochrone.grid.hint") },
    );
  return { firstColumn, firstRow, columnCount, rowCount };
}

function boundsOfRuns({ nodeLon, nodeLat, west: westNode, east: eastNode }: LocalStreets, runs: Runs, limit: Seconds) {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let run = 0; run < runs.count; run++) {
    const left = limit - runs.startSeconds[run];
    if (left < 0) continue;
    const a = westNode[runs.edge[run]];
    const b = eastNode[runs.edge[run]];
    const dx = nodeLon[b] - nodeLon[a];
    const dy = nodeLat[b] - nodeLat[a];
    const from = runs.startFraction[run];
    const extent = runs.extent[run];
    const perEdge = runs.secondsPerEdge[run];
    const to = from + (Math.abs(extent) * perEdge <= left ? extent : (Math.sign(extent) * left) / perEdge);
    const fromLon = nodeLon[a] + from * dx;
    const fromLat = nodeLat[a] + from * dy;
    const toLon = nodeLon[a] + to * dx;
    const toLat = nodeLat[a] + to * dy;
    if (fromLon < west) west = fromLon;
    if (toLon < west) west = toLon;
    if (fromLon > east) east = fromLon;
    if (toLon > east) east = toLon;
    if (fromLat < south) south = fromLat;
    if (toLat < south) south = toLat;
    if (fromLat > north) north = fromLat;
    if (toLat > north) north = toLat;
  }
  return { west, south, east, north };
}
