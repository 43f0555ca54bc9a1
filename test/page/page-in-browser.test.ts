import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import type { NeighborhoodCoverage } from "../../src/model/report.js";
import { toHtml } from "../../src/page/to-html.js";
import { formatCount } from "../../src/report/format-number.js";
import { toServicesText } from "../../src/report/services-view.js";
import { bestSteps, withSteps } from "../../src/scenarios/best-steps.js";
import type { EditCollection } from "../../src/scenarios/edit-features.js";
import { applyEdits } from "../../src/scenarios/edits.js";
import { openScenario } from "../../src/scenarios/open-scenario.js";
import { chengduFourCircles } from "../../src/standards/chengdu-four-circles.js";
import { elderlyWalking } from "../../src/standards/travel-profiles.js";
import { describeInBrowser, type OpenPage } from "../support/browser.js";
import { judgeJincheng } from "../support/jincheng.js";
import { latinWords } from "../support/latin-words.js";

const { city, report: judged } = judgeJincheng();
const report = withSteps(judged, bestSteps(city, judged));
const options = { locale: "zh", whatIf: "always", attribution: "© 锦城", place: "锦城", date: "2026-03" } as const;
const html = toHtml(report, city, options);
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const mandatory = report.standard.requirements.filter(({ necessity }) => necessity === "mandatory");
const sorted = [...report.neighborhoods].sort((a, b) => (a.services.value ?? 0) - (b.services.value ?? 0));
const [worst] = sorted as [NeighborhoodCoverage];
const area = report.neighborhoods[20] as NeighborhoodCoverage;

/** What axe finds; empty = nothing. */
async function audit(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

async function clickTheMap(page: Page, [x, y]: readonly [number, number] = [0.5, 0.55]): Promise<void> {
  await page.locator("#map").scrollIntoViewIfNeeded();
  const box = await page.locator("#map").boundingBox();
  if (box === null) throw new Error("the map is not shown");
  await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
}

const hashOf = (page: Page) => page.evaluate(() => new URLSearchParams(location.hash.slice(1)));
const valueIn = async (page: Page, key: string) =>
  page.evaluate((one) => new URLSearchParams(location.hash.slice(1)).get(one), key);
const cardTitle = (page: Page) => page.locator("#card-title").innerText();

describeInBrowser("the page in a browser", (reader) => {
  test("speaks the language of the reader, says city and date in its title, asks nobody for anything", async () => {
    const words: readonly (readonly [string, string, string])[] = [
      ["zh-CN", "锦城居民步行按时走得到", "数据日期 2026-03"],
      ["en-GB", "People in 锦城 can walk to", "data of 2026-03"],
      ["fr-FR", "锦城居民步行按时走得到", "数据日期 2026-03"], // neither: the run's
    ];
    for (const [locale, headline, date] of words) {
      const { page, complaints } = await reader.open(html, { locale });
      expect(await page.locator("h1").innerText()).toContain(headline);
      expect(await page.title()).toContain(headline);
      expect(await page.title()).toContain(date);
      expect(complaints).toEqual([]);
    }
  });

  test("nothing jumps while it opens: what is written is what is seen, on a desk, on a tablet and on a phone", async () => {
    for (const [width, height] of [
      [1440, 900],
      [1024, 768],
      [390, 844],
    ] as const) {
      const { page } = await reader.open(html, { viewport: { width, height }, locale: "zh-CN" });
      await page.waitForTimeout(300);
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => resolve(sum), 200);
          }),
      );
      expect(shift).toBeLessThanOrEqual(0.05);
    }
  });

  test("without its script it says headline, ring, step, lists and map", async () => {
    const { page } = await reader.open(html.replace("<html ", "<html data-ready "), { javaScriptEnabled: false });
    expect(await page.locator("h1").innerText()).toContain("锦城");
    expect(await page.locator(".quarter").count()).toBe(4);
    expect(await page.locator("#map .areas path").count()).toBe(report.neighborhoods.length);
    expect(await page.locator("#rankings li").count()).toBeGreaterThan(10);
    expect(await page.locator("#step-title").innerText()).not.toBe("");
  });

  const STATES: readonly (readonly [string, string, Parameters<typeof reader.open>[1]])[] = [
    ["as it opens, in Chinese", "#lang=zh", {}],
    [
      "in the dark, with a card and a second neighborhood",
      `#lang=en&area=${area.id}&other=${worst.id}`,
      { colorScheme: "dark" },
    ],
    [
      "on a phone, one service by the way to it",
      "#lang=zh&requirement=pharmacy&by=minutes",
      { viewport: { width: 390, height: 844 } },
    ],
    ["the heat table, in the dark", "#lang=zh&table=services", { colorScheme: "dark" }],
    ["the heat table", "#lang=en&table=services", {}],
    ["all circles at once, one class alone", "#lang=en&mode=four&class=1", {}],
    ["trying out", `#lang=en&mode=whatIf&area=${area.id}&edits=[{"edit":"closeFacility","id":"JF1165"}]`, {}],
    ["a place of one's own", "#lang=zh&place=104.0675,30.6605", {}],
    ["comparing, nothing opened yet", "#lang=zh&mode=compare", { viewport: { width: 1024, height: 768 } }],
  ];
  for (const [state, hash, how] of STATES)
    test(`an audit finds nothing: ${state}`, async () => {
      const { page, complaints } = await reader.open(html, { ...how, hash });
      await page.waitForTimeout(150);
      expect(await audit(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });

  test("everything that can be pressed is pressed, and nothing complains", async () => {
    const { page, complaints } = await reader.open(html, { hash: `#lang=en&area=${area.id}` });
    page.on("filechooser", () => {});
    const ids = new Set<string>();
    for (let round = 0; round < 3; round++)
      for (const id of await page.locator("button[id]").evaluateAll((all) => all.map(({ id }) => id))) {
        const isOneOfMany = /^(?:row|sort|worst|miss|service|moved|way|next)-/.test(id) && !/-(?:0|1|2)$/.test(id);
        if (ids.has(id) || isOneOfMany || id === "menu-print") continue;
        ids.add(id);
        await page.evaluate((one) => document.getElementById(one)?.click(), id);
        await page.waitForTimeout(10);
      }
    expect(ids.size).toBeGreaterThan(60);
    expect(complaints).toEqual([]);
  });

  test("in Chinese nobody reads an English word", async () => {
    const { page } = await reader.open(html, { hash: `#lang=zh&area=${area.id}&mode=whatIf&place=104.0675,30.6605` });
    await page.waitForTimeout(200);
    const allowed = (words: readonly string[]) => words.filter((word) => !["quarterhour", "English"].includes(word));
    const body = (await page.locator("body").innerText()).replace(/GeoJSON/g, "");
    expect(allowed(latinWords(body))).toEqual([]);
    const spoken = await page
      .locator("[aria-label]")
      .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    expect(allowed(latinWords(spoken.join("\n")))).toEqual([]);
  });

  test("the language is switched and switched back, and the focus stays", async () => {
    const { page } = await reader.open(html, { locale: "zh-CN" });
    await page.locator("#lang-en").focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("lang-en");
    await page.locator("#lang-zh").click();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  });

  test("every number is written as in the other renderings: services, who is without, the step", async () => {
    const { page } = await reader.open(html, { hash: "#lang=en" });
    expect(await page.locator(".dial .big").innerHTML()).toBe(toServicesText(report.city));
    const missing = mandatory
      .map(({ id }) => report.city.requirements[id]?.population)
      .map((share) => (share === undefined ? 0 : share.total - share.unknown - share.covered))
      .sort((a, b) => b - a);
    const shown = await page.locator("#rankings .rank:not(.places) .val b").allInnerTexts();
    expect(shown).toEqual(missing.slice(0, shown.length).map(formatCount));
    const places = await page.locator(".rank.places .val b").allInnerTexts();
    expect(places).toEqual(sorted.slice(0, places.length).map(toServicesText));
    expect(await page.locator(".step .gain").innerText()).toContain(
      `${formatCount(report.steps?.[0]?.gain ?? 0)} people`,
    );
  });

  test("a quarter, a service, a class and a measure change map, title and address; pressed again they let go", async () => {
    const { page } = await reader.open(html, { hash: "#lang=en" });
    const classes = () =>
      page.locator("#map .areas path").evaluateAll((paths) => paths.map((one) => one.getAttribute("class")));
    const first = await classes();
    await page.locator("#quarter-3").click();
    const ofCircle = await classes();
    expect(ofCircle).not.toEqual(first);
    expect(await page.locator("#map-title").innerText()).toContain("Convenience circle");
    expect(await valueIn(page, "circle")).toBe("convenience");
    await page.locator("#quarter-3").click();
    expect(await classes()).toEqual(first);
    await page.locator("#show").selectOption({ label: "Pharmacy" });
    expect(await page.locator("#map-title").innerText()).toMatch(/Pharmacy.*15 min|Pharmacy.*10 min/);
    expect(await page.locator("path.dots").getAttribute("d")).not.toBe("");
    const byShare = await classes();
    await page.locator("#by-minutes").click();
    expect(await classes()).not.toEqual(byShare);
    await page.locator("#class-5").click();
    expect((await classes()).filter((one) => one?.includes("dim")).length).toBeGreaterThan(0);
    expect(await page.locator("#class-5").getAttribute("aria-pressed")).toBe("true");
  });

  test("the address reopens the same view, and a link to a part of the page keeps it", async () => {
    const hash = `#lang=en&requirement=pharmacy&by=minutes&area=${area.id}&other=${worst.id}&class=2&table=services`;
    const { page } = await reader.open(html, { hash });
    expect(await cardTitle(page)).toBe(area.name);
    expect(await page.locator("#by-minutes").getAttribute("aria-pressed")).toBe("true");
    expect(await page.locator("#table-services").getAttribute("aria-pressed")).toBe("true");
    const before = await page.evaluate(() => location.hash);
    expect(Object.fromEntries(new URLSearchParams(before.slice(1)))).toEqual(
      Object.fromEntries(new URLSearchParams(hash.slice(1))),
    );
    await page.locator('nav a[href="#fairness"]').click();
    expect(await page.evaluate(() => location.hash)).toBe(before);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("fairness");
  });

  test("the keyboard alone leads to a neighborhood: one tab stop, arrows, Enter, Escape, and / searches", async () => {
    const { page } = await reader.open(html);
    expect(await page.locator('.map-box [tabindex="0"]').count()).toBe(1);
    await page.locator("#map").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const first = await cardTitle(page);
    expect(report.neighborhoods.map(({ name }) => name)).toContain(first);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    expect(await cardTitle(page)).not.toBe(first);
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.type(area.name ?? "");
    await page.keyboard.press("Enter");
    expect(await cardTitle(page)).toBe(area.name);
  });

  test("the table is sorted by what it shows, filtered while one types, and chooses on the map", async () => {
    const { page } = await reader.open(html, { hash: "#lang=en" });
    const column = (n: number) =>
      page
        .locator(`#table tbody tr td:nth-child(${n})`)
        .evaluateAll((cells) => cells.map((cell) => Number.parseFloat((cell.textContent ?? "").replaceAll(",", ""))));
    const services = await column(3);
    expect(services).toHaveLength(report.neighborhoods.length);
    expect(services).toEqual([...services].sort((a, b) => a - b));
    for (const n of [2, 4, 5, 6, 7]) {
      await page.locator(`#sort-${n - 1}`).click();
      const up = await column(n);
      expect(up).toEqual([...up].sort((a, b) => a - b));
      await page.locator(`#sort-${n - 1}`).click();
      expect((await column(n)).at(0)).toBe(up.at(-1));
    }
    await page.locator("#filter").focus();
    await page.keyboard.type(area.name ?? "");
    expect(await page.locator("#table tbody tr").count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("filter");
    await page.locator("#table tbody button").first().click();
    expect(await cardTitle(page)).toBe(area.name);
    expect(await page.locator("path.chosen").getAttribute("d")).not.toBe("");
  });

  test("what is tried out is what a scenario finds; it is listed, in the link, taken back, and saved as a file that the library reads", async () => {
    const { page, complaints } = await reader.open(html, { hash: "#lang=en" });
    await page.locator("#step-try").click();
    await page.waitForSelector("#tray .edits li");
    expect(await page.locator("#tray .total .g").first().innerText()).toBe(
      `+${formatCount(report.steps?.[0]?.gain ?? 0)}`,
    );
    await page.locator("#tool-add").click();
    await clickTheMap(page, [0.45, 0.3]);
    expect(await page.locator("#tray .edits li").count()).toBe(2);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#plan-save").click()]);
    const plan: EditCollection = JSON.parse(readFileSync((await download.path()) ?? "", "utf8"));
    expect(plan.features.map(({ properties }) => properties?.edit)).toEqual(["addFacility", "addFacility"]);
    const scenario = openScenario(city);
    applyEdits(scenario, plan);
    const after = scenario.report();
    expect(await page.locator(".dial .big").innerHTML()).toBe(toServicesText(after.city));
    const changed = await page.locator("#tray .total").innerText();

    // another reader follows the link
    const again = await reader.open(html, { hash: await page.evaluate(() => location.hash) });
    expect(await again.page.locator("#tray .total").innerText()).toBe(changed);
    expect(await again.page.locator(".pin").count()).toBe(2);
    await again.page.locator("#edit-1").click();
    await again.page.locator("#edit-0").click();
    expect(await again.page.locator(".dial .big").innerHTML()).toBe(toServicesText(report.city));
    expect(await valueIn(again.page, "edits")).toBeNull();
    expect([...complaints, ...again.complaints]).toEqual([]);
  });

  test("a plan whose edit cannot be done says which, and does the others", async () => {
    const edits = JSON.stringify([
      { edit: "closeFacility", id: "nowhere" },
      { edit: "addFacility", id: "p", categories: ["pharmacy"], location: [104.0675, 30.6605] },
    ]);
    const { page } = await reader.open(html, { hash: `#lang=en&edits=${encodeURIComponent(edits)}` });
    expect(await page.locator("#tray [role=alert]").innerText()).toContain("nowhere");
    expect(await page.locator("#tray .edits li").count()).toBe(1);
  });

  test("closing tells who loses, in which neighborhoods and services, by keyboard alone", async () => {
    const { page } = await reader.open(html, { hash: `#lang=en&mode=whatIf&requirement=kindergarten&area=${area.id}` });
    await page.waitForSelector("#tool-close-nearest");
    const nearest = area.requirements.kindergarten?.nearest?.facilityId ?? "";
    await page.locator("#tool-close-nearest").focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("#tray .edits li");
    const scenario = openScenario(city);
    scenario.closeFacility(nearest);
    const after = scenario.report();
    expect(await page.locator(".dial .big").innerHTML()).toBe(toServicesText(after.city));
    const lost =
      (report.city.requirements.kindergarten?.population.covered ?? 0) -
      (after.city.requirements.kindergarten?.population.covered ?? 0);
    expect(await page.locator("#tray .loss").innerText()).toBe(`−${formatCount(lost)}`);
  });

  test("a place of one's own has its isochrones, its nearest facilities and the way there, and stands in the link", async () => {
    const { page, complaints } = await reader.open(html, { hash: "#lang=en" });
    await page.locator("#place-title").click();
    await page.locator("#place-input").fill("here");
    await page.locator("#place-go").click();
    expect(await page.locator("#place [role=alert]").innerText()).toContain("104.0668");
    await page.locator("#place-input").fill("104.0675, 30.6605");
    await page.locator("#place-go").click();
    await page.waitForSelector(".ways li");
    expect(await page.locator("path.reach").count()).toBe(3);
    expect(await page.locator(".ways li").count()).toBe(mandatory.length);
    const pharmacy = page.locator(".ways li", { hasText: "Pharmacy" });
    expect(await pharmacy.innerText()).toContain("11.6 min");
    await pharmacy.locator("button").click();
    expect(await page.locator("path.way").getAttribute("d")).toMatch(/^M\d+ \d+L.*L/);
    expect(await valueIn(page, "place")).toBe("104.067500,30.660500");
    await page.locator("#place-pick").click();
    await clickTheMap(page, [0.4, 0.5]);
    expect(await valueIn(page, "place")).not.toBe("104.067500,30.660500");
    expect(complaints).toEqual([]);
  });

  test("another report is compared: what changes in the city, in services and neighborhoods; what is none is refused", async () => {
    const { page, complaints } = await reader.open(html, { hash: "#lang=en&mode=compare" });
    const elderly = computeCoverage(city, { profile: elderlyWalking });
    const open = async (text: string) => {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("#compare-open").click()]);
      await chooser.setFiles({ name: "report.json", mimeType: "application/json", buffer: Buffer.from(text) });
    };
    await open("{}");
    await page.waitForSelector("#compare [role=alert]");
    await open(JSON.stringify(elderly));
    await page.waitForSelector("#compare .total");
    expect(await page.locator("#compare .total").innerText()).toBe(
      `${toServicesText(report.city)} → ${toServicesText(elderly.city)} services`,
    );
    expect(await page.locator("#map .areas path.e0").count()).toBeGreaterThan(0);
    // the map tells what its title says: nobody walks farther in the same time, and slower walkers reach less
    expect(await page.locator("#map-title").innerText()).toBe(`Change: Services within reach, of ${mandatory.length}`);
    const changes = await page.locator("#map .labels .value").allTextContents();
    const short = (name: string | null) => name?.replace(/社区$/, "");
    const named = await page
      .locator("#map .labels g:has(text:nth-of-type(2))")
      .evaluateAll((all) => all.map((one) => [...one.querySelectorAll("text")].map(({ textContent }) => textContent)));
    expect(changes.every((text) => /^(0|−\d+(\.\d)?)$/.test(text))).toBe(true);
    for (const [name, change] of named) {
      const row = report.neighborhoods.findIndex((one) => short(one.name) === name);
      const [before, after] = [report, elderly].map((one) =>
        Number(toServicesText(one.neighborhoods[row] as NeighborhoodCoverage)),
      );
      expect([name, Number(change?.replace("−", "-"))]).toEqual([
        name,
        Number(((after ?? 0) - (before ?? 0)).toFixed(1)),
      ]);
    }
    expect(named.length).toBeGreaterThan(10);
    await page.locator("#compare-end").click();
    expect(await page.locator("#map .areas path.e0").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("without scores it tells of shares; six circles have a ring of six", async () => {
    const { scoring: _, grades: __, gradeCapWhenMissing: ___, ...unscored } = chengduFourCircles;
    const shares = computeCoverage(city, { standard: unscored });
    const { page, complaints } = await reader.open(toHtml(shares, city, { whatIf: "never" }), { hash: "#lang=en" });
    expect(await page.locator(".quarter .sc").first().innerText()).toMatch(/%/);
    expect(await audit(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("nothing is cut off at the side: small screens, large writing, forced colors, reduced motion", async () => {
    for (const width of [320, 390, 720, 1024]) {
      const { page, complaints } = await reader.open(html, {
        viewport: { width, height: 700 },
        reducedMotion: "reduce",
        forcedColors: width === 720 ? "active" : "none",
        hash: `#lang=en&area=${area.id}&mode=whatIf`,
      });
      await page.waitForTimeout(100);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), String(width)).toBeLessThanOrEqual(width);
      expect(complaints).toEqual([]);
    }
  });

  test("prints: the first screen is the first sheet, the controls are gone, the table is whole", async () => {
    const { page } = await reader.open(html, { hash: "#lang=zh" });
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.setViewportSize({ width: 703, height: 1032 });
    expect(await page.locator(".tabs").isVisible()).toBe(false);
    expect(await page.locator("#table tbody tr").last().isVisible()).toBe(true);
    const bottom = await page.locator("#rankings").evaluate((one) => one.getBoundingClientRect().bottom + scrollY);
    expect(bottom).toBeLessThanOrEqual(1032); // A4 between its margins
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("names with markup stay text", async () => {
    const name = `</script><script>document.title="owned"</script><img src=x onerror='document.title="owned"'>`;
    const [first, ...others] = report.neighborhoods;
    if (first === undefined) throw new Error("the town has neighborhoods");
    const hostile = { ...report, neighborhoods: [{ ...first, name }, ...others] };
    const { page, complaints } = await reader.open(toHtml(hostile, city, { whatIf: "never", place: name }), {
      hash: `#lang=en&area=${first.id}&table=services`,
    });
    expect(await cardTitle(page)).toBe(name);
    expect(await page.locator("h1").innerText()).toContain(name);
    expect(await page.locator("img").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("works inside a frame without rights of its own", async () => {
    const frame = `<!DOCTYPE html><html data-ready lang="en"><title>t</title><iframe sandbox="allow-scripts" width="1200" height="900" srcdoc="${html.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`;
    const { page } = await reader.open(frame);
    const inner = page.frameLocator("iframe");
    await inner.locator("#quarter-2").click();
    expect(await inner.locator("#quarter-2").getAttribute("aria-pressed")).toBe("true");
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
    const { page, complaints }: OpenPage = await reader.open(toHtml(large, { neighborhoods }));
    expect(await page.locator("#map .areas path").count()).toBe(0);
    await clickTheMap(page, [0.31, 0.55]);
    expect(ids).toContain(await cardTitle(page));
    expect(await page.locator("#table tbody tr").count()).toBeLessThan(1000);
    await page.locator("#more-rows").click();
    expect(await page.locator("#table tbody tr").count()).toBe(500);
    expect(await hashOf(page)).toBeDefined();
    expect(complaints).toEqual([]);
  });
});
