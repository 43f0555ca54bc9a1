import fc from "fast-check";
import { expect, test } from "vitest";
import { compactJson, indentedJson } from "../../src/node/json-pieces.js";

test("in pieces, the text is that of JSON.stringify", () => {
  const objects = fc.dictionary(
    fc.string(),
    fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()), fc.constant(undefined)),
  );
  fc.assert(
    fc.property(objects, (value) => {
      expect([...indentedJson(value)].join("")).toBe(JSON.stringify(value, null, 2));
      expect([...compactJson(value)].join("")).toBe(JSON.stringify(value));
    }),
  );
});

test("a list is written element by element", () => {
  const value = { list: [{ a: "x\ny" }, [], 3] };
  expect([...indentedJson(value)].length).toBeGreaterThan(5);
});
