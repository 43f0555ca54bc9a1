import RBush, { type BBox } from "rbush";
import type { Diagnostics } from "../base/diagnostics.js";
import { boundsOfPolygons } from "../geo/bounds.js";
import { containsPoint, interiorPoint } from "../geo/rings.js";
import { sumOf } from "../geo/sum.js";
import type { PolygonRings, PopulationPlaces } from "../model/facts.js";

/** Fewer of the people than this may be counted twice by places drawn carelessly. */
const LEAST_NESTED_SHARE = 0.05;
/** A place that has as many people as all others together, to this part, is their sum. */
const SUM_TOLERANCE = 0.02;
/** So few others may add up to anything. */
const LEAST_PARTS = 3;
/** Places with numbers of people are written down by the hundred; rasters have millions of cells, none of which is a town. */
const MOST_NAMED = 1000;

interface Box extends BBox {
  readonly place: number;
}

/** Tells where people are counted twice: an outline within another, or a number that is the sum of all others. */
export function reportNested(places: PopulationPlaces, diagnostics: Diagnostics): void {
  const total = sumOf(places.population, 0, places.count);
  const nested = placesWithin(places);
  if (nested.people > LEAST_NESTED_SHARE * total)
    for (const place of nested.holders) diagnostics.add("population.nested", "population", idOf(places, place));
  const largest = places.population.reduce((most, people, place, all) => (people > all[most] ? place : most), 0);
  const people = places.population[largest] ?? 0;
  const others = places.population.filter((each) => each > 0).length - 1;
  if (others < LEAST_PARTS || places.count > MOST_NAMED || nested.holders.has(largest)) return;
  if (Math.abs(total - 2 * people) <= SUM_TOLERANCE * people)
    diagnostics.add("population.nested", "population", idOf(places, largest), `${people} = Σ ${others}`);
}

/** Finds outlines that hold other places with people, and how many these are. */
function placesWithin(places: PopulationPlaces): { readonly holders: ReadonlySet<number>; readonly people: number } {
  const holders = new Set<number>();
  let people = 0;
  if (places.firstPolygon.length === 0) return { holders, people };
  const boxes = new RBush<Box>();
  const outlines = Array.from({ length: places.count }, (_, place) => outlineOf(places, place));
  boxes.load(
    outlines.flatMap((polygons, place): Box[] => {
      if (polygons.length === 0 || !(places.population[place] > 0)) return [];
      const { west, south, east, north } = boundsOfPolygons(polygons);
      return [{ minX: west, minY: south, maxX: east, maxY: north, place }];
    }),
  );
  const sizeOf = ({ minX, minY, maxX, maxY }: BBox) => (maxX - minX) * (maxY - minY);
  for (let place = 0; place < places.count; place++) {
    if (!(places.population[place] > 0)) continue;
    const polygons = outlines[place] as readonly PolygonRings[];
    const isPoint = polygons.length === 0;
    const [lon, lat] = isPoint ? [places.lon[place], places.lat[place]] : interiorPoint(polygons[0] ?? []);
    const around = boxes.search({ minX: lon, minY: lat, maxX: lon, maxY: lat });
    const own = around.find((box) => box.place === place);
    const holder = around.find(
      (box) =>
        box !== own &&
        (own === undefined || sizeOf(box) > sizeOf(own)) &&
        containsPoint(outlines[box.place] ?? [], lon, lat),
    );
    if (holder === undefined) continue;
    holders.add(holder.place);
    people += places.population[place];
  }
  return { holders, people };
}

function outlineOf({ firstPolygon, polygons }: PopulationPlaces, place: number): readonly PolygonRings[] {
  return firstPolygon.length === 0 ? [] : polygons.slice(firstPolygon[place], firstPolygon[place + 1]);
}

function idOf({ ids, lon, lat }: PopulationPlaces, place: number): string {
  return ids[place] ?? `${lon[place]},${lat[place]}`;
}
