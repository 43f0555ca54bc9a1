// Origins by their definition, cell by cell: the slow twin of origins/build-origins.ts, for neighborhoods of convex parts.
import type { LonLat } from "../../src/base/words.js";
import { metersPerDegree } from "../../src/geo/distance.js";
import { containsPoint } from "../../src/geo/rings.js";
import type { Neighborhood, PolygonRings } from "../../src/model/facts.js";
import type { PopulationPlace } from "../support/population.js";

type Box = readonly [west: number, south: number, east: number, north: number];
/** Convex, counterclockwise, not closed. */
type Convex = readonly LonLat[];

/** The ground and the people of a neighborhood in one cell, and what of them the city counts. */
export interface SlowCell {
  readonly neighborhood: number;
  readonly box: Box;
  squareMeters: number;
  countedSquareMeters: number;
  people: number;
  countedPeople: number;
}

/** Cuts everything along everything, and adds up. Outlines smaller than a cell are not looked at: they are places of their own. */
export function slowOrigins(
  neighborhoods: readonly Neighborhood[],
  population: readonly PopulationPlace[] | null,
  spacingMeters: number,
): { readonly cells: readonly SlowCell[]; readonly outside: number } {
  const grounds = neighborhoods.map(({ polygons }) => polygons.map(toConvex));
  const sizes = grounds.map((ground) => unionArea(ground));
  const order = [...sizes.keys()].sort((a, b) => sizes[a] - sizes[b]);
  const smallerThan = (row: number) =>
    order.slice(0, order.indexOf(row)).filter((other) => unionArea(meet(grounds[other], grounds[row])) > 0);
  const cells: SlowCell[] = [];
  let outside = 0;
  grounds.forEach((ground, neighborhood) => {
    const smaller = smallerThan(neighborhood).flatMap((other) => grounds[other]);
    for (const box of boxesAround(ground, spacingMeters)) {
      const density = squareMetersPerDegree(box);
      const inBox = meet(ground, [ofBox(box)]);
      const whole = unionArea(inBox);
      if (!(whole > 1e-7 * unionArea([ofBox(box)]))) continue;
      const taken = unionArea(meet(inBox, smaller));
      cells.push({
        ...{ neighborhood, box, squareMeters: whole * density, countedSquareMeters: (whole - taken) * density },
        ...{ people: 0, countedPeople: 0 },
      });
    }
  });
  const spread = (people: number, piece: readonly Convex[], share: number, to: number) => {
    const smaller = smallerThan(to).flatMap((other) => grounds[other]);
    const inside = meet(piece, grounds[to]);
    const all = unionArea(piece);
    let counted = 0;
    for (const cell of cells.filter(({ neighborhood, squareMeters }) => neighborhood === to && squareMeters > 0)) {
      const own = meet(inside, [ofBox(cell.box)]);
      const there = (people * share * unionArea(own)) / all;
      const free = unionArea(own) === 0 ? 0 : 1 - unionArea(meet(own, smaller)) / unionArea(own);
      cell.people += there;
      cell.countedPeople += there * free;
      counted += there * free;
    }
    return counted;
  };
  for (const { population: people, location, polygons } of population ?? []) {
    if (location !== null) {
      const holders = order.filter((row) => containsPoint(neighborhoods[row].polygons, ...location));
      if (holders.length === 0) outside += people;
      holders.forEach((neighborhood, i) => {
        const box = [...location, ...location] as unknown as Box;
        const counted = i === 0 ? people : 0;
        cells.push({ neighborhood, box, squareMeters: 0, countedSquareMeters: 0, people, countedPeople: counted });
      });
    } else {
      let counted = 0;
      neighborhoods.forEach((_, row) => {
        counted += spread(people, polygons.map(toConvex), 1, row);
      });
      outside += people - counted;
    }
  }
  if (population === null)
    neighborhoods.forEach(({ population: people }, row) => {
      if (people === null) return;
      for (const cell of cells)
        if (cell.neighborhood === row) cell.people += (people * cell.squareMeters) / squareMetersOf(cells, row);
    });
  return { cells, outside };
}

/** Cuts ground of a use along everything: by cell of each neighborhood, how much of it there is, and how much the city counts. */
export function slowGroundOfUse(
  neighborhoods: readonly Neighborhood[],
  uses: readonly PolygonRings[],
  spacingMeters: number,
): readonly SlowCell[] {
  const grounds = neighborhoods.map(({ polygons }) => polygons.map(toConvex));
  const sizes = grounds.map((ground) => unionArea(ground));
  const used = uses.map(toConvex);
  return slowOrigins(neighborhoods, null, spacingMeters).cells.map((cell) => {
    const { box, neighborhood } = cell;
    const density = squareMetersPerDegree(box);
    const there = meet(meet(grounds[neighborhood], [ofBox(box)]), used);
    const smaller = grounds.filter((_, other) => sizes[other] < sizes[neighborhood]).flat();
    const whole = unionArea(there);
    return {
      ...cell,
      squareMeters: whole * density,
      countedSquareMeters: (whole - unionArea(meet(there, smaller))) * density,
    };
  });
}

function squareMetersOf(cells: readonly SlowCell[], row: number): number {
  return cells.reduce((sum, cell) => sum + (cell.neighborhood === row ? cell.squareMeters : 0), 0);
}

function boxesAround(ground: readonly Convex[], spacingMeters: number): Box[] {
  const latStep = spacingMeters / metersPerDegree(45).lat;
  const lats = ground.flat().map(([, lat]) => lat);
  const lons = ground.flat().map(([lon]) => lon);
  const boxes: Box[] = [];
  for (let row = Math.floor(Math.min(...lats) / latStep); row * latStep < Math.max(...lats); row++) {
    const lonStep = spacingMeters / metersPerDegree((row + 0.5) * latStep).lon;
    for (let column = Math.floor(Math.min(...lons) / lonStep); column * lonStep < Math.max(...lons); column++)
      boxes.push([column * lonStep, row * latStep, (column + 1) * lonStep, (row + 1) * latStep]);
  }
  return boxes;
}

function squareMetersPerDegree([, south, , north]: Box): number {
  const scale = metersPerDegree((south + north) / 2);
  return scale.lon * scale.lat;
}

function ofBox([west, south, east, north]: Box): Convex {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

function toConvex([ring = []]: PolygonRings): Convex {
  const corners = ring.slice(1);
  return signedArea(corners) < 0 ? corners.reverse() : corners;
}

/** What two grounds share, piece by piece. */
function meet(one: readonly Convex[], other: readonly Convex[]): Convex[] {
  return one.flatMap((a) => other.map((b) => intersect(a, b)).filter((piece) => signedArea(piece) > 1e-18));
}

/** The area of convex pieces together, in square degrees: all, less what pairs share, and what three share, and so on. */
function unionArea(pieces: readonly Convex[]): number {
  const [first, ...others] = pieces;
  if (first === undefined) return 0;
  return signedArea(first) + unionArea(others) - unionArea(meet([first], others));
}

/** Clips one convex piece by the sides of another. */
function intersect(piece: Convex, by: Convex): Convex {
  let points = [...piece];
  by.forEach((to, i) => {
    const from = by.at(i - 1) as LonLat;
    const leftOf = ([lon, lat]: LonLat) => (to[0] - from[0]) * (lat - from[1]) - (to[1] - from[1]) * (lon - from[0]);
    points = points.flatMap((point, j) => {
      const before = points.at(j - 1) as LonLat;
      const [was, is] = [leftOf(before), leftOf(point)];
      const kept = is >= 0 ? [point] : [];
      if (was >= 0 === is >= 0) return kept;
      const at = was / (was - is);
      const cut: LonLat = [before[0] + at * (point[0] - before[0]), before[1] + at * (point[1] - before[1])];
      return [cut, ...kept];
    });
  });
  return points;
}

function signedArea(points: Convex): number {
  const [x, y] = points[0] ?? [0, 0];
  let twice = 0;
  points.forEach((point, i) => {
    const before = points.at(i - 1) as LonLat;
    twice += (before[0] - x) * (point[1] - y) - (point[0] - x) * (before[1] - y);
  });
  return twice / 2;
}
