import { expect, test } from "vitest";
import { CoverageError } from "../../src/base/errors.js";
import { scanCsv } from "../../src/read/tables/scan-csv.js";
import { seededRandom } from "../support/random.js";
import { slowCsv } from "./slow-csv.js";

const LIMITS = { maxColumns: 1000, maxRows: 1000, maxCellLength: 1000 };

function fastCsv(text: string, separator: string): readonly (readonly string[])[] | "wrong" {
  try {
    return [...scanCsv(text, separator, LIMITS, "table")].map(({ cells }) => cells);
  } catch (error) {
    if (error instanceof CoverageError && error.code === "INVALID_TABLE") return "wrong";
    throw error;
  }
}

test("texts of random letters that matter are taken apart as letter by letter", () => {
  const random = seededRandom(11);
  const letters = ["a", "药", '"', '"', ",", ",", ";", "\n", "\r\n", "\r", " ", "1"];
  let wholeCount = 0;
  for (let i = 0; i < 20_000; i++) {
    const length = Math.floor(random() * 24);
    const text = Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join("");
    const expected = slowCsv(text, ",");
    if (expected !== "wrong" && expected.length > 1) wholeCount++;
    expect(fastCsv(text, ","), JSON.stringify(text)).toEqual(expected);
  }
  expect(wholeCount).toBeGreaterThan(2000);
});

test("rows that were written come back", () => {
  const random = seededRandom(12);
  const words = ["", "药店", 'a "quoted" word', "two\nlines", "a,b;c\td|e", " blank ", '"', "\r\n"];
  for (let i = 0; i < 500; i++) {
    const separator = [",", ";", "\t", "|"][i % 4] as string;
    const columns = 1 + Math.floor(random() * 5);
    const rows = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, row) =>
      Array.from({ length: columns }, (_, column) =>
        row + column === 0 ? "id" : (words[Math.floor(random() * words.length)] as string),
      ),
    );
    const write = (cell: string) => (/[",;\t|\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    const end = i % 3 === 0 ? "\r\n" : "\n";
    const text = rows.map((row) => row.map(write).join(separator)).join(end) + (i % 2 === 0 ? end : "");
    expect(fastCsv(text, separator)).toEqual(rows.filter((row) => row.some((cell) => cell !== "")));
  }
});
