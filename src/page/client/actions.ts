import { pageTexts } from "../../base/texts/renderings/page.js";
import { textCell, toCsvText } from "../../tables/csv-table.js";
import { nameOfArea } from "../view/page-data.js";
import { circleText, servicesText } from "../view/reading.js";
import type { Comparing } from "./comparing.js";
import type { MapView } from "./map-view.js";
import type { OwnPlace } from "./own-place.js";
import type { PlanDesk } from "./plan-desk.js";
import { saveFile } from "./save-file.js";
import { sayAloud } from "./say-aloud.js";
import type { PageStore } from "./store.js";

/** What the controls of the page act on. */
export interface PageParts {
  readonly store: PageStore;
  readonly map: MapView | null;
  readonly plan: PlanDesk | null;
  readonly place: OwnPlace | null;
  readonly comparing: Comparing;
}

/** Listens once for all: what a control does stands in it, as `data-set` (changes of the choice) or `data-do` (an act by name). */
export function listenToActions(parts: PageParts): void {
  const { store } = parts;
  const acts = listActs(parts);
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const link = target.closest<HTMLAnchorElement>('a[href^="#"]');
    if (link !== null) {
      event.preventDefault();
      goTo(link.hash.slice(1));
      return;
    }
    const control = target.closest<HTMLElement>("button[data-set],button[data-do]");
    if (control === null) return;
    if (control.dataset.set !== undefined) store.set(JSON.parse(control.dataset.set));
    else acts[control.dataset.do ?? ""]?.(control);
    control.closest("details.menu")?.removeAttribute("open");
  });
  for (const type of ["change", "input"])
    document.addEventListener(type, (event) => {
      const control = event.target as HTMLElement;
      const name = control.dataset?.do;
      if (name === undefined || (type === "input") !== (name === "filter")) return;
      acts[name]?.(control);
    });
  addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("search")?.focus();
    } else if (event.key === "Escape" && document.activeElement === document.body) store.set({ area: -1, band: -1 });
  });
}

function goTo(id: string): void {
  const target = document.getElementById(id);
  if (target === null) return;
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.scrollIntoView();
  target.focus({ preventScroll: true });
}

function listActs({
  store,
  map,
  plan,
  place,
  comparing,
}: PageParts): Readonly<Record<string, (control: HTMLElement) => void>> {
  const tell = () => pageTexts(store.state.choice.locale);
  const typedIn = (control: HTMLElement) => (control as HTMLInputElement | HTMLSelectElement).value;
  return {
    "copy-link": () => copyLink(tell()("page.linkCopied")),
    print: () => print(),
    theme: () => {
      toggleTheme();
      map?.redraw();
    },
    "save-csv": () => saveFile("neighborhoods.csv", "text/csv", toTableText(store)),
    "open-report": () => comparing.choose(),
    "end-compare": () => comparing.end(),
    filter: (control) => store.set({ filter: typedIn(control) }),
    other: (control) => store.set({ other: Number(typedIn(control)) }),
    show: (control) => {
      const [kind, row] = [typedIn(control).slice(0, 1), Number(typedIn(control).slice(1))];
      store.set(kind === "r" ? { requirement: row, band: -1 } : { circle: row, requirement: -1, band: -1 });
    },
    search: (control) => {
      const area = findArea(store, typedIn(control));
      if (area >= 0) store.set({ area });
      else if (typedIn(control).trim() !== "") sayAloud(tell()("page.noHit"));
    },
    ...(plan?.acts ?? {}),
    ...(place?.acts ?? {}),
  };
}

/** Finds a neighborhood by a part of its name or id; -1 = none. */
function findArea({ model }: PageStore, text: string): number {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return -1;
  const names = model.facts.areas.map(({ id, name }) => [id.toLowerCase(), (name ?? id).toLowerCase()] as const);
  const exact = names.findIndex((one) => one.includes(wanted));
  return exact >= 0 ? exact : names.findIndex((one) => one.some((part) => part.includes(wanted)));
}

async function copyLink(done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    sayAloud(done);
  } catch {
    sayAloud(location.href); // where the page may not touch the clipboard, the address bar has it, too
  }
}

function toggleTheme(): void {
  const { dataset } = document.documentElement;
  const isDark =
    dataset.theme === "dark" || (dataset.theme === undefined && matchMedia("(prefers-color-scheme: dark)").matches);
  dataset.theme = isDark ? "light" : "dark";
}

function toTableText({ model, state }: PageStore): string {
  const { cells } = state.data;
  const tell = pageTexts(state.choice.locale);
  const { circles } = model.facts.standard;
  return toCsvText<number>(
    [
      { header: tell("report.id"), cell: (area) => textCell(model.facts.areas[area]?.id ?? "") },
      { header: tell("report.name"), cell: (area) => textCell(nameOfArea(state.data, area)) },
      {
        header: tell("report.services.of", { all: model.facts.services.length }),
        cell: (area) => textCell(servicesText(cells, area)),
      },
      ...circles.map(({ label }, circle) => ({
        header: label[state.choice.locale],
        cell: (area: number) => textCell(circleText(state.data, area, circle, { cells, locale: state.choice.locale })),
      })),
    ],
    [...model.facts.areas.keys()],
  );
}
