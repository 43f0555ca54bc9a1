import { expect, test } from "vitest";
import { WALKING_TAGS } from "../../src/read/walking-tags.js";
import { footAccess } from "../../src/streets/modes/walking.js";
import { levelOf } from "../../src/streets/street-level.js";

/** Tags that note what is asked of them. */
function listening(tags: Readonly<Record<string, unknown>>, asked: Set<string>): Readonly<Record<string, unknown>> {
  return new Proxy(tags, {
    get: (target, key) => {
      asked.add(String(key));
      return target[String(key)];
    },
  });
}

test("the network asks for those tags, and for no others, that the reader keeps", () => {
  const asked = new Set<string>();
  const values = [undefined, "yes", "no", "private", "trunk", "construction", "steps"];
  for (const highway of values)
    for (const foot of values)
      for (const access of values) {
        const tags = listening({ highway, foot, access, bridge: "yes" }, asked);
        footAccess(tags);
        levelOf(tags);
      }
  expect([...asked].sort()).toEqual([...WALKING_TAGS].sort());
});
