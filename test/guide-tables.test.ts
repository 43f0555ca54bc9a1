import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { GUIDES_WITH_TABLES, localeOf, withTables } from "../docs/guide-tables.js";
import { CHINESE } from "../src/base/texts/chinese.js";
import { FILE_FINDINGS } from "../src/base/texts/file-findings.js";
import { FINDINGS } from "../src/base/texts/findings.js";

const root = new URL("../", import.meta.url);
const readme = readFileSync(new URL("README.md", root), "utf8");
const guides = readdirSync(new URL("docs/guides/", root)).map((name) =>
  readFileSync(new URL(`docs/guides/${name}`, root), "utf8"),
);

test("the guides list every category and every diagnostic as the code tells them", () => {
  const texts = GUIDES_WITH_TABLES.map((guide) => ({ locale: localeOf(guide), text: readFileSync(guide, "utf8") }));
  for (const locale of ["en", "zh"]) {
    const all = texts.filter((one) => one.locale === locale).map(({ text }) => text);
    expect(all.join()).toContain("<!-- end of categories -->");
    expect(all.join()).toContain("<!-- end of diagnostics -->");
  }
  for (const { locale, text } of texts) expect(withTables(text, locale)).toBe(text);
});

test("the guides list every error code", () => {
  const source = readFileSync(new URL("src/base/errors.ts", root), "utf8");
  const start = source.indexOf("export type CoverageErrorCode");
  const union = source.slice(start, source.indexOf(";", start));
  const codes = [...union.matchAll(/"([A-Z_]+)"/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !guides.join().includes(`| \`${code}\` |`))).toEqual([]);
});

test("every diagnostic speaks Chinese and English, and says what to do", () => {
  const all = { ...FINDINGS, ...FILE_FINDINGS };
  const findings = Object.entries(all);
  expect(findings.length).toBeGreaterThan(90);
  for (const [id, english] of findings) {
    expect(english, id).toMatch(/^[A-Z].*\.$/s);
    expect(CHINESE[id], id).toMatch(/[\u4e00-\u9fff].*。$/s);
    expect(Object.hasOwn(all, id.endsWith(".action") ? id.slice(0, -7) : `${id}.action`), id).toBe(true);
  }
});

test("every block of the Chinese README stands in an English document, where it is run", () => {
  const blocksOf = (text: string) => text.match(/^```[\s\S]*?^```/gm) ?? [];
  const chinese = blocksOf(readFileSync(new URL("README.zh.md", root), "utf8"));
  expect(chinese.length).toBeGreaterThan(4);
  const english = [readme, ...guides].flatMap(blocksOf);
  for (const block of chinese) expect(english).toContain(block);
});
