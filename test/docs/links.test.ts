import { existsSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { type Document, proseOf, ROOT, readDocument, readGuides } from "../support/documents.js";

const texts = ["README.md", "README.zh.md", "CONTRIBUTING.md", "ARCHITECTURE.md"].map(readDocument);
const decisions = readdirSync(join(ROOT, "docs/decisions")).map((name) => readDocument(`docs/decisions/${name}`));
const documents = [...texts, ...readGuides(), ...decisions];

/** A link of a document to another file of the checkout. */
interface Link {
  readonly target: string;
  readonly anchor: string;
}

describe.each(documents.map((document) => [document.path, document] as const))("%s", (path, document) => {
  const links = linksOf(document);

  test("leads to files that are there", () => {
    expect(links.filter(({ target }) => !existsSync(join(ROOT, target)))).toEqual([]);
  });

  test("leads to headings that are there", () => {
    const dead = links.filter(
      ({ target, anchor }) => anchor !== "" && !anchorsOf(readDocument(target)).includes(anchor),
    );
    expect(dead).toEqual([]);
  });

  if (document.isChinese || path === "README.zh.md")
    test("leads to Chinese documents where there are any", () => {
      const english = links.filter(({ target }) => /^docs\/(?:guides|tutorial)\/.*(?<!\.zh)\.md$/.test(target));
      expect(english).toEqual([]);
    });
});

function linksOf(document: Document): Link[] {
  return [...proseOf(document).matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [target = "", anchor = ""] = link.split("#");
      const path = target === "" ? document.path : normalize(join(dirname(document.path), target));
      return { target: path, anchor: decodeURIComponent(anchor) };
    });
}

/** How headings are addressed, by GitHub as by the site. */
function anchorsOf(document: Document): string[] {
  return [...proseOf(document).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );
}
