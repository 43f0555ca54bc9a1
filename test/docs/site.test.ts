import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toSite } from "../../site/make/documents.js";
import { LOCALES, plain, table, titleOf, withRemark } from "../../site/make/pages.js";
import { standardPage } from "../../site/make/standards.js";
import { WORDS } from "../../site/words.js";
import { reportTexts } from "../../src/base/texts/renderings/report.js";
import type { Basis } from "../../src/model/standard.js";
import { toSourceText } from "../../src/report/sentences.js";
import { STANDARDS } from "../../src/standards/standards.js";
import { doors } from "../../tsup.config.js";
import { ROOT } from "../support/documents.js";

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const site = JSON.parse(read("site/package.json"));
const library = JSON.parse(read("package.json"));

describe("what the site is made of", () => {
  test("TypeDoc documents every door that programs import from", () => {
    const { entryPoints, treatWarningsAsErrors } = JSON.parse(read("site/typedoc.json"));
    const documented = entryPoints.map((path: string) => path.replace("../", "")).sort();
    expect(documented).toEqual([...Object.values(doors), "src/notebook/widget.ts"].sort());
    expect(treatWarningsAsErrors).toBe(true);
  });

  test("every door says what it is imported as, and package.json has it", () => {
    for (const [name, path] of Object.entries(doors)) {
      const door = /@module (\S+)/.exec(read(path))?.[1];
      expect(door).toBe(name === "index" ? "quarterhour" : `quarterhour/${name}`);
      expect(Object.keys(library.exports)).toContain(name === "index" ? "." : `./${name}`);
    }
  });

  test("its packages are locked, without the addresses they came from, and none is one of the library's", () => {
    const lock = JSON.parse(read("site/package-lock.json"));
    expect(lock.packages[""].devDependencies).toEqual(site.devDependencies);
    expect(read("site/package-lock.json")).not.toContain('"resolved"');
    const own = { ...library.dependencies, ...library.devDependencies, ...library.peerDependencies };
    expect(Object.keys(site.devDependencies).filter((name) => Object.hasOwn(own, name))).toEqual([]);
  });

  test("nothing of it is published", () => {
    expect(library.files.filter((path: string) => path.startsWith("site"))).toEqual([]);
    expect(site.private).toBe(true);
  });

  test("it loads nothing from another host", () => {
    const sources = ["config.ts", ...readdirSync(join(ROOT, "site/.vitepress/theme")).map((name) => `theme/${name}`)];
    for (const name of sources) expect(read(`site/.vitepress/${name}`), name).not.toMatch(/https?:\/\//);
    expect(read("site/.vitepress/theme/index.ts")).toContain("theme-without-fonts");
  });

  test("every word of it is in both languages", () => {
    for (const [id, { en, zh }] of Object.entries(WORDS)) {
      expect(zh, id).not.toBe("");
      const valuesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([value]) => value).sort();
      if (en !== "") expect(valuesOf(zh), id).toEqual(valuesOf(en));
    }
  });
});

describe("a document becomes a page", () => {
  test("Chinese documents lead to Chinese pages, pictures to where the site has them", () => {
    expect(
      toSite("[a](files.zh.md#x) [b](../guides/files.md) ![c](../images/map.zh.jpg) [d](docs/guides/files.md)"),
    ).toBe("[a](files.md#x) [b](../guides/files.md) ![c](/images/map.zh.jpg) [d](../guides/files.md)");
  });

  test("signs that VitePress would take for code are kept as they are, and code is left alone", () => {
    expect(toSite("a < 1, {{ b }}, `{{ c }} < 2`\n```ts\nif (a < 1) {{}}\n```")).toBe(
      "a &lt; 1, &#123;&#123; b }}, `{{ c }} < 2`\n```ts\nif (a < 1) {{}}\n```",
    );
  });

  test("a text of the library becomes one cell", () => {
    expect(table(["a"], [[plain("x | y <z> *b* {{c}}\nd")]])).toBe(
      "| a |\n| --- |\n| x \\| y &lt;z> \\*b\\* &#123;&#123;c}} d |",
    );
  });

  test("a page in English says so to readers of Chinese, below its title", () => {
    expect(withRemark("# A\n\ntext")).toBe("# A\n\n::: info 说明\n本页内容只有英文。\n:::\n\ntext");
    expect(titleOf("x\n# `a` *b*\n")).toBe("a b");
  });
});

test("every line of every standard stands on its page with its source, its date and what it rests on, in both languages", () => {
  for (const standard of STANDARDS)
    for (const locale of LOCALES) {
      const parts = standardPage(standard, locale).split(/^### /m).slice(1);
      expect(parts).toHaveLength(standard.requirements.length);
      for (const { id, source, edition, basis } of standard.requirements) {
        const part = parts.find((text) => text.includes(`{#${id}}`)) ?? "";
        expect(part, id).toContain(plain(toSourceText(source, locale)));
        expect(part, id).toContain(edition ?? "–");
        for (const found of Object.values(basis) as readonly Basis[])
          expect(part, id).toContain(reportTexts(locale)(`report.basis.${found}`));
      }
    }
});

test("the version is the same wherever it stands", () => {
  const { version } = library;
  expect(JSON.parse(read("package-lock.json")).version).toBe(version);
  expect(read("CITATION.cff")).toContain(`version: ${version}\n`);
  expect(read("CHANGELOG.md")).toMatch(
    new RegExp(`^## ${version.replaceAll(".", "\\.")} – \\d{4}-\\d{2}-\\d{2}$`, "m"),
  );
});
