import { readFileSync } from "node:fs";
import { resolve } from "node:path";

// Who may walk where, read from the table that people read: docs/guides/what-the-numbers-mean.md. Its first row that fits decides.

type Tags = Readonly<Record<string, unknown>>;
type Condition = (tags: Tags) => boolean;
interface Row {
  readonly text: string;
  readonly fits: Condition;
  readonly isOpen: boolean;
}

const GUIDE = resolve(import.meta.dirname, "../../docs/guides/what-the-numbers-mean.md");
const TABLE = /\| tags \| walkable\? \|\n\| --- \| --- \|\n((?:\|.*\|\n)+)/;

/** The rows of the guide's table, from above. */
export const WALKING_ROWS: readonly Row[] = (TABLE.exec(readFileSync(GUIDE, "utf8"))?.[1] ?? "")
  .trim()
  .split("\n")
  .map((line) => {
    const [text = "", verdict = ""] = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { text, fits: toCondition(text), isOpen: verdict.startsWith("yes") };
  });

/** All the values that the table names, by key. */
export const NAMED_VALUES: ReadonlyMap<string, readonly string[]> = WALKING_ROWS.flatMap(({ text }) =>
  tagsIn(text),
).reduce(
  (byKey, { key, values }) => byKey.set(key, [...(byKey.get(key) ?? []), ...values]),
  new Map<string, readonly string[]>(),
);

/** Decides in which directions a line may be walked. */
export function walkingBy(tags: Tags): { readonly forward: boolean; readonly backward: boolean } {
  const isOpen = WALKING_ROWS.find(({ fits }) => fits(tags))?.isOpen ?? false;
  const oneWay = tags["oneway:foot"] ?? tags.conveying;
  return {
    forward: isOpen && oneWay !== "-1" && oneWay !== "backward",
    backward:
      isOpen && oneWay !== "forward" && !(tags["oneway:foot"] !== undefined && ["yes", "1"].includes(`${oneWay}`)),
  };
}

/** "`a=b, c`, `d=*` with `e=f`": one of the first and one of the second; "without": and none of the second. */
function toCondition(text: string): Condition {
  if (text.startsWith("any other")) return () => true;
  const [some = "", others = ""] = text.split(/ with(?:out)? /);
  const anyOf = (part: string) => (tags: Tags) =>
    tagsIn(part).some(({ key, values }) => values.some((value) => hasTag(tags, key, value)));
  if (others === "") return anyOf(some);
  const isWithout = text.includes(" without ");
  return (tags) => anyOf(some)(tags) && anyOf(others)(tags) !== isWithout;
}

function tagsIn(text: string): { readonly key: string; readonly values: readonly string[] }[] {
  return [...text.matchAll(/`([\w:]+(?::\*)?)=([^`]+)`/g)].map(([, key = "", values = ""]) => ({
    key,
    values: values.split(", "),
  }));
}

function hasTag(tags: Tags, key: string, value: string): boolean {
  const own = key === "highway" ? (tags.highway ?? tags.fclass) : tags[key];
  if (own === undefined) return false;
  if (value === "*") return key === "highway" || own !== "no";
  return String(own)
    .split(";")
    .map((part) => part.trim())
    .includes(value);
}
