import { describe, expect, test } from "vitest";
import { readSources, type Source } from "./support/sources.js";

// What the core does without, so that it says the same everywhere; and how long a file may be.

const sources = readSources("src");
const roomOf = ({ path }: Source) => path.split("/")[1] ?? "";
const pathsOf = (some: readonly Source[]) => some.map(({ path }) => path);

describe("the core", () => {
  /** What runs in the page itself looks at pictures and people, and is bundled into a text. */
  const core = sources.filter((source) => roomOf(source) !== "node" && !source.path.startsWith("src/page/client/"));
  const using = (pattern: RegExp, ...allowedIn: readonly string[]) =>
    pathsOf(core.filter((source) => pattern.test(source.code) && !allowedIn.includes(roomOf(source))));
  test("reads no clock, random number, environment or network, and never logs", () => {
    expect(using(/\bperformance\b|Math\.random|\bprocess\.|\bfetch\(|\bconsole\.|setTimeout|\bcrypto\b/)).toEqual([]);
    // files that must name a day name a fixed one
    expect(using(/\bDate\.now\b|new Date\(\)|\bDate\(\)/)).toEqual([]);
    // the word on a map is no clock, nor is the day of a moment that a file tells
    expect(using(/(?<!")\bDate\b/, "tables", "maps", "read")).toEqual([]);
  });
  test("uses no function whose last bits differ between engines outside drawings", () => {
    const inexact =
      /Math\.(?:sin|cos|tan|asin|acos|atan|atan2|exp|expm1|log|log2|log10|log1p|pow|hypot|cbrt|sinh|cosh|tanh)\b|[^*/]\*\*[^*]/;
    expect(using(inexact, "report", "tables", "maps", "compare", "page", "notebook")).toEqual([]);
  });
  test("sorts without the machine's language", () => {
    expect(using(/localeCompare|toLocale|\bIntl\b/, "report", "tables", "compare")).toEqual([]);
  });
  test("has no default exports, no `any` and no non-null assertions", () => {
    expect(using(/export default|:\s*any\b|<any>|\bas any\b|[\w)\]]!(?:[.;,)\]]|\s(?!=))/)).toEqual([]);
  });
  test("keeps no state in modules", () => {
    expect(using(/^(?:export )?(?:let|var) /m)).toEqual([]);
    expect(using(/^(?:export )?const \w+(?:: [^=]+)? = new (?:Map|Set|WeakMap|Recent)(?:<[^>]*>)?\(\)/m)).toEqual([]);
  });
});

test("a file can be read at one sitting: 250 lines at most, long tables and texts aside", () => {
  const tables = [
    "src/standards/categories.ts",
    "src/base/texts/renderings/page.ts",
    "src/base/texts/renderings/report.ts",
    "src/base/texts/surfaces/command.ts",
  ];
  const tooLong = ["src/node/service/app.ts"];
  const longer = pathsOf(sources.filter(({ lineCount }) => lineCount > 250));
  expect(longer.filter((path) => ![...tables, ...tooLong].includes(path))).toEqual([]);
});
