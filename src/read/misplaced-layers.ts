import { type Diagnostic, Diagnostics } from "../diagnostics.js";
import { lonNear } from "../geo/antimeridian.js";
import { type Bounds, boundsOf, boundsOfColumns } from "../geo/bounds.js";
import type { FacilityRecord, Layer, LonLat, Neighborhood, PopulationPlace, Streets } from "../model.js";

/** The rows of all layers of a city. */
export interface LayerRows {
  readonly neighborhoods: readonly Neighborhood[];
  readonly facilities: readonly Pick<FacilityRecord, "location">[];
  /** `null` = none were given. */
  readonly streets: Pick<Streets, "count" | "lon" | "lat"> | null;
  readonly population: readonly Pick<PopulationPlace, "location" | "polygons">[];
}

/**
 * Warns about layers whose box does not meet the box of the neighborhoods: `crs.swapped` if it would with longitude and
 * latitude swapped, else `crs.apart`.
 */
export function warnAboutMisplacedLayers(rows: LayerRows): Diagnostic[] {
  const diagnostics = new Diagnostics();
  const home = boundsOf(outlinePositions(rows.neighborhoods));
  const warn = (layer: Layer, count: number, bounds: Bounds): void => {
    if (count === 0 || meet(home, bounds)) return;
    diagnostics.addMany(meet(home, swapped(bounds, home)) ? "crs.swapped" : "crs.apart", layer, count);
  };
  const { facilities, streets, population } = rows;
  warn("facilities", facilities.length, boundsOf(facilities.map(({ location }) => location)));
  if (streets !== null) warn("streets", streets.count, boundsOfColumns(streets.lon, streets.lat));
  warn("population", population.length, boundsOf(placePositions(population)));
  return diagnostics.list();
}

function meet(a: Bounds, b: Bounds): boolean {
  return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

/** A box with its axes exchanged, turned to the same side of the antimeridian as another one. */
function swapped({ west, south, east, north }: Bounds, near: Bounds): Bounds {
  const middle = (south + north) / 2;
  const turn = lonNear(middle, (near.west + near.east) / 2) - middle;
  // the longitudes, which become latitudes, may have been turned before
  const back = lonNear((west + east) / 2, 0) - (west + east) / 2;
  return { west: south + turn, south: west + back, east: north + turn, north: east + back };
}

function* outlinePositions(rows: readonly Pick<Neighborhood, "polygons">[]): Iterable<LonLat> {
  for (const { polygons } of rows) for (const [outer] of polygons) yield* outer ?? [];
}

function* placePositions(places: LayerRows["population"]): Iterable<LonLat> {
  for (const { location } of places) if (location !== null) yield location;
  yield* outlinePositions(places);
}
