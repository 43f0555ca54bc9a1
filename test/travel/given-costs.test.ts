import { describe, expect, test } from "vitest";
import type { CoverageError } from "../../src/base/errors.js";
import { FacilityIndex } from "../../src/facilities/facility-index.js";
import { NO_WAY, NONE_WITHIN_CUTOFF, type ReachRequest } from "../../src/model/travel.js";
import type { GivenCost } from "../../src/travel/given-cost-columns.js";
import { type GivenCostsOptions, givenCosts } from "../../src/travel/given-costs.js";
import { costTo, facilityTo } from "../../src/travel/nearest-table.js";
import type { TravelCity } from "../../src/travel/travel-model.js";
import { withOtherOrigins, withSomeOrigins } from "../../src/travel/with-origins.js";
import { errorOf } from "../support/geojson-samples.js";
import { readPairs } from "../support/pairs.js";
import { draw, drawIndex, seededRandom, shuffled } from "../support/random.js";
import { facilityAt, originsAt, requestFor, walkingAt } from "../support/travel-city.js";

const facilities = [facilityAt("a", [0, 0], "shop"), facilityAt("b", [0, 1], "shop", "school")];
const city = cityOf(3, facilities);
const costs: GivenCost[] = [
  { originRow: 0, facilityId: "a", cost: 300 },
  { originRow: 0, facilityId: "b", cost: 200 },
  { originRow: 1, facilityId: "a", cost: 900 },
];
const walker = walkingAt(1.5);
// as a program without types would call it
const give = givenCosts as (costs: unknown, options?: unknown) => ReturnType<typeof givenCosts>;

/** A city without streets: given costs need none. */
function cityOf(originCount: number, places: TravelCity["facilities"]): TravelCity {
  const origins = originsAt(Array.from({ length: originCount }, (_, i) => [i / 1000, 0] as const));
  return { origins, facilities: places, facilityIndex: () => new FacilityIndex(places), streets: null };
}

function reach(given: ReturnType<typeof givenCosts>, request: ReachRequest, where = city) {
  const table = given.prepare(where, walker).fillReach?.(request);
  if (table === undefined) throw new Error("no reach table");
  return readPairs(table).map(({ origin, row, cost, second }) => [origin, row, cost, second]);
}

describe("given costs", () => {
  test("fill the table as they are; what is not given is out of reach", () => {
    const table = givenCosts(costs, { unit: "seconds" })
      .prepare(city, walker)
      .fillTable(
        requestFor(["shop", "school", "park"], { cutoff: 900, nearestCount: 2, countWithin: [250, null, null] }),
      );
    expect([costTo(table, 0, 0), costTo(table, 0, 0, 1), costTo(table, 0, 1)]).toEqual([200, 300, 200]);
    expect([facilityTo(table, 0, 0), facilityTo(table, 0, 0, 1)]).toEqual([1, 0]);
    expect(costTo(table, 1, 0)).toBe(900);
    expect([costTo(table, 2, 0), facilityTo(table, 2, 0)]).toEqual([Infinity, NONE_WITHIN_CUTOFF]);
    expect(facilityTo(table, 0, 2)).toBe(NO_WAY); // no park in the city
    expect([...(table.counts[0] ?? [])]).toEqual([1, 0, 0]);
  });

  test("fill a reach table: each pair once, of one of the categories, up to the cutoff", () => {
    const given = givenCosts(costs, { unit: "seconds" });
    const all = [
      [0, 1, 200, null],
      [0, 0, 300, null],
      [1, 0, 900, null],
    ];
    const request = { unit: "seconds", cutoff: 900, categories: ["school", "shop"] } as const;
    expect(reach(given, request)).toEqual(all);
    // nothing is known of the metres
    expect(reach(given, { ...request, withSecondQuantity: true })).toEqual(all);
    expect(reach(given, { ...request, cutoff: 899 })).toEqual(all.slice(0, 2));
    expect(reach(given, { ...request, categories: ["school"] })).toEqual(all.slice(0, 1));
    expect(reach(given, { ...request, categories: ["park"] })).toEqual([]);
  });

  test("that are infinite are no way", () => {
    const given = givenCosts([{ originRow: 2, facilityId: "a", cost: Infinity }], { unit: "seconds" });
    expect(reach(given, { unit: "seconds", cutoff: Infinity, categories: ["shop"] })).toEqual([]);
    const table = given.prepare(city, walker).fillTable(requestFor(["shop"], { cutoff: Infinity, countWithin: [1e9] }));
    expect([costTo(table, 2, 0), facilityTo(table, 2, 0), table.counts[0]?.[2]]).toEqual([
      Infinity,
      NONE_WITHIN_CUTOFF,
      0,
    ]);
  });

  test("as columns, typed or not, by id or by row, are the same as a list, whatever the order", () => {
    const random = seededRandom(5);
    for (let i = 0; i < 40; i++) {
      const places = Array.from({ length: 6 }, (_, row) =>
        facilityAt(`f${row}`, [0, row], draw(random, ["shop", "school"])),
      );
      const own = cityOf(4, places);
      const list = Array.from({ length: 25 }, () => ({
        originRow: drawIndex(random, 4),
        row: drawIndex(random, 6),
        cost: drawIndex(random, 5) * 100,
        meters: drawIndex(random, 900),
      }));
      const pairs = (order: typeof list) => order.map(({ row, ...pair }) => ({ ...pair, facilityId: `f${row}` }));
      const columns = (order: typeof list) => ({
        originRow: Uint32Array.from(order, ({ originRow }) => originRow),
        facilityRow: Int32Array.from(order, ({ row }) => row),
        cost: order.map(({ cost }) => cost),
        meters: Float32Array.from(order, ({ meters }) => meters),
      });
      const byId = ({ facilityRow, ...others }: ReturnType<typeof columns>) => ({
        ...others,
        facilityId: Array.from(facilityRow, (row) => `f${row}`),
      });
      for (const unit of ["seconds", "meters"] as const) {
        const ask = (given: unknown) => {
          const travel = give(given, { unit: "seconds" }).prepare(own, walker);
          const request = { unit, cutoff: 250, categories: ["shop", "school"] };
          const table = travel.fillTable(
            requestFor(request.categories, { ...request, nearestCount: 3, countWithin: [300, 100] }),
          );
          return [table, reach(give(given, { unit: "seconds" }), { ...request, withSecondQuantity: true }, own)];
        };
        const known = ask(pairs(list));
        const mixed = shuffled(random, list);
        for (const other of [pairs(mixed), columns(list), columns(mixed), byId(columns(mixed))])
          expect(ask(other)).toEqual(known);
      }
    }
  });

  test("of a pair that is given several times: the cheapest, and of those the shortest", () => {
    const twice = [
      { originRow: 1, facilityId: "a", cost: 70, meters: 20 },
      { originRow: 1, facilityId: "a", cost: 60, meters: 50 },
      { originRow: 1, facilityId: "a", cost: 60, meters: 40 },
    ];
    const given = givenCosts(twice, { unit: "seconds" });
    const request = { unit: "seconds", cutoff: 900, categories: ["shop"], withSecondQuantity: true } as const;
    expect(reach(given, request)).toEqual([[1, 0, 60, 40]]);
    expect(reach(given, { ...request, unit: "meters" })).toEqual([[1, 0, 20, 70]]);
    const table = given.prepare(city, walker).fillTable(requestFor(["shop"], { nearestCount: 2, countWithin: [100] }));
    expect([costTo(table, 1, 0), costTo(table, 1, 0, 1), table.counts[0]?.[1]]).toEqual([60, Infinity, 1]);
  });

  test("tell the other unit as the pairs do, else by a speed that is given, else not at all", () => {
    const request = { unit: "meters", cutoff: 1e4, categories: ["school"], withSecondQuantity: true } as const;
    const [, ...withMeters] = costs.map((cost) => ({ ...cost, meters: 2 * (cost.cost ?? 0) }));
    const told = givenCosts(withMeters, { unit: "seconds", speedMetersPerSecond: 7 });
    expect(reach(told, request)).toEqual([[0, 1, 400, 200]]);
    const bySpeed = givenCosts(costs, { unit: "seconds", speedMetersPerSecond: 7 });
    expect(reach(bySpeed, request)).toEqual([[0, 1, 1400, 200]]);
    expect(reach(bySpeed, { ...request, unit: "seconds" })).toEqual([[0, 1, 200, 1400]]);
    const inMeters = givenCosts(costs, { unit: "meters", speedMetersPerSecond: 4 });
    expect(reach(inMeters, { ...request, unit: "seconds" })).toEqual([[0, 1, 50, 200]]);
    const error = errorOf(() => reach(givenCosts(costs, { unit: "seconds" }), request));
    expect(error.code).toBe("INVALID_ARGUMENT");
    expect(error.message).toBe(
      "givenCosts: the costs are in seconds, but meters are needed. Give meters with every pair, or a speedMetersPerSecond to convert by.",
    );
  });

  test("in a part of a city are those of its origins, and other places they do not know", () => {
    const random = seededRandom(9);
    for (let i = 0; i < 20; i++) {
      const list = Array.from({ length: 30 }, () => ({
        originRow: drawIndex(random, 3),
        facilityId: draw(random, ["a", "b"]),
        cost: drawIndex(random, 900),
      }));
      const given = givenCosts(list, { unit: "seconds" });
      const request = { unit: "seconds", cutoff: 600, categories: ["shop"] } as const;
      const whole = reach(given, request);
      for (const rows of [[0], [2], [1, 2], [2, 0], [0, 1, 2]]) {
        const part = withSomeOrigins(city, rows);
        const expected = rows.flatMap((row, origin) =>
          whole.filter(([own]) => own === row).map(([, ...rest]) => [origin, ...rest]),
        );
        expect(reach(given, request, part)).toEqual(expected);
        expect(given.prepare(part, walker).summary).toEqual(given.prepare(city, walker).summary);
        // a part of a part
        expect(reach(given, request, withSomeOrigins(part, [0]))).toEqual(expected.filter(([origin]) => origin === 0));
      }
    }
    const given = givenCosts(costs, { unit: "seconds" });
    for (const other of [withOtherOrigins(city, originsAt([[0, 0]])), { ...city, hasOtherFacilities: true }])
      expect(errorOf(() => given.prepare(other, walker)).message).toContain(
        "only the city's own origins and facilities",
      );
  });

  test("in a scenario may be to facilities that are not there, which have no rows", () => {
    const scenario = { ...city, facilities: facilities.slice(0, 1), facilitiesComeAndGo: true };
    const request = { unit: "seconds", cutoff: 900, categories: ["shop"] } as const;
    expect(reach(givenCosts(costs, { unit: "seconds" }), request, scenario)).toEqual([
      [0, 0, 300, null],
      [1, 0, 900, null],
    ]);
    const byRow = givenCosts({ originRow: [0], facilityRow: [0], cost: [1] }, { unit: "seconds" });
    expect(errorOf(() => byRow.prepare(scenario, walker)).message).toContain("name them by facilityId");
  });

  test("may be changed afterwards by whoever gave them", () => {
    const cost = Float64Array.of(5);
    const given = givenCosts({ originRow: [0], facilityRow: [0], cost }, { unit: "seconds" });
    cost[0] = 9;
    expect(reach(given, { unit: "seconds", cutoff: 100, categories: ["shop"] })).toEqual([[0, 0, 5, null]]);
  });
});

describe("given costs that are none", () => {
  const inSeconds = { unit: "seconds" };
  const refused = (given: unknown, options: unknown): CoverageError =>
    errorOf(() => give(given, options).prepare(city, walker));
  const pair = (changes: object) => [costs[0], { ...costs[1], ...changes }];

  test.each([
    ["cost", ["", "5", [], [5], false, true, -1, Number.NaN, undefined, {}, 5n]],
    ["originRow", [null, "0", 0.5, -1, Number.NaN, undefined, [], false, 1e20, 3]],
    ["facilityId", [null, 5, undefined, {}, "z"]],
    ["meters", [null, "5", -1, Number.NaN, []]],
  ])("are refused by the pair: %s", (key, values) => {
    for (const value of values) {
      const meters = key === "meters" ? { meters: 1 } : {};
      const error = refused([{ ...costs[0], ...meters }, ...pair({ [key]: value }).slice(1)], inSeconds);
      expect(error.code, `${key} ${String(value)}`).toBe("INVALID_ARGUMENT");
      expect(error.message, `${key} ${String(value)}`).toMatch(/costs\[1\]\.|cost 1 (is|leads)/);
    }
  });
  test("no cost at all is no way", () => {
    const given = give([costs[0], { ...costs[1], cost: null }], inSeconds);
    const same = give([costs[0], { ...costs[1], cost: Infinity }], inSeconds);
    const request = { unit: "seconds", cutoff: 1e9, categories: ["shop", "school"] } as const;
    expect(reach(given, request)).toEqual(reach(same, request));
  });
  test("are refused in columns, too", () => {
    const columns = { originRow: [0, 1], facilityId: ["a", "b"], cost: [5, 6] };
    expect(() => give(columns, { unit: "seconds" }).prepare(city, walker)).not.toThrow();
    for (const [changes, message] of [
      [{ cost: [5] }, "costs.cost must be an array or typed array of length 2; got an array of length 1."],
      [{ cost: [5, ""] }, 'costs.cost[1] must be a number ≥ 0; got the string "".'],
      [{ cost: "56" }, 'costs.cost must be an array or typed array of length 2; got the string "56".'],
      [{ cost: new DataView(new ArrayBuffer(2)) }, "costs.cost"],
      [{ originRow: 5 }, "costs.originRow must be an array or typed array of length 0; got the number 5"],
      [{ originRow: undefined }, "costs.originRow must be an array or typed array of length 0; got undefined"],
      [{ originRow: [0, "1"] }, 'costs.originRow[1] must be a whole number ≥ 0; got the string "1".'],
      [{ originRow: [0, 3] }, "givenCosts: cost 1 is from origin 3, but the city has only 3 origins."],
      [{ facilityId: [1, 2] }, "costs.facilityId[0] must be a string; got the number 1."],
      [{ facilityId: ["a", "z"] }, 'givenCosts: cost 1 leads to the facility "z", which is not in the city.'],
      [
        { facilityId: undefined },
        "costs.facilityId must be a column facilityId or facilityRow, but not both; got undefined.",
      ],
      [
        { facilityRow: [0, 1] },
        "costs.facilityId must be a column facilityId or facilityRow, but not both; got an array of length 2.",
      ],
      [
        { facilityId: undefined, facilityRow: [0, 2] },
        'givenCosts: cost 1 leads to the facility "2", which is not in the city.',
      ],
      [{ meters: [1] }, "costs.meters must be an array or typed array of length 2; got an array of length 1"],
      [{ meters: [1, Number.NaN] }, "costs.meters[1] must be a number ≥ 0; got the number NaN"],
      [{ cost: BigInt64Array.of(1n, 2n) }, "costs.cost[0] must be a number ≥ 0; got the bigint 1"],
    ] as const) {
      const error = refused({ ...columns, ...changes }, inSeconds);
      expect(error.code).toBe("INVALID_ARGUMENT");
      expect(error.message).toContain(message);
    }
  });
  test.each([
    [5],
    [null],
    [undefined],
    ["costs"],
    [true],
    [() => []],
    [[null]],
    [[5]],
    [[[]]],
    [{}],
    [new Map()],
  ])("are refused as a whole: %s", (given) => expect(refused(given, inSeconds).code).toBe("INVALID_ARGUMENT"));
  test.each([
    [undefined, "options must be an object; got undefined."],
    [null, "options must be an object; got null."],
    [[], "options must be an object; got an array of length 0"],
    [{}, "options.unit must be one of seconds, meters; got undefined."],
    [{ unit: "minutes" }, 'options.unit must be one of seconds, meters; got the string "minutes".'],
    [{ unit: "seconds", label: {} }, "options.label.zh must be a string; got undefined."],
    [{ unit: "seconds", label: "R5" }, 'options.label must be an object; got the string "R5".'],
    [
      { unit: "seconds", speedMetersPerSecond: 0 },
      "options.speedMetersPerSecond must be a number > 0; got the number 0.",
    ],
    [
      { unit: "seconds", speedMetersPerSecond: "1" },
      'options.speedMetersPerSecond must be a number > 0; got the string "1".',
    ],
    [{ unit: "seconds", speed: 1 }, 'Unknown option "speed".'],
  ] as readonly (readonly [
    GivenCostsOptions | null | undefined | object,
    string,
  ])[])("are refused for their options: %s", (options, message) =>
    expect(refused(costs, options).message).toContain(message));
});
