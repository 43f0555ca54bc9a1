import { pageTexts } from "../../base/texts/renderings/page.js";
import { el, replace } from "./dom.js";
import { nameOfArea } from "./model.js";
import type { PageStore } from "./state.js";

/** The worst list: where most people are without a mandatory category. */
export function makeShortfalls(store: PageStore): HTMLElement {
  const title = el("h2", { id: "worst-title" });
  const box = el("div", { class: "wide", tabindex: 0, role: "group", "aria-labelledby": "worst-title" });
  store.listen(({ locale, result }) => {
    const tell = pageTexts(locale);
    const { standard } = store.model.facts;
    title.textContent = tell("report.worstList");
    const { shortfalls } = result.texts;
    if (shortfalls.length === 0) {
      replace(box, el("p", {}, tell("report.noShortfall")));
      return;
    }
    const header = [
      tell("report.neighborhood"),
      tell("report.requirement"),
      tell("report.uncovered"),
      tell("report.peopleShare"),
    ];
    const rows = shortfalls.map(({ area, requirement, amount, share }) => {
      const circle = standard.circles.findIndex(({ id }) => id === standard.requirements[requirement]?.circle);
      const choose = () => store.set({ area, circle, requirement, measure: "share" });
      return el(
        "tr",
        {},
        el(
          "th",
          { scope: "row" },
          el("button", { type: "button", class: "link", click: choose }, nameOfArea(store.model, area)),
        ),
        el("td", {}, standard.requirements[requirement]?.label[locale] ?? ""),
        el("td", {}, amount[locale]),
        el("td", {}, share),
      );
    });
    const head = el("tr", {}, ...header.map((text) => el("th", { scope: "col" }, text)));
    replace(box, el("table", { "aria-labelledby": "worst-title" }, el("thead", {}, head), el("tbody", {}, ...rows)));
  });
  return el("section", { "aria-labelledby": "worst-title" }, title, box);
}
