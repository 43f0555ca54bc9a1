import { expect, test } from "vitest";
import { PreparedCity } from "../../src/city/prepared-city.js";
import { prepareCity } from "../../src/index.js";
import { PastGrounds, type WholeGround } from "../../src/repair/past-grounds.js";
import { closingStreet } from "../../src/scenarios/edit-streets.js";
import { ScenarioState } from "../../src/scenarios/scenario-state.js";
import { collectGarbage } from "../support/collect-garbage.js";
import { randomTown } from "../support/random-town.js";
import { columnsOf } from "../support/streets.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";
import { walkerOf } from "../support/travel-city.js";

const streets = columnsOf([]);
const groundOf = (edition: number) => ({ ground: { edition, streets }, tableGrounds: [] }) as unknown as WholeGround;

test("of the grounds before, the last four are kept, and older ones are built anew from their streets", () => {
  const past = new PastGrounds();
  const kept = [0, 1, 2, 3, 4, 5].map(groundOf);
  for (const ground of kept) past.push(ground);
  const built: number[] = [];
  const pop = () =>
    past.pop((sketch) => {
      expect(sketch.streets).toBe(streets);
      built.push(sketch.edition);
      return groundOf(sketch.edition);
    });
  for (const edition of [5, 4, 3, 2]) expect(pop()).toBe(kept[edition]);
  expect(built).toEqual([]);
  for (const edition of [1, 0]) expect(pop().ground.edition).toBe(edition);
  expect(built).toEqual([1, 0]);
});

test("what takes back an edit of streets does not hold the networks of before and after", async () => {
  const standard = standardOf([{ category: "shop", thresholdSeconds: 300 }]);
  const prepared = prepareCity(toTownInput(randomTown(5), 5), { standard });
  const state = new ScenarioState(prepared, standard, walkerOf(1));
  const closeOne = () => state.editStreets(closingStreet(state.ground.streets, state.ground.streets.ids[0] ?? ""));
  const takeBack = [closeOne()];
  const first = new WeakRef(state.ground.modeNetwork);
  for (let edit = 0; edit < 3; edit++) takeBack.push(closeOne());
  await collectGarbage();
  expect(first.deref()).toBeDefined();
  for (let edit = 0; edit < 3; edit++) takeBack.push(closeOne());
  await collectGarbage();
  expect(first.deref()).toBeUndefined();
  for (const each of takeBack.reverse()) each();
  expect(state.ground.modeNetwork.network).toEqual(PreparedCity.parts(prepared).city.modeNetwork?.network);
});
