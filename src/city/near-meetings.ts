import { cellAt, edgesInGrid } from "../attach/edge-grid.js";
import type { ModeNetwork } from "../attach/mode-network.js";
import { type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import { sortRowsByValue } from "../base/sort-rows.js";
import type { DiagnosticCode } from "../base/texts/findings.js";
import type { Degrees, Meters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import { metersPerDegree } from "../geo/distance.js";
import { closestPointOnSegment, crossingOfSegments } from "../geo/segments.js";
import { ACROSS } from "../streets/cross-squares.js";
import { levelOf } from "../streets/street-level.js";

/** Two streets that nearly meet. */
export interface NearMeeting {
  readonly code: Extract<DiagnosticCode, "street.endNear" | "street.endOnLine" | "street.crossing">;
  /** The edge that ends there, or (a crossing) the first of both. */
  readonly edge: number;
  readonly other: number;
  /** The node that ends there; -1 = a crossing. */
  readonly node: number;
  /** The point of the other street; where they cross. */
  readonly place: LonLat;
  /** How far along the other edge: 0 and 1 are its ends. */
  readonly fraction: number;
  /** The same along `edge`, where they cross. */
  readonly ownFraction: number;
}

/** Ends so near to another street are counted. */
export const NEAR_METERS: Meters = 1;
/** Nearer than coordinates are written: seven decimals. */
const ON_LINE_METERS: Meters = 0.02;
/** In a few metres there are no more streets than this, except where somebody wants us to look at all pairs of them. */
const MOST_COMPARED = 2000;

/**
 * Finds where open streets nearly meet: ends within a distance of another street, and crossings without a common position.
 * Streets on different levels or layers do not meet; nor does an end that is one edge away from the other street anyway.
 *
 * @returns in the order of the edges
 */
export function findNearMeetings(modeNetwork: ModeNetwork, maxMeters: Meters): NearMeeting[] {
  const search = new NearMeetingSearch(modeNetwork);
  return [...search.ends(maxMeters), ...search.crossings()].sort(
    (a, b) => a.edge - b.edge || a.other - b.other || a.node - b.node,
  );
}

/** Counts near meetings, with the ids of the streets that end there (the first of two that cross) and the places. */
export function reportNearMeetings({ streets, network }: ModeNetwork, meetings: readonly NearMeeting[]): Diagnostic[] {
  const diagnostics = new Diagnostics();
  for (const {
    code,
    edge,
    place: [lon, lat],
  } of meetings)
    diagnostics.add(code, "streets", streets.ids[network.edgeStreetRow[edge]], `${lon.toFixed(6)},${lat.toFixed(6)}`);
  return diagnostics.list();
}

class NearMeetingSearch {
  readonly #modeNetwork: ModeNetwork;
  /** Per edge: its layer; NaN = it is raised above the ground or sunk, or a way across a square. */
  readonly #layers: Float64Array;
  /** Per entry of the grid: its western end. */
  readonly #west: Float64Array;
  /** Room for the entries of a cell. */
  #entries = new Uint32Array(64);

  constructor(modeNetwork: ModeNetwork) {
    this.#modeNetwork = modeNetwork;
    const { streets, network } = modeNetwork;
    const layers = streets.tagSets.map(({ layer = 0, area, ...tags }) => {
      const isApart = levelOf(tags) !== 0 || tags.tunnel === "building_passage";
      return isApart || area === ACROSS ? Number.NaN : Number(layer);
    });
    this.#layers = new Float64Array(network.edgeCount);
    for (let edge = 0; edge < network.edgeCount; edge++)
      this.#layers[edge] = layers[streets.tagSetRow[network.edgeStreetRow[edge]]] as number;
    const { entryEdge, entryEnds: ends } = modeNetwork.index.grid;
    this.#west = new Float64Array(entryEdge.length);
    for (let entry = 0; entry < entryEdge.length; entry++)
      this.#west[entry] = Math.min(ends[4 * entry], ends[4 * entry + 2]);
  }

  crossings(): NearMeeting[] {
    const { firstEntry, entryEnds: ends } = this.#modeNetwork.index.grid;
    const found: NearMeeting[] = [];
    for (let cell = 0; cell + 1 < firstEntry.length; cell++) {
      if (firstEntry[cell + 1] - firstEntry[cell] < 2) continue;
      const entries = this.#fromWestToEast(firstEntry[cell], firstEntry[cell + 1]);
      for (let first = 0; first < entries.length - 1; first++) {
        const i = entries[first];
        const ax = ends[4 * i];
        const ay = ends[4 * i + 1];
        const bx = ends[4 * i + 2];
        const by = ends[4 * i + 3];
        const east = ax > bx ? ax : bx;
        const last = Math.min(entries.length - 1, first + MOST_COMPARED);
        for (let second = first + 1; second <= last; second++) {
          const j = entries[second];
          const cx = ends[4 * j];
          const cy = ends[4 * j + 1];
          const dx = ends[4 * j + 2];
          const dy = ends[4 * j + 3];
          if (cx > east && dx > east) break;
          // mostly one of these products is positive, or 0: they have an end in common
          const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
          const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
          if (c * d >= 0) continue;
          const a = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
          const b = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
          const meeting = a * b < 0 ? this.#crossingIn(cell, Math.min(i, j), Math.max(i, j)) : null;
          if (meeting !== null) found.push(meeting);
        }
      }
    }
    return found;
  }

  /** The entries that may meet others, by their western ends: each is compared only with those that begin before it ends. */
  #fromWestToEast(start: number, end: number): Uint32Array {
    const { entryEdge } = this.#modeNetwork.index.grid;
    if (end - start > this.#entries.length) this.#entries = new Uint32Array(2 * (end - start));
    let count = 0;
    for (let entry = start; entry < end; entry++)
      if (!Number.isNaN(this.#layers[entryEdge[entry]])) this.#entries[count++] = entry;
    const entries = this.#entries.subarray(0, count);
    sortRowsByValue(entries, this.#west);
    return entries;
  }

  /** Two entries of a cell that cross; `null` = in another cell that both share, or they are not to meet. */
  #crossingIn(cell: number, i: number, j: number): NearMeeting | null {
    const { network, index } = this.#modeNetwork;
    const { grid } = index;
    const [edge, other] = [grid.entryEdge[i], grid.entryEdge[j]];
    if (!this.#mayMeet(edge, other) || network.edgeStreetRow[edge] === network.edgeStreetRow[other]) return null;
    const [a, b] = index.ends(edge);
    const crossing = crossingOfSegments(a, b, ...index.ends(other));
    if (crossing === null) return null;
    const [ownFraction, fraction] = crossing;
    const place: LonLat = [a[0] + ownFraction * (b[0] - a[0]), a[1] + ownFraction * (b[1] - a[1])];
    const column = cellAt(place[0], grid.west, grid.lonStep, grid.columnCount);
    if (cellAt(place[1], grid.south, grid.latStep, grid.rowCount) * grid.columnCount + column !== cell) return null;
    return { code: "street.crossing", edge, other, node: -1, place, fraction, ownFraction };
  }

  ends(maxMeters: Meters): NearMeeting[] {
    const { network, arcs } = this.#modeNetwork;
    const { nodeCount, firstOut, outArc } = network;
    const found: NearMeeting[] = [];
    for (let node = 0; node < nodeCount; node++) {
      let own = -1;
      let count = 0;
      for (let out = firstOut[node]; out < firstOut[node + 1]; out++) {
        const arc = outArc[out];
        if (arcs.open[arc] === 0 && arcs.open[arc ^ 1] === 0) continue;
        own = arc >> 1;
        count++;
      }
      const isDeadEnd = count === 1 && !Number.isNaN(this.#layers[own]);
      const meeting = isDeadEnd ? this.#nearestTo(node, own, maxMeters) : null;
      if (meeting !== null) found.push(meeting);
    }
    return found;
  }

  #nearestTo(node: number, own: number, maxMeters: Meters): NearMeeting | null {
    const { network, index } = this.#modeNetwork;
    const { grid } = index;
    const [lon, lat] = [network.nodeLon[node] as Degrees, network.nodeLat[node] as Degrees];
    const scale = metersPerDegree(lat);
    const [east, north] = [maxMeters / scale.lon, maxMeters / scale.lat];
    let nearest: NearMeeting | null = null;
    let least = Infinity;
    for (const other of edgesInGrid(grid, lon - east, lat - north, lon + east, lat + north, MOST_COMPARED)) {
      if (other === own || !this.#mayMeet(own, other) || this.#shareNode(own, other)) continue;
      const point = closestPointOnSegment(lon, lat, ...index.ends(other));
      if (point.meters > maxMeters || point.meters >= least) continue;
      least = point.meters;
      const { fraction } = point;
      const isOnLine = point.meters <= ON_LINE_METERS && fraction > 0 && fraction < 1;
      const code = isOnLine ? "street.endOnLine" : "street.endNear";
      nearest = { code, edge: own, other, node, place: [point.lon, point.lat], fraction, ownFraction: 0 };
    }
    return nearest;
  }

  #mayMeet(edge: number, other: number): boolean {
    return this.#layers[edge] === this.#layers[other];
  }

  #shareNode(edge: number, other: number): boolean {
    const { edgeFrom, edgeTo } = this.#modeNetwork.network;
    const [from, to] = [edgeFrom[other], edgeTo[other]];
    return edgeFrom[edge] === from || edgeFrom[edge] === to || edgeTo[edge] === from || edgeTo[edge] === to;
  }
}
