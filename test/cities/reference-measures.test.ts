import geodesic from "geographiclib-geodesic";
import { expect, test } from "vitest";
import { distanceMeters } from "../../src/geo/distance.js";
import { equity } from "../../src/inequality/index.js";
import {
  balanced,
  balancingCost,
  costToAmount,
  costToNearest,
  costToPlace,
  cumulative,
  cumulativeInterval,
  diversity,
  exponential,
  gaussian,
  gaussianBeyond,
  gaussianTruncated,
  gravity,
  halfLife,
  inversePower,
  linear,
  linearBand,
  logistic,
  logisticRaw,
  type Measure,
  modifiedTwoStep,
  proximityTime,
  raam,
  shareWithin,
  slowestNeed,
  soft,
  spatialAvailability,
  step,
  threeStep,
  twoStep,
  zones,
} from "../../src/measures/index.js";
import { describeCity, readCityLayer, readCityTable, readCityText } from "../support/cities.js";
import { MeasuredCity, type SizedPlace } from "../support/measured-places.js";

// Every column of the values that published software gives for Belo Horizonte (tables of the R package accessibility, of the Python package
// access, and twins of papers). The matrix is in minutes, and so is every number here.

const FAR = 1000;
const LUO = [
  { upTo: 10, weight: 1 },
  { upTo: 20, weight: 0.68 },
  { upTo: 30, weight: 0.22 },
];
const jobs = { supply: "jobs", cutoff: FAR, categories: ["hexagon"] } as const;
const schools = { supply: "schools", cutoff: FAR, categories: ["hexagon"] } as const;
const e05 = exponential(0.05);
const nearest = (category: string, k = 1) => proximityTime(k, FAR, { categories: [category] });

const COLUMNS: Readonly<Record<string, Measure>> = {
  cum_jobs_20: cumulative(20, jobs),
  cum_schools_20: cumulative(20, schools),
  cum_jobs_40: cumulative(40, jobs),
  cum_schools_40: cumulative(40, schools),
  cum_jobs_90: cumulative(90, jobs),
  cum_schools_90: cumulative(90, schools),
  interval_jobs_20_40_median: cumulativeInterval(20, 40, { ...jobs, every: 1, cutToWhole: true }),
  nearest_schools_n1: costToAmount(1, schools),
  nearest_schools_n2: costToAmount(2, schools),
  nearest_schools_n5: costToAmount(5, schools),
  nearest_schools_n10: costToAmount(10, schools),
  nearest_jobs2000: costToPlace(2000, jobs),
  nearest_schools2: costToPlace(2, schools),
  meantime_schools_n5: nearest("school", 5),
  meantime_jobsites_n5: nearest("jobsite", 5),
  proximity_n5: proximityTime(5, FAR, { categories: ["school", "jobsite"] }),
  meantime_schools_n20: nearest("school", 20),
  meantime_jobsites_n20: nearest("jobsite", 20),
  proximity_n20: proximityTime(20, FAR, { categories: ["school", "jobsite"] }),
  "gravity_jobs_exp_0.05": gravity(e05, jobs),
  gravity_jobs_halflife_30: gravity(halfLife(30), jobs),
  gravity_jobs_linear_45: gravity(linear(45), jobs),
  gravity_jobs_linearR5_30_w10: gravity(linearBand(30, 10), jobs),
  gravity_jobs_logistic_30_sd10: gravity(logistic(30, 10), jobs),
  gravity_jobs_logisticRaw_30_sd10: gravity(logisticRaw(30, 10), jobs),
  gravity_jobs_soft_30_k5: gravity(soft(30), jobs),
  gravity_jobs_gauss_20: gravity(gaussian(20), jobs),
  gravity_jobs_gaussTrunc_60: gravity(gaussianTruncated(60), jobs),
  gravity_jobs_cumGauss_20_v500: gravity(gaussianBeyond(20, 500), jobs),
  "gravity_jobs_power_1.5": gravity(inversePower(1.5), jobs),
  gravity_jobs_zones_10_20_30: gravity(zones(LUO), jobs),
  gravity_jobs_stepped_10_20_30: gravity(zones(LUO, "outer"), jobs),
  "gravity_schools_exp_0.05": gravity(e05, schools),
  gravity_schools_halflife_30: gravity(halfLife(30), schools),
  gravity_schools_linear_45: gravity(linear(45), schools),
  gravity_schools_linearR5_30_w10: gravity(linearBand(30, 10), schools),
  gravity_schools_logistic_30_sd10: gravity(logistic(30, 10), schools),
  fca2s_schools_45: twoStep(step(45), schools),
  fca2s_jobs_45: twoStep(step(45), jobs),
  e2sfca_schools_zones_10_20_30: twoStep(zones(LUO), schools),
  e2sfca_schools_gaussTrunc_60: twoStep(gaussianTruncated(60), schools),
  m2sfca_schools_gaussTrunc_60: modifiedTwoStep(gaussianTruncated(60), schools),
  fca3s_schools_zones_10_20_30: threeStep(zones(LUO), schools),
  "bfca_schools_exp_0.05": balanced(e05, schools),
  "bfcaSites_schools_exp_0.05": balanced(e05, { ...schools, among: "supplied" }),
  "spav_schools_exp_0.05_alpha1": spatialAvailability(e05, schools),
  e2sfca_jobs_zones_10_20_30: twoStep(zones(LUO), jobs),
  e2sfca_jobs_gaussTrunc_60: twoStep(gaussianTruncated(60), jobs),
  m2sfca_jobs_gaussTrunc_60: modifiedTwoStep(gaussianTruncated(60), jobs),
  fca3s_jobs_zones_10_20_30: threeStep(zones(LUO), jobs),
  "bfca_jobs_exp_0.05": balanced(e05, jobs),
  "bfcaSites_jobs_exp_0.05": balanced(e05, { ...jobs, among: "supplied" }),
  "spav_jobs_exp_0.05_alpha1": spatialAvailability(e05, jobs),
  balancing_jobs: balancingCost({ ...jobs, every: 1 }),
};
/** Of `reference_accessibility.csv`. */
const PUBLISHED: Readonly<Record<string, Measure>> = {
  ...Object.fromEntries(
    [15, 30, 45, 60].flatMap((end) => [
      [`cum_jobs_${end}`, cumulative(end, jobs)],
      [`cum_schools_${end}`, cumulative(end, schools)],
    ]),
  ),
  closest_jobs_n1: costToAmount(1, jobs),
  closest_jobs_n3: costToAmount(3, jobs),
  closest_schools_n1: costToAmount(1, schools),
  closest_schools_n3: costToAmount(3, schools),
  "gravity_jobs_exp_0.08": gravity(exponential(0.08), jobs),
  fca2s_schools_30: twoStep(step(30), schools),
};

describeCity("belo_horizonte", () => {
  const hexagons = readCityTable("belo_horizonte/population.csv");
  const rowOf = new Map(hexagons.map(({ id = "" }, row) => [id, row]));
  const matrix = readCityTable("belo_horizonte/travel_matrix.csv.gz").map(
    ({ from_id = "", to_id = "", travel_time }) =>
      [rowOf.get(from_id) as number, rowOf.get(to_id) as number, Number(travel_time)] as const,
  );
  const people = hexagons.map(({ population }) => Number(population));
  const sized: readonly SizedPlace[] = hexagons.map(({ id = "", jobs, schools }) => ({
    ...{ id, categories: ["hexagon"], attributes: { jobs: Number(jobs), schools: Number(schools) } },
  }));
  const city = new MeasuredCity(people, sized, matrix);
  const expected = readCityTable("reference/measures/bh_hexagons.csv");

  /** A hexagon has as many places as schools, and one of jobs, if it has any. */
  function citySchoolBySchool(): MeasuredCity {
    const places: SizedPlace[] = [];
    const placesOf = hexagons.map(({ id = "", jobs, schools }) => {
      const first = places.length;
      const many = Number(schools) >= 2 ? ["twoSchools"] : [];
      for (let i = 0; i < Number(schools); i++)
        places.push({ id: `${id} school ${i}`, categories: ["school", ...many], attributes: {} });
      const large = Number(jobs) >= 2000 ? ["manyJobs"] : [];
      if (Number(jobs) > 0) places.push({ id: `${id} jobs`, categories: ["jobsite", ...large], attributes: {} });
      return Array.from({ length: places.length - first }, (_, i) => first + i);
    });
    const pairs = matrix.flatMap(([from, to, cost]) =>
      (placesOf[to] ?? []).map((place) => [from, place, cost] as const),
    );
    return new MeasuredCity(people, places, pairs);
  }

  function difference(found: readonly number[], reference: readonly (string | undefined)[]): number {
    return reference.reduce((most, text, row) => {
      const [value, wanted] = [found[row] ?? Number.NaN, text === "Inf" ? Infinity : Number(text)];
      if (value === wanted) return most;
      return Math.max(most, Math.abs(value - wanted) / Math.abs(wanted) || Infinity);
    }, 0);
  }

  test("every column of other programs' values is met within 1e-9", () => {
    const bySchool = citySchoolBySchool();
    for (const [column, measure] of Object.entries(COLUMNS)) {
      const found = (measure.table === "nearest" ? bySchool : city).measure(measure);
      expect(
        difference(
          found,
          expected.map((row) => row[column]),
        ),
        column,
      ).toBeLessThanOrEqual(1e-9);
    }
    const needs = costToNearest(FAR, { categories: ["school"] });
    expect(
      difference(
        bySchool.measure(needs),
        expected.map((row) => row.nearest_schools_n1),
      ),
    ).toBe(0);
  });
  test("the x of the x-minute city is that of the reference", () => {
    const needs = slowestNeed(FAR, { categories: ["school", "manyJobs", "twoSchools"] });
    expect(
      difference(
        citySchoolBySchool().measure(needs),
        expected.map(({ logan_x }) => logan_x),
      ),
    ).toBeLessThanOrEqual(1e-9);
  });

  test("every column of the published results of the R package accessibility is met within 1e-12", () => {
    const rows = readCityTable("belo_horizonte/reference_accessibility.csv");
    for (const [column, measure] of Object.entries(PUBLISHED)) {
      const reference = rows.map((row) => row[column]);
      expect(difference(city.measure(measure), reference), column).toBeLessThanOrEqual(1e-12);
    }
  });

  test("catchments give people all that there is, but for the modified and the balanced ones", () => {
    const all = hexagons.reduce((sum, { schools: count }) => sum + Number(count), 0);
    const given = (measure: Measure) =>
      city.measure(measure).reduce((sum, value, row) => sum + value * (people[row] as number), 0) / all;
    for (const measure of [twoStep(step(45), schools), twoStep(zones(LUO), schools), threeStep(zones(LUO), schools)])
      expect(Math.abs(given(measure) - 1), measure.id).toBeLessThanOrEqual(1e-12);
    const available = city.measure(spatialAvailability(e05, schools)).reduce((sum, value) => sum + value, 0);
    expect(Math.abs(available / all - 1)).toBeLessThanOrEqual(1e-12);
    // of the columns of the reference: Σ people × bfca_schools_exp_0.05 / Σ schools, and so on
    expect(given(balanced(e05, schools))).toBeCloseTo(1.0517216633559392, 9);
    expect(given(balanced(e05, { ...schools, among: "supplied" }))).toBeCloseTo(0.2044373789622914, 9);
    expect(given(modifiedTwoStep(gaussianTruncated(60), schools))).toBeCloseTo(0.5600667390307358, 9);
  });

  test("RAAM is the equilibrium of the reference within 1e-6", () => {
    const found = city.measure(raam({ ...schools, tau: 60 }));
    expect(
      difference(
        found,
        expected.map(({ raam_schools_tau60 }) => raam_schools_tau60),
      ),
    ).toBeLessThanOrEqual(1e-6);
  }, 120_000);

  test("order of the rows changes no value by more than the last digits, and none of those that are counted", () => {
    const order = hexagons.map((_, row) => (row * 401) % hexagons.length);
    const placeOf = new Map(order.map((row, place) => [row, place]));
    const pairs = matrix.map(
      ([from, to, cost]) => [placeOf.get(from), placeOf.get(to), cost] as [number, number, number],
    );
    const shuffled = new MeasuredCity(
      order.map((row) => people[row] as number),
      order.map((row) => sized[row] as SizedPlace),
      pairs.reverse(),
    );
    const back = (measure: Measure) => {
      const values = shuffled.measure(measure);
      return hexagons.map((_, row) => values[placeOf.get(row) as number]);
    };
    for (const measure of [cumulative(40, jobs), costToAmount(3, schools)])
      expect(back(measure)).toEqual(city.measure(measure));
    const fca = twoStep(gaussianTruncated(60), jobs);
    const own = city.measure(fca);
    for (const [row, value] of back(fca).entries())
      expect(Math.abs((value ?? 0) - (own[row] ?? 1))).toBeLessThanOrEqual(1e-13);
  });
});

/** By the code of the county that census tracts begin with. */
const BOROUGHS: Readonly<Record<string, string>> = {
  ...{ "36005": "Bronx", "36047": "Brooklyn", "36061": "Manhattan", "36081": "Queens", "36085": "Staten Island" },
};

describeCity("new_york", () => {
  const tracts = readCityTable("reference/measures/ny_tracts.csv");
  const told: { readonly rules: Readonly<Record<string, readonly string[]>> } & Readonly<Record<string, unknown>> =
    JSON.parse(readCityText("reference/measures/ny_city.json"));
  const kinds = Object.keys(told.rules);
  const places = readCityLayer("new_york/facilities.geojson.gz").features.flatMap(({ geometry, properties }, i) => {
    const categories = kinds.filter((kind) => told.rules[kind]?.includes(properties?.fclass));
    const isPlace = geometry.type === "Point" && categories.length > 0;
    return isPlace ? [{ id: String(i), categories, attributes: {}, at: geometry.coordinates }] : [];
  });
  /** Metres to the nearest of each kind, and to all within a kilometre; which they are is told by plainer distances first. */
  const pairs = tracts.flatMap(({ lon, lat }, row) => {
    const meters = places.map(({ at: [x = 0, y = 0] }) => distanceMeters(Number(lon), Number(lat), x, y));
    const wanted = new Set([...meters.keys()].filter((place) => (meters[place] ?? Infinity) <= 1010));
    for (const kind of kinds) {
      const own = [...places.keys()].filter((place) => places[place]?.categories.includes(kind));
      own.sort((a, b) => (meters[a] ?? 0) - (meters[b] ?? 0));
      for (const place of own.slice(0, 25)) wanted.add(place);
    }
    return [...wanted].map((place) => {
      const [x = 0, y = 0] = places[place]?.at ?? [];
      const { s12 = Number.NaN } = geodesic.Geodesic.WGS84.Inverse(Number(lat), Number(lon), y, x);
      return [row, place, s12] as const;
    });
  });
  const city = new MeasuredCity(
    tracts.map(({ population }) => Number(population)),
    places,
    pairs,
  );

  function expectColumn(measure: Measure, column: string, factor = 1): void {
    const found = city.measure(measure);
    tracts.forEach((row, i) => {
      const value = (found[i] ?? Number.NaN) / factor;
      const wanted = Number(row[column]);
      expect(Math.abs(value - wanted), `${column} ${i}`).toBeLessThanOrEqual(1e-6 * Math.abs(wanted) + 1e-12);
    });
  }

  test("counts, diversity, proximity and the x-minute city are those of the reference", () => {
    for (const kind of kinds) {
      expectColumn(cumulative(1000, { categories: [kind] }), `n_${kind}_1000m`);
      expectColumn(costToNearest(FAR * 1000, { categories: [kind] }), `minutes_${kind}`, 75);
      expectColumn(proximityTime(20, FAR * 1000, { categories: [kind] }), `T_${kind}_n20`, 75);
    }
    for (const [index, column] of [
      ["richness", "richness"],
      ["shannon", "shannon"],
      ["hill1", "hill1"],
      ["hill2", "hill2"],
      ["giniSimpson", "gini_simpson"],
      ["evenness", "evenness"],
    ] as const)
      expectColumn(diversity(1000, { index }), column);
    expectColumn(proximityTime(20, FAR * 1000), "proximity_n20", 75);
    expectColumn(slowestNeed(FAR * 1000), "logan_x", 75);
  }, 120_000);

  test("the city's own numbers are those of the reference: F15, F30, the curve of the x-minute city, equity, boroughs", () => {
    const people = Float64Array.from(tracts, ({ population }) => Number(population));
    const inMinutes = (measure: Measure) => Float64Array.from(city.measure(measure), (meters) => meters / 75);
    const proximity = inMinutes(proximityTime(20, FAR * 1000));
    const slowest = inMinutes(slowestNeed(FAR * 1000));
    const close = (found: number | null | undefined, wanted: unknown, what: string) =>
      expect(Math.abs((found ?? Number.NaN) - Number(wanted)), `${what}: ${found}`).toBeLessThanOrEqual(
        1e-6 * Math.abs(Number(wanted)),
      );
    const within = (values: Float64Array, limit: number) => shareWithin(limit).compute(values, people);
    expect(people.reduce((sum, count) => sum + count, 0)).toBe(told.people);
    close(within(proximity, 15), told.F15, "F15");
    close(within(proximity, 30), told.F30, "F30");
    const pt = equity(proximity, people, { direction: "burden" });
    close(pt.mean, told.PT_city, "PT");
    close(pt.gini, told.gini_PT, "Gini of PT");
    for (const [limit, share] of Object.entries(told.logan_cdf as object))
      close(within(slowest, Number(limit)), share, `within ${limit}`);
    const needs = equity(slowest, people, { direction: "burden", percentiles: [0.5] });
    close(needs.percentiles[0]?.value, told.logan_median, "median");
    for (const [epsilon, wanted] of Object.entries(told.kolm_pollak_logan as Record<string, Record<string, number>>)) {
      const { kolmPollak, mean } = equity(slowest, people, { direction: "burden", epsilon: Number(epsilon) });
      for (const key of ["kappa", "ede", "index"] as const) close(kolmPollak?.[key], wanted[key], `${key} ${epsilon}`);
      close(mean, wanted.mean, "mean");
    }
    const shannon = Float64Array.from(city.measure(diversity(1000, { index: "shannon" })));
    close(equity(shannon, people, { direction: "benefit" }).mean, told.mean_shannon, "Shannon");
    const boroughs = tracts.map(({ geoid = "" }) => BOROUGHS[geoid.slice(0, 5)] ?? null);
    const { groups } = equity(slowest, people, { direction: "burden", groups: boroughs });
    for (const [borough, wanted] of Object.entries(told.by_borough as Record<string, Record<string, number>>)) {
      const own = groups.find(({ group }) => group === borough);
      close(own?.people, wanted.people, borough);
      close(own?.ede, wanted.kolm_pollak_ede_common_kappa, `EDE of ${borough}`);
      const rows = [...boroughs.keys()].filter((row) => boroughs[row] === borough);
      const [values, weights] = [proximity, people].map((column) => Float64Array.from(rows, (row) => column[row] ?? 0));
      close(shareWithin(15).compute(values ?? people, weights ?? people), wanted.F15, `F15 of ${borough}`);
    }
  }, 120_000);
});
