/**
 * Takes the pictures of the README: the page of the fixture town in both languages, light and dark, on a desk and on a phone, the panel
 * of a neighborhood, and a printed page. Run: npm run screenshots (needs Chromium and poppler-utils)
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { findReasons, withReasons } from "../src/explain/find-reasons.js";
import { toHtml } from "../src/page/to-html.js";
import { findChromium } from "../test/support/find-chromium.js";
import { judgeJincheng } from "../test/support/jincheng.js";

const FOLDER = fileURLToPath(new URL("images/", import.meta.url));
/** A red neighborhood at the edge of the town. */
const CHOSEN = "JC31";
/** Pictures are loaded by everybody who opens the README. */
const MOST_BYTES = 300_000;
/** As PNG, the same pictures would have twice as many bytes. */
const FORMAT = { type: "jpeg", quality: 85 } as const;

interface Picture {
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  readonly print?: true;
  readonly isDark?: true;
  /** Only this part of the page. */
  readonly part?: string;
}

const PICTURES: Readonly<Record<string, Picture>> = {
  map: { hash: "", width: 1440, height: 900 },
  dark: { hash: `circle=publicService&area=${CHOSEN}`, width: 1440, height: 900, isDark: true },
  phone: { hash: "", width: 390, height: 844 },
  panel: { hash: `circle=publicService&area=${CHOSEN}`, width: 1440, height: 900, part: "#card" },
  print: { hash: "", width: 1440, height: 900, print: true },
};

async function take(browser: Browser, page: string, locale: "zh" | "en", name: string): Promise<void> {
  const { hash, width, height, print, isDark, part } = PICTURES[name] as Picture;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: isDark ? "dark" : "light" });
  const view = await context.newPage();
  await view.goto(`${pathToFileURL(page).href}#lang=${locale}&${hash}`);
  await view.waitForSelector("html[data-ready]");
  const path = join(FOLDER, `${name}.${locale}.jpg`);
  if (print) await printFirstSheet(view, path);
  else if (part === undefined) await view.screenshot({ path, ...FORMAT });
  else await view.locator(part).screenshot({ path, ...FORMAT });
  await context.close();
  const { size } = statSync(path);
  console.log(`${path}: ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes; at most ${MOST_BYTES}.`);
}

/** The first sheet of the PDF that the browser prints, as it comes out of a printer. */
async function printFirstSheet(view: Page, path: string): Promise<void> {
  const margin = { top: "1.2cm", bottom: "1.2cm", left: "1.2cm", right: "1.2cm" };
  const pdf = path.replace(/jpg$/, "pdf");
  await view.pdf({ path: pdf, format: "A4", margin });
  const sheet = ["-jpeg", "-jpegopt", "quality=85", "-r", "96", "-f", "1", "-l", "1", "-singlefile"];
  const { status, error } = spawnSync("pdftoppm", [...sheet, pdf, path.replace(/\.jpg$/, "")]);
  rmSync(pdf);
  if (status !== 0) throw error ?? new Error(`pdftoppm (of poppler-utils) ended with ${status}`);
}

const found = findChromium();
if (found === null) throw new Error("There is no Chromium: install it, or set CHROMIUM to its path.");
const folder = mkdtempSync(join(tmpdir(), "quarterhour-screenshots-"));
const { city, report } = judgeJincheng();
const page = join(folder, "page.html");
writeFileSync(page, toHtml(withReasons(report, findReasons(city, report)), city));
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath: found.program, args: ["--no-sandbox"] });
try {
  for (const name of Object.keys(PICTURES))
    for (const locale of ["zh", "en"] as const) await take(browser, page, locale, name);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
