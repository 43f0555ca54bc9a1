import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { Diagnostic } from "../base/diagnostics.js";
import type { LonLat } from "../base/words.js";
import type { CityParts } from "../city/city.js";
import { modeNetworkFor } from "../city/mode-networks.js";
import type { NamedIsland } from "../city/name-islands.js";
import { findNearMeetings, NEAR_METERS } from "../city/near-meetings.js";
import { selectFor } from "../city/select-for.js";
import type { Neighborhood, Streets } from "../model/facts.js";
import type { Category } from "../model/standard.js";
import type { TravelProfile } from "../model/travel.js";
import { travelCityFor } from "../travel/travel-city.js";

/** What was found, for whom. */
export interface FoundInCity {
  readonly categories: readonly Category[];
  readonly profile: TravelProfile;
  readonly findings: readonly Diagnostic[];
  readonly islands: readonly NamedIsland[];
}

/** A place of a finding; without a geometry, what was left out when it was read. */
interface Place {
  readonly id: string | null;
  readonly geometry: Geometry | null;
  readonly numbers?: Readonly<Record<string, number>>;
}

/** By the code of a finding, or else by its layer. */
type Locate = Readonly<Record<string, (finding: Diagnostic) => readonly Place[]>>;

/** So many places of one finding are drawn. */
const MOST_PLACES = 10_000;

/** Draws where something was found: in the order of the findings, a feature for each of their places. */
export function findingPlaces(parts: CityParts, found: FoundInCity): FeatureCollection {
  const locate = { ...locateByLayer(parts), ...locateByCode(parts, found) };
  const features = found.findings.flatMap((finding) => {
    const places = locate[finding.code]?.(finding) ?? locate[finding.layer ?? "none"]?.(finding) ?? [];
    return places.slice(0, MOST_PLACES).map((place) => toFeature(finding, place));
  });
  return { type: "FeatureCollection", features };
}

/** Where that is which has an id. */
function locateByLayer({ city: { neighborhoods, records, streets } }: CityParts): Locate {
  const ofNeighborhoods = new Map(neighborhoods.map((row) => [row.id, row]));
  const ofFacilities = new Map(records.rows.map(({ id, location }) => [id, location]));
  const ofStreets = new Map(streets?.ids.map((id, row) => [id, row]));
  const withIds = (geometryOf: (id: string) => Geometry | null) => (finding: Diagnostic) =>
    idsOf(finding).map((id): Place => ({ id, geometry: geometryOf(id) }));
  return {
    neighborhoods: withIds((id) => toArea(ofNeighborhoods.get(id))),
    facilities: withIds((id) => toPoint(ofFacilities.get(id))),
    streets: withIds((id) => toLine(streets, ofStreets.get(id))),
    population: withIds(() => null),
  };
}

/** Where that is which has no id of its own, or the id of something else. */
function locateByCode(parts: CityParts, { categories, profile, islands }: FoundInCity): Locate {
  const ofCategories = (finding: Diagnostic) => {
    const ids = new Set(idsOf(finding));
    return selectFor(parts, categories)
      .facilities.filter((facility) => facility.categories.some((category) => ids.has(category)))
      .map(({ id, location }): Place => ({ id, geometry: toPoint(location) }));
  };
  const modeNetwork = modeNetworkFor(parts, profile);
  const meetings = modeNetwork === null ? [] : findNearMeetings(modeNetwork, NEAR_METERS);
  const ofMeetings = ({ code }: Diagnostic) =>
    meetings
      .filter((meeting) => meeting.code === code)
      .map(({ edge, place }): Place => {
        const row = modeNetwork?.network.edgeStreetRow[edge];
        return { id: modeNetwork?.streets.ids[row ?? 0] ?? null, geometry: toPoint(place) };
      });
  const ofOrigins = ({ code }: Diagnostic) => {
    const { origins } = parts.city;
    const attached = travelCityFor(parts, categories, profile).streets?.attachedOrigins(profile.maxAccessMeters);
    const { unattachedRows = [], acrossWaterRows = [] } = attached ?? {};
    const isAcross = new Set(acrossWaterRows);
    return Array.from(
      code === "origin.acrossWater" ? acrossWaterRows : unattachedRows.filter((row) => !isAcross.has(row)),
      (origin): Place => ({
        id: parts.city.neighborhoods[origins.neighborhoodRow[origin]]?.id ?? null,
        geometry: toPoint([origins.lon[origin], origins.lat[origin]]),
        numbers: { population: origins.population[origin] },
      }),
    );
  };
  const ofIslands = () =>
    islands.map(({ place, meters, people, facilities }): Place => {
      return { id: null, geometry: toPoint(place), numbers: { meters, people, facilities } };
    });
  return {
    "category.few": ofCategories,
    "category.hardlyKnown": ofCategories,
    "street.endNear": ofMeetings,
    "street.endOnLine": ofMeetings,
    "street.crossing": ofMeetings,
    "origin.offNetwork": ofOrigins,
    "origin.acrossWater": ofOrigins,
    "network.islands": ofIslands,
  };
}

const idsOf = ({ ids, sampleIds }: Diagnostic): readonly string[] => ids ?? sampleIds;

function toFeature({ code, severity, layer, message, action }: Diagnostic, { id, geometry, numbers }: Place): Feature {
  const properties = { code, severity, layer, id, ...numbers, message, action };
  // a feature may have no geometry; the type of a collection does not say so
  return { type: "Feature", properties, geometry: geometry as Geometry };
}

function toPoint(location: LonLat | undefined): Geometry | null {
  return location === undefined ? null : { type: "Point", coordinates: [...location] };
}

function toArea(neighborhood: Neighborhood | undefined): Geometry | null {
  if (neighborhood === undefined) return null;
  const coordinates = neighborhood.polygons.map((polygon) => polygon.map((ring) => ring.map((place) => [...place])));
  return { type: "MultiPolygon", coordinates };
}

function toLine(streets: Streets | null, row: number | undefined): Geometry | null {
  if (streets === null || row === undefined) return null;
  const { firstVertex, lon, lat } = streets;
  const coordinates: number[][] = [];
  for (let vertex = firstVertex[row]; vertex < firstVertex[row + 1]; vertex++)
    coordinates.push([lon[vertex], lat[vertex]]);
  return { type: "LineString", coordinates };
}
