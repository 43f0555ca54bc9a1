import { FacilityIndex } from "../src/facilities/facility-index.js";
import type { Facility } from "../src/model/facts.js";
import { type Random, seededRandom } from "../test/support/random.js";
import { recordEntry } from "./entries.js";

const COUNTS = [50_000, 200_000, 1_000_000];
const PLACES = 200;
const RUNS = 5;
const METERS = [500, 1000, 3000];
/** The side of the city, in degrees: some 40 km. */
const SIDE = 0.4;
const CATEGORY = "shop";

/** Counts what is within reach of places in a straight line: by boxes of the index, and by listing all of it, which is the twin of its test. */
export function measureStraightCounts(): string {
  const rows = COUNTS.flatMap((count) => {
    const random = seededRandom(count);
    const index = new FacilityIndex(Array.from({ length: count }, (_, i) => facilityAt(`f${i}`, drawPlace(random))));
    const places = Array.from({ length: PLACES }, () => drawPlace(random));
    return METERS.map((meters) => {
      const isNear = (distance: number) => distance <= meters;
      const [boxesMs, listedMs] = bestOf(
        () => sumOver(places, (place) => index.countNear(place, CATEGORY, meters, isNear)),
        () => sumOver(places, (place) => index.within(place, meters, { category: CATEGORY }).length),
      );
      recordEntry(`${count} facilities, ${meters} m`, "× listing them", boxesMs / listedMs);
      const times = [boxesMs, listedMs].map((ms) => ((1000 * ms) / PLACES).toFixed(0));
      return `| ${count.toLocaleString("en")} | ${meters} | ${times.join(" | ")} | ${(boxesMs / listedMs).toFixed(2)} |`;
    });
  });
  return [
    "## Counts in a straight line",
    "",
    `Processor time for one place, µs, the best of ${RUNS} by turns over ${PLACES} places; facilities lie all over a city of some 40 km.`,
    "",
    "| facilities | within, m | by boxes | by a list | ratio |",
    "| ---: | ---: | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
}

function drawPlace(random: Random): readonly [number, number] {
  return [104 + SIDE * random(), 30 + SIDE * random()];
}

function facilityAt(id: string, location: readonly [number, number]): Facility {
  const none = { name: null, outline: [], isArea: false, areaSquareMeters: null, attributes: {} };
  return { id, categories: [CATEGORY], location, entrances: [location], ...none };
}

function sumOver<T>(things: readonly T[], countOf: (thing: T) => number): number {
  return things.reduce((sum, thing) => sum + countOf(thing), 0);
}

/** Best times of both, in milliseconds. @throws if they do not count the same */
function bestOf(boxes: () => number, listed: () => number): readonly [number, number] {
  const best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < RUNS; run++) {
    const counts = [boxes, listed].map((count, way) => {
      const start = process.cpuUsage();
      const found = count();
      best[way] = Math.min(best[way] as number, process.cpuUsage(start).user / 1000);
      return found;
    });
    if (counts[0] !== counts[1]) throw new Error(`counted ${counts.join(" and ")}`);
  }
  return best;
}
