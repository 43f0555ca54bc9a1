import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";
import { findChromium } from "./find-chromium.js";

/** Opens pages as a reader would: from a file, without a network. */
export interface Reader {
  /** Opens a page and waits until it is ready; what went wrong in it is collected. */
  readonly open: (html: string, options?: BrowserContextOptions & { readonly hash?: string }) => Promise<OpenPage>;
}
export interface OpenPage {
  readonly page: Page;
  /** Errors, warnings of the console (so also what the Content-Security-Policy refused), and requests beyond the file. */
  readonly complaints: string[];
}

/** Runs tests in Chromium. Without one they are skipped, and said; where CI is set, that is a failure. */
export function describeInBrowser(name: string, tests: (reader: Reader) => void): void {
  const found = findChromium();
  if (found === null && process.env.CI !== undefined)
    describe(name, () =>
      test("needs Chromium", () => {
        throw new Error("There is no Chromium: install it, or set CHROMIUM to its path.");
      }),
    );
  else if (found === null)
    describe.skip(`${name} (skipped: there is no Chromium; set CHROMIUM to its path)`, () => tests(noReader));
  else describe(name, () => tests(readerOf(found.program)));
}

const noReader: Reader = {
  open: () => {
    throw new Error("There is no Chromium.");
  },
};

function readerOf(executablePath: string): Reader {
  const folder = mkdtempSync(join(tmpdir(), "quarterhour-page-"));
  let browser: Browser | null = null;
  let count = 0;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    open: async (html, { hash = "", ...options } = {}) => {
      if (browser === null) throw new Error("The browser has not been started.");
      const path = join(folder, `page-${count++}.html`);
      writeFileSync(path, html);
      const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(message.text());
      });
      page.on("pageerror", ({ message }) => complaints.push(message));
      page.on("request", (request) => {
        if (!request.url().startsWith("file:")) complaints.push(`asks for ${request.url()}`);
      });
      await page.goto(pathToFileURL(path).href + hash);
      await page.waitForSelector("html[data-ready]");
      return { page, complaints };
    },
  };
}
