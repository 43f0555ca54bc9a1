import type { Tags } from "../base/words.js";
import { ownValue, toValues } from "./classify-text.js";

/** Levels of the International Standard Classification of Education that tell schools apart: primary, lower and upper secondary. */
const LEVELS = ["1", "2", "3"] as const;

type Span = readonly [from: number, to: number];

/** Ages and grades that belong to a level in every country: a school that has a year of them is of that level. */
const AGES: Readonly<Record<(typeof LEVELS)[number], Span>> = { 1: [6, 11], 2: [11.5, 14], 3: [15, 18] };
const GRADES: typeof AGES = { 1: [1, 5], 2: [6.5, 8.5], 3: [10, 12] };

/** What a school says it is: the first of these that is in the word decides. */
const WORDS: readonly (readonly [word: string, level: string])[] = [
  ["primary", "1"],
  ["elementary", "1"],
  ["upper", "3"],
  ["senior", "3"],
  ["middle", "2"],
  ["junior", "2"],
  ["secondary", "2"],
  ["high", "3"],
];

/**
 * Reads the levels of a school: from `isced:level` (`1`, `1;2`, `1-3`), or what it says it is (`school=primary`), or its grades, or the
 * ages of its pupils.
 *
 * @returns `1` to `3`, ascending; empty: nothing tells. `["0"]`: it says that it is for others (a preschool)
 */
export function readSchoolLevels(tags: Tags): readonly string[] {
  const valuesOf = (...keys: readonly string[]) => keys.flatMap((key) => toValues(ownValue(tags, key)));
  const isced = valuesOf("isced:level", "isced:2011:level").flatMap((value) => value.split(/[,/]/));
  const byIsced = LEVELS.filter((level) =>
    isced.map(readSpan).some((span) => span !== null && span[0] <= Number(level) && Number(level) <= span[1]),
  );
  if (byIsced.length > 0 || isced.some((value) => /^\d/.test(value.trim()))) return orOthers(byIsced);
  const said = new Set(
    valuesOf("school", "school:level", "school:type").map((own) => WORDS.find(([word]) => own.includes(word))?.[1]),
  );
  if (LEVELS.some((level) => said.has(level))) return LEVELS.filter((level) => said.has(level));
  const [grades] = valuesOf("grades", "grade_range", "grade").map((value) =>
    readSpan(value.replace(/pre-?k|kg?/, "0")),
  );
  if (grades) return levelsIn(grades, GRADES);
  const [youngest, oldest] = ["min_age", "max_age"].map((key) => Number(valuesOf(key)[0] ?? Number.NaN));
  const [range] = valuesOf("age_range", "age", "ages").map(readSpan);
  const ages = range ?? ([youngest, oldest] as unknown as Span);
  // of one end alone nobody can tell the other
  return ages.every(Number.isFinite) ? levelsIn(ages, AGES) : [];
}

function levelsIn([from, to]: Span, years: typeof AGES): readonly string[] {
  return orOthers(LEVELS.filter((level) => Math.min(to, years[level][1]) - Math.max(from, years[level][0]) >= 1));
}

function orOthers(levels: readonly string[]): readonly string[] {
  return levels.length > 0 ? levels : ["0"];
}

/** Reads `1`, `1-3` or `5 – 11`; `null` = it is none. */
function readSpan(text: string): Span | null {
  const [, from, to = from] = /^\s*(\d+)\s*(?:(?:-|–|to)\s*(\d+))?\s*$/.exec(text) ?? [];
  return from === undefined ? null : [Number(from), Number(to)];
}
