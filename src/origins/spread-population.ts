import { compareText } from "../base/diagnostics.js";
import type { SquareMeters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import { overlap } from "../geo/bounds.js";
import { groundOf } from "../geo/ground.js";
import type { Lattice, LatticeCells } from "../geo/lattice.js";
import { comesNear, holdsPlace, type Outline, outlineOf } from "../geo/outline.js";
import { interiorPoint } from "../geo/rings.js";
import { rounderFor, shareOut } from "../geo/share-out.js";
import { type Sides, sidesOfAll, squareMetersBetween } from "../geo/sides.js";
import { Sum } from "../geo/sum.js";
import type { GroupId, PolygonRings, PopulationPlaces } from "../model/facts.js";
import type { AreaOrigins, PlaceBooks } from "./area-origins.js";
import type { Ground, Grounds } from "./grounds.js";

/** What people are placed on. */
export interface PlacingWork {
  readonly grounds: Grounds;
  /** By row of the neighborhood. */
  readonly areas: readonly AreaOrigins[];
  readonly latticeOf: (row: number) => Lattice;
  readonly mayCross: boolean;
  /** By row of the neighborhood: where numbers are added. */
  readonly booksOf: (row: number) => PlaceBooks;
  /** Is told of places of which some or all is in no neighborhood. */
  readonly onOutside: (id: string | null) => void;
}

/** How many live outside all neighborhoods. */
export interface PeopleOutside {
  readonly population: number;
  readonly groups: Readonly<Record<GroupId, number>>;
}

/** Less of an outline, and of a cell, than this is the rounding of coordinates. */
const ROUNDING = 1e-9;
const ROUNDING_OF_CELLS = 1e-6;
/** Who is in neighborhoods up to this part is inside: their borders were drawn twice. */
const INSIDE = 1 - 1e-6;

/**
 * Puts people where they live: those of points as they are, those of outlines evenly on their ground, cut along the outlines of
 * neighborhoods; groups like all people. Who lives in several neighborhoods lives in each, and counts for the city in the smallest.
 */
export function spreadPopulation(places: PopulationPlaces, work: PlacingWork): PeopleOutside {
  const columns = [places.population, ...Object.values(places.groups)];
  const outside = columns.map(() => new Sum());
  for (const place of inOrder(places)) {
    const people = columns.map((column) => column[place]);
    if (!people.some((count) => count > 0)) continue;
    const polygons = polygonsOf(places, place);
    const share =
      polygons.length === 0
        ? placePoint([places.lon[place], places.lat[place]], people, work)
        : placeOutline(polygons, people, work);
    outside.forEach((sum, column) => {
      sum.add(people[column] * share);
    });
    if (share > 0 && people[0] > 0) work.onOutside(places.ids[place] ?? null);
  }
  const [population, ...groups] = outside.map(({ value }) => value);
  return { population, groups: Object.fromEntries(Object.keys(places.groups).map((id, group) => [id, groups[group]])) };
}

/** Gives the part of the people that is in no neighborhood: all or nobody. */
function placePoint([lon, lat]: readonly [number, number], people: readonly number[], work: PlacingWork): number {
  const holders = work.grounds.holding(lon, lat);
  holders.forEach((ground, i) => {
    // two that share but a border drawn twice: one of them has it
    if (i > 0 && !ground.shared.some((shared) => holders.includes(shared.with))) return;
    work.booksOf(ground.row).addPoint(lon, lat, people, i === 0 ? people[0] : 0);
  });
  return holders.length === 0 ? 1 : 0;
}

/** What an outline shares with a neighborhood. */
interface Part {
  readonly ground: Ground;
  readonly sides: Sides;
  /** Of the outline. */
  readonly share: number;
}

/** Gives the part of the people that is in no neighborhood. */
function placeOutline(polygons: readonly PolygonRings[], people: readonly number[], work: PlacingWork): number {
  const outline = outlineOf(polygons);
  const own = groundOf(polygons, work.mayCross);
  const all = squareMetersBetween(own.sides);
  if (!(all > 0)) return placePoint(interiorPoint(polygons[0] ?? []), people, work);
  const parts = partsOf(polygons, outline, own.sides, all, work.grounds);
  const counts = people.map((count) => peopleOfParts(count, parts));
  let inside = 0;
  parts.forEach((part, i) => {
    const there = counts.map((count) => count[i] as number);
    inside += part.share * placePart(part, there, outline, work);
  });
  return inside > INSIDE ? 0 : 1 - inside;
}

/** Finds what neighborhoods hold of an outline, the smallest first. */
function partsOf(
  polygons: readonly PolygonRings[],
  outline: Outline,
  sides: Sides,
  squareMeters: SquareMeters,
  grounds: Grounds,
): readonly Part[] {
  const partIn = (ground: Ground): Part | null => {
    const held = sidesIn(outline, sides, ground);
    const share = squareMetersBetween(held) / squareMeters;
    if (!(share > ROUNDING)) return null;
    return share > 1 - ROUNDING ? { ground, sides, share: 1 } : { ground, sides: held, share };
  };
  const near = grounds.near(outline.bounds);
  // mostly one holds all of it: that is the one which holds a place inside, and its neighbors need not be looked at
  const likely = near.length < 2 ? undefined : holderOf(interiorPoint(polygons[0] ?? []), near);
  const part = likely === undefined ? null : partIn(likely);
  if (part?.share === 1 && likely?.sharing.length === 0) return [part];
  return near.flatMap((ground): Part[] => {
    const found = ground === likely ? part : partIn(ground);
    return found === null ? [] : [found];
  });
}

function holderOf([lon, lat]: LonLat, grounds: readonly Ground[]): Ground | undefined {
  return grounds.find((ground) => holdsPlace(ground.outline, lon, lat));
}

/** Shares people out among the neighborhoods of an outline; where these hold it once and wholly, to the last bit. */
function peopleOfParts(count: number, parts: readonly Part[]): ArrayLike<number> {
  const isOverlapping = parts.some(({ ground }) => ground.shared.length > 0);
  const inside = parts.reduce((sum, { share }) => sum + share, 0);
  if (!isOverlapping && inside > INSIDE)
    return shareOut(
      count,
      Float64Array.from(parts, ({ share }) => share),
    );
  const round = rounderFor(count);
  return parts.map(({ share }) => (share > 1 - ROUNDING ? count : round(count * share)));
}

/** Places the people of a part in its neighborhood. Gives the share of them that the city counts there. */
function placePart(
  { ground, sides }: Part,
  people: readonly number[],
  outline: Outline,
  { areas, latticeOf, booksOf }: PlacingWork,
): number {
  const area = areas[ground.row] as AreaOrigins;
  const books = booksOf(ground.row);
  const lattice = latticeOf(ground.row);
  const cells = lattice.cut(sides);
  const smaller = ground.shared
    .map((shared) => shared.with)
    .filter((other) => overlap(other.outline.bounds, outline.bounds));
  const free = freePart(cells, ground, smaller, outline, lattice);
  const total = cells.squareMeters.reduce((sum, squareMeters) => sum + squareMeters, 0);
  const counted = free === null ? 1 : cells.squareMeters.reduce((sum, each, i) => sum + each * free[i], 0) / total;
  if (cells.count === 0 || (books.hasOwnPlaces && !(total >= lattice.cellSquareMeters))) {
    // smaller than a cell: it is a place of its own
    const largest = cells.squareMeters.indexOf(cells.squareMeters.reduce((most, each) => Math.max(most, each), 0));
    const [lon, lat] = largest < 0 ? [sides[0], sides[1]] : [cells.lon[largest], cells.lat[largest]];
    books.addPoint(lon, lat, people, free === null ? people[0] : people[0] * counted);
    return cells.count === 0 ? 1 : counted;
  }
  const origins = Array.from(cells.row, (row, i) => area.originAt(row, cells.column[i]) ?? 0);
  people.forEach((count, column) => {
    shareOut(count, cells.squareMeters).forEach((part, i) => {
      const origin = origins[i] as number;
      (books.columns[column] as number[])[origin] += part;
      if (column === 0) books.counted[origin] += free === null ? part : part * free[i];
    });
  });
  return counted;
}

/** By cell, which part of what an outline and a neighborhood hold no smaller one holds; `null` = all of it. */
function freePart(
  cells: LatticeCells,
  ground: Ground,
  smaller: readonly Ground[],
  outline: Outline,
  lattice: Lattice,
): Float64Array | null {
  if (smaller.length === 0) return null;
  const taken = lattice.cut(sidesOfAll([[outline], [ground.outline], smaller.map((other) => other.outline)]));
  let next = 0;
  return cells.squareMeters.map((squareMeters, i) => {
    const isBefore = () =>
      taken.row[next] < cells.row[i] || (taken.row[next] === cells.row[i] && taken.column[next] < cells.column[i]);
    while (next < taken.count && isBefore()) next++;
    if (taken.row[next] !== cells.row[i] || taken.column[next] !== cells.column[i]) return 1;
    const part = taken.squareMeters[next] / squareMeters;
    return part < ROUNDING_OF_CELLS ? 1 : part > 1 - ROUNDING_OF_CELLS ? 0 : 1 - part;
  });
}

/** Gives the sides of what a neighborhood holds of an outline: where no border comes near, of all of it or of nothing. */
function sidesIn(outline: Outline, sides: Sides, ground: Ground): Sides {
  const { bounds } = outline;
  if (comesNear(ground.outline, bounds)) return sidesOfAll([[outline], [ground.outline]]);
  return holdsPlace(ground.outline, bounds.west, bounds.south) ? sides : [];
}

/** Sums of floating-point numbers depend on the order: takes the places in an order of their own, not that of the file. */
function inOrder({ count, ids, population, lon, lat, groups }: PopulationPlaces): Uint32Array {
  const columns = [lon, lat, population, ...Object.values(groups)];
  return Uint32Array.from({ length: count }, (_, place) => place).sort((a, b) => {
    for (const column of columns) if (column[a] !== column[b]) return column[a] - column[b];
    return compareText(ids[a] ?? "", ids[b] ?? "");
  });
}

function polygonsOf({ firstPolygon, polygons }: PopulationPlaces, place: number): readonly PolygonRings[] {
  return firstPolygon.length === 0 ? NO_POLYGONS : polygons.slice(firstPolygon[place], firstPolygon[place + 1]);
}

const NO_POLYGONS: readonly PolygonRings[] = [];
