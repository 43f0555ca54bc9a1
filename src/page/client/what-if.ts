import { pageTexts } from "../../base/texts/renderings/page.js";
import type { PageEngine, PageTrial } from "../page-model.js";
import { el, replace } from "./dom.js";
import type { MapView } from "./map-view.js";
import type { PageStore } from "./state.js";
import { Trial } from "./trial.js";
import { TrialDesk } from "./trial-desk.js";

/** Trying things out: facilities are added, moved and closed on the map, and every number follows. */
export function makeWhatIf(store: PageStore, map: MapView): HTMLElement {
  const title = el("h2", { id: "what-if-title" });
  const box = el("div");
  const section = el("section", { class: "what-if", "aria-labelledby": "what-if-title" }, title, box);
  let desk: TrialDesk | null = null;
  const start = () => {
    replace(box, el("p", { role: "status" }, pageTexts(store.state.locale)("page.whatIf.starting")));
    // the words first, then the work
    setTimeout(() => {
      desk = new TrialDesk(store, map, new Trial(store, openTrial(store)));
      replace(box, desk.element);
      desk.draw();
      desk.focus();
    }, 30);
  };
  store.listen(({ locale }) => {
    const tell = pageTexts(locale);
    title.textContent = tell("page.whatIf");
    if (desk !== null) desk.draw();
    else if (store.model.whatIf === "left out") replace(box, el("p", {}, store.model.facts.whatIfAbsent[locale]));
    else replace(box, el("button", { type: "button", click: start }, tell("page.whatIf.start")));
  });
  section.hidden = store.model.whatIf === "impossible";
  return section;
}

function openTrial({ model }: PageStore): PageTrial {
  const engine = (globalThis as { quarterhourEngine?: PageEngine }).quarterhourEngine;
  if (engine === undefined || model.packedCity === null) throw new Error("The page holds no city.");
  return engine.open(model.packedCity);
}
