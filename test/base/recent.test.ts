import { expect, test } from "vitest";
import { Recent } from "../../src/base/recent.js";

test("what was used last is kept, what was not is made again", () => {
  const made: string[] = [];
  const recent = new Recent<object>(2);
  const ask = (key: string) =>
    recent.get(key, () => {
      made.push(key);
      return {};
    });
  const first = ask("a");
  ask("b");
  expect(ask("a")).toBe(first);
  ask("c");
  expect(ask("a")).toBe(first);
  ask("b");
  expect(made).toEqual(["a", "b", "c", "b"]);
});
