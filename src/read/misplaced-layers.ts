import { type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import type { Layer } from "../base/layers.js";
import type { Meters } from "../base/units.js";
import { lonNear } from "../geo/antimeridian.js";
import {
  type Bounds,
  boundsOf,
  boundsOfColumns,
  boundsOfPolygons,
  joinBounds,
  overlap,
  widenBounds,
} from "../geo/bounds.js";
import type { FacilityRecord, Neighborhood, PopulationPlaces, Streets } from "../model/facts.js";

/** The rows of all layers of a city. */
export interface LayerRows {
  readonly neighborhoods: readonly Neighborhood[];
  readonly facilities: readonly Pick<FacilityRecord, "location">[];
  /** `null` = none were given. */
  readonly streets: Pick<Streets, "count" | "lon" | "lat"> | null;
  /** `null` = none were given. */
  readonly population: Pick<PopulationPlaces, "count" | "lon" | "lat" | "polygons"> | null;
}

/**
 * Warns about layers whose box is farther from the box of the neighborhoods than anybody goes: `crs.swapped` if it would not be with
 * longitude and latitude swapped, else `crs.apart`.
 */
export function warnAboutMisplacedLayers(rows: LayerRows, reachMeters: Meters = 0): Diagnostic[] {
  const diagnostics = new Diagnostics();
  const box = joinBounds(rows.neighborhoods.map(({ polygons }) => boundsOfPolygons(polygons)));
  const home = reachMeters === 0 ? box : widenBounds(box, reachMeters);
  const warn = (layer: Layer, count: number, bounds: Bounds): void => {
    if (count === 0 || overlap(home, bounds)) return;
    diagnostics.addMany(overlap(home, swapped(bounds, home)) ? "crs.swapped" : "crs.apart", layer, count);
  };
  const { facilities, streets, population } = rows;
  warn("facilities", facilities.length, boundsOf(facilities.map(({ location }) => location)));
  if (streets !== null) warn("streets", streets.count, boundsOfColumns(streets.lon, streets.lat));
  if (population !== null) warn("population", population.count, boundsOfPlaces(population));
  return diagnostics.list();
}

/** A box with its axes exchanged, turned to the same side of the antimeridian as another one. */
function swapped({ west, south, east, north }: Bounds, near: Bounds): Bounds {
  const middle = (south + north) / 2;
  const turn = lonNear(middle, (near.west + near.east) / 2) - middle;
  // the longitudes, which become latitudes, may have been turned before
  const back = lonNear((west + east) / 2, 0) - (west + east) / 2;
  return { west: south + turn, south: west + back, east: north + turn, north: east + back };
}

function boundsOfPlaces({ lon, lat, polygons }: NonNullable<LayerRows["population"]>): Bounds {
  return joinBounds([boundsOfColumns(lon, lat), boundsOfPolygons(polygons)]);
}
