/** Measures the page in Chromium: how large it is, how soon it can be used, how it moves. Run: npm run build, then npm run bench -- page */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { computeCoverage, type LonLat, prepareCity, type Streets, toHtml } from "../dist/index.js";
import { boundsOfColumns } from "../src/geo/bounds.js";
import { findChromium } from "../test/support/find-chromium.js";
import { loadCityTexts } from "./city-texts.js";

interface PageRow {
  readonly what: string;
  readonly bytes: number;
  readonly openMs: number;
  readonly frameMs: number;
  readonly slowestFrameMs: number;
}

const RUNS = 5;
const SIDE = 100;
const DRAG_STEPS = 60;

/** Gives Markdown; `null` where there is no browser. */
export async function measurePage(): Promise<string | null> {
  const found = findChromium();
  const [largest] = loadCityTexts().filter(({ city }) => city === "new_york" || city === "metropolis");
  if (found === null || largest === undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), "quarterhour-bench-page-"));
  const browser = await chromium.launch({ executablePath: found.program, args: ["--no-sandbox"] });
  try {
    const { texts, options } = largest;
    const city = prepareCity(texts, options);
    const { facilities, streets } = texts;
    const grid = gridOver(city.streets);
    const many = prepareCity({ neighborhoods: grid, facilities, streets }, { originSpacingMeters: 200 });
    const rows = [
      await measure(
        browser,
        folder,
        `${largest.city}, ${city.neighborhoods.length} areas`,
        toHtml(computeCoverage(city), city),
      ),
      await measure(
        browser,
        folder,
        `${largest.city} under a grid, ${many.neighborhoods.length} areas`,
        toHtml(computeCoverage(many), many),
      ),
    ];
    return toSection(rows, found.version);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Squares over the middle of a city: as many areas as a metropolis has statistical ones. */
function gridOver(streets: Streets | null): object {
  if (streets === null) throw new Error("The city has no streets.");
  const bounds = boundsOfColumns(streets.lon, streets.lat);
  const [width, height] = [(bounds.east - bounds.west) / SIDE, (bounds.north - bounds.south) / SIDE];
  const features = Array.from({ length: SIDE * SIDE }, (_, row) => {
    const [x, y] = [bounds.west + (row % SIDE) * width, bounds.south + Math.floor(row / SIDE) * height];
    const ring: LonLat[] = [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ];
    const geometry = { type: "Polygon", coordinates: [ring] };
    return { type: "Feature", properties: { id: `g${row}`, population: 100 }, geometry };
  });
  return { type: "FeatureCollection", features };
}

async function measure(browser: Browser, folder: string, what: string, html: string): Promise<PageRow> {
  const path = join(folder, "page.html");
  writeFileSync(path, html);
  const opened: number[] = [];
  let frames: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
    const page = await context.newPage();
    const start = performance.now();
    await page.goto(pathToFileURL(path).href);
    await page.waitForSelector("html[data-ready]");
    // until what was built is on the screen
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    opened.push(performance.now() - start);
    if (run === RUNS - 1) frames = await drag(page);
    await context.close();
  }
  const sorted = [...frames].sort((a, b) => a - b);
  return {
    what,
    bytes: Buffer.byteLength(html),
    openMs: medianOf(opened),
    frameMs: medianOf(frames),
    slowestFrameMs: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
  };
}

/** Drags the map across, and gives the time from each frame to the next. */
async function drag(page: Page): Promise<number[]> {
  const box = await page.locator(".map").boundingBox();
  if (box === null) throw new Error("The page has no map.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  // as a text: a function would be changed by the compiler on its way
  await page.evaluate(
    "globalThis.frames = []; requestAnimationFrame(function note(time) { frames.push(time); requestAnimationFrame(note); }); 0",
  );
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= DRAG_STEPS; step++) await page.mouse.move(x + 3 * step, y + step);
  await page.mouse.up();
  const times = (await page.evaluate("frames")) as number[];
  return times.slice(1).map((time, row) => time - (times[row] ?? time));
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function toSection(rows: readonly PageRow[], version: string): string {
  const cells = rows.map(
    ({ what, bytes, openMs, frameMs, slowestFrameMs }) =>
      `| ${what} | ${Math.round(bytes / 1000)} | ${openMs.toFixed(0)} | ${frameMs.toFixed(1)} | ${slowestFrameMs.toFixed(1)} |`,
  );
  return [
    "## The page",
    "",
    `Chromium ${version}, headless, without a graphics card; from the address to the picture on the screen, median of ${RUNS}. Frames while the`,
    "map is dragged.",
    "",
    "| page | kB | open, ms | frame, median ms | frame, 95 % ms |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...cells,
  ].join("\n");
}
