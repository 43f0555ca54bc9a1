import { pageTexts } from "../../base/texts/renderings/page.js";
import { type AreaLayer, makeAreaLayer } from "./area-layers.js";
import { Backdrop } from "./backdrop.js";
import { el, svg } from "./dom.js";
import { MapControls } from "./map-controls.js";
import { readArea } from "./measures.js";
import { nameOfArea, type PageModel } from "./model.js";
import { listenToPointers, type MapTool } from "./pointers.js";
import { AreaShapes, toPathData } from "./shapes.js";
import type { PageStore } from "./state.js";
import { fitView, type Point, toUnit, type View, zoomView } from "./view.js";

/** Fits on A4 and on Letter, between their margins. */
const PRINT_SIZE: Point = [660, 520];
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
const NON_SCALING = { "vector-effect": "non-scaling-stroke" } as const;

/** The map: areas, backdrop, what is chosen; moved with mouse, fingers or keys. */
export class MapView {
  readonly element: HTMLElement;
  readonly shapes: AreaShapes;
  readonly #store: PageStore;
  readonly #areas: AreaLayer;
  readonly #backdrop: Backdrop;
  readonly #marks: SVGGElement;
  readonly #isochrone: SVGPathElement = svg("path", { class: "isochrone", ...NON_SCALING });
  readonly #chosen: SVGPathElement = svg("path", { class: "chosen", ...NON_SCALING });
  readonly #focused: SVGPathElement = svg("path", { class: "focused", ...NON_SCALING });
  readonly #dots: SVGPathElement = svg("path", { class: "dots", ...NON_SCALING });
  readonly #said: HTMLElement;
  readonly #controls: MapControls;
  readonly #window: HTMLElement;
  #tool: MapTool | null = null;
  #focus = -1;
  #view: View = { scale: 1, x: 0, y: 0 };
  #whole: View = this.#view;
  #size: Point = [0, 0];

  constructor(store: PageStore) {
    const { model } = store;
    this.#store = store;
    this.shapes = new AreaShapes(model.outline);
    this.#areas = makeAreaLayer(this.shapes);
    this.#backdrop = new Backdrop(model);
    this.#marks = svg("g", {}, this.#isochrone, this.#dots, this.#chosen, this.#focused);
    this.#said = el("p", { class: "hidden", role: "status" });
    this.#window = el(
      "div",
      { class: "map", tabindex: 0, role: "application", keydown: (event: KeyboardEvent) => this.#onKey(event) },
      this.#areas.element,
      this.#backdrop.element,
      svg("svg", { class: "layer above", "aria-hidden": "true" }, this.#marks),
    );
    this.#controls = new MapControls(model.facts.frame, {
      zoom: (factor) => this.#show(zoomView(this.#view, factor, this.#middle(), this.#whole)),
      zoomAll: () => this.#show(this.#whole),
    });
    this.element = el("div", { class: "map-box" }, this.#window, ...this.#controls.elements, this.#said);
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

  /** Draws dots at places in degrees. */
  drawDots(places: readonly Point[]): void {
    const { frame } = this.#store.model.facts;
    if (frame === null) return;
    const moves = places.map(
      ([lon, lat]) =>
        `M${Math.round(lon * frame.scaleX + frame.shiftX)} ${Math.round(lat * frame.scaleY + frame.shiftY)}h0`,
    );
    this.#dots.setAttribute("d", moves.join(""));
  }

  focus(): void {
    this.#window.focus();
  }

  #listen(): void {
    listenToPointers(this.#window, {
      tool: () => this.#tool,
      pan: (dx, dy) => this.#show({ ...this.#view, x: this.#view.x + dx, y: this.#view.y + dy }),
      zoom: (factor, at) => this.#show(zoomView(this.#view, factor, at, this.#whole)),
      click: (at) => this.#store.set({ area: this.shapes.at(toUnit(this.#view, at)) }),
      hover: (at) => this.#hover(at),
    });
    this.#store.listen((state, before) => {
      const { model } = this.#store;
      const readings = Array.from({ length: model.areaCount }, (_, area) => readArea(model, state, area));
      const colors = state.measure === "score" ? model.facts.bands.map(({ color }) => color) : model.facts.ramp;
      this.#areas.paint(readings.map(({ rank }) => (rank < 0 ? null : (colors[rank] ?? null))));
      if (before === null || before.area !== state.area) this.#choose(state.area);
      if (before === null || before.locale !== state.locale) {
        this.#window.setAttribute("aria-label", pageTexts(state.locale)("page.mapHelp"));
        this.#controls.label(state.locale);
      }
    });
    new ResizeObserver(() => this.#resize()).observe(this.#window);
    // paper has a size of its own, and is drawn on before any observer hears of it
    addEventListener("beforeprint", () => this.#layOut(PRINT_SIZE));
    addEventListener("afterprint", () => this.#layOut(null));
    this.#window.addEventListener("blur", () => this.#setFocus(-1));
  }

  #choose(area: number): void {
    this.#chosen.setAttribute("d", area < 0 ? "" : this.shapes.toPath(area));
    this.#isochrone.setAttribute("d", area < 0 ? "" : isochronePath(this.#store.model, area));
  }

  #hover(at: Point): void {
    const area = this.shapes.at(toUnit(this.#view, at));
    this.#window.title = area < 0 ? "" : this.#describe(area);
  }

  #describe(area: number): string {
    const { model, state } = this.#store;
    return `${nameOfArea(model, area)}${pageTexts(state.locale)("report.colon")}${readArea(model, state, area).text}`;
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
    const { area } = this.#store.state;
    const from = this.#focus >= 0 ? this.#focus : area;
    const next = from < 0 ? this.shapes.at(toUnit(this.#view, this.#middle())) : this.shapes.next(from, direction);
    this.#setFocus(next < 0 ? Math.max(from, this.shapes.next(-1, direction)) : next);
  }

  #setFocus(area: number): void {
    this.#focus = area;
    this.#focused.setAttribute("d", area < 0 ? "" : this.shapes.toPath(area));
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
    this.#marks.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.scale})`);
    this.#controls.showScale(view);
  }
}

function isochronePath({ isochrone }: PageModel, area: number): string {
  return toPathData(isochrone, isochrone.firstRing[area] ?? 0, isochrone.firstRing[area + 1] ?? 0, true);
}
