import { sortRowsByValue } from "../base/sort-rows.js";
import { type Bounds, overlap } from "./bounds.js";
import type { Outline } from "./outline.js";

/** The edges that a sweep goes over, by where they begin in the south. */
export interface SweepEdges {
  readonly lonSouth: Float64Array;
  readonly latSouth: Float64Array;
  readonly lonNorth: Float64Array;
  readonly latNorth: Float64Array;
  /** By edge, the number of its polygon; by polygon, that of its ground. */
  readonly polygon: Uint32Array;
  readonly groundOf: readonly number[];
}

function roomFor(edges: number): Omit<SweepEdges, "groundOf"> {
  return {
    lonSouth: new Float64Array(edges),
    latSouth: new Float64Array(edges),
    lonNorth: new Float64Array(edges),
    latNorth: new Float64Array(edges),
    polygon: new Uint32Array(edges),
  };
}

/** Counts the edges between the parallels of a window, and west of its eastern end. */
function countNear(grounds: readonly (readonly Outline[])[], { south, east, north }: Bounds): number {
  let count = 0;
  for (const outlines of grounds)
    for (const { lonSouth, latSouth, lonNorth, latNorth, firstEdge } of outlines) {
      const end = firstEdge[firstEdge.length - 1];
      for (let edge = 0; edge < end; edge++)
        if (latSouth[edge] < north && latNorth[edge] > south && (lonSouth[edge] <= east || lonNorth[edge] <= east))
          count++;
    }
  return count;
}

/** Takes what matters between the parallels of the window: nothing east of it, and of what is west of it only that it is there. */
export function edgesIn(grounds: readonly (readonly Outline[])[], window: Bounds): SweepEdges {
  const { west, south, east, north } = window;
  const groundOf: number[] = [];
  const {
    lonSouth: ones,
    latSouth: lows,
    lonNorth: others,
    latNorth: highs,
    polygon: rows,
  } = roomFor(countNear(grounds, window));
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
  const edges = roomFor(count);
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
