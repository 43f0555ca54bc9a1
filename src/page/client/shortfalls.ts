import { REPORT_TEXTS } from "../../report/report-texts.js";
import { el, replace } from "./dom.js";
import { nameOfArea } from "./model.js";
import type { PageStore } from "./state.js";

/** The worst list: where most people are without a mandatory category. */
export function makeShortfalls(store: PageStore): HTMLElement {
  const title = el("h2", { id: "worst-title" });
  const box = el("div", { class: "wide", tabindex: 0, role: "group", "aria-labelledby": "worst-title" });
  store.listen(({ locale, result }) => {
    const texts = REPORT_TEXTS[locale];
    const { standard } = store.model.facts;
    title.textContent = texts.worstList;
    const { shortfalls } = result.texts;
    if (shortfalls.length === 0) {
      replace(box, el("p", {}, texts.noShortfall));
      return;
    }
    const header = [texts.neighborhood, texts.requirement, texts.uncovered, texts.peopleShare];
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
