import { describe, expect, test } from "vitest";
import { columnsOf, padToColumns, wrapToColumns } from "../../src/report/text-columns.js";
import { toTextTable } from "../../src/report/text-table.js";

describe("columns of a terminal", () => {
  test("Chinese, full-width and emoji take two columns, combining marks none", () => {
    expect(columnsOf("abc")).toBe(3);
    expect(columnsOf("锦江")).toBe(4);
    expect(columnsOf("Ａ１")).toBe(4);
    expect(columnsOf("e\u0301")).toBe(1);
    expect(columnsOf("🏥")).toBe(2);
    expect(columnsOf("𠀀")).toBe(2); // beyond the basic plane
  });

  test("padding counts columns, not characters", () => {
    expect(padToColumns("药店", 6, "left")).toBe("药店  ");
    expect(padToColumns("药店", 6, "right")).toBe("  药店");
    expect(padToColumns("药店", 3, "left")).toBe("药店");
  });

  test("no line is wider than asked for, and nothing is lost", () => {
    const text = "社区食堂、药店，and a-word-much-longer-than-the-line 完。";
    for (const width of [4, 7, 10, 20, 80]) {
      const lines = wrapToColumns(text, width);
      expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(width);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    }
  });

  test("closing punctuation does not begin a line", () => {
    expect(wrapToColumns("社区药店，近", 8)).toEqual(["社区药", "店，近"]);
  });

  test("an empty text is one empty line", () => {
    expect(wrapToColumns("", 10)).toEqual([""]);
  });

  test("all cells of a column begin or end in the same column", () => {
    const [header, rule, first, second] = toTextTable(
      [
        ["name", "people", "missing"],
        ["锦江", "5", "药店"],
        ["Riverside", "1,000", "none"],
      ],
      { width: 80, rightCount: 1 },
    );
    expect(header).toBe("name       people  missing");
    expect(rule).toBe("---------  ------  -------");
    expect(first).toBe("锦江            5  药店");
    expect(second).toBe("Riverside   1,000  none");
  });
});
