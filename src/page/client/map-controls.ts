import { pageTexts } from "../../base/texts/renderings/page.js";
import type { Locale } from "../../base/words.js";
import type { PageFrame } from "../page-geometry.js";
import { el } from "./dom.js";
import type { View } from "./view.js";

/** What the buttons of a map do. */
export interface MapActions {
  readonly zoom: (factor: number) => void;
  readonly zoomAll: () => void;
}

const ZOOM_STEP = 1.5;
/** The scale bar is no longer than this, in pixels. */
const LONGEST_BAR = 140;

/** What stands around a map: buttons that enlarge it, where north is, how long things are. */
export class MapControls {
  readonly elements: readonly HTMLElement[];
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly #frame: PageFrame | null;
  readonly #bar: HTMLElement = el("div", { class: "scale-bar" });
  readonly #north: HTMLElement = el("span", { class: "north", "aria-hidden": "true" });
  readonly #buttons: Readonly<Record<"in" | "out" | "all", HTMLElement>>;

  constructor(frame: PageFrame | null, { zoom, zoomAll }: MapActions) {
    this.#frame = frame;
    this.zoomIn = () => zoom(ZOOM_STEP);
    this.zoomOut = () => zoom(1 / ZOOM_STEP);
    const button = (sign: string, click: () => void) => el("button", { type: "button", click }, sign);
    this.#buttons = {
      in: button("+", this.zoomIn),
      out: button("−", this.zoomOut),
      all: button("⤢", zoomAll),
    };
    this.elements = [el("div", { class: "zoom" }, ...Object.values(this.#buttons), this.#north), this.#bar];
  }

  /** Names everything in a language. */
  label(locale: Locale): void {
    const tell = pageTexts(locale);
    for (const name of ["in", "out", "all"] as const) {
      this.#buttons[name].setAttribute("aria-label", tell(`page.zoom.${name}`));
      this.#buttons[name].title = tell(`page.zoom.${name}`);
    }
    this.#north.textContent = `↑ ${tell("page.north")}`;
  }

  /** Draws the scale bar for what is seen: 1, 2 or 5 of a power of ten. */
  showScale({ scale }: View): void {
    if (this.#frame === null) return;
    const pixelsPerMeter = this.#frame.unitsPerMeter * scale;
    const longest = LONGEST_BAR / pixelsPerMeter;
    const decade = 10 ** Math.floor(Math.log10(longest));
    const meters = decade * ([5, 2].find((step) => decade * step <= longest) ?? 1);
    this.#bar.style.width = `${meters * pixelsPerMeter}px`;
    this.#bar.textContent = meters >= 1000 ? `${meters / 1000} km` : `${meters} m`;
  }
}
