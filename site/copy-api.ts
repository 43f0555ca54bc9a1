/** Puts the pages that TypeDoc makes beside the Chinese ones, too: docstrings are in English, and each page says so. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PAGES, withRemark } from "./make/pages.js";

const english = join(PAGES, "reference/api");
const chinese = join(PAGES, "zh/reference/api");
cpSync(english, chinese, { recursive: true });
for (const name of readdirSync(chinese, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"))) {
  const file = join(chinese, name);
  writeFileSync(file, withRemark(readFileSync(file, "utf8")));
}
