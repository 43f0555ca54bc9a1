import { expect, test } from "vitest";
import { writePhrase } from "../../src/base/texts/phrase.js";

const write = (text: string, values: Readonly<Record<string, string | number>>) =>
  writePhrase({ id: "made.up", text, values });

test.each([
  [1, "1 street is near"],
  ["1", "1 street is near"],
  [0, "0 streets are near"],
  [2, "2 streets are near"],
  ["1,001", "1,001 streets are near"],
  ["1.0", "1.0 streets are near"],
  ["1–2", "1–2 streets are near"],
])("words follow their count: %s", (count, written) => {
  expect(write("{count} {count|street is|streets are} near", { count })).toBe(written);
});

test("a word may be left out, and a count that is not told stays in braces", () => {
  expect(write("{count} street{count||s}", { count: 1 })).toBe("1 street");
  expect(write("{count} street{count||s}", { count: 3 })).toBe("3 streets");
  expect(write("{count|street|streets}", {})).toBe("{count|street|streets}");
});
