import { describe, expect, test } from "vitest";
import type { LonLat, Tags } from "../../src/base/words.js";
import { selectFacilities } from "../../src/facilities/index.js";
import { chengduFourCircles, computeCoverage, prepareCity } from "../../src/index.js";
import type { Facility } from "../../src/model/facts.js";
import type { Mode } from "../../src/model/mode.js";
import type { RequirementCoverage } from "../../src/model/report.js";
import type { TravelProfile } from "../../src/model/travel.js";
import { readFacilities } from "../../src/read/read-facilities.js";
import { type Person, shareCovered, weightedQuantile } from "../oracle/oracle-coverage.js";
import {
  type Access,
  attachFacilityByBruteForce,
  attachPlace,
  OracleGraph,
  oracleEdges,
  townAccess,
} from "../oracle/oracle-network.js";
import { isAt, isInside, walkedStraight } from "../oracle/oracle-straight-line.js";
import { bicycle } from "../support/modes/bicycle.js";
import { car } from "../support/modes/car.js";
import { accessByTable, drawKnownTags, type KnownMode } from "../support/modes/known-ways.js";
import { wheelchair } from "../support/modes/wheelchair.js";
import { accessOfMode, asIfPublic } from "../support/private-access.js";
import type { Random } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";
import { walkingAt } from "../support/travel-city.js";

const walker = walkingAt(1.2, { stepsSpeedMetersPerSecond: 0.5, maxAccessMeters: 150 });
const THRESHOLD = 400;
const categories = ["shop", "school", "park"];
const standard = standardOf(categories.map((category) => ({ category, threshold: { time: THRESHOLD } })));

/** Who travels through random towns, and what their streets are to them. */
interface Travel {
  readonly profile: ReturnType<typeof walkingAt> & Pick<TravelProfile, "mode">;
  readonly modes: readonly Mode[];
  readonly access: Access;
  readonly towns: number;
  readonly tagsOf?: (random: Random) => Tags;
}
const byMode = (mode: Mode, id: KnownMode, speed: number): readonly [KnownMode, Travel] => {
  const profile = { ...walkingAt(speed, { offStreetSpeedMetersPerSecond: 0.5, maxAccessMeters: 150 }), mode: id };
  return [id, { profile, modes: [mode], access: accessByTable(id), towns: 25, tagsOf: drawKnownTags }];
};
const TRAVELS: readonly (readonly [string, Travel])[] = [
  ["on foot", { profile: walker, modes: [], access: townAccess, towns: 60 }],
  byMode(bicycle, "bicycle", 5),
  byMode(wheelchair, "wheelchair", 0.7),
  byMode(car, "car", 25),
];

function expectAsOracle(found: RequirementCoverage | undefined, people: readonly Person[], where: string): void {
  if (found === undefined) throw new Error(where);
  const share = shareCovered(people, THRESHOLD);
  if (share === null) expect(found.population.share, where).toBeNull();
  else expect(found.population.share, where).toBeCloseTo(share, 9);
  // found up to the cutoff, twice the threshold
  const reached = people.map((person) => ({
    ...person,
    cost: (person.cost ?? 0) > 2 * THRESHOLD ? Infinity : person.cost,
  }));
  for (const [name, quantile] of [
    ["median", 0.5],
    ["p90", 0.9],
    ["worst", 1],
  ] as const) {
    const expected = weightedQuantile(reached, quantile);
    if (expected === null) expect(found.seconds?.[name] ?? null, `${where}: ${name}`).toBeNull();
    else expect(found.seconds?.[name], `${where}: ${name}`).toBeCloseTo(expected, 3);
  }
}

describe("shares and times of people, from GeoJSON to the report", () => {
  test.each(TRAVELS)("equal brute force in random towns, per neighborhood and for the city (%s)", (_, travel) => {
    const { profile, access, modes, towns, ...how } = travel;
    for (let seed = 0; seed < towns; seed++) {
      const town = randomTown(seed, { originCount: 25, ...how });
      const input = toTownInput(town, seed);
      const report = computeCoverage(input, { standard, profile, originSpacingMeters: 150, modes });
      const [mode] = modes;
      const privately = asIfPublic(mode === undefined ? access : accessOfMode(mode, profile));
      const edges = oracleEdges(town.streets, access, 500, privately);
      const snaps = town.origins.map((place) => attachPlace(place, edges, profile.maxAccessMeters));
      // the reader may repeat or drop a corner: the oracle enters what was read
      const { facilities } = selectFacilities(readFacilities(input.facilities).rows, standard.categories);
      const entries = facilities.map((facility) =>
        attachFacilityByBruteForce(facility, edges, profile.maxAccessMeters),
      );
      const graph = new OracleGraph(edges, profile, snaps, entries, (origin, row) =>
        isAt(town.origins[origin] as LonLat, facilities[row] as Facility),
      );
      const ways = town.origins.map((_, origin) => graph.waysFrom(origin, facilities.length, "seconds"));
      const costOf = (origin: number, category: string) => {
        const own = [...(ways[origin] ?? [])].filter(([row]) => facilities[row]?.categories.includes(category));
        return own.length === 0 && snaps[origin] === null
          ? null
          : Math.min(Infinity, ...own.map(([, { seconds }]) => seconds));
      };
      for (const category of categories) {
        const people = town.origins.map((place, origin): Person & { readonly place: LonLat } => ({
          place,
          weight: input.population.features[origin]?.properties?.population,
          cost: costOf(origin, category),
        }));
        const hasAny = facilities.some((facility) => facility.categories.includes(category));
        if (!hasAny) {
          expect(report.city.requirements[category]?.status).toBe("no-data");
          continue;
        }
        const inside = people.filter(({ place }) =>
          input.neighborhoods.features.some((feature) => holds(feature, place)),
        );
        expectAsOracle(report.city.requirements[category], inside, `town ${seed}, ${category}`);
        input.neighborhoods.features.forEach((feature, row) => {
          const own = inside.filter(({ place }) => holds(feature, place));
          if (own.length === 0) return; // judged by its ground
          expectAsOracle(
            report.neighborhoods[row]?.requirements[category],
            own,
            `town ${seed}, ${category}, ${report.neighborhoods[row]?.id}`,
          );
        });
      }
    }
  });
  test("as the crow flies equal brute force, where there are no streets", () => {
    for (let seed = 0; seed < 40; seed++) {
      const town = randomTown(seed, { originCount: 25 });
      const { streets, ...input } = toTownInput(town, seed);
      expect(streets.features.length).toBeGreaterThan(0);
      const report = computeCoverage(input, { standard, profile: walker, originSpacingMeters: 150 });
      for (const category of categories) {
        const own = town.facilities.filter((facility) => facility.categories.includes(category));
        if (own.length === 0) continue;
        const people = town.origins.map(
          (place, origin): Person => ({
            weight: input.population.features[origin]?.properties?.population,
            cost: (1.3 * Math.min(...own.map((facility) => walkedStraight(place, facility)))) / 1.2,
          }),
        );
        expectAsOracle(report.city.requirements[category], people, `town ${seed}, ${category}`);
      }
    }
  });
  test("of ground equal the shares of the lattice points of the prepared city", () => {
    for (let seed = 0; seed < 10; seed++) {
      const town = randomTown(seed);
      const { population, ...input } = toTownInput(town, seed);
      expect(population.features.length).toBeGreaterThan(0);
      const city = prepareCity(input, { standard, originSpacingMeters: 150 });
      const report = computeCoverage(city, { standard, profile: walker });
      const { origins } = city;
      const edges = oracleEdges(town.streets, townAccess, 500);
      const places = Array.from(origins.lon, (lon, i): LonLat => [lon, origins.lat[i] ?? Number.NaN]);
      const snaps = places.map((place) => attachPlace(place, edges, walker.maxAccessMeters));
      const { facilities } = city;
      const entries = facilities.map((facility) => attachFacilityByBruteForce(facility, edges, walker.maxAccessMeters));
      const graph = new OracleGraph(edges, walker, snaps, entries, (origin, row) =>
        isAt(places[origin] as LonLat, facilities[row] as Facility),
      );
      const ways = places.map((_, origin) => graph.waysFrom(origin, facilities.length, "seconds", 1000));
      for (const category of categories) {
        const ground = places.map((_, origin): Person => {
          const costs = [...(ways[origin] ?? [])].filter(([row]) => facilities[row]?.categories.includes(category));
          const cost = Math.min(Infinity, ...costs.map(([, { seconds }]) => seconds));
          return {
            weight: origins.areaSquareMeters[origin] ?? 0,
            cost: snaps[origin] === null && cost === Infinity ? null : cost,
          };
        });
        const found = report.city.requirements[category];
        if (found?.status === "no-data") continue;
        const share = shareCovered(ground, THRESHOLD);
        if (share === null) expect(found?.area.share).toBeNull();
        else expect(found?.area.share).toBeCloseTo(share, 9);
        expect(found?.population).toEqual({ share: null, covered: 0, total: 0, unknown: 0 });
      }
    }
  });
  test("the default standard judges the same table", () => {
    const report = computeCoverage(toTownInput(randomTown(3), 3));
    expect(report.standard.id).toBe(chengduFourCircles.id);
    expect(Object.keys(report.city.circles)).toEqual([
      "lifeService",
      "publicTransport",
      "publicService",
      "convenience",
    ]);
    expect(report.city.requirements.park?.status).not.toBe("no-data");
  });
});

function holds(feature: { readonly geometry: unknown }, place: LonLat): boolean {
  return isInside(place, (feature.geometry as { coordinates: LonLat[][] }).coordinates);
}
