import { pageTexts } from "../../base/texts/renderings/page.js";
import type { AreaShapes } from "../view/area-shapes.js";
import { readChange } from "../view/compared.js";
import { areaClass, readAreas, writeLabels } from "../view/map-stage.js";
import { nameOfArea } from "../view/page-data.js";
import type { Point } from "../view/point.js";
import { type Reading, readArea } from "../view/reading.js";
import { type AreaLayer, makeAreaLayer } from "./area-layers.js";
import { Backdrop } from "./backdrop.js";
import { el, svg } from "./dom.js";
import { MapControls } from "./map-controls.js";
import { MapMarks } from "./map-marks.js";
import { listenToPointers, type MapTool } from "./pointers.js";
import type { PageState, PageStore } from "./store.js";
import { fitView, toUnit, type View, zoomView } from "./view.js";

/** Fits on A4 and on Letter, between their margins. */
const PRINT_SIZE: Point = [690, 300];
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The map: areas, backdrop, what is chosen; moved with mouse, fingers or keys. */
export class MapView {
  readonly shapes: AreaShapes;
  readonly #store: PageStore;
  readonly #areas: AreaLayer;
  readonly #backdrop: Backdrop;
  readonly marks: MapMarks;
  readonly #said: HTMLElement;
  readonly #controls: MapControls;
  readonly #window: HTMLElement;
  #tool: MapTool | null = null;
  #labeledAt = 0;
  /** What each area is told by, as it was painted last. */
  #readings: readonly Reading[] = [];
  #focus = -1;
  #view: View = { scale: 1, x: 0, y: 0 };
  #whole: View = this.#view;
  #size: Point = [0, 0];

  /** @param window the map as it came with the page: the script takes over what stands in it */
  constructor(store: PageStore, window: HTMLElement) {
    const { model } = store;
    this.#store = store;
    this.shapes = store.state.data.shapes;
    this.#areas = makeAreaLayer(this.shapes, window.querySelector("svg"));
    this.#backdrop = new Backdrop(model);
    this.marks = new MapMarks(model, this.shapes);
    this.#said = el("p", { class: "hidden", role: "status" });
    this.#window = window;
    window.addEventListener("keydown", (event) => this.#onKey(event));
    window.prepend(this.#areas.element);
    // names stand above the streets
    const names = svg(
      "svg",
      { class: "layer above", "aria-hidden": "true" },
      ...(this.#areas.labels === null ? [] : [this.#areas.labels]),
    );
    window.append(this.#backdrop.element, names, this.marks.element);
    this.#controls = new MapControls(model.facts.frame, {
      zoom: (factor) => this.#show(zoomView(this.#view, factor, this.#middle(), this.#whole)),
      zoomAll: () => this.#show(this.#whole),
    });
    window.after(...this.#controls.elements, this.#said);
    this.#listen();
  }

  /** Gives the pointer to a tool, or (`null`) back to looking around. */
  setTool(tool: MapTool | null): void {
    this.#tool = tool;
    this.#window.classList.toggle("aiming", tool !== null);
  }

  /** Finds where a pixel of the map is, in degrees. */
  toDegrees(pixel: Point): Point | null {
    const { frame } = this.#store.model.facts;
    if (frame === null) return null;
    const [x, y] = toUnit(this.#view, pixel);
    return [(x - frame.shiftX) / frame.scaleX, (y - frame.shiftY) / frame.scaleY];
  }

  /** Finds the pixel of a place in degrees. */
  toPixel([lon, lat]: Point): Point | null {
    const { frame } = this.#store.model.facts;
    if (frame === null) return null;
    const { scale, x, y } = this.#view;
    return [(lon * frame.scaleX + frame.shiftX) * scale + x, (lat * frame.scaleY + frame.shiftY) * scale + y];
  }

  focus(): void {
    this.#window.focus();
  }

  #listen(): void {
    listenToPointers(this.#window, {
      tool: () => this.#tool,
      pan: (dx, dy) => this.#show({ ...this.#view, x: this.#view.x + dx, y: this.#view.y + dy }),
      zoom: (factor, at) => this.#show(zoomView(this.#view, factor, at, this.#whole)),
      click: (at) => this.#click(at),
      hover: (at) => this.#hover(at),
    });
    this.#store.listen((state, before) => {
      const { choice } = state;
      this.#paint(state);
      if (before?.choice.area !== choice.area || before.choice.other !== choice.other) this.marks.choose(choice);
      if (before?.choice.locale !== choice.locale) {
        this.#window.setAttribute("aria-label", pageTexts(choice.locale)("page.mapHelp"));
        this.#controls.label(choice.locale);
      }
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.redraw());
    new ResizeObserver(() => this.#resize()).observe(this.#window);
    // paper has a size of its own, and is drawn on before any observer hears of it
    addEventListener("beforeprint", () => this.#layOut(PRINT_SIZE));
    addEventListener("afterprint", () => this.#layOut(null));
    this.#window.addEventListener("blur", () => this.#setFocus(-1));
  }

  /** Draws everything anew: the colors of the style have changed. */
  redraw(): void {
    this.#paint(this.#store.state);
    this.#backdrop.draw(this.#view, ...this.#size);
  }

  /** Gives the middle of an area in degrees. */
  middleOf(area: number): Point | null {
    const { frame } = this.#store.model.facts;
    const middle = this.shapes.middles[area];
    if (frame === null || middle === null || middle === undefined) return null;
    return [(middle[0] - frame.shiftX) / frame.scaleX, (middle[1] - frame.shiftY) / frame.scaleY];
  }

  #click(at: Point): void {
    const area = this.shapes.at(toUnit(this.#view, at));
    this.#store.set({ area: area === this.#store.state.choice.area ? -1 : area });
  }

  #paint({ data, choice }: PageState): void {
    const { compared } = data;
    if (choice.mode === "compare" && compared !== null) {
      const changes = Array.from({ length: data.areaCount }, (_, area) => readChange(data, compared, choice, area));
      this.#areas.paint(changes.map(({ band }) => (band < 0 ? "area fv" : `area e${band}`)));
      this.#readings = changes.map(({ after, band, text }) => ({ ...after, band: band < 0 ? -1 : 9, text }));
    } else {
      this.#readings = readAreas(data, choice);
      this.#areas.paint(this.#readings.map((reading) => areaClass(reading, choice.band)));
    }
    this.#label();
  }

  #label(): void {
    const { labels } = this.#areas;
    if (labels === null || this.#size[0] === 0) return;
    const { data, choice } = this.#store.state;
    this.#labeledAt = this.#view.scale;
    labels.innerHTML = writeLabels(data, choice, this.#readings, this.#view.scale).text;
  }

  #hover(at: Point): void {
    const area = this.shapes.at(toUnit(this.#view, at));
    this.#window.title = area < 0 ? "" : this.#describe(area);
  }

  #describe(area: number): string {
    const { data, choice } = this.#store.state;
    return `${nameOfArea(data, area)}${pageTexts(choice.locale)("report.colon")}${readArea(data, choice, area).text}`;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) this.#walk(arrow);
    else if (event.key === "Enter" && this.#focus >= 0) this.#store.set({ area: this.#focus });
    else if (event.key === "Escape") this.#window.blur();
    else if (event.key === "+" || event.key === "=") this.#controls.zoomIn();
    else if (event.key === "-") this.#controls.zoomOut();
    else return;
    event.preventDefault();
  }

  /** From the neighborhood with the focus, or the chosen one, to the next one; the first key only shows where one is. */
  #walk(direction: Point): void {
    const { area } = this.#store.state.choice;
    const from = this.#focus >= 0 ? this.#focus : area;
    const next = from < 0 ? this.shapes.at(toUnit(this.#view, this.#middle())) : this.shapes.next(from, direction);
    this.#setFocus(next < 0 ? Math.max(from, this.shapes.next(-1, direction)) : next);
  }

  #setFocus(area: number): void {
    this.#focus = area;
    this.marks.focus(area);
    if (area < 0) return;
    this.#said.textContent = this.#describe(area);
    const middle = this.shapes.middles[area];
    if (middle === null || middle === undefined) return;
    const { scale, x, y } = this.#view;
    const [px, py] = [middle[0] * scale + x, middle[1] * scale + y];
    const [width, height] = this.#size;
    if (px < 0 || py < 0 || px > width || py > height)
      this.#show({ scale, x: x + width / 2 - px, y: y + height / 2 - py });
  }

  /** Gives the map a size in pixels, or (`null`) that of its place on the screen, and draws it at once. */
  #layOut(size: Point | null): void {
    const { style } = this.#window;
    style.width = size === null ? "" : `${size[0]}px`;
    style.height = size === null ? "" : `${size[1]}px`;
    style.minHeight = size === null ? "" : "0"; // that of the screen does not hold on paper
    this.#resize();
    this.#backdrop.draw(this.#view, ...this.#size);
  }

  #resize(): void {
    const { width, height } = this.#window.getBoundingClientRect();
    if (width === 0 || height === 0 || this.shapes.whole === null) return;
    const before = this.#whole;
    this.#whole = fitView(this.shapes.whole, width, height);
    const isUntouched = this.#size[0] === 0 || this.#view === before;
    const middle = this.#middle();
    const { scale, x, y } = this.#view;
    this.#size = [width, height];
    // what was in the middle stays there
    this.#show(isUntouched ? this.#whole : { scale, x: x + width / 2 - middle[0], y: y + height / 2 - middle[1] });
  }

  /** In pixels. */
  #middle(): Point {
    return [this.#size[0] / 2, this.#size[1] / 2];
  }

  #show(view: View): void {
    this.#view = view;
    const [width, height] = this.#size;
    this.#areas.show(view, width, height);
    this.#backdrop.show(view, width, height);
    this.marks.show(view);
    this.#controls.showScale(view);
    if (view.scale !== this.#labeledAt) this.#label();
  }
}
