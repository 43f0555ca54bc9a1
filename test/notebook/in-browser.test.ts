import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { toMimeBundle } from "../../src/notebook/index.js";
import { describeInBrowser } from "../support/browser.js";
import { judgeJincheng } from "../support/jincheng.js";

const read = (layer: string) =>
  readFileSync(new URL(`../../fixtures/jincheng/${layer}.geojson`, import.meta.url), "utf8");
const { city, report } = judgeJincheng();
const widget = readFileSync(new URL("../../dist/widget.js", import.meta.url), "utf8");

/** A page that loads the widget as anywidget does, from a blob, with a model of its own. */
function host(values: Readonly<Record<string, unknown>>): string {
  const text = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");
  return `<!DOCTYPE html><html><body><div id="el"></div><script type="module">
    const values = ${text(values)};
    const listeners = {};
    window.saved = 0;
    window.model = {
      get: (name) => values[name],
      set: (name, value) => { values[name] = value; },
      save_changes: () => { window.saved++; for (const act of listeners["change:report"] ?? []) act(); },
      on: (event, act) => (listeners[event] ??= []).push(act),
      off: (event, act) => { listeners[event] = listeners[event].filter((one) => one !== act); },
    };
    window.change = (name, value) => { values[name] = value; for (const act of listeners["change:" + name] ?? []) act(); };
    window.listening = () => Object.values(listeners).flat().length;
    const url = URL.createObjectURL(new Blob([${text(widget)}], { type: "text/javascript" }));
    const { default: widget } = await import(url);
    window.end = widget.render({ model: window.model, el: document.getElementById("el") });
    document.documentElement.dataset.ready = "";
  </script></body></html>`;
}

/** What the frame of the page says in its heading and cards. */
async function readFrame(page: Page): Promise<string> {
  const frame = page.frameLocator("iframe");
  await frame.locator(".quarter").first().waitFor();
  return frame.locator("body").innerText();
}

describeInBrowser("notebooks in a browser", (reader) => {
  test("the output of a cell: a map that needs no script, and below it the page, which works without an origin", async () => {
    const html = toMimeBundle(report, { city, locale: "zh" })["text/html"];
    const { page, complaints } = await reader.open(`<!DOCTYPE html><html data-ready><body>${html}</body></html>`);
    expect(await page.locator("body > div svg path").count()).toBeGreaterThan(40);
    await page.locator("iframe").scrollIntoViewIfNeeded();
    expect(await readFrame(page)).toContain("项日常服务中的");
    const frame = page.frameLocator("iframe");
    await frame.locator(".quarter").nth(3).click();
    await frame.getByRole("button", { name: "English" }).click();
    expect(await frame.locator("h1").innerText()).toContain("everyday services in time");
    expect(complaints.filter((text) => !text.includes("blob:"))).toEqual([]);
  });

  test("the widget judges the city that Python gives, shows it and gives the report back", async () => {
    const layers = Object.fromEntries(
      ["neighborhoods", "facilities", "streets", "population"].map((layer) => [layer, read(layer)]),
    );
    const { page } = await reader.open(host({ ...layers, locale: "zh" }));
    expect(await readFrame(page)).toContain("项日常服务中的");
    const back = await page.evaluate("JSON.stringify(window.model.get('report'))");
    expect(back).toBe(JSON.stringify(report)); // the same as in Node, to the last bit
    expect(await page.evaluate("window.saved")).toBe(1);
    await page.evaluate("window.change('locale', 'en')");
    await expect.poll(() => readFrame(page)).toContain("everyday services in time");
    await page.evaluate("window.end()");
    expect(await page.evaluate("window.listening()")).toBe(0);
  });

  test("the widget judges by the standard that is named, and says where there is none of that name", async () => {
    const layers = Object.fromEntries(["neighborhoods", "facilities"].map((layer) => [layer, read(layer)]));
    const { page } = await reader.open(host({ ...layers, standard: "fifteen-minute-city" }));
    await readFrame(page);
    expect(await page.evaluate("window.model.get('report').standard.id")).toBe("fifteen-minute-city");
    await page.evaluate("window.change('standard', 'sixteen')");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").innerText()).toContain("one of chengdu-four-circles, fifteen-minute-city");
  });

  test("a report that there is already is shown; nothing to show waits; bad data are told, not thrown", async () => {
    const { page } = await reader.open(host({ report, neighborhoods: read("neighborhoods") }));
    expect(await readFrame(page)).toContain("everyday services in time");
    await page.evaluate("window.change('report', null)");
    expect(await page.locator("#el").innerText()).toContain("Waiting");
    await page.evaluate("window.change('facilities', '{')");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.innerText()).toContain("JSON");
    expect(await page.evaluate("window.model.get('error')")).toContain("JSON");
  });
});
