import { pageTexts } from "../../base/texts/renderings/page.js";
import { el } from "./dom.js";
import { scoreText } from "./measures.js";
import { nameOfArea } from "./model.js";
import type { PageStore } from "./state.js";
import type { Trial } from "./trial.js";

/** Tells what a trial has done, and which scores it has changed: in the city and in the chosen neighborhood. */
export function makeTrialChanges(store: PageStore, { edits }: Trial): HTMLElement[] {
  const tell = pageTexts(store.state.locale);
  return [
    ...(edits.length === 0 ? [] : [el("p", { class: "notice" }, tell("page.whatIf.notice"))]),
    el("ol", {}, ...edits.map(({ kind, name }) => el("li", {}, tell(`page.whatIf.edit.${kind}`, { name })))),
    el("ul", { class: "changes", "aria-live": "polite" }, ...(edits.length === 0 ? [] : listChanges(store))),
  ];
}

function listChanges({ model, state }: PageStore): HTMLElement[] {
  const tell = pageTexts(state.locale);
  const before = { ...state, result: { cells: model.cells, texts: model.facts.texts } };
  const areas = [model.areaCount, ...(state.area < 0 ? [] : [state.area])];
  const lines = areas.flatMap((area) =>
    model.facts.standard.circles.flatMap(({ label }, circle) => {
      const [was, is] = [scoreText(model, before, area, circle), scoreText(model, state, area, circle)];
      if (was === is) return [];
      const name = area === model.areaCount ? tell("report.city") : nameOfArea(model, area);
      return [
        el(
          "li",
          {},
          `${name} · ${tell("page.whatIf.changed", { circle: label[state.locale], before: was, after: is })}`,
        ),
      ];
    }),
  );
  return lines.length === 0 ? [el("li", {}, tell("page.whatIf.unchanged"))] : lines;
}
