import { pageTexts } from "../../base/texts/renderings/page.js";
import { formatShare } from "../../report/format-number.js";
import { digitsOfArea } from "../page-cells.js";
import { el, replace, svg } from "./dom.js";
import { listClasses, readArea } from "./measures.js";
import { isUnchanged, type PageStore } from "./state.js";

/** One neighborhood in the distribution: its value and how many people (or how much ground) have it. */
interface Weighted {
  readonly value: number;
  readonly rank: number;
  readonly weight: number;
}

/** How the chosen measure is spread over people: a histogram by class, and a Lorenz curve. */
export function makeCharts(store: PageStore): HTMLElement {
  const title = el("h2", { id: "charts-title" });
  const box = el("div", { class: "charts" });
  store.listen((state, before) => {
    if (isUnchanged(state, before, ["locale", "circle", "requirement", "measure", "result"])) return;
    const tell = pageTexts(state.locale);
    title.textContent = tell("page.distribution");
    const { rows, unknown, basis } = weigh(store);
    replace(box, histogram(store, rows, unknown, basis), lorenz(store, rows));
  });
  return el("section", { "aria-labelledby": "charts-title" }, title, box);
}

function weigh({ model, state }: PageStore): {
  readonly rows: readonly Weighted[];
  readonly unknown: number;
  readonly basis: "population" | "area";
} {
  const { cells } = state.result;
  const basis = cells.isByPeople[model.areaCount] === 1 ? "population" : "area";
  const rows: Weighted[] = [];
  let unknown = 0;
  for (let area = 0; area < model.areaCount; area++) {
    const amount = (basis === "population" ? cells.population[area] : cells.squareMeters[area]) as number;
    const weight = Number.isNaN(amount) ? 0 : amount;
    const { value, rank } = readArea(model, state, area);
    if (value === null || rank < 0) unknown += weight;
    else rows.push({ value, rank, weight });
  }
  return { rows, unknown, basis };
}

function histogram(
  store: PageStore,
  rows: readonly Weighted[],
  unknown: number,
  basis: "population" | "area",
): HTMLElement {
  const { model, state } = store;
  const classes = listClasses(model, state);
  const total = rows.reduce((sum, { weight }) => sum + weight, unknown);
  const shares = [...classes.keys(), -1].map((rank) => {
    const weight = rank < 0 ? unknown : rows.reduce((sum, row) => sum + (row.rank === rank ? row.weight : 0), 0);
    return { rank, share: total > 0 ? weight / total : 0 };
  });
  const items = shares.map(({ rank, share }) => {
    const bar = el("span", { class: rank < 0 ? "bar none" : "bar" });
    if (rank >= 0) bar.style.background = classes[rank]?.color ?? "";
    bar.style.width = `${share * 100}%`;
    const label = rank < 0 ? "–" : (classes[rank]?.label ?? "");
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, label),
      el("td", { class: "bars" }, bar),
      el("td", {}, formatShare(share, digitsOfArea(state.result.cells, model.areaCount))),
    );
  });
  const caption = pageTexts(state.locale)(`page.histogram.${basis}`);
  return el(
    "div",
    {},
    el("h3", {}, caption),
    el("table", { class: "histogram", "aria-label": caption }, el("tbody", {}, ...items)),
  );
}

/** Cumulated values over cumulated people, the lowest values first. */
function lorenz({ model, state }: PageStore, rows: readonly Weighted[]): HTMLElement {
  const tell = pageTexts(state.locale);
  const known = rows
    .filter(({ value, weight }) => Number.isFinite(value) && weight > 0)
    .sort((a, b) => a.value - b.value);
  const people = known.reduce((sum, { weight }) => sum + weight, 0);
  const sum = known.reduce((all, { value, weight }) => all + value * weight, 0);
  if (!(people > 0 && sum > 0))
    return el("div", {}, el("h3", {}, tell("page.lorenz")), el("p", {}, tell("page.lorenz.none")));
  const points: [number, number][] = [[0, 0]];
  let [x, y, under] = [0, 0, 0];
  let half = 0;
  for (const { value, weight } of known) {
    const [nextX, nextY] = [x + weight / people, y + (value * weight) / sum];
    under += ((nextX - x) * (nextY + y)) / 2;
    if (x < 0.5 && nextX >= 0.5) half = y + ((nextY - y) * (0.5 - x)) / (nextX - x);
    [x, y] = [nextX, nextY];
    points.push([x, y]);
  }
  const gini = Math.max(0, 1 - 2 * under);
  const words = tell("page.lorenz.gini", {
    gini: gini.toFixed(2),
    half: formatShare(Math.min(1, half), digitsOfArea(state.result.cells, model.areaCount)),
  });
  const path = points.map(([px, py]) => `${(20 + px * 180).toFixed(1)},${(190 - py * 180).toFixed(1)}`).join(" ");
  const picture = svg(
    "svg",
    { viewBox: "0 0 210 215", class: "lorenz", role: "img", "aria-label": `${tell("page.lorenz")}. ${words}` },
    svg("rect", { x: 20, y: 10, width: 180, height: 180, class: "frame" }),
    svg("path", { d: "M20 190L200 10", class: "equal" }),
    svg("polyline", { points: path, class: "curve" }),
    svg("text", { x: 110, y: 208, "text-anchor": "middle" }, tell("page.lorenz.people")),
    svg(
      "text",
      { x: 110, y: -8, "text-anchor": "middle", transform: "rotate(-90 110 100) translate(0 26)" },
      tell("page.lorenz.value"),
    ),
  );
  return el(
    "div",
    {},
    el("h3", {}, tell("page.lorenz")),
    picture,
    el("p", { class: "small" }, `${words} ${tell("page.lorenz.allEqual")}`),
  );
}
