import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CoverageError } from "../../src/base/errors.js";
import { readStandard } from "../../src/node/read-standard.js";
import { toErrorText } from "../../src/report/to-error-text.js";
import { STANDARDS } from "../../src/standards/standards.js";

// A standard of one's own is JSON, and a slip of the hand in it is named.

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "own-standard-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(standard: unknown): string {
  const path = join(folder, "own.json");
  writeFileSync(path, JSON.stringify(standard));
  try {
    readStandard(path);
    return "taken";
  } catch (error) {
    return error instanceof CoverageError ? `${error.code} ${toErrorText(error, "en", "command")}` : String(error);
  }
}

test.each(
  STANDARDS.map((one) => [one.id, one] as const),
)("%s, written and read again, is the same standard", (_, standard) => {
  const path = join(folder, "same.json");
  writeFileSync(path, JSON.stringify(standard));
  expect(JSON.stringify(readStandard(path))).toBe(JSON.stringify(standard));
});

interface Draft {
  [member: string]: unknown;
  circles: Record<string, unknown>[];
  categories: Record<string, unknown>[];
  requirements: (Record<string, unknown> & { threshold: Record<string, unknown>; basis: Record<string, unknown> })[];
  lineClasses: { classes: { atLeast: Record<string, unknown> }[] };
}
const draft = (): Draft =>
  structuredClone(JSON.parse(JSON.stringify(STANDARDS.find(({ id }) => id === "ottawa-15min"))));

describe("refused, with the field that is wrong, is", () => {
  const slips: Readonly<Record<string, readonly [(standard: Draft) => void, RegExp]>> = {
    "a misspelt member": [(one) => Object.assign(one, { lineClases: [] }), /no member lineClases/],
    "a misspelt denominator": [
      (one) => Object.assign(one.requirements[2] ?? {}, { denominater: "area" }),
      /no member requirements\[2\]\.denominater/,
    ],
    "a denominator that there is not": [
      (one) => Object.assign(one.requirements[2] ?? {}, { denominator: "persons" }),
      /"retail".*denominator "persons"/,
    ],
    "a misspelt threshold": [
      (one) => Object.assign(one.requirements[0] ?? {}, { threshold: { strait: 300 } }),
      /requirements\[0\]\.threshold/,
    ],
    "an empty threshold": [
      (one) => Object.assign(one.requirements[0] ?? {}, { threshold: {} }),
      /"grocery".*empty threshold/,
    ],
    "a presence that is no presence": [
      (one) => Object.assign(one.requirements[0] ?? {}, { threshold: { inside: false } }),
      /requirements\[0\]\.threshold/,
    ],
    "a threshold that rests on nothing": [
      (one) => Object.assign(one.requirements[0] ?? {}, { threshold: { straight: 300 } }),
      /"grocery".*threshold\.straight but no basis\.metres/,
    ],
    "half a facility": [(one) => Object.assign(one.requirements[1] ?? {}, { count: 1.5 }), /"park".*count 1\.5/],
    "a count among the thresholds": [
      (one) => Object.assign(one.requirements[1] ?? {}, { threshold: { time: 900, count: 2 } }),
      /requirements\[1\]\.threshold/,
    ],
    "an alternative of an unknown category": [
      (one) => Object.assign(one.requirements[1] ?? {}, { orElse: [{ category: "forest", threshold: { time: 60 } }] }),
      /"park".*or else "forest"/,
    ],
    "a misspelt member of an alternative": [
      (one) =>
        Object.assign(one.requirements[1] ?? {}, { orElse: [{ category: "park", threshold: { time: 60 }, cuont: 2 }] }),
      /no member requirements\[1\]\.orElse\[0\]\.cuont/,
    ],
    "an amount that is a text": [
      (one) => Object.assign(one.categories[0] ?? {}, { minimum: { beds: "30" } }),
      /categories\[0\]\.minimum/,
    ],
    "an amount of nothing": [
      (one) => Object.assign(one.categories[0] ?? {}, { minimum: { beds: 0 } }),
      /"grocery".*minimum\.beds 0/,
    ],
    "a misspelt area": [
      (one) => Object.assign(one.categories[0] ?? {}, { minAreaSquareMetres: 5000 }),
      /no member categories\[0\]\.minAreaSquareMetres/,
    ],
    "a circle that includes itself": [
      (one) => Object.assign(one.circles[0] ?? {}, { includes: ["amenities"] }),
      /"amenities" includes itself/,
    ],
    "a circle that includes what is not there": [
      (one) => Object.assign(one.circles[0] ?? {}, { includes: ["tier5"] }),
      /"tier5", which does not exist/,
    ],
    "a class of what is not counted": [
      (one) => Object.assign(one.lineClasses.classes[0]?.atLeast ?? {}, { mandatry: 3 }),
      /"high".*mandatry/,
    ],
    "a misspelt member of a class": [
      (one) => Object.assign(one.lineClasses.classes[0] ?? {}, { atLest: {} }),
      /no member lineClasses\.classes\[0\]\.atLest/,
    ],
    "a frame with lines": [
      (one) => Object.assign(one, { frame: { zh: "缺", en: "missing" } }),
      /is a frame, but has requirements/,
    ],
    "a frame in one language": [(one) => Object.assign(one, { frame: { en: "missing" } }), /standard\.frame/],
  };
  test.each(Object.entries(slips))("%s", (_, [slip, message]) => {
    const own = draft();
    expect(read(own)).toBe("taken");
    slip(own);
    expect(read(own)).toMatch(message);
    expect(read(own)).toMatch(/^INVALID_STANDARD/);
  });
});
