import { describe, expect, test } from "vitest";
import {
  balanced,
  balancingCost,
  costToAmount,
  cumulative,
  cumulativeInterval,
  type Decay,
  diversity,
  exponential,
  gaussianTruncated,
  gravity,
  inversePower,
  logistic,
  type Measure,
  modifiedTwoStep,
  perThousand,
  proximityTime,
  raam,
  spatialAvailability,
  step,
  threeStep,
  twoStep,
  zones,
} from "../../src/measures/index.js";
import {
  availabilityTwin,
  balancedTwin,
  type Dense,
  diversityTwin,
  gravityTwin,
  intervalTwin,
  leastCostTwin,
  meanOfNearestTwin,
  raamTwin,
  threeStepTwin,
  twoStepTwin,
} from "../oracle/oracle-measures.js";
import { MeasuredCity } from "../support/measured-places.js";
import { seededRandom } from "../support/random.js";

const FAR = 1e6;
const options = { supply: "beds", cutoff: FAR } as const;
const DECAYS: readonly Decay[] = [
  step(40),
  zones([
    { upTo: 10, weight: 1 },
    { upTo: 30, weight: 0.5 },
  ]),
  exponential(0.05),
  gaussianTruncated(50),
  logistic(30, 10),
  inversePower(1.5),
];

/** A table of some places within reach of some origins, drawn from a seed. */
function draw(seed: number): { readonly dense: Dense; readonly city: MeasuredCity } {
  const random = seededRandom(seed);
  const [origins, places] = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 10)];
  const people = Array.from({ length: origins }, () => (random() < 0.1 ? 0 : Math.floor(random() * 900)));
  const supply = Array.from({ length: places }, () => (random() < 0.2 ? 0 : Math.floor(random() * 50)));
  const cost = people.map(() => supply.map(() => (random() < 0.3 ? Infinity : Math.floor(random() * 60))));
  return { dense: { people, supply, cost }, city: cityOf({ people, supply, cost }) };
}

function cityOf({ people, supply, cost }: Dense): MeasuredCity {
  const places = supply.map((beds, j) => ({
    id: `p${j}`,
    categories: [j % 2 === 0 ? "clinic" : "hospital"],
    attributes: { beds },
  }));
  const pairs = cost.flatMap((row, i) =>
    row.flatMap((t, j) => (t === Infinity ? [] : [[i, j, t] as [number, number, number]])),
  );
  return new MeasuredCity(people, places, pairs);
}

function expectClose(found: readonly number[], twin: readonly number[], digits: number, what: string): void {
  expect(found.length).toBe(twin.length);
  found.forEach((value, i) => {
    const wanted = twin[i] ?? Number.NaN;
    if (value !== wanted)
      expect(Math.abs(value - wanted), `${what} ${i}`).toBeLessThanOrEqual(digits * (1 + Math.abs(wanted)));
  });
}
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe("on 200 random tables", () => {
  const seeds = Array.from({ length: 200 }, (_, i) => i + 1);
  test.each(DECAYS.map((decay) => [decay.id, decay] as const))("measures equal their slow twins: %s", (_, decay) => {
    for (const seed of seeds) {
      const { dense, city } = draw(seed);
      const w = decay.weight;
      const squared = (cost: number) => w(cost) ** 2;
      const twins: readonly (readonly [Measure, number[]])[] = [
        [gravity(decay, options), gravityTwin(dense, w)],
        [twoStep(decay, options), twoStepTwin(dense, w)],
        [modifiedTwoStep(decay, options), twoStepTwin(dense, w, squared)],
        [threeStep(decay, options), threeStepTwin(dense, w)],
        [balanced(decay, options), balancedTwin(dense, w, "all")],
        [balanced(decay, { ...options, among: "supplied" }), balancedTwin(dense, w, "supplied")],
        [spatialAvailability(decay, { ...options, alpha: 0.5 }), availabilityTwin(dense, w, 0.5)],
      ];
      for (const [measure, twin] of twins) expectClose(city.measure(measure), twin, 1e-12, `${seed} ${measure.id}`);
    }
  });
  test("costs to so much, intervals, proximity and diversity equal theirs", () => {
    for (const seed of seeds) {
      const { dense, city } = draw(seed);
      const { cost, people, supply } = dense;
      expect(city.measure(costToAmount(60, options))).toEqual(leastCostTwin(dense, (reached) => reached >= 60));
      const balance = leastCostTwin(dense, (reached, i) => reached > (people[i] ?? 0));
      expect(city.measure(balancingCost(options))).toEqual(balance.map((t, i) => (people[i] === 0 ? 0 : t)));
      const cutoffs = [10, 17, 24, 31, 38];
      const interval = cumulativeInterval(10, 38, { ...options, every: 7 });
      expect(city.measure(interval)).toEqual(intervalTwin(dense, cutoffs));
      const isClinic = (j: number) => j % 2 === 0;
      if (supply.length < 2) continue;
      const pt = cost.map(
        (row) =>
          (meanOfNearestTwin(
            row.filter((_, j) => isClinic(j)),
            2,
          ) +
            meanOfNearestTwin(
              row.filter((_, j) => !isClinic(j)),
              2,
            )) /
          2,
      );
      expectClose(city.measure(proximityTime(2, FAR)), pt, 1e-14, `${seed} proximity`);
      for (const index of ["richness", "shannon", "hill1", "hill2", "giniSimpson", "evenness"] as const) {
        const twin = cost.map((row) => {
          const counts = [true, false].map((kind) => row.filter((t, j) => t <= 30 && isClinic(j) === kind).length);
          return diversityTwin(counts)[index] ?? Number.NaN;
        });
        expectClose(city.measure(diversity(30, { index })), twin, 1e-13, `${seed} ${index}`);
      }
    }
  });
  test("what is given is what there is: of 2SFCA, E2SFCA and 3SFCA, of spatial availability, of BFCA by ratios", () => {
    for (const seed of seeds) {
      const { dense, city } = draw(seed);
      const { people, supply, cost } = dense;
      const asked = supply.filter((_, j) =>
        cost.some((row, i) => (row[j] ?? Infinity) < Infinity && (people[i] ?? 0) > 0),
      );
      const given = (values: readonly number[]) => sum(values.map((value, i) => value * (people[i] ?? 0)));
      for (const measure of [
        twoStep(exponential(0.05), options),
        twoStep(step(60), options),
        threeStep(exponential(0.05), options),
      ])
        expectClose([given(city.measure(measure))], [sum(asked)], 1e-12, `${seed} ${measure.id}`);
      expectClose([sum(city.measure(spatialAvailability(exponential(0.05), options)))], [sum(asked)], 1e-12, `${seed}`);
      const decay = exponential(0.05);
      const [two, modified] = [city.measure(twoStep(decay, options)), city.measure(modifiedTwoStep(decay, options))];
      modified.forEach((value, i) => {
        expect(value).toBeLessThanOrEqual((two[i] ?? 0) + 1e-15);
      });
    }
  });
  test("where everybody reaches everything alike, 2SFCA, M2SFCA and 3SFCA are all supply by all people", () => {
    for (const seed of seeds.slice(0, 50)) {
      const { dense } = draw(seed);
      const people = dense.people.map((count) => count + 1);
      const city = cityOf({ ...dense, people, cost: dense.cost.map((row) => row.map(() => 1)) });
      const alike = sum(dense.supply) / sum(people);
      for (const measure of [twoStep(step(5), options), modifiedTwoStep(step(5), options)])
        expectClose(
          city.measure(measure),
          people.map(() => alike),
          1e-12,
          measure.id,
        );
      const supplied = dense.supply.filter((o) => o > 0).length;
      if (supplied > 0)
        expectClose(
          city.measure(threeStep(step(5), options)),
          people.map(() => alike),
          1e-12,
          "3SFCA",
        );
    }
  });
  test("α = 0 ignores people", () => {
    const { dense, city } = draw(7);
    const other = cityOf({ ...dense, people: dense.people.map((count) => count * 3 + 5) });
    const measure = spatialAvailability(exponential(0.05), { ...options, alpha: 0 });
    expect(other.measure(measure)).toEqual(city.measure(measure));
  });
  test("RAAM is what Frank and Wolfe's steps tend to", () => {
    for (const seed of seeds.slice(0, 20)) {
      const { dense, city } = draw(seed);
      if (sum(dense.supply) === 0 || sum(dense.people) === 0) continue;
      const found = city.measure(raam({ ...options, tau: 30 }));
      const twin = raamTwin(dense, 30, 20_000).map((value, i) => (dense.people[i] === 0 ? Infinity : value));
      expectClose(found, twin, 2e-3, `${seed}`);
    }
  });
});

describe("what is not known", () => {
  const places = [
    { id: "a", categories: ["clinic"], attributes: { beds: 4 } },
    { id: "b", categories: ["clinic"], attributes: {} },
  ];
  const city = new MeasuredCity([10, 20, 30], places, [
    [0, 0, 5],
    [1, 0, 9],
    [1, 1, 9],
  ]);
  test("a supply that is missing makes the value of whoever reaches it unknown, never smaller; left out, it is said so", () => {
    for (const measure of [cumulative(10, { supply: "beds" }), twoStep(step(10), { supply: "beds" })]) {
      const values = city.measure(measure);
      expect(values.map(Number.isNaN)).toEqual([false, true, false]);
      expect(values[2]).toBe(0);
    }
    expect(city.measure(cumulative(10, { supply: "beds", missingSupply: "leaveOut" }))).toEqual([4, 4, 0]);
    expect(city.measure(raam({ ...options })).every(Number.isNaN)).toBe(true);
  });
  test("a category that the input does not have is unknown, not 0", () => {
    const measure = cumulative(10, { categories: ["clinic", "hospital"] });
    expect(city.measure(measure).every(Number.isNaN)).toBe(true);
    expect(city.measure(proximityTime(1, 10, { categories: ["hospital"] })).every(Number.isNaN)).toBe(true);
  });
  test("where nobody's number is told, what people share is unknown", () => {
    const measure = twoStep(step(10), { supply: 1 });
    const part = { firstOrigin: 0, originCount: 3, firstPair: Uint32Array.of(0, 1, 1, 1), secondQuantity: null };
    const pairs = { facilityRow: Uint32Array.of(0), cost: Float64Array.of(5) };
    const table = {
      ...{ unit: "seconds" as const, originCount: 3, categories: ["clinic"], cutoff: 10, pairCount: 1 },
      ...{ parts: [{ ...part, ...pairs }], unattachedOrigins: Uint32Array.of(2) },
    };
    const origins = { ...city.origins, populationSource: "none" as const };
    expect([...measure.perOrigin(table, city)]).toEqual([0.1, 0, Number.NaN]);
    expect([...measure.perOrigin(table, { ...city, origins })].map(Number.isNaN)).toEqual([true, false, true]);
  });
  test("a pair that is given twice counts once; an origin that reaches nothing has nothing", () => {
    const twice = new MeasuredCity([1, 1], places.slice(0, 1), [
      [0, 0, 9],
      [0, 0, 3],
    ]);
    expect(twice.measure(cumulative(10, { supply: "beds" }))).toEqual([4, 0]);
    expect(twice.measure(costToAmount(1, { ...options }))).toEqual([3, Infinity]);
  });
});

describe("per thousand people", () => {
  const square = (west: number) => [
    [
      [
        [west, 0],
        [west + 1, 0],
        [west + 1, 1],
        [west, 1],
        [west, 0],
      ] as const,
    ],
  ];
  test("is the capacity in the neighborhood by its people; unknown where it is not told or nobody lives", () => {
    const city = new MeasuredCity(
      [100, 300, 50, 0],
      [
        { id: "a", categories: ["clinic"], attributes: { beds: 4 } },
        { id: "b", categories: ["clinic"], attributes: {} },
      ],
      [],
    );
    const facilities = city.facilities.map((one, i) => ({ ...one, location: [i === 0 ? 0.5 : 2.5, 0.5] as const }));
    const neighborhoods = [0, 1, 2, 3].map((west) => ({
      ...{ id: `n${west}`, name: null, population: null, polygons: square(west) },
    }));
    const origins = {
      ...city.origins,
      neighborhoodRow: Uint32Array.of(0, 1, 2, 3),
      firstOrigin: Uint32Array.of(0, 1, 2, 3, 4),
    };
    const table = {
      ...{ unit: "seconds" as const, originCount: 4, categories: ["clinic"], cutoff: 1, pairCount: 0, parts: [] },
      unattachedOrigins: Uint32Array.of(1),
    };
    const beds = perThousand("beds");
    expect([...beds.perOrigin(table, { origins, facilities, neighborhoods })]).toEqual([40, 0, Number.NaN, Number.NaN]);
    const known = perThousand("beds", { missingSupply: "leaveOut" });
    expect([...known.perOrigin(table, { origins, facilities, neighborhoods })]).toEqual([40, 0, 0, Number.NaN]);
  });
});
