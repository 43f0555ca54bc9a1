import { describe, expect, test } from "vitest";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import type { CoverageReport } from "../../src/model/report.js";
import type { Denominator } from "../../src/model/standard.js";
import { straightLine } from "../../src/travel/straight-line.js";
import { degreeMeters } from "../oracle/oracle-geodesy.js";
import { drawIndex, type Random, seededRandom } from "../support/random.js";
import { standardOf } from "../support/test-standard.js";

/** A town of squares of 400 m with people at points, some of them elderly, and shops and clinics anywhere. */
interface Town {
  readonly people: readonly { readonly x: number; readonly y: number; readonly all: number; readonly old: number }[];
  readonly places: readonly {
    readonly x: number;
    readonly y: number;
    readonly category: string;
    readonly beds: number | null;
  }[];
}

const SIDE = 400;
const COLUMNS = 3;
const CORNER = [104, 30] as const;
const scale = degreeMeters(CORNER[1]);
const at = (x: number, y: number) => [CORNER[0] + x / scale.lon, CORNER[1] + y / scale.lat] as const;

function drawTown(random: Random): Town {
  const anywhere = () => random() * SIDE * COLUMNS;
  const people = Array.from({ length: 40 }, () => {
    const all = 1 + drawIndex(random, 30);
    return { x: anywhere(), y: anywhere(), all, old: drawIndex(random, all + 1) };
  });
  const town = {
    places: Array.from({ length: 14 }, (_, row) => ({
      ...{ x: anywhere(), y: anywhere(), category: row % 2 === 0 ? "shop" : "clinic" },
      beds: random() < 0.3 ? null : drawIndex(random, 60),
    })),
  };
  // who lives on the very edge of a reach is on either side by the last digit of a plane or a sphere
  const isClear = (one: (typeof people)[number]) =>
    town.places.every(({ x, y }) => Math.abs(Math.hypot(x - one.x, y - one.y) - 300) > 2);
  return { ...town, people: people.filter(isClear) };
}

const feature = (coordinates: unknown, type: string, properties: object) => ({
  ...{ type: "Feature", properties },
  geometry: { type, coordinates },
});

function inputOf({ people, places }: Town) {
  const squares = Array.from({ length: COLUMNS * COLUMNS }, (_, row) => {
    const [west, south] = [(row % COLUMNS) * SIDE, Math.floor(row / COLUMNS) * SIDE];
    const ring = [at(west, south), at(west + SIDE, south), at(west + SIDE, south + SIDE), at(west, south + SIDE)];
    return feature([[...ring, ring[0]]], "Polygon", { id: `n${row}` });
  });
  return {
    neighborhoods: { type: "FeatureCollection", features: squares },
    facilities: {
      type: "FeatureCollection",
      features: places.map(({ x, y, category, beds }, row) =>
        feature(at(x, y), "Point", {
          id: `f${row}`,
          kind: category,
          ...(beds === null ? {} : { beds: `${beds} beds` }),
        }),
      ),
    },
    population: {
      type: "FeatureCollection",
      features: people.map(({ x, y, all, old }, row) =>
        feature(at(x, y), "Point", { id: `p${row}`, population: all, old }),
      ),
    },
  };
}

const squareOf = ({ x, y }: { readonly x: number; readonly y: number }) =>
  Math.floor(y / SIDE) * COLUMNS + Math.floor(x / SIDE);

const withTags = (id: string) => ({ osmTags: [`kind=${id}`] });

const standard = standardOf([
  { id: "shop-here", category: "shop", threshold: { inside: true } },
  { id: "shops-here", category: "shop", threshold: { inside: true }, count: 2 },
  { id: "clinic-large", category: "large", threshold: { straight: 300 } },
  {
    id: "clinic",
    category: "clinic",
    threshold: { straight: 300 },
    orElse: [{ category: "shop", threshold: { inside: true } }],
  },
]);
const asked = {
  ...standard,
  categories: standard.categories.map((one) =>
    one.id === "large" ? { ...one, ...withTags("clinic"), minimum: { beds: 30 } } : { ...one, ...withTags(one.id) },
  ),
};

const options = {
  standard: asked,
  travel: [straightLine()],
  smallGroupBelow: 12,
  properties: { population: { groups: { elderly: "old" } } },
};

/** Whether somebody has what each requirement asks for, straight from the definition. */
function verdicts({ places }: Town, person: Town["people"][number]): Readonly<Record<string, boolean>> {
  const within = (meters: number) => (place: Town["places"][number]) =>
    Math.hypot(place.x - person.x, place.y - person.y) <= meters;
  const here = places.filter((place) => squareOf(place) === squareOf(person));
  const shopsHere = here.filter(({ category }) => category === "shop").length;
  const clinics = places.filter(({ category }) => category === "clinic").filter(within(300));
  return {
    "shop-here": shopsHere >= 1,
    "shops-here": shopsHere >= 2,
    "clinic-large": clinics.some(({ beds }) => beds !== null && beds >= 30),
    clinic: clinics.length > 0 || shopsHere >= 1,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe("presence, size and groups equal counting by hand", () => {
  for (let seed = 1; seed <= 25; seed++)
    test(`town ${seed}`, () => {
      const town = drawTown(seededRandom(seed));
      const report: CoverageReport = computeCoverage(inputOf(town), options);
      const found = town.people.map((person) => ({ person, has: verdicts(town, person) }));
      for (const id of Object.keys(verdicts(town, town.people[0] as Town["people"][number]))) {
        for (const [row, area] of [...report.neighborhoods, report.city].entries()) {
          const own = found.filter(({ person }) => area === report.city || squareOf(person) === row);
          const shareBy = (weigh: (person: Town["people"][number]) => number) => {
            const total = sum(own.map(({ person }) => weigh(person)));
            const covered = sum(own.filter(({ has }) => has[id]).map(({ person }) => weigh(person)));
            return { total, covered };
          };
          const coverage = area.requirements[id];
          const all = shareBy(({ all }) => all);
          expect(coverage?.population.covered, `${id} in ${row}`).toBeCloseTo(all.covered, 9);
          const old = shareBy(({ old }) => old);
          const told = coverage?.groups?.elderly;
          if (old.total > 0 && old.total < 12) expect(told, `${id} in ${row}`).toBeNull();
          else {
            expect(told?.covered, `${id} in ${row}`).toBeCloseTo(old.covered, 9);
            expect(told?.total, `${id} in ${row}`).toBeCloseTo(old.total, 9);
          }
          expect(area.groups?.elderly ?? null).toBe(old.total > 0 && old.total < 12 ? null : old.total);
        }
      }
    });
});

test("closing the only shop of a neighborhood takes it from its people, and opening one gives it to all of them", () => {
  const town = drawTown(seededRandom(3));
  const alone = { ...town, places: [{ x: 10, y: 10, category: "shop", beds: null }] };
  const report = computeCoverage(inputOf(alone), options);
  expect(report.neighborhoods.map(({ requirements }) => requirements["shop-here"]?.status)).toEqual([
    "covered",
    ...Array.from({ length: 8 }, () => "uncovered"),
  ]);
  expect(report.neighborhoods[0]?.requirements["shop-here"]?.nearest).toEqual({
    ...{ facilityId: "f0", seconds: null, meters: 0 },
  });
});

test("what asks for a share of something that no layer tells of is not computable, and says so", () => {
  const town = drawTown(seededRandom(5));
  const byLand = {
    ...asked,
    requirements: asked.requirements.map((one) => ({ ...one, denominator: "residentialLand" as const })),
  };
  const report = computeCoverage(inputOf(town), { ...options, standard: byLand });
  expect(report.city.requirements.clinic?.status).toBe("no-data");
  expect(report.standard.requirements.every(({ data }) => data === "noDenominator")).toBe(true);
  expect(report.diagnostics.find(({ code }) => code === "requirement.noDenominator")?.count).toBe(4);
});

test("a requirement of the ground is judged by the ground, though people live there", () => {
  const town = drawTown(seededRandom(6));
  const byGround = {
    ...asked,
    requirements: asked.requirements.map((one) => ({ ...one, denominator: "area" as const })),
  };
  const { city } = computeCoverage(inputOf(town), { ...options, standard: byGround });
  const line = city.requirements["clinic-large"];
  expect(line?.judgedBy).toBe("area");
  const score = sum(Object.values(city.requirements).map(({ area }) => area.share ?? 0)) / 4;
  expect(city.circles.circle?.score).toBeCloseTo(100 * score, 9);
  expect(line?.area.share).not.toBeCloseTo(line?.population.share ?? 0, 3);
});

test("a circle that includes another is complete only where both are", () => {
  const town = drawTown(seededRandom(7));
  const tiers = {
    ...asked,
    circles: [
      { id: "near", label: { zh: "近", en: "Near" }, source: "test" },
      { id: "wide", label: { zh: "远", en: "Wide" }, source: "test", includes: ["near"] },
    ],
    requirements: asked.requirements.map((one, row) => ({ ...one, circle: row < 2 ? "near" : "wide" })),
  };
  const { city, neighborhoods } = computeCoverage(inputOf(town), { ...options, standard: tiers });
  const complete = sum(
    town.people.filter((one) => Object.values(verdicts(town, one)).every(Boolean)).map(({ all }) => all),
  );
  expect(city.circles.wide?.population.covered).toBeCloseTo(complete, 9);
  for (const { circles } of [city, ...neighborhoods])
    expect(circles.wide?.population.covered).toBeLessThanOrEqual((circles.near?.population.covered ?? 0) + 1e-9);
  expect(() =>
    computeCoverage(inputOf(town), {
      ...options,
      standard: {
        ...tiers,
        circles: tiers.circles.map((one) => (one.id === "near" ? { ...one, includes: ["wide"] } : one)),
      },
    }),
  ).toThrow(/circle "near" includes itself, by way of wide/);
});

test("areas are classed by the number of lines they meet", () => {
  const town = drawTown(seededRandom(8));
  const classed = {
    ...asked,
    lineClasses: {
      source: "test",
      classes: [
        { id: "high", label: { zh: "高", en: "high" }, atLeast: { all: 3 } },
        { id: "low", label: { zh: "低", en: "low" }, atLeast: { all: 1 } },
      ],
    },
  };
  const { neighborhoods } = computeCoverage(inputOf(town), { ...options, standard: classed });
  expect(new Set(neighborhoods.map(({ lines }) => lines?.lineClass)).size).toBeGreaterThan(1);
  for (const { lines, requirements } of neighborhoods) {
    const met = Object.values(requirements).filter(({ population, area }) => {
      const share = population.total > 0 ? population.share : area.share;
      return share !== null && share >= 0.5;
    }).length;
    expect(lines).toMatchObject({ mandatory: met, optional: 0 });
    expect(lines?.lineClass).toBe(met >= 3 ? "high" : met >= 1 ? "low" : null);
  }
});

describe("shares of land, jobs and buildings", () => {
  const polygon = (west: number, south: number, east: number, north: number, properties: object) =>
    feature(
      [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
      "Polygon",
      properties,
    );
  const shop = { x: 100, y: 200, category: "shop", beds: null };
  const input = {
    ...inputOf({ people: [{ x: 390, y: 200, all: 100, old: 0 }], places: [shop] }),
    // the west quarter of the first square, and the east half of the third
    landUse: {
      type: "FeatureCollection",
      features: [
        polygon(0, 0, 100, SIDE, { id: "l1", landuse: "residential" }),
        polygon(2.5 * SIDE, 0, 3 * SIDE, SIDE, { id: "l2", landuse: "residential" }),
        polygon(100, 0, SIDE, SIDE, { id: "l3", landuse: "industrial" }),
      ],
    },
    jobs: {
      type: "FeatureCollection",
      features: [
        feature(at(60, 200), "Point", { id: "j1", jobs: 300 }),
        feature(at(2.6 * SIDE, 200), "Point", { id: "j2", jobs: 500 }),
      ],
    },
    buildings: {
      type: "FeatureCollection",
      features: [
        polygon(20, 190, 40, 210, { id: "b1", building: "house" }),
        polygon(60, 190, 80, 210, { id: "b2", building: "house" }),
        polygon(1000, 190, 1020, 210, { id: "b3", building: "house" }),
      ],
    },
  };
  const judged = (denominator: Denominator) => {
    const one = standardOf([{ category: "shop", threshold: { straight: 250 }, denominator }]);
    const { city } = computeCoverage(input, {
      standard: { ...one, categories: one.categories.map((category) => ({ ...category, ...withTags("shop") })) },
      travel: [straightLine()],
      originSpacingMeters: 12.5,
    });
    return city.requirements.shop;
  };

  test("residential land is as much as lies in the outlines, and covered as far as it is near", () => {
    const found = judged("residentialLand");
    expect(found?.judgedBy).toBe("residentialLand");
    expect((found?.amount?.total ?? 0) / (100 * SIDE + 200 * SIDE)).toBeCloseTo(1, 2);
    // of the strip 0…100 × 0…400, what is within 250 m of (100, 200): counted on a fine grid
    let near = 0;
    for (let x = 0.5; x < 100; x++)
      for (let y = 0.5; y < SIDE; y++) if (Math.hypot(x - shop.x, y - shop.y) <= 250) near++;
    expect((found?.amount?.covered ?? 0) / near).toBeCloseTo(1, 1);
  });
  test("people and jobs are added up", () => {
    const found = judged("peopleAndJobs");
    expect(found?.amount?.total).toBeCloseTo(900, 6);
    expect(found?.amount?.covered).toBeCloseTo(300, 6);
    expect(judged("jobs")?.amount).toMatchObject({ total: 800, covered: 300 });
    expect(found?.population).toMatchObject({ total: 100, covered: 0 });
  });
  test("buildings count one by one; the share that decides is theirs", () => {
    const found = judged("buildings");
    expect(found?.amount).toMatchObject({ total: 3, covered: 2 });
    expect(found?.status).toBe("partly");
    expect(judged("area")?.amount).toBeUndefined();
  });
});
