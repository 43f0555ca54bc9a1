import { sortRowsByValue } from "../base/sort-rows.js";
import { type Bounds, overlap } from "./bounds.js";
import type { Outline } from "./outline.js";

/** The edges that a sweep goes over, by where they begin in the south. */
export interface SweepEdges extends Room {
  /** By polygon, the number of its ground. */
  readonly groundOf: readonly number[];
}

/** Where edges are gathered before it is known how many there are. */
interface Room {
  /** By edge, from the south. */
  readonly lonSouth: Float64Array;
  readonly latSouth: Float64Array;
  readonly lonNorth: Float64Array;
  readonly latNorth: Float64Array;
  /** By edge, the number of its polygon. */
  readonly polygon: Uint32Array;
}

/** Room for so many edges is kept for the next sweep: there are thousands, most of them small. */
const KEPT_EDGES = 65_536;
let kept: Room | null = null;

/** Gives room for all edges of some grounds, with whatever stood there before. */
function roomFor(grounds: readonly (readonly Outline[])[]): Room {
  let most = 0;
  for (const outlines of grounds) for (const { firstEdge } of outlines) most += firstEdge[firstEdge.length - 1];
  if (most > KEPT_EDGES) return newRoom(most);
  kept ??= newRoom(KEPT_EDGES);
  return kept;
}

function newRoom(edges: number): Room {
  return {
    lonSouth: new Float64Array(edges),
    latSouth: new Float64Array(edges),
    lonNorth: new Float64Array(edges),
    latNorth: new Float64Array(edges),
    polygon: new Uint32Array(edges),
  };
}

/** Takes what matters between the parallels of the window: nothing east of it, and of what is west of it only that it is there. */
export function edgesIn(grounds: readonly (readonly Outline[])[], window: Bounds): SweepEdges {
  const { west, south, east, north } = window;
  const groundOf: number[] = [];
  const { lonSouth: ones, latSouth: lows, lonNorth: others, latNorth: highs, polygon: rows } = roomFor(grounds);
  let count = 0;
  grounds.forEach((outlines, ground) => {
    for (const { boundsOfPolygons, firstEdge, lonSouth, latSouth, lonNorth, latNorth } of outlines)
      for (let polygon = 0; polygon < boundsOfPolygons.length; polygon++) {
        if (!overlap(boundsOfPolygons[polygon], window)) continue;
        const row = groundOf.push(ground) - 1;
        let chain = -1; // edges west of the window that lead on northward or southward are as good as one
        for (let edge = firstEdge[polygon]; edge < firstEdge[polygon + 1]; edge++) {
          const low = latSouth[edge];
          const high = latNorth[edge];
          if (low >= north || high <= south) continue;
          const one = lonSouth[edge];
          const other = lonNorth[edge];
          if (one > east && other > east) continue;
          const isWest = one < west && other < west;
          if (isWest && chain >= 0 && highs[chain] === low) highs[chain] = high;
          else if (isWest && chain >= 0 && lows[chain] === high) lows[chain] = low;
          else {
            ones[count] = isWest ? west : one;
            lows[count] = low;
            others[count] = isWest ? west : other;
            highs[count] = high;
            rows[count] = row;
            chain = isWest ? count : -1;
            count++;
          }
        }
      }
  });
  const order = new Uint32Array(count);
  for (let edge = 0; edge < count; edge++) order[edge] = edge;
  sortRowsByValue(order, lows);
  const edges = newRoom(count);
  for (let edge = 0; edge < count; edge++) {
    const at = order[edge];
    edges.lonSouth[edge] = ones[at];
    edges.latSouth[edge] = lows[at];
    edges.lonNorth[edge] = others[at];
    edges.latNorth[edge] = highs[at];
    edges.polygon[edge] = rows[at];
  }
  return { ...edges, groundOf };
}
