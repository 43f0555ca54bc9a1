import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import type { NeighborhoodCoverage } from "../../src/model/report.js";
import { toHtml } from "../../src/page/to-html.js";
import { digitsOf, formatScore, formatShare } from "../../src/report/format-number.js";
import { openScenario } from "../../src/scenarios/open-scenario.js";
import { chengduFourCircles } from "../../src/standards/chengdu-four-circles.js";
import { describeInBrowser } from "../support/browser.js";
import { judgeJincheng } from "../support/jincheng.js";
import { latinWords } from "../support/latin-words.js";

const { city, report } = judgeJincheng();
const html = toHtml(report, city, { locale: "zh", whatIf: "always", attribution: "© 锦城" });
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds; empty = nothing. */
async function audit(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** As far as it is known, like everything that is printed. */
const scoreOf = (area: NeighborhoodCoverage | undefined, circle: string) =>
  area === undefined ? "" : formatScore(area.circles[circle]?.score ?? Number.NaN, digitsOf(area, "population"));
const row = report.neighborhoods.findIndex(({ circles }) => (circles.publicService?.missing.length ?? 0) > 3);
const area = report.neighborhoods[row];
const circleIds = report.standard.circles.map(({ id }) => id);

async function clickTheMiddleOf(page: Page, share = 0.5): Promise<void> {
  await page.locator(".map").scrollIntoViewIfNeeded();
  const box = await page.locator(".map").boundingBox();
  if (box === null) throw new Error("the map is not shown");
  await page.mouse.click(box.x + box.width * share, box.y + box.height * 0.55);
}

describeInBrowser("the page in a browser", (reader) => {
  test("opens in Chinese, with four cards, asking nobody for anything, and an audit finds nothing", async () => {
    const { page, complaints } = await reader.open(html);
    expect(await page.locator("h1:visible").innerText()).toBe("一刻钟生活圈覆盖评估");
    expect(await page.locator(".card").count()).toBe(4);
    expect(await audit(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("opens in English, and an audit finds nothing with a neighborhood and a trial open", async () => {
    const { page, complaints } = await reader.open(toHtml(report, city, { locale: "en", whatIf: "always" }));
    expect(await page.locator("h1:visible").innerText()).toBe("Fifteen-minute coverage report");
    await clickTheMiddleOf(page);
    await page.locator(".what-if button").click();
    await page.waitForSelector("#trial-add");
    expect(await audit(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("without scores it tells of shares: cards, colors and table", async () => {
    const { scoring: _, grades: __, gradeCapWhenMissing: ___, ...unscored } = chengduFourCircles;
    const shares = computeCoverage(city, { standard: unscored });
    const { page, complaints } = await reader.open(toHtml(shares, city, { locale: "en", whatIf: "always" }));
    expect(await page.locator("input[name=measure]").evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      "by-share",
      "by-minutes",
      "by-missing",
    ]);
    const told = await page.locator(".card-score").allInnerTexts();
    shares.standard.circles.forEach(({ id }, row) => {
      expect(told[row]?.trim()).toBe(
        formatShare(shares.city.circles[id]?.population.share ?? null, digitsOf(shares.city, "population")),
      );
    });
    expect(await page.locator(".card .swatch.none").count()).toBe(0);
    const cells = await page.locator("#table tbody tr").first().locator("td").allInnerTexts();
    expect(cells.filter((text) => text.endsWith("%")).length).toBeGreaterThanOrEqual(4);
    expect(await audit(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("on paper the map has a size of its own, streets and areas alike, and gets its place back", async () => {
    const { page } = await reader.open(html);
    const sizes = () =>
      page.evaluate(() => {
        const map = document.querySelector(".map") as HTMLElement;
        const canvas = map.querySelector("canvas") as HTMLCanvasElement;
        const areas = (map.querySelector(".areas") as SVGGElement).getBoundingClientRect();
        return [map.clientWidth, map.clientHeight, canvas.width / devicePixelRatio, Math.round(areas.height)];
      });
    const before = await sizes();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const [width = 0, height = 0, streets = 0, areas = 0] = await sizes();
    expect(width).toBeLessThan(680); // what A4 has between its margins
    expect(Math.abs(streets - width)).toBeLessThanOrEqual(2);
    expect(areas).toBeLessThanOrEqual(height);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await sizes()).toEqual(before);
  });

  test("in Chinese nobody reads an English word", async () => {
    const { page } = await reader.open(html, { hash: `#lang=zh&area=${area?.id}` });
    for (const details of await page.locator("details:not([open]) > summary").all())
      if (await details.isVisible()) await details.click();
    expect(latinWords(await page.locator("body").innerText())).toEqual([]);
    const spoken = await page
      .locator("[aria-label]")
      .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    expect(latinWords(spoken.join("\n"))).toEqual([]);
  });

  test("the language is switched, and switched back", async () => {
    const { page } = await reader.open(html);
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.locator("h1:visible").innerText()).toBe("Fifteen-minute coverage report");
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.getByRole("button", { name: "中文" }).click();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  });

  test("cards tell the scores of the report", async () => {
    const { page } = await reader.open(html);
    const shown = await page.locator(".card-score").allInnerTexts();
    expect(shown.map((text) => /[\d.]+/.exec(text)?.[0])).toEqual(
      circleIds.map((id) => scoreOf(report.city as NeighborhoodCoverage, id)),
    );
  });

  test("one click on the map tells what a neighborhood lacks, with the nearest facility of each category", async () => {
    const { page } = await reader.open(html, { hash: `#lang=zh&circle=publicService&area=${area?.id}` });
    const panel = page.locator(".panel");
    expect(await panel.locator("h2").innerText()).toBe(area?.name);
    const open = panel.locator("details[open]");
    expect(await open.locator("summary").innerText()).toContain(scoreOf(area, "publicService"));
    const labels = new Map(report.standard.requirements.map(({ id, label }) => [id, label.zh]));
    const mandatory = new Set(
      report.standard.requirements.filter(({ necessity }) => necessity === "mandatory").map(({ id }) => id),
    );
    const why = await open.locator(".why").innerText();
    for (const id of area?.circles.publicService?.missing ?? [])
      if (mandatory.has(id)) expect(why).toContain(labels.get(id));
    await page.getByRole("button", { name: "关闭", exact: true }).first().click();
    await clickTheMiddleOf(page);
    expect(await panel.locator(".need").count()).toBeGreaterThan(20);
  });

  test("cards, category, measure and facilities change the map, and the address says so", async () => {
    const { page } = await reader.open(html);
    const dots = () => page.locator(".dots").getAttribute("d");
    const colors = () =>
      page.locator(".areas path").evaluateAll((paths) => paths.map((path) => path.getAttribute("fill")));
    const byScore = await colors();
    await page.locator(".card").nth(3).click();
    const inConvenience = await colors();
    expect(inConvenience).not.toEqual(byScore);
    await page.locator("#by-minutes").check();
    expect(await colors()).not.toEqual(inConvenience);
    const ofCircle = await dots();
    await page.locator("#show").selectOption({ label: "药店" });
    expect(await dots()).not.toBe(ofCircle);
    expect(await page.evaluate(() => location.hash)).toMatch(
      /circle=convenience.*measure=minutes.*requirement=pharmacy/,
    );
    await page.locator("#dots").uncheck();
    expect(await dots()).toBe("");
  });

  test("the address reopens the same view", async () => {
    const hash = `#lang=en&circle=publicTransport&measure=share&area=${area?.id}`;
    const { page } = await reader.open(html, { hash });
    expect(await page.locator(".panel h2").innerText()).toBe(area?.name);
    expect(await page.locator("#by-share").isChecked()).toBe(true);
    expect(await page.locator('.card[aria-pressed="true"]').innerText()).toContain("Public transport");
    expect(await page.evaluate(() => location.hash)).toBe(hash);
  });

  test("the keyboard alone leads to a neighborhood: one tab stop, arrows, Enter, Escape, and / searches", async () => {
    const { page } = await reader.open(html);
    expect(await page.locator('.map-box [tabindex="0"]').count()).toBe(1);
    await page.locator('.map-box [tabindex="0"]').focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const first = await page.locator(".panel h2").innerText();
    expect(report.neighborhoods.map(({ name }) => name)).toContain(first);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    expect(await page.locator(".panel h2").innerText()).not.toBe(first);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    await page.keyboard.press("/");
    await page.keyboard.type(area?.name ?? "");
    await page.keyboard.press("Enter");
    expect(await page.locator(".panel h2").innerText()).toBe(area?.name);
  });

  test("the table is sorted, filtered, and chooses on the map", async () => {
    const { page } = await reader.open(html);
    const people = () =>
      page
        .locator("#table tbody tr td:nth-child(2)")
        .evaluateAll((cells) => cells.map((cell) => Number((cell.textContent ?? "").replaceAll(",", ""))));
    await page.locator("#table thead button").nth(1).click();
    const sorted = await people();
    expect(sorted).toHaveLength(report.neighborhoods.length);
    expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
    await page.locator("#table thead button").nth(1).click();
    expect(await people()).toEqual([...sorted].reverse());
    await page.locator("#filter").fill(area?.name ?? "");
    expect(await page.locator("#table tbody tr").count()).toBe(1);
    await page.locator("#table tbody button").first().click();
    expect(await page.locator(".panel h2").innerText()).toBe(area?.name);
    expect(await page.locator("path.chosen").getAttribute("d")).not.toBe("");
  });

  test("a facility opens and moves while the mouse is down; the numbers are those of the edited city, and undo takes it back", async () => {
    const { page, complaints } = await reader.open(html, { hash: `#lang=zh&area=${area?.id}` });
    await page.locator(".what-if button").click();
    await page.locator("#trial-category").selectOption("kindergarten");
    await page.locator("#trial-add").check();
    await page.locator(".map").scrollIntoViewIfNeeded();
    const box = await page.locator(".map").boundingBox();
    if (box === null) throw new Error("the map is not shown");
    const before = await page.locator(".card-score").allInnerTexts();
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.2);
    await page.mouse.down();
    await page.waitForSelector(".what-if ol li");
    await page.mouse.move(box.x + box.width * 0.55, box.y + box.height * 0.8, { steps: 4 });
    await page.waitForTimeout(100);
    await page.mouse.up();
    expect(await page.locator(".what-if ol li").count()).toBe(1);
    await page.locator("#trial-undo").click();
    expect(await page.locator(".what-if ol li").count()).toBe(0);
    expect(await page.locator(".card-score").allInnerTexts()).toEqual(before);

    // closing the nearest one by keyboard, as a scenario does it
    const nearest = area?.requirements.kindergarten?.nearest?.facilityId ?? "";
    await page.locator("#trial-close-nearest").click();
    const scenario = openScenario(city);
    scenario.closeFacility(nearest);
    const after = scenario.report();
    expect(await page.locator(".panel details").nth(2).locator("summary").innerText()).toContain(
      scoreOf(after.neighborhoods[row], "publicService"),
    );
    const shown = await page.locator(".card-score").allInnerTexts();
    expect(shown.map((text) => /[\d.]+/.exec(text)?.[0])).toEqual(
      circleIds.map((id) => scoreOf(after.city as NeighborhoodCoverage, id)),
    );
    expect(complaints).toEqual([]);
  });

  test("at 200 % on a small screen, with reduced motion and forced colors, nothing is cut off at the side", async () => {
    const { page, complaints } = await reader.open(html, {
      viewport: { width: 640, height: 480 },
      reducedMotion: "reduce",
      forcedColors: "active",
      hash: `#area=${area?.id}`,
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    expect(complaints).toEqual([]);
  });

  test("prints: the controls are gone, the tables are whole", async () => {
    const { page } = await reader.open(html);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".controls").isVisible()).toBe(false);
    expect(await page.locator("#table tbody tr").last().isVisible()).toBe(true);
  });

  test("names with markup stay text", async () => {
    const name = `</script><script>document.title="owned"</script><img src=x onerror='document.title="owned"'>`;
    const [first, ...others] = report.neighborhoods;
    if (first === undefined) throw new Error("the town has neighborhoods");
    const hostile = { ...report, neighborhoods: [{ ...first, name }, ...others] };
    const { page, complaints } = await reader.open(toHtml(hostile, city, { whatIf: "never" }), {
      hash: `#area=${first.id}`,
    });
    expect(await page.locator(".panel h2").innerText()).toBe(name);
    expect(await page.title()).not.toBe("owned");
    expect(complaints).toEqual([]);
  });

  test("works inside a frame without rights of its own", async () => {
    const frame = `<!DOCTYPE html><html data-ready lang="en"><title>t</title><iframe sandbox="allow-scripts" width="1200" height="900" srcdoc="${html.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`;
    const { page } = await reader.open(frame);
    const inner = page.frameLocator("iframe");
    await inner.locator(".card").nth(2).click();
    expect(await inner.locator('.card[aria-pressed="true"]').innerText()).toContain("公共服务圈");
  });

  test("ten thousand neighborhoods are drawn on a canvas, chosen by a click, and listed piece by piece", async () => {
    const [model] = report.neighborhoods;
    if (model === undefined) throw new Error("the town has neighborhoods");
    const ids = Array.from({ length: 10_000 }, (_, i) => `c${i}`);
    const neighborhoods = ids.map((id, i) => {
      const [west, south] = [104 + (i % 100) / 100, 30 + Math.floor(i / 100) / 100];
      const [east, north] = [west + 0.01, south + 0.01];
      const ring = [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ] as const;
      return { id, name: id, population: 100, polygons: [[ring]] };
    });
    const large = { ...report, neighborhoods: ids.map((id) => ({ ...model, id, name: id })) };
    const { page, complaints } = await reader.open(toHtml(large, { neighborhoods }));
    expect(await page.locator(".map svg .areas path").count()).toBe(0);
    await clickTheMiddleOf(page, 0.31);
    expect(ids).toContain(await page.locator(".panel h2").innerText());
    expect(await page.locator("#table tbody tr").count()).toBeLessThan(1000);
    expect(complaints).toEqual([]);
  });
});
