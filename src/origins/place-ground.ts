import type { Lattice, LatticeCells } from "../geo/lattice.js";
import { interiorPoint } from "../geo/rings.js";
import { AreaOrigins } from "./area-origins.js";
import { type Ground, sidesSharedWith } from "./grounds.js";

/** Less of a cell than this is the rounding of coordinates. */
const ROUNDING = 1e-6;

/** Gives every cell of a neighborhood's ground an origin, and tells what of it the city counts here. @param columns of people */
export function placeGround(ground: Ground, lattice: Lattice, columns: number): AreaOrigins {
  const cut = lattice.cut(ground.sides);
  const area = new AreaOrigins(cut.count > 0 ? cut : onePlaceIn(ground), ground.squareMeters, columns);
  const free = freeGround(
    area,
    ground,
    lattice,
    ground.shared.map((shared) => shared.with),
  );
  free?.forEach((squareMeters, origin) => {
    area.countedSquareMeters[origin] = squareMeters;
  });
  return area;
}

/** Ground that is next to nothing is looked at from one place. */
function onePlaceIn({ polygons }: Ground): LatticeCells {
  const [lon, lat] = interiorPoint(polygons[0] ?? []);
  const [row, column] = [Int32Array.of(0), Int32Array.of(0)];
  return {
    count: 1,
    row,
    column,
    squareMeters: Float64Array.of(1),
    lon: Float64Array.of(lon),
    lat: Float64Array.of(lat),
  };
}

/** Measures what of each cell none of some other neighborhoods holds, in square metres; `null` = all of it: there are none. */
export function freeGround(
  area: AreaOrigins,
  ground: Ground,
  lattice: Lattice,
  others: readonly Ground[],
): Float64Array | null {
  if (others.length === 0) return null;
  const taken = takenOf(area, lattice.cut(sidesSharedWith(ground, others)));
  return taken.map((part, origin) => (area.squareMeters[origin] as number) * (1 - part));
}

/** By origin, which part of its cell the cells take: nothing and all of it, but for the rounding of coordinates, are 0 and 1. */
export function takenOf(area: AreaOrigins, cells: LatticeCells): Float64Array {
  const taken = new Float64Array(area.cells.count);
  for (let i = 0; i < cells.count; i++) {
    const origin = area.originAt(cells.row[i], cells.column[i]);
    if (origin === null) continue;
    const part = cells.squareMeters[i] / area.cells.squareMeters[origin];
    taken[origin] = part < ROUNDING ? 0 : part > 1 - ROUNDING ? 1 : part;
  }
  return taken;
}
