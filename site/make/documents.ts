import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "../words.js";
import { LOCALES, PUBLIC, ROOT, titleOf, writeInEnglish, writePage } from "./pages.js";

// What is written by hand in docs/ stands there once; the site takes it from there.

/** Takes the documents of a folder that has both languages. @returns their paths in the site, in order */
export function takeBoth(folder: "guides" | "tutorial"): string[] {
  const names = readdirSync(join(ROOT, "docs", folder)).sort();
  for (const name of names) {
    const locale = name.endsWith(".zh.md") ? "zh" : "en";
    const path = `${folder}/${name.replace(/(?:\.zh)?\.md$/, "")}`;
    writePage({ path, locale, markdown: toSite(readFileSync(join(ROOT, "docs", folder, name), "utf8")) });
  }
  return names.filter((name) => !name.endsWith(".zh.md")).map((name) => `${folder}/${name.slice(0, -3)}`);
}

/** Takes the decisions, which are in English, with a list of them. */
export function takeDecisions(): string[] {
  const names = readdirSync(join(ROOT, "docs/decisions")).sort();
  const texts = names.map((name) => readFileSync(join(ROOT, "docs/decisions", name), "utf8"));
  for (const [row, name] of names.entries()) writeInEnglish(`decisions/${name.slice(0, -3)}`, toSite(texts[row] ?? ""));
  const list = names.map((name, row) => `- [${titleOf(texts[row] ?? "")}](${name})`);
  for (const locale of LOCALES) {
    const about = [`# ${say("decisions", locale)}`, say("aboutDecisions", locale)];
    writePage({ path: "decisions/index", locale, markdown: `${[...about, list.join("\n")].join("\n\n")}\n` });
  }
  return ["decisions/index"];
}

/** Takes the list of changes and the figures measured, which are in English. */
export function takeRecords(): void {
  writeInEnglish("reference/changes", toSite(readFileSync(join(ROOT, "CHANGELOG.md"), "utf8")));
  const measured = readFileSync(join(ROOT, "bench/RESULTS.md"), "utf8").replace(/^# .*$/m, "# Benchmark");
  writeInEnglish("reference/benchmark", toSite(measured));
}

/** Takes the pictures that documents show. */
export function takePictures(): void {
  cpSync(join(ROOT, "docs/images"), join(PUBLIC, "images"), { recursive: true });
  cpSync(join(ROOT, "site/landing/favicon.svg"), join(PUBLIC, "favicon.svg"));
}

/** Leads links to where the site has what they name, and keeps signs from being read as HTML. */
export function toSite(markdown: string): string {
  return outsideOfCode(markdown, (text) =>
    text
      .replace(/\]\(([^)\s]+?)\.zh\.md(#[^)]*)?\)/g, "]($1.md$2)")
      .replace(/\]\((?:\.\.\/)+images\//g, "](/images/")
      // from the root of the checkout: its pages here stand in reference/
      .replace(/\]\(docs\//g, "](../")
      .replace(/<(?![!/a-z]|https?:)/gi, "&lt;")
      .replace(/\{\{/g, "&#123;&#123;"),
  );
}

/** Changes what stands outside of fences and of `code`. */
function outsideOfCode(markdown: string, change: (text: string) => string): string {
  return markdown
    .split(/(^```[\s\S]*?^```|``[^`]+``|`[^`\n]+`)/m)
    .map((part, row) => (row % 2 === 0 ? change(part) : part))
    .join("");
}
