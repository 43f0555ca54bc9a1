import { describe, expect, test } from "vitest";
import { buildTagMatcher } from "../../src/facilities/classify-tags.js";
import type { Match } from "../../src/facilities/classify-text.js";
import { categories as defaults } from "../../src/standards/categories.js";
import { type Sign, signsOf } from "../oracle/oracle-tags.js";
import { draw, drawIndex, type Random, seededRandom, shuffled } from "../support/random.js";
import { plainCategory } from "../support/test-standard.js";

/** With one that has what the table has not: a tag with a condition under a name that Geofabrik changes. */
const categories = [...defaults, { ...plainCategory("free toilet"), osmTags: ["amenity=toilets&fee=no"] }];
const matchTags = buildTagMatcher(categories);
const known = categories
  .flatMap(({ osmTags, osmTagsWithKeyword }) => [...osmTags, ...osmTagsWithKeyword])
  .flatMap((tag) => tag.split("&"))
  .filter((tag) => !tag.startsWith("!"))
  .map((tag) => tag.split("=") as [string, string]);
const geofabrik = [
  "bookshop",
  "beauty_shop",
  "market_place",
  "nursing_home",
  "railway_station",
  "toilet",
  "town_hall",
].concat([...["railway_halt", "tennis_court", "recycling_glass", "dry_cleaners", "hair_salon", "gym", "grocery"]]);
const keys = [...known.map(([key]) => key), "fclass", "fclass", "toString", "constructor", "name"];
const values = [
  ...known.map(([, value]) => value),
  ...[
    "yes",
    "Park;pharmacy",
    " Bank ",
    "",
    ";",
    "bank;;bank",
    true,
    false,
    1,
    2,
    null,
    ["bank", "cafe;atm", ["pharmacy"]],
    {},
  ],
];

function drawTags(random: Random): [string, unknown][] {
  const pairs = Array.from({ length: drawIndex(random, 6) }, (): [string, unknown] => {
    const dice = random();
    if (dice < 0.6) return draw(random, known);
    if (dice < 0.7) return ["fclass", draw(random, geofabrik)];
    if (dice < 0.75) return [draw(random, ["fee", "bus"]), random() < 0.5];
    return [draw(random, keys), draw(random, values)];
  });
  return [...new Map(pairs)];
}

const toSign = ({ row, about, needsKeyword, onlyWithKeyword }: Match): Sign => ({
  row,
  about,
  counts: onlyWithKeyword ? "onlyWithName" : needsKeyword ? "withName" : "alone",
});
const asSet = (signs: readonly Sign[]) => [...new Set(signs.map((sign) => JSON.stringify(sign)))].sort();

describe("tags of 5,000 random places", () => {
  const random = seededRandom(7);
  const places = Array.from({ length: 5000 }, () => drawTags(random));
  test("speak for the categories whose tags hold there, and for no others", () => {
    let matched = 0;
    for (const pairs of places) {
      const tags = Object.fromEntries(pairs);
      const found = asSet(matchTags(tags).map(toSign));
      const expected = asSet(signsOf(tags, categories));
      expect({ tags, found }).toEqual({ tags, found: expected });
      if (expected.length > 1) matched++;
    }
    expect(matched).toBeGreaterThan(1000);
  });
  test("speak in the same order, whatever order they are written in", () => {
    for (const pairs of places)
      expect(matchTags(Object.fromEntries(shuffled(random, pairs)))).toEqual(matchTags(Object.fromEntries(pairs)));
  });
});
