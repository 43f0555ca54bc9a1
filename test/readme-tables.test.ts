import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withTables } from "../docs/readme-tables.js";
import { DIAGNOSTIC_TEXTS } from "../src/diagnostic-texts.js";

const root = new URL("../", import.meta.url);
const readme = readFileSync(new URL("README.md", root), "utf8");

test("the README lists every category and every diagnostic as the code tells them", () => {
  expect(withTables(readme)).toBe(readme);
});

test("the README lists every error code", () => {
  const source = readFileSync(new URL("src/errors.ts", root), "utf8");
  const union = source.slice(source.indexOf("CoverageErrorCode"), source.indexOf(";"));
  const codes = [...union.matchAll(/"([A-Z_]+)"/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !readme.includes(`| \`${code}\` |`))).toEqual([]);
});

test("every diagnostic speaks Chinese and English, and says what to do", () => {
  for (const [code, { message, action }] of Object.entries(DIAGNOSTIC_TEXTS)) {
    for (const text of [message.en, action.en]) expect(text, code).toMatch(/^[A-Z].*\.$/s);
    for (const text of [message.zh, action.zh]) expect(text, code).toMatch(/[\u4e00-\u9fff].*。$/s);
  }
});

test("every block of the Chinese README stands in the English one, where it is run", () => {
  const blocksOf = (text: string) => text.match(/^```[\s\S]*?^```/gm) ?? [];
  const chinese = blocksOf(readFileSync(new URL("README.zh.md", root), "utf8"));
  expect(chinese.length).toBeGreaterThan(4);
  for (const block of chinese) expect(blocksOf(readme)).toContain(block);
});
