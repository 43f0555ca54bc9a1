/**
 * Takes the pictures of real cities that the site shows: the head of the page of each, in both languages. Their data are too large for
 * the repository: cities that the folder QUARTERHOUR_CITIES does not hold keep the pictures they have. Run: npm run screenshots (needs Chromium)
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { HEADLINES, PICTURES, pictureName } from "../site/make/gallery-pictures.js";
import { findCities, type GalleryCity, runCommand } from "../site/make/runs.js";
import type { Label, Locale } from "../src/base/words.js";
import type { CoverageReport } from "../src/model/report.js";
import { toHeadline } from "../src/report/sentences.js";
import { findChromium } from "../test/support/find-chromium.js";

/** Pictures are loaded by everybody who clones the repository or opens the site. */
const MOST_BYTES = 300_000;
const SIZE = { width: 1280, height: 860 };
/** Below whose data these are, which every picture must say. */
const MARGIN = 16;

/** Takes the picture of a city in a language. @returns what its report says first */
async function take(browser: Browser, city: GalleryCity, locale: Locale, folder: string): Promise<string> {
  const place = ["--place", city.name[locale]];
  runCommand({ ...city, args: [...city.args, ...place] }, locale, folder);
  const view = await browser.newPage({ viewport: SIZE });
  await view.goto(`${pathToFileURL(join(folder, "report.html")).href}#lang=${locale}`);
  await view.waitForSelector("html[data-ready]");
  const path = join(PICTURES, pictureName(city.id, locale));
  const owners = await view.locator("#map-part .note", { hasText: "OpenStreetMap" }).boundingBox();
  if (owners === null) throw new Error(`The page of ${city.id} does not say whose the data are.`);
  const clip = { x: 0, y: 0, width: SIZE.width, height: Math.ceil(owners.y + owners.height + MARGIN) };
  await view.screenshot({ path, type: "jpeg", quality: 80, fullPage: true, clip });
  await view.close();
  const { size } = statSync(path);
  console.log(`${path}: ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes; at most ${MOST_BYTES}.`);
  const report: CoverageReport = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
  return toHeadline(report, locale);
}

const found = findChromium();
if (found === null) throw new Error("There is no Chromium: install it, or set CHROMIUM to its path.");
const cities = findCities();
if (cities.length === 0) console.log("QUARTERHOUR_CITIES names no folder with cities: the gallery stays as it is.");
mkdirSync(PICTURES, { recursive: true });
const headlines: Record<string, Label> = existsSync(HEADLINES) ? JSON.parse(readFileSync(HEADLINES, "utf8")) : {};
const folder = mkdtempSync(join(tmpdir(), "quarterhour-gallery-"));
const browser = await chromium.launch({ executablePath: found.program, args: ["--no-sandbox"] });
try {
  for (const city of cities) {
    const en = await take(browser, city, "en", join(folder, `${city.id}-en`));
    const zh = await take(browser, city, "zh", join(folder, `${city.id}-zh`));
    headlines[city.id] = { en, zh };
    writeFileSync(HEADLINES, `${JSON.stringify(headlines, null, 2)}\n`);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
