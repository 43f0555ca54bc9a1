import { pageTexts } from "../../base/texts/renderings/page.js";
import { makeAreaTable } from "./area-table.js";
import { makeCards } from "./cards.js";
import { makeCharts } from "./charts.js";
import { makeControls, makeLegend, makeTools } from "./controls.js";
import { el } from "./dom.js";
import { MapView } from "./map-view.js";
import { readModel } from "./model.js";
import { makePanel } from "./panel.js";
import { categoriesShown } from "./places.js";
import { makeShortfalls } from "./shortfalls.js";
import { isUnchanged, PageStore } from "./state.js";
import { makeWhatIf } from "./what-if.js";

/** Builds the page from its blocks. */
function main(): void {
  const app = document.getElementById("app");
  const warnings = document.getElementById("warnings");
  if (app === null || warnings === null) return;
  const model = readModel();
  const store = new PageStore(model);
  document.getElementById("tools")?.replaceWith(makeTools(store));
  const headline = el("p", { class: "headline" });
  store.listen(({ locale, result }) => {
    headline.textContent = result.texts.headline[locale];
  });
  const map = model.facts.frame === null ? null : new MapView(store);
  const parts =
    map === null
      ? [makePanel(store)]
      : [
          el("div", { class: "left" }, makeControls(store), map.element, makeLegend(store), makeAttribution(store)),
          makePanel(store),
        ];
  app.replaceChildren(
    headline,
    warnings,
    makeCards(store),
    el("div", { class: "stage" }, ...parts),
    ...(map === null ? [] : [makeWhatIf(store, map)]),
    makeAreaTable(store),
    makeCharts(store),
    makeShortfalls(store),
  );
  if (map !== null) drawFacilities(store, map);
  document.documentElement.dataset.ready = "";
}

function makeAttribution(store: PageStore): HTMLElement {
  const line = el("p", { class: "small" });
  const { attribution } = store.model.facts;
  store.listen(({ locale }) => {
    line.textContent = attribution === null ? "" : pageTexts(locale)("page.attribution", { names: attribution });
  });
  return line;
}

/** Draws the facilities that count for what is shown as dots. */
function drawFacilities(store: PageStore, map: MapView): void {
  store.listen((state, before) => {
    if (isUnchanged(state, before, ["circle", "requirement", "showsFacilities", "result"])) return;
    const rows = state.showsFacilities ? store.places.listOf(categoriesShown(store.model, state)) : [];
    map.drawDots(rows.map((row) => store.places.placeOf(row)).filter((place) => place !== null));
  });
}

main();
