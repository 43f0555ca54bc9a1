import { pageTexts } from "../../base/texts/renderings/page.js";
import { writeFourMaps } from "../view/four-maps.js";
import { titleText } from "../view/headline.js";
import { REGIONS } from "../view/regions.js";
import { listenToActions } from "./actions.js";
import { Comparing } from "./comparing.js";
import { MapView } from "./map-view.js";
import { readModel } from "./model.js";
import { mount } from "./mount.js";
import { OwnPlace } from "./own-place.js";
import { categoriesShown } from "./places.js";
import { PlanDesk } from "./plan-desk.js";
import { PageStore } from "./store.js";

/** Takes over the page as it was written: what is there already stays as it is. */
function main(): void {
  const model = readModel();
  const store = new PageStore(model);
  store.listen(({ choice, data }) => {
    const tag = pageTexts(choice.locale)("report.languageTag");
    document.documentElement.lang = tag;
    document.documentElement.dataset.locale = choice.locale;
    document.title = titleText(data, choice.locale);
  });
  for (const { id, write } of REGIONS)
    mount(
      store,
      id,
      () =>
        write(store.state.data, store.state.choice, (row) => store.places.nameOf(row, store.state.choice.locale)).text,
    );
  const window = document.getElementById("map");
  const map = window === null ? null : new MapView(store, window);
  const plan = map === null ? null : new PlanDesk(store, map);
  const place = map === null ? null : new OwnPlace(store, map, () => plan?.openTrial() ?? null);
  const comparing = new Comparing(store);
  if (map !== null) {
    mount(store, "four", () =>
      store.state.choice.mode === "four" ? writeFourMaps(store.state.data, store.state.choice).text : "",
    );
    store.listen(({ choice }) => {
      document.getElementById("map-part")?.classList.toggle("is-four", choice.mode === "four");
    });
    drawFacilities(store, map);
  }
  listenToActions({ store, map, plan, place, comparing });
  foldOnPhones();
  plan?.start();
  place?.start();
  document.documentElement.dataset.ready = "";
}

/** On a phone what is below the first screen is folded; on paper nothing is. */
function foldOnPhones(): void {
  const foldable = () => document.querySelectorAll<HTMLDetailsElement>("#services details, #method details");
  if (matchMedia("(max-width: 760px)").matches) for (const one of foldable()) one.open = false;
  addEventListener("beforeprint", () => {
    for (const one of foldable()) one.open = true;
  });
}

/** Draws the facilities that count for the one service that is shown, or for what is tried out. */
function drawFacilities(store: PageStore, map: MapView): void {
  store.listen(({ choice }, before) => {
    const isSame = before?.choice.requirement === choice.requirement && before.choice.mode === choice.mode;
    if (isSame && before.data === store.state.data) return;
    const rows = choice.requirement < 0 ? [] : store.places.listOf(categoriesShown(store.model, choice));
    map.marks.drawDots(rows.map((row) => store.places.placeOf(row)).filter((place) => place !== null));
  });
}

main();
