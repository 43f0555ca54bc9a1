import { expect, test } from "vitest";
import { attachFacility } from "../../src/attach/attach-facilities.js";
import { compareFacilities } from "../../src/facilities/select-facilities.js";
import { OpenFacilities } from "../../src/repair/open-facilities.js";
import { PastStates } from "../../src/repair/past-states.js";
import { RepairingEditor } from "../../src/repair/repairing-editor.js";
import { closingStreet } from "../../src/scenarios/edit-streets.js";
import { onNetwork } from "../../src/travel/on-network.js";
import { collectGarbage } from "../support/collect-garbage.js";
import { randomTown } from "../support/random-town.js";
import { requestFor, travelCityOf, walkingAt } from "../support/travel-city.js";

test("of the states before, the last four are kept, and older ones are built anew", () => {
  const past = new PastStates<{ readonly edition: number }>();
  const kept = [0, 1, 2, 3, 4, 5].map((edition) => ({ edition }));
  const built: number[] = [];
  for (const state of kept)
    past.push(state, () => {
      built.push(state.edition);
      return { ...state };
    });
  for (const edition of [5, 4, 3, 2]) expect(past.pop()).toBe(kept[edition]);
  expect(built).toEqual([]);
  for (const edition of [1, 0]) expect(past.pop()).not.toBe(kept[edition]);
  expect(built).toEqual([1, 0]);
  expect(() => past.pop()).toThrow();
});

test("what an edit of streets can be taken back to does not hold all networks of before", async () => {
  const town = randomTown(5);
  const { origins, streets } = travelCityOf(town.streets, town.facilities, town.origins);
  if (streets === null) throw new Error("no streets");
  const profile = walkingAt(1);
  const { maxAccessMeters } = profile;
  const facilities = new OpenFacilities([...town.facilities].sort(compareFacilities));
  const editor = new RepairingEditor({
    network: {
      modeNetwork: streets.modeNetwork,
      origins: streets.attachedOrigins(maxAccessMeters),
      attachments: facilities.facilities.map((each) =>
        attachFacility(streets.modeNetwork.index, each, maxAccessMeters),
      ),
    },
    places: { origins, facilities, fragmentMeters: 500, maxAccessMeters },
    ...{ model: onNetwork(), profile, requests: [requestFor(["shop"])] },
  });
  const tables = structuredClone(editor.tables);
  const closeOne = () => editor.editStreets(closingStreet(editor.network.streets, editor.network.streets.ids[0] ?? ""));
  closeOne();
  const first = new WeakRef(editor.network);
  for (let edit = 0; edit < 3; edit++) closeOne();
  await collectGarbage();
  expect(first.deref()).toBeDefined();
  for (let edit = 0; edit < 3; edit++) closeOne();
  await collectGarbage();
  expect(first.deref()).toBeUndefined();
  expect(editor.tables).not.toEqual(tables);
  for (let edit = 0; edit < 7; edit++) editor.undoStreets();
  editor.takeChanges();
  expect(editor.network.network).toEqual(streets.modeNetwork.network);
  expect(editor.tables).toEqual(tables);
});
