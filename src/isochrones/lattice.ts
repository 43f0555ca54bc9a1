import { CoverageError } from "../errors.js";
import { metersPerDegree } from "../geo/distance.js";
import type { Degrees, Meters } from "../units.js";
import type { Runs } from "./runs.js";
import type { StreetLines } from "./street-lines.js";

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
 * Finds the corners around all runs, and a margin; `null` = there are no runs.
 *
 * @throws {CoverageError} `LIMIT_EXCEEDED` if there are more than 10,000,000
 */
export function windowAround(lattice: Lattice, lines: StreetLines, runs: Runs, marginCells: number): Window | null {
  if (runs.count === 0) return null;
  const { lonStep, latStep } = lattice;
  const { west, south, east, north } = boundsOfRuns(lines, runs);
  const firstColumn = Math.floor(west / lonStep) - marginCells;
  const firstRow = Math.floor(south / latStep) - marginCells;
  const columnCount = Math.ceil(east / lonStep) + marginCells - firstColumn + 1;
  const rowCount = Math.ceil(north / latStep) + marginCells - firstRow + 1;
  if (!(columnCount * rowCount <= MAX_CORNERS))
    throw new CoverageError(
      "LIMIT_EXCEEDED",
      `The isochrones need a grid of ${columnCount} × ${rowCount} corners; at most ${MAX_CORNERS} are drawn.`,
      { path: "options.cellMeters", hint: "Pass a larger cellMeters, or shorter times." },
    );
  return { firstColumn, firstRow, columnCount, rowCount };
}

function boundsOfRuns({ network, west: westNode, east: eastNode }: StreetLines, runs: Runs) {
  const { nodeLon, nodeLat } = network;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let run = 0; run < runs.count; run++) {
    const a = westNode[runs.edge[run]];
    const b = eastNode[runs.edge[run]];
    const from = runs.startFraction[run];
    const to = from + runs.extent[run];
    const dx = nodeLon[b] - nodeLon[a];
    const dy = nodeLat[b] - nodeLat[a];
    west = Math.min(west, nodeLon[a] + Math.min(from, to) * dx);
    east = Math.max(east, nodeLon[a] + Math.max(from, to) * dx);
    south = Math.min(south, nodeLat[a] + Math.min(from * dy, to * dy));
    north = Math.max(north, nodeLat[a] + Math.max(from * dy, to * dy));
  }
  return { west, south, east, north };
}
