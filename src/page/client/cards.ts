import { pageTexts } from "../../base/texts/renderings/page.js";
import { formatShare, UNKNOWN_MARK } from "../../report/format-number.js";
import { digitsOfArea, NONE, shareOfCell } from "../page-cells.js";
import { el, replace } from "./dom.js";
import { missingOf, scoreText } from "./measures.js";
import type { PageStore } from "./state.js";

/** One card for each circle: score, share, what is missing in the city. Pressing one shows it on the map. */
export function makeCards(store: PageStore): HTMLElement {
  const { model } = store;
  const box = el("div", { class: "cards" });
  const section = el(
    "section",
    { "aria-labelledby": "cards-title" },
    el("h2", { id: "cards-title", class: "hidden" }),
    box,
  );
  store.listen((state) => {
    const tell = pageTexts(state.locale);
    const { cells } = state.result;
    const city = model.areaCount;
    replace(section.firstElementChild as Element, tell("page.circles"));
    const focused = [...box.children].indexOf(document.activeElement as Element);
    const cards = model.facts.standard.circles.map(({ label }, circle) => {
      const cell = city * model.circleCount + circle;
      const share = shareOfCell(cells.circleShare[cell] as number);
      const shareText = formatShare(share, digitsOfArea(cells, city));
      const basis = cells.isByPeople[city] === 1 ? "population" : "area";
      const missing = missingOf(model, state, city, circle, true).length;
      const band = cells.band[cell] as number;
      const swatch = el("span", { class: band === NONE ? "swatch none" : "swatch", "aria-hidden": "true" });
      if (band !== NONE) swatch.style.background = model.facts.bands[band]?.color ?? "";
      const meter = el("span", { class: "meter", "aria-hidden": "true" }, el("span"));
      (meter.firstElementChild as HTMLElement).style.width = `${(share ?? 0) * 100}%`;
      return el(
        "button",
        {
          type: "button",
          class: "card",
          "aria-pressed": String(circle === state.circle),
          click: () => store.set({ circle }),
        },
        el("span", { class: "card-name" }, label[state.locale]),
        el("span", { class: "card-score" }, swatch, scoreText(model, state, city, circle)),
        meter,
        el("span", {}, share === null ? UNKNOWN_MARK : tell(`page.card.${basis}`, { share: shareText })),
        el("span", {}, share === null ? "" : tell("page.card.missing", { count: missing })),
      );
    });
    replace(box, ...cards);
    cards[focused]?.focus();
  });
  return section;
}
