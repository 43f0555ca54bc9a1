import type { LonLat, Tags } from "../../src/base/words.js";
import type { Facility } from "../../src/model/facts.js";
import { degreeMeters } from "../oracle/oracle-geodesy.js";
import { draw, drawIndex, type Random, seededRandom } from "./random.js";
import type { Street } from "./streets.js";

/** A made-up town with everything that makes walking difficult. */
export interface RandomTown {
  readonly streets: readonly Street[];
  readonly facilities: readonly Facility[];
  readonly origins: readonly LonLat[];
  readonly categories: readonly string[];
  /** A place so many metres east and north of the south-west corner. */
  readonly at: (east: number, north: number) => LonLat;
  readonly sizeMeters: number;
}

const BLOCK_METERS = 120;
const CATEGORIES = ["shop", "school", "park"];

export interface RandomTownOptions {
  readonly originCount?: number;
  readonly facilityCount?: number;
  /** Draws the tags of a street. Default: streets, steps, motorways and one-way footways. */
  readonly tagsOf?: (random: Random) => Tags;
}

/**
 * Draws a town: crooked blocks with gaps, steps, a motorway, one-way footways, a bridge across it all, a separate
 * island and a fragment; facilities and origins on and off the streets, some of them far out in the fields.
 */
export function randomTown(
  seed: number,
  { originCount = 12, facilityCount = 10, tagsOf = drawTags }: RandomTownOptions = {},
): RandomTown {
  const random = seededRandom(seed);
  const size = 4 + drawIndex(random, 3);
  const corner: LonLat = [random() * 300 - 150, random() * 130 - 60];
  const scale = degreeMeters(corner[1]);
  const at = (east: number, north: number): LonLat => [corner[0] + east / scale.lon, corner[1] + north / scale.lat];
  const sizeMeters = size * BLOCK_METERS;
  const streets = drawStreets(random, size, at, tagsOf);
  const anywhere = () => (random() < 0.9 ? random() * sizeMeters : sizeMeters * (random() * 4 - 1.5));
  return {
    streets: random() < 0.5 ? streets : withNodeIds(streets),
    facilities: Array.from({ length: facilityCount }, (_, i) => drawFacility(random, i, anywhere, at)),
    origins: Array.from({ length: originCount }, () => at(anywhere(), anywhere())),
    categories: CATEGORIES,
    at,
    sizeMeters,
  };
}

function drawStreets(random: Random, size: number, at: RandomTown["at"], tagsOf: (random: Random) => Tags): Street[] {
  const crooked = () => (random() - 0.5) * 50;
  const node = Array.from({ length: size + 1 }, (_, x) =>
    Array.from({ length: size + 1 }, (_, y) => at(x * BLOCK_METERS + crooked(), y * BLOCK_METERS + crooked())),
  );
  const nodeAt = (x: number, y: number) => (node[x] as LonLat[])[y] as LonLat;
  const streets: Street[] = [];
  const add = (coordinates: readonly LonLat[], tags: Tags) =>
    streets.push({ id: `w${streets.length}`, coordinates, nodeIds: null, tags });
  const middle = (a: LonLat, b: LonLat): LonLat => [
    (a[0] + b[0]) / 2 + (random() - 0.5) * 3e-4,
    (a[1] + b[1]) / 2 + (random() - 0.5) * 3e-4,
  ];
  for (let line = 0; line <= size; line++)
    for (const isRow of [true, false]) {
      let run: LonLat[] = [];
      const place = (step: number) => (isRow ? nodeAt(step, line) : nodeAt(line, step));
      for (let step = 0; step < size; step++) {
        if (random() < 0.15) {
          if (run.length > 1) add(run, tagsOf(random));
          run = [];
          continue;
        }
        if (run.length === 0) run.push(place(step));
        if (random() < 0.3) run.push(middle(place(step), place(step + 1)));
        run.push(place(step + 1));
        if (random() < 0.4) {
          add(run, tagsOf(random));
          run = [];
        }
      }
      if (run.length > 1) add(run, tagsOf(random));
    }
  // a diagonal over the crossings at (1, 1) and (2, 2), down to the street at both ends
  const bridge = { highway: "footway", bridge: "yes", layer: "1" };
  add([nodeAt(0, 0), nodeAt(1, 1), nodeAt(2, 2), nodeAt(3, 3)], bridge);
  const far = size * BLOCK_METERS + 300;
  add([at(far, 0), at(far, 260), at(far + 280, 270), at(far + 270, 20), at(far, 0)], { highway: "residential" }); // an island
  add([at(far, 500), at(far + 90, 510)], { highway: "footway" }); // a fragment
  const [east, north] = [random() * size * BLOCK_METERS, random() * size * BLOCK_METERS];
  add([at(east, north), at(east + 60, north + 25)], { highway: "footway" }); // a fragment in the midst of the town
  return streets;
}

function drawTags(random: Random): Tags {
  const dice = random();
  if (dice < 0.1) return { highway: "steps" };
  if (dice < 0.15) return { highway: "motorway" };
  if (dice < 0.2) return { highway: "footway", "oneway:foot": "yes" };
  if (dice < 0.25) return { highway: "footway", "oneway:foot": "-1" };
  return { highway: "residential" };
}

/** Names every vertex by its coordinates; a vertex in the middle of a bridge gets a name of its own. */
function withNodeIds(streets: readonly Street[]): Street[] {
  return streets.map((street) => ({
    ...street,
    nodeIds: street.coordinates.map(([lon, lat], i) => {
      const isAbove = street.tags.bridge === "yes" && i > 0 && i < street.coordinates.length - 1;
      return isAbove ? `${street.id} above ${i}` : `${lon} ${lat}`;
    }),
  }));
}

function drawFacility(random: Random, row: number, anywhere: () => number, at: RandomTown["at"]): Facility {
  const [east, north] = [anywhere(), anywhere()];
  const kind = random();
  const size = () => 20 + random() * 150;
  const area: LonLat[] = [at(east, north), at(east + size(), north - 10), at(east + size(), north + size())];
  const common = {
    id: `f${row}`,
    name: null,
    categories: random() < 0.2 ? ["shop", "school"] : [draw(random, CATEGORIES)],
    location: at(east, north),
    areaSquareMeters: null,
    attributes: {},
  };
  if (kind < 0.5) return { ...common, entrances: [at(east, north)], outline: [], isArea: false };
  if (kind < 0.65)
    return { ...common, entrances: [at(east, north), at(east + size(), north + size())], outline: [], isArea: false };
  if (kind < 0.75)
    return { ...common, entrances: [at(east, north)], outline: [[...area, area[0] as LonLat]], isArea: true };
  if (kind < 0.9) return { ...common, entrances: [], outline: [[...area, area[0] as LonLat]], isArea: true };
  return { ...common, entrances: [], outline: [area], isArea: false };
}
