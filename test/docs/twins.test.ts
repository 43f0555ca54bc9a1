import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Document, proseOf, ROOT, readDocument, readGuides, twinOf } from "../support/documents.js";

// The guides and the tutorial stand in both languages: `files.md` is English, `files.zh.md` beside it Chinese. Blocks that a reader
// copies are the same in both; what is printed may be in the language of the shell, and is then run in it (test/readme.test.ts).

const guides = readGuides();

test("there are guides and a tutorial", () => {
  expect(guides.filter(({ path }) => path.startsWith("docs/guides/")).length).toBeGreaterThan(20);
  expect(guides.filter(({ path }) => path.startsWith("docs/tutorial/")).length).toBeGreaterThan(10);
});

test("every one has its twin in the other language", () => {
  expect(guides.map(twinOf).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

describe.each(
  guides.filter(({ isChinese }) => isChinese).map((guide) => [guide.path, guide] as const),
)("%s", (_, chinese) => {
  const english = readDocument(twinOf(chinese));

  test("has the headings of its twin", () => expect(depthsOf(chinese)).toEqual(depthsOf(english)));

  test("has the blocks of its twin, but for what is printed", () => {
    const copied = ({ blocks }: Document) =>
      blocks.map(({ language, file, text }) => ({ language, file, text: language === "text" ? "" : text }));
    expect(copied(chinese)).toEqual(copied(english));
    expect(indentedOf(chinese)).toEqual(indentedOf(english));
  });

  test("has as many rows in its tables", () => expect(rowsOf(chinese)).toEqual(rowsOf(english)));

  test("names the same codes, flags and files in its tables", () => {
    expect(codesOf(chinese)).toEqual(codesOf(english));
  });

  test("is written in Chinese", () => {
    const sentences = proseOf(chinese)
      .split("\n\n")
      .filter((part) => /[a-z]{3}/i.test(part) && !/^\n*(?:\||<!--|<[A-Z]|#| {4}|!\[)/.test(part));
    expect(sentences.filter((part) => !/[\u4e00-\u9fff]/.test(part))).toEqual([]);
  });
});

function depthsOf(document: Document): number[] {
  return [...proseOf(document).matchAll(/^(#+) /gm)].map(([, marks = ""]) => marks.length);
}

/** Blocks that are indented instead of fenced. */
function indentedOf(document: Document): string[] {
  return proseOf(document).match(/(?<=\n\n)(?: {4}.*\n)+/g) ?? [];
}

/** How many rows each table has. */
function rowsOf(document: Document): number[] {
  return (proseOf(document).match(/(?:^\|.*\n)+/gm) ?? []).map((table) => table.trim().split("\n").length);
}

/** What begins the rows of tables: a code, a flag, a file. */
function codesOf(document: Document): string[] {
  return [...proseOf(document).matchAll(/^\| (`[^`]+`)/gm)].map(([, code = ""]) => code);
}
