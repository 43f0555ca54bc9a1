import { expect, test } from "vitest";
import { CityMemory, contentKey } from "../../src/city/city-memory.js";
import { PreparedCity } from "../../src/city/prepared-city.js";
import { computeCoverage, elderlyWalking, onNetwork, prepareCity } from "../../src/index.js";
import { collectGarbage } from "../support/collect-garbage.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";

const standard = standardOf([
  { category: "shop", threshold: { time: 300 } },
  { category: "park", threshold: { time: 600 } },
]);

test("what was made of equal content is found, whichever object says it", () => {
  const memory = new CityMemory();
  const made: string[] = [];
  const ask = (content: object) =>
    memory.remember("kind", contentKey(content), () => made.push(JSON.stringify(content)));
  ask({ a: 1 });
  ask({ a: 1 });
  ask({ a: 2 });
  expect(made).toEqual(['{"a":1}', '{"a":2}']);
});

test("of each kind the last four are kept, and kinds do not push each other out", () => {
  const memory = new CityMemory();
  const made: string[] = [];
  const ask = (kind: string, key: string) => memory.remember(kind, key, () => made.push(`${kind} ${key}`));
  ask("other", "1");
  for (const key of ["1", "2", "3", "4"]) ask("kind", key);
  ask("kind", "1"); // is used again: 2 is the oldest now
  ask("kind", "5");
  ask("kind", "1");
  ask("other", "1");
  expect(made).toEqual(["other 1", "kind 1", "kind 2", "kind 3", "kind 4", "kind 5"]);
  ask("kind", "2");
  expect(made.at(-1)).toBe("kind 2");
});

test("an object that nothing but itself equals has a key of its own, always the same", () => {
  const memory = new CityMemory();
  const [a, b] = [{}, {}];
  expect(memory.identityOf(a)).not.toBe(memory.identityOf(b));
  expect(memory.identityOf(a)).toBe(memory.identityOf(a));
});

test("a hundred equal copies of a standard, a profile and a travel model make nothing anew", () => {
  const city = prepareCity(toTownInput(randomTown(3), 3), { standard });
  const { memory } = PreparedCity.parts(city);
  let madeCount = 0;
  const remember = memory.remember.bind(memory);
  memory.remember = (kind, key, make) =>
    remember(kind, key, () => {
      madeCount++;
      return make();
    });
  const ask = () =>
    computeCoverage(city, {
      standard: structuredClone(standard),
      profile: structuredClone(elderlyWalking),
      travel: [onNetwork()],
    });
  const first = JSON.stringify(ask());
  const madeByFirst = madeCount;
  expect(madeByFirst).toBeGreaterThan(0);
  for (let i = 0; i < 100; i++) expect(JSON.stringify(ask())).toBe(first);
  expect(madeCount).toBe(madeByFirst);
});

test("profiles that are asked for once do not fill the memory", async () => {
  const city = prepareCity(toTownInput(randomTown(3), 3), { standard });
  const { memory } = PreparedCity.parts(city);
  const refs: WeakRef<object>[] = [];
  const remember = memory.remember.bind(memory);
  memory.remember = (kind, key, make) => {
    const value = remember(kind, key, make);
    if (kind === "travel") refs.push(new WeakRef(value as object));
    return value;
  };
  for (let i = 0; i < 12; i++)
    computeCoverage(city, { profile: { ...elderlyWalking, speedMetersPerSecond: 0.5 + i / 100 } });
  await collectGarbage();
  expect(new Set(refs.map((ref) => ref.deref()).filter((value) => value !== undefined)).size).toBeLessThanOrEqual(4);
});

test("a question that asks for more than four at once finds each of them again", () => {
  const memory = new CityMemory();
  memory.makeRoom(6);
  const made: string[] = [];
  const askAll = () => {
    for (const key of ["1", "2", "3", "4", "5", "6"]) memory.remember("kind", key, () => made.push(key));
  };
  askAll();
  askAll();
  expect(made).toHaveLength(6);
  memory.remember("kind", "7", () => made.push("7"));
  memory.remember("kind", "1", () => made.push("1 again"));
  expect(made.at(-1)).toBe("1 again"); // no more are kept than were asked for
});
