import { expect, test } from "vitest";
import { buildTagMatcher } from "../../src/facilities/classify-tags.js";
import { categories } from "../../src/standards/categories.js";
import { buildSlowTagMatcher } from "../oracle/oracle-tags.js";
import { draw, drawIndex, seededRandom } from "../support/random.js";

test("tags match the same categories, in the same order, as asking for every key of the table", () => {
  const random = seededRandom(7);
  const [fast, slow] = [buildTagMatcher(categories), buildSlowTagMatcher(categories)];
  const known = categories
    .flatMap(({ osmTags, osmTagsWithKeyword }) => [...osmTags, ...osmTagsWithKeyword])
    .flatMap((tag) => tag.split("&"))
    .map((tag) => tag.split("=") as [string, string]);
  const keys = [...known.map(([key]) => key), "fclass", "toString", "constructor", "name"];
  const values = [...known.map(([, value]) => value), "yes", "park;pharmacy", true, 1, null, ["bank", "cafe"], {}];
  let matched = 0;
  for (let run = 0; run < 20_000; run++) {
    const pairs = Array.from({ length: drawIndex(random, 6) }, (): [string, unknown] =>
      random() < 0.6 ? draw(random, known) : [draw(random, keys), draw(random, values)],
    );
    const tags = Object.fromEntries(pairs);
    const found = fast(tags);
    expect(found).toEqual(slow(tags));
    if (found.length > 1) matched++;
  }
  expect(matched).toBeGreaterThan(1000);
});
