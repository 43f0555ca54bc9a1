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
import type { Barrier, FacilityRecord, LandArea, Neighborhood, PopulationPlaces, Streets } from "../model/facts.js";

/** The rows of all layers of a city; `null` = none were given. */
export interface LayerRows {
  readonly neighborhoods: readonly Neighborhood[];
  readonly facilities: Located;
  readonly streets: Pick<Streets, "count" | "lon" | "lat"> | null;
  readonly population: Places | null;
  readonly jobs: Places | null;
  readonly buildings: Located | null;
  readonly landUse: readonly Pick<LandArea, "polygons">[] | null;
  readonly barriers: readonly Pick<Barrier, "lines">[] | null;
}
type Located = readonly Pick<FacilityRecord, "location">[];
type Places = Pick<PopulationPlaces, "count" | "lon" | "lat" | "polygons">;

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
  const { facilities, streets, population, jobs, buildings, landUse, barriers } = rows;
  warn("facilities", facilities.length, boundsOfLocated(facilities));
  if (streets !== null) warn("streets", streets.count, boundsOfColumns(streets.lon, streets.lat));
  if (population !== null) warn("population", population.count, boundsOfPlaces(population));
  if (jobs !== null) warn("jobs", jobs.count, boundsOfPlaces(jobs));
  if (buildings !== null) warn("buildings", buildings.length, boundsOfLocated(buildings));
  if (landUse !== null)
    warn("landUse", landUse.length, joinBounds(landUse.map(({ polygons }) => boundsOfPolygons(polygons))));
  if (barriers !== null)
    warn("barriers", barriers.length, joinBounds(barriers.flatMap(({ lines }) => lines.map(boundsOf))));
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

function boundsOfLocated(rows: Located): Bounds {
  return boundsOf(rows.map(({ location }) => location));
}

function boundsOfPlaces({ lon, lat, polygons }: Places): Bounds {
  return joinBounds([boundsOfColumns(lon, lat), boundsOfPolygons(polygons)]);
}
