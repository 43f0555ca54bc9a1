import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Basis, Category, RequirementAlternative, Standard, Threshold } from "../../src/model/standard.js";
import { toSourceText } from "../../src/report/sentences.js";
import { STANDARDS } from "../../src/standards/standards.js";
import { validateStandard } from "../../src/standards/validate-standard.js";

// The tables in figures/ were held against the texts line by line: a figure that is in one and not in the other fails.

const folder = new URL("figures/", import.meta.url);
const lines = readdirSync(folder)
  .flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n"))
  .filter((line) => line !== "" && !line.startsWith("#"));
const tables = new Map<string, string[][]>();
for (const line of lines) {
  const cells = line.split("|").map((cell) => cell.trim());
  if (cells[0] === "standard") tables.set(cells[1] ?? "", []);
  [...tables.values()].at(-1)?.push(cells);
}

const LETTERS: Readonly<Record<Basis, string>> = {
  ...{ print: "t", copy: "c", guide: "g", press: "p", secondary: "s", recalled: "r", ours: "o" },
};
const farOf = ({ time, network, straight, inside }: Threshold) =>
  [
    ...(time === undefined ? [] : [`${time / 60} min`]),
    ...(network === undefined ? [] : [`${network} m`]),
    ...(straight === undefined ? [] : [`${straight} m straight`]),
    ...(inside === undefined ? [] : ["inside"]),
  ].join(" / ");
const wayOf = ({ threshold, count }: RequirementAlternative) =>
  `${count === undefined ? "" : `${count} within `}${farOf(threshold)}`;

function sizesOf({ id, minAreaSquareMeters, maxAreaSquareMeters, minimum }: Category): string[][] {
  if (minAreaSquareMeters === undefined && maxAreaSquareMeters === undefined && minimum === undefined) return [];
  const least = minimum === undefined ? "" : JSON.stringify(minimum);
  return [["size", id, `${minAreaSquareMeters ?? ""}`, `${maxAreaSquareMeters ?? ""}`, least]];
}

/** All that a standard has numbers for, as the table has it; without the document. */
function figuresOf({
  id,
  judgeBy,
  missingBelowShare,
  categories,
  lineClasses,
  requirements,
  ...rest
}: Standard): string[][] {
  const { mandatory, optional, label } = rest.scoring?.weights ?? {};
  return [
    ["standard", id, judgeBy, `${missingBelowShare}`, [mandatory, optional, label].join(" : ")],
    ...(rest.grades ?? []).map((one) => ["grade", one.id, `${one.minScore}`]),
    ...categories.flatMap(sizesOf),
    ...(lineClasses?.classes ?? []).map((one) => ["class", one.id, JSON.stringify(one.atLeast)]),
    ...requirements.map((one) => [
      ...[one.circle, one.id, one.necessity.slice(0, 1)],
      [wayOf(one), ...(one.orElse ?? []).map((way) => `else ${way.category} ${wayOf(way)}`)].join(", "),
      one.denominator ?? "",
      (["listing", "necessity", "minutes", "metres"] as const)
        .map((field) => one.basis[field])
        .map((basis) => (basis === undefined ? "-" : LETTERS[basis]))
        .join(""),
    ]),
  ];
}

const isRequirement = (cells: readonly string[]) => !["standard", "size", "class", "grade"].includes(cells[0] ?? "");
/** Of requirements the last cell is the document. */
const withoutDocument = (cells: string[]) => (isRequirement(cells) ? cells.slice(0, -1) : cells);
const padded = (cells: readonly string[]) => cells.join(" | ").replace(/[ |]+$/, "");

const computable = STANDARDS.filter(({ frame }) => frame === undefined);

describe("every number of every standard stands beside its source:", () => {
  test.each(computable.map((one) => [one.id, one] as const))("%s", (id, standard) => {
    const table = tables.get(id) ?? [];
    expect(figuresOf(standard).map(padded)).toEqual(table.map(withoutDocument).map(padded));
    for (const [row, cells] of table.filter(isRequirement).entries()) {
      const source = toSourceText(standard.requirements[row]?.source ?? "", "en");
      expect(source.startsWith(cells.at(-1) ?? "?"), `${cells[1]}: ${source}`).toBe(true);
    }
  });
  test("and the tables know no other standard", () => {
    expect([...tables.keys()].sort()).toEqual(computable.map(({ id }) => id).sort());
  });
  test("frames have no numbers", () => {
    const frames = STANDARDS.filter(({ frame }) => frame !== undefined);
    expect(frames.map(({ id }) => id)).toEqual(["suzhou", "scotland-20min"]);
    for (const frame of frames) expect(figuresOf(frame)).toHaveLength(1);
  });
});

describe("every standard", () => {
  test("is valid, and has an id of its own", () => {
    for (const standard of STANDARDS) expect(() => validateStandard(standard), standard.id).not.toThrow();
    expect(new Set(STANDARDS.map(({ id }) => id)).size).toBe(31);
  });
  test.each(STANDARDS.map((one) => [one.id, one] as const))("%s is told in Chinese and in English", (_, standard) => {
    const { label, source, circles, categories, requirements, lineClasses, frame } = standard;
    const told = [
      ...[label, source, ...(frame === undefined ? [] : [frame])],
      ...circles.flatMap((circle) => [circle.label, circle.source]),
      ...categories.map((category) => category.label),
      ...(lineClasses === undefined ? [] : [lineClasses.source, ...lineClasses.classes.map((one) => one.label)]),
    ];
    for (const one of told) {
      expect(toSourceText(one, "zh")).toMatch(/\p{Script=Han}/u);
      expect(toSourceText(one, "en")).toMatch(/[a-z]{3}/i);
    }
    for (const { id, source } of requirements) expect([id, toSourceText(source, "en") !== ""]).toEqual([id, true]);
  });
  test("asks for each of its categories, and names none twice", () => {
    for (const { id, categories, requirements } of STANDARDS) {
      const asked = requirements.flatMap((one) => [one.category, ...(one.orElse ?? []).map((way) => way.category)]);
      expect([id, [...new Set(asked)].sort()]).toEqual([id, categories.map((one) => one.id).sort()]);
    }
  });
  test("claims no print, and says of what is nobody's but ours that it is", () => {
    for (const { id, requirements } of STANDARDS)
      for (const { id: line, basis, source } of requirements) {
        const found = Object.values(basis);
        expect([id, line, found.includes("print")]).toEqual([id, line, false]);
        expect([id, line, toSourceText(source, "en").includes("our choice: ")]).toEqual([
          id,
          line,
          found.includes("ours"),
        ]);
      }
  });
  test("whose text does not say how it measures says so in both languages", () => {
    const silent = ["gb50180-2018", "tdt1062-2021", "mofcom-quarter-hour", "shanghai-2016", "melbourne-20min"];
    silent.push("portland-complete", "ottawa-15min", "singapore-20min", "seoul", "utrecht-10min", "leed-nd");
    for (const id of silent) {
      const { source, circles } = STANDARDS.find((one) => one.id === id) as Standard;
      const all = (locale: "en" | "zh") =>
        [source, ...circles.map((one) => one.source)].map((one) => toSourceText(one, locale)).join(" ");
      expect([id, all("zh")]).toEqual([id, expect.stringMatching(/没有说明|未说明/)]);
      expect([id, all("en")]).toEqual([id, expect.stringMatching(/do(?:es)? not say how|is not said|nor says how/)]);
    }
  });
});
