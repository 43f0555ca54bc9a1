import { readFileSync } from "node:fs";
import { join } from "node:path";
import { toHeadline } from "../../src/report/sentences.js";
import { toSite } from "./documents.js";
import { LOCALES, plain, ROOT, writePage } from "./pages.js";
import type { GalleryRun } from "./runs.js";

/** Writes the first page in each language, with what the report of the demo says. */
export function makeLanding({ report }: GalleryRun): void {
  for (const locale of LOCALES) {
    const file = join(ROOT, "docs/landing", locale === "zh" ? "index.zh.md" : "index.md");
    const markdown = toSite(readFileSync(file, "utf8"))
      .replace("<!-- headline -->", plain(toHeadline(report, locale)))
      // it stands in a folder in docs/, and above the others in the site
      .replace(/\]\(\.\.\//g, "](./");
    writePage({ path: "index", locale, markdown });
  }
}
