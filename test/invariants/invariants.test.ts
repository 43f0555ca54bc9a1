import type { Feature } from "geojson";
import { afterEach, describe, expect, test } from "vitest";
import { computeCoverage, prepareCity } from "../../src/index.js";
import { completeness, slowestNeed } from "../../src/measures/index.js";
import type { AreaCoverage, CoverageReport } from "../../src/model/report.js";
import { pointFeature } from "../support/desert-grid.js";
import { seededRandom, shuffled } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { type TownInput, toTownInput } from "../support/town-input.js";
import { walkingAt } from "../support/travel-city.js";

const SEEDS = Array.from({ length: 25 }, (_, seed) => seed + 300);
const walker = walkingAt(1.2, {
  stepsSpeedMetersPerSecond: 0.5,
  offStreetSpeedMetersPerSecond: 0.8,
  maxAccessMeters: 200,
});
const standard = standardOf([
  { category: "shop", threshold: { time: 400 } },
  { category: "school", threshold: { network: 500 } },
  {
    category: "park",
    threshold: { time: 300 },
    necessity: "optional",
    orElse: [{ category: "shop", threshold: { time: 200 } }],
  },
]);
const options = { standard, profile: walker, originSpacingMeters: 150 };
const townOf = (seed: number) => randomTown(seed, { originCount: 20 });
const inputOf = (seed: number) => toTownInput(townOf(seed), seed);
const cover = (input: TownInput) => computeCoverage(input, options);
const bytes = (report: CoverageReport) => JSON.stringify(report);

function withLayer(
  input: TownInput,
  layer: "neighborhoods" | "facilities" | "streets" | "population",
  change: (features: Feature[]) => Feature[],
): TownInput {
  return { ...input, [layer]: { type: "FeatureCollection", features: change(input[layer].features) } };
}
function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
/** Every number of the report, with its path; ids and names are left out. */
function numbersOf(value: unknown, path = ""): [string, number][] {
  if (typeof value === "number") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => numbersOf(part, `${path}/${key}`));
}
function expectSameNumbers(a: CoverageReport, b: CoverageReport, seed: number, digits = 6): void {
  const known = new Map(numbersOf({ city: a.city, neighborhoods: a.neighborhoods }));
  const found = numbersOf({ city: b.city, neighborhoods: b.neighborhoods });
  expect(found.map(([path]) => path)).toEqual([...known.keys()]);
  for (const [path, number] of found)
    expect(number, `town ${seed} ${path}`).toBeCloseTo(known.get(path) ?? Number.NaN, digits);
}
const areasOf = ({ city, neighborhoods }: CoverageReport): AreaCoverage[] => [city, ...neighborhoods];

const prototypeKeys = Reflect.ownKeys(Object.prototype).length;
afterEach(() => {
  expect(Reflect.ownKeys(Object.prototype).length).toBe(prototypeKeys);
});

describe("a report", () => {
  test("is made from deeply frozen input and options, which stay as they are", () => {
    for (const seed of SEEDS.slice(0, 8)) {
      const input = deepFreeze(inputOf(seed));
      const before = JSON.stringify(input);
      expect(bytes(computeCoverage(input, deepFreeze({ ...options })))).toBe(bytes(cover(inputOf(seed))));
      expect(JSON.stringify(input)).toBe(before);
    }
  });
  test("is JSON: it survives writing and reading", () => {
    for (const seed of SEEDS) {
      const report = cover(inputOf(seed));
      expect(JSON.parse(bytes(report))).toEqual(report);
    }
  });
  test("has the same bytes for the same input, prepared or not, asked once or twice", () => {
    for (const seed of SEEDS) {
      const direct = bytes(cover(inputOf(seed)));
      const prepared = prepareCity(inputOf(seed), { standard, originSpacingMeters: 150 });
      const ask = () => bytes(computeCoverage(prepared, { standard, profile: walker }));
      expect(ask()).toBe(direct);
      computeCoverage(prepared, { profile: walkingAt(0.7) });
      expect(ask()).toBe(direct);
    }
  });
  test("has the same bytes in whatever order facilities, streets and people come", () => {
    for (const seed of SEEDS) {
      const random = seededRandom(seed);
      let input = inputOf(seed);
      const before = bytes(cover(input));
      for (const layer of ["facilities", "streets", "population"] as const)
        input = withLayer(input, layer, (features) => shuffled(random, features));
      expect(bytes(cover(input))).toBe(before);
    }
  });
  test("keeps neighborhoods in the order of the input, with the same numbers in any order", () => {
    for (const seed of SEEDS.slice(0, 10)) {
      const input = inputOf(seed);
      const report = cover(input);
      const reversed = cover(withLayer(input, "neighborhoods", (features) => [...features].reverse()));
      expect(reversed.neighborhoods.map(({ id }) => id)).toEqual(["far", "ne", "nw", "se", "sw"]);
      expect([...reversed.neighborhoods].reverse()).toEqual(report.neighborhoods);
      expectSameNumbers({ ...report, neighborhoods: [] }, { ...reversed, neighborhoods: [] }, seed, 9);
    }
  });
  test("changes no number when everything is renamed, and takes up no other property", () => {
    for (const seed of SEEDS) {
      let input = inputOf(seed);
      const before = cover(input);
      for (const layer of ["facilities", "streets", "population", "neighborhoods"] as const)
        input = withLayer(input, layer, (features) =>
          features.map((feature, i) => ({
            ...feature,
            properties: {
              ...feature.properties,
              id: `__proto__${features.length - i}`,
              name: `<b>${i}`,
              irrelevant: i,
            },
          })),
        );
      expectSameNumbers(before, cover(input), seed, 9);
    }
  });
  test("does not change when the far side of the world gets a shop", () => {
    for (const seed of SEEDS.slice(0, 8)) {
      const input = inputOf(seed);
      const [lon, lat] = townOf(seed).at(0, 0);
      const far = pointFeature([lon + 2, lat + 1], { id: "far", category: "shop" });
      expectSameNumbers(
        cover(input),
        cover(withLayer(input, "facilities", (features) => [...features, far])),
        seed,
        12,
      );
    }
  });
});

describe("opening a facility", () => {
  test("never lengthens a trip and never lowers a share or a count", () => {
    for (const seed of SEEDS) {
      const input = inputOf(seed);
      const { at, sizeMeters } = townOf(seed);
      const random = seededRandom(seed);
      const place = at(random() * sizeMeters, random() * sizeMeters);
      const before = areasOf(cover(input));
      const shop = pointFeature(place, { id: "new", category: "shop" });
      areasOf(cover(withLayer(input, "facilities", (features) => [...features, shop]))).forEach((after, row) => {
        for (const id of ["shop", "park"]) {
          const [old, now] = [before[row]?.requirements[id], after.requirements[id]];
          if (old === undefined || now === undefined || old.status === "no-data") continue;
          expect(now.population.share ?? 0).toBeGreaterThanOrEqual(old.population.share ?? 0);
          expect(now.area.share ?? 0).toBeGreaterThanOrEqual(old.area.share ?? 0);
          expect(now.within?.median ?? 0).toBeGreaterThanOrEqual(old.within?.median ?? 0);
        }
      });
    }
  });
  test("twice in the same place changes no time and no share", () => {
    for (const seed of SEEDS.slice(0, 10)) {
      const input = inputOf(seed);
      const twice = cover(
        withLayer(input, "facilities", (features) => [
          ...features,
          ...features.map((feature) => ({
            ...feature,
            properties: { ...feature.properties, id: `${feature.properties?.id} again` },
          })),
        ]),
      );
      areasOf(cover(input)).forEach((area, row) => {
        for (const [id, { seconds, population, area: ground }] of Object.entries(area.requirements))
          expect(areasOf(twice)[row]?.requirements[id]).toMatchObject({ seconds, population, area: ground });
      });
    }
  });
});

describe("a higher threshold", () => {
  test("never lowers a share or a score", () => {
    for (const seed of SEEDS) {
      const input = inputOf(seed);
      let before: CoverageReport | null = null;
      for (const threshold of [60, 150, 300, 450, 600, 1200]) {
        const report = computeCoverage(input, {
          ...options,
          standard: standardOf(["shop", "school"].map((category) => ({ category, threshold: { time: threshold } }))),
        });
        areasOf(report).forEach((area, row) => {
          const old = before === null ? undefined : areasOf(before)[row];
          expect(area.circles.circle?.score ?? 0).toBeGreaterThanOrEqual(old?.circles.circle?.score ?? 0);
          for (const [id, { population, area: ground, within }] of Object.entries(area.requirements)) {
            expect(population.share ?? 0).toBeGreaterThanOrEqual(old?.requirements[id]?.population.share ?? 0);
            expect(ground.share ?? 0).toBeGreaterThanOrEqual(old?.requirements[id]?.area.share ?? 0);
            expect(within?.max ?? 0).toBeGreaterThanOrEqual(old?.requirements[id]?.within?.max ?? 0);
          }
        });
        before = report;
      }
    }
  });
  test("doubled, is the same as speeds doubled", () => {
    for (const seed of SEEDS.slice(0, 12)) {
      const input = inputOf(seed);
      const at = (factor: number, seconds: number) =>
        computeCoverage(input, {
          ...options,
          standard: standardOf([{ category: "shop", threshold: { time: seconds } }]),
          profile: {
            ...walker,
            speedMetersPerSecond: 1.2 * factor,
            stepsSpeedMetersPerSecond: 0.5 * factor,
            offStreetSpeedMetersPerSecond: 0.8 * factor,
          },
        });
      const [slow, fast] = [at(1, 800), at(2, 400)];
      areasOf(slow).forEach((area, row) => {
        const other = areasOf(fast)[row]?.requirements.shop;
        expect(other?.population).toEqual(area.requirements.shop?.population);
        expect(other?.within).toEqual(area.requirements.shop?.within);
        // edges are rounded to the same unit at both speeds
        expect(other?.seconds?.median ?? 0).toBeCloseTo((area.requirements.shop?.seconds?.median ?? 0) / 2, 4);
        expect(other?.nearest?.meters ?? 0).toBeCloseTo(area.requirements.shop?.nearest?.meters ?? 0, 4);
      });
    }
  });
});

describe("how the streets are drawn", () => {
  const lineOf = (feature: Feature) => (feature.geometry as { coordinates: number[][] }).coordinates;
  const redraw = (feature: Feature, coordinates: number[][], properties: object = {}): Feature => ({
    ...feature,
    properties: { ...feature.properties, ...properties },
    geometry: { type: "LineString", coordinates },
  });
  const unchanged = (change: (features: Feature[], seed: number) => Feature[], digits = 6) => {
    for (const seed of SEEDS) {
      const input = inputOf(seed);
      const changed = cover(withLayer(input, "streets", (features) => change(features, seed)));
      expectSameNumbers(cover(input), changed, seed, digits);
    }
  };
  test("changes nothing when every line is drawn the other way", () => {
    const flipped: Record<string, string> = { yes: "-1", "-1": "yes" };
    unchanged((features) =>
      features.map((feature) => {
        const oneWay = flipped[feature.properties?.["oneway:foot"]];
        const nodes = feature.properties?.nodes as unknown[] | undefined;
        return redraw(feature, [...lineOf(feature)].reverse(), {
          ...(oneWay === undefined ? {} : { "oneway:foot": oneWay }),
          ...(nodes === undefined ? {} : { nodes: [...nodes].reverse() }),
        });
      }),
    );
  });
  test("changes less than half a millisecond when edges are split in two", () => {
    // half of the degrees of an edge is not exactly half of its metres: a degree shrinks toward the pole
    unchanged((features, seed) => {
      const random = seededRandom(seed);
      return features.map((feature) => {
        const nodes = feature.properties?.nodes as unknown[] | undefined;
        const coordinates: number[][] = [];
        const names: unknown[] = [];
        lineOf(feature).forEach((place, i, line) => {
          const before = line[i - 1];
          if (before !== undefined && random() < 0.5) {
            const part = random();
            coordinates.push(before.map((number, axis) => number + part * ((place[axis] ?? 0) - number)));
            names.push(`${feature.properties?.id} split ${i}`);
          }
          coordinates.push(place);
          names.push(nodes?.[i]);
        });
        return redraw(feature, coordinates, nodes === undefined ? {} : { nodes: names });
      });
    }, 3);
  });
  test("changes nothing when streets with node ids are cut into streets of one edge", () => {
    unchanged((features) =>
      features.flatMap((feature) => {
        const nodes = feature.properties?.nodes as unknown[] | undefined;
        if (nodes === undefined) return [feature]; // cut below a bridge, it would end there and so meet it
        const ends = lineOf(feature).slice(1);
        return ends.map((to, i) =>
          redraw(feature, [lineOf(feature)[i] ?? [], to], {
            id: `${feature.properties?.id}/${i}`,
            nodes: nodes.slice(i, i + 2),
          }),
        );
      }),
    );
  });
  test("changes nothing when some streets are there twice", () => {
    unchanged((features, seed) => {
      const random = seededRandom(seed);
      return features.flatMap((feature) =>
        random() < 0.5
          ? [feature]
          : [feature, redraw(feature, lineOf(feature), { id: `${feature.properties?.id} again` })],
      );
    });
  });
  test("changes nothing when some streets are there twice, once in each direction", () => {
    unchanged((features, seed) => {
      const random = seededRandom(seed);
      return features.flatMap((feature) => {
        const nodes = feature.properties?.nodes as unknown[] | undefined;
        if (random() < 0.3 || feature.properties?.["oneway:foot"] !== undefined) return [feature];
        const properties = {
          id: `${feature.properties?.id} back`,
          ...(nodes === undefined ? {} : { nodes: [...nodes].reverse() }),
        };
        return [feature, redraw(feature, [...lineOf(feature)].reverse(), properties)];
      });
    });
  });
});

describe("measures", () => {
  test("say the same as the requirements they are made of", () => {
    for (const seed of SEEDS.slice(0, 10)) {
      const standardOfOne = standardOf([{ category: "shop", threshold: { time: 400 } }]);
      const report = computeCoverage(inputOf(seed), {
        ...options,
        standard: standardOfOne,
        measures: [completeness(400), slowestNeed(800)],
      });
      for (const { measures, requirements } of areasOf(report)) {
        const { population, area, seconds } = requirements.shop ?? {};
        const share = (population?.total ?? 0) > 0 ? population?.share : area?.share;
        const mean = measures?.["completeness-400s"]?.mean;
        if (share === null || share === undefined) expect(mean).toBeNull();
        else expect(mean).toBeCloseTo(share, 9);
        expect(measures?.["slowest-need-800s"]?.median ?? null).toBe(seconds?.median ?? null);
      }
    }
  });
});

test("the towns of these tests have something to lose", () => {
  const reports = SEEDS.map((seed) => cover(inputOf(seed)));
  const partly = reports.filter(({ city }) =>
    Object.values(city.requirements).some(({ status }) => status === "partly"),
  );
  expect(partly.length).toBeGreaterThan(15);
});
