import { groupRows } from "../base/group-rows.js";
import type { Degrees } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import type { Network } from "../graph/network.js";
import type { Streets } from "../model/facts.js";
import type { NearMeeting } from "./near-meetings.js";

/** A position that a street gets between two of its own. */
interface Insertion {
  readonly row: number;
  /** After this vertex. */
  readonly vertex: number;
  /** How far along the piece behind it. */
  readonly fraction: number;
  readonly place: LonLat;
  /** `NaN` in a street without node ids. */
  readonly nodeId: number;
}

/**
 * Joins streets that nearly meet: an end moves to the point of the other street that is nearest to it, which becomes a position of
 * that street, and a crossing becomes a position of both.
 *
 * @param network the one the meetings were found in, built from these streets
 */
export function joinStreets(streets: Streets, network: Network, meetings: readonly NearMeeting[]): Streets {
  const joining = new Joining(streets, network);
  for (const meeting of meetings) joining.join(meeting);
  return joining.finish();
}

class Joining {
  readonly #streets: Streets;
  readonly #network: Network;
  readonly #lon: Float64Array;
  readonly #lat: Float64Array;
  readonly #nodeIds: Float64Array;
  readonly #insertions: Insertion[] = [];
  /** Nodes that others moved to. */
  readonly #isFixed = new Set<number>();
  #nextId: number;

  constructor(streets: Streets, network: Network) {
    this.#streets = streets;
    this.#network = network;
    this.#lon = streets.lon.slice();
    this.#lat = streets.lat.slice();
    this.#nodeIds = streets.nodeIds.slice();
    this.#nextId = streets.nodeIds.reduce((most, id) => (id > most && id < Number.MAX_SAFE_INTEGER ? id : most), 0) + 1;
  }

  join(meeting: NearMeeting): void {
    const { edge, other, node, fraction } = meeting;
    const into = this.#pieceOf(other);
    const own = this.#pieceOf(edge);
    if (into === null || own === null) return;
    const hasIds = this.#hasId(into.vertex) && this.#hasId(own.vertex);
    if (node < 0) {
      const nodeId = this.#nextId++;
      this.#insert(into, fraction, meeting.place, nodeId);
      this.#insert(own, meeting.ownFraction, meeting.place, nodeId);
      return;
    }
    if (this.#isFixed.has(node)) return;
    const { edgeFrom, edgeTo } = this.#network;
    const end = edgeFrom[edge] === node ? own.from : own.to;
    const target = fraction === 0 ? into.from : fraction === 1 ? into.to : -1;
    if (target >= 0) {
      this.#isFixed.add(fraction === 0 ? edgeFrom[other] : edgeTo[other]);
      this.#move(end, [this.#lon[target], this.#lat[target]], hasIds ? this.#nodeIds[target] : null);
      return;
    }
    const nodeId = this.#nextId++;
    this.#insert(into, fraction, meeting.place, nodeId);
    this.#move(end, meeting.place, hasIds ? nodeId : null);
  }

  #hasId(vertex: number): boolean {
    return this.#nodeIds.length > 0 && !Number.isNaN(this.#nodeIds[vertex]);
  }

  #move(vertex: number, [lon, lat]: LonLat, nodeId: number | null): void {
    this.#lon[vertex] = lon;
    this.#lat[vertex] = lat;
    if (nodeId !== null) this.#nodeIds[vertex] = nodeId;
  }

  #insert({ row, vertex, isForward }: Piece, fraction: number, place: LonLat, nodeId: number): void {
    const along = isForward ? fraction : 1 - fraction;
    this.#insertions.push({ row, vertex, fraction: along, place, nodeId: this.#hasId(vertex) ? nodeId : Number.NaN });
  }

  /** Finds the vertices between which an edge runs; `null` = its node has another place in this street. */
  #pieceOf(edge: number): Piece | null {
    const { edgeFrom, edgeTo, edgeStreetRow, nodeLon, nodeLat } = this.#network;
    const { firstVertex, lon, lat } = this.#streets;
    const row = edgeStreetRow[edge];
    const [from, to] = [edgeFrom[edge], edgeTo[edge]];
    const isAt = (vertex: number, node: number) => lon[vertex] === nodeLon[node] && lat[vertex] === nodeLat[node];
    for (let vertex = firstVertex[row]; vertex + 1 < firstVertex[row + 1]; vertex++) {
      if (isAt(vertex, from) && isAt(vertex + 1, to))
        return { row, vertex, isForward: true, from: vertex, to: vertex + 1 };
      if (isAt(vertex, to) && isAt(vertex + 1, from))
        return { row, vertex, isForward: false, from: vertex + 1, to: vertex };
    }
    return null;
  }

  finish(): Streets {
    const streets = this.#streets;
    const { count, firstVertex, lon } = streets;
    const insertions = this.#insertions.sort((a, b) => a.vertex - b.vertex || a.fraction - b.fraction);
    const { first } = groupRows(
      Uint32Array.from(insertions, ({ row }) => row),
      count,
    );
    const withInserted = (column: Float64Array, numberOf: (insertion: Insertion) => Degrees | number) => {
      if (column.length === 0) return column;
      const longer = new Float64Array(lon.length + insertions.length);
      let next = 0;
      for (let vertex = 0; vertex < lon.length; vertex++) {
        longer[vertex + next] = column[vertex];
        for (; insertions[next]?.vertex === vertex; next++)
          longer[vertex + next + 1] = numberOf(insertions[next] as Insertion);
      }
      return longer;
    };
    return {
      ...streets,
      firstVertex: firstVertex.map((vertex, row) => vertex + first[row]),
      lon: withInserted(this.#lon, ({ place }) => place[0]),
      lat: withInserted(this.#lat, ({ place }) => place[1]),
      nodeIds: withInserted(this.#nodeIds, ({ nodeId }) => nodeId),
    };
  }
}

/** The piece of a street that an edge is. */
interface Piece {
  readonly row: number;
  /** Its first vertex, as the street is drawn. */
  readonly vertex: number;
  /** Whether the edge runs as the street is drawn. */
  readonly isForward: boolean;
  /** The vertices at the edge's own ends. */
  readonly from: number;
  readonly to: number;
}
