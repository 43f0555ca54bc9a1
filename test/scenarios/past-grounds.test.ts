import { expect, test } from "vitest";
import { PastGrounds, type WholeGround } from "../../src/scenarios/past-grounds.js";
import { columnsOf } from "../support/streets.js";

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
