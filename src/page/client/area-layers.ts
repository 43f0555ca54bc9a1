import type { AreaShapes } from "../view/area-shapes.js";
import { MOST_SHAPES } from "../view/map-stage.js";
import type { View } from "./view.js";

/** Draws the colored areas. */
export interface AreaLayer {
  readonly element: Element;
  /** Names on the areas; `null` where there are too many areas for any. */
  readonly labels: SVGGElement | null;
  /** Classes by area, as the style of the page colors them. */
  paint(classes: readonly string[]): void;
  show(view: View, width: number, height: number): void;
}

/** Chooses how areas are drawn: as the SVG shapes that came with the page, or on a canvas if there are many. */
export function makeAreaLayer(shapes: AreaShapes, drawn: SVGSVGElement | null): AreaLayer {
  return shapes.count > MOST_SHAPES || drawn === null ? new CanvasAreas(shapes) : new SvgAreas(drawn);
}

class SvgAreas implements AreaLayer {
  readonly element: SVGSVGElement;
  readonly labels: SVGGElement | null;
  readonly #group: SVGGElement | null;
  readonly #paths: SVGPathElement[] = [];

  constructor(drawn: SVGSVGElement) {
    this.element = drawn;
    this.#group = drawn.querySelector(".areas");
    this.labels = drawn.querySelector(".labels");
    for (const path of drawn.querySelectorAll<SVGPathElement>(".areas path"))
      this.#paths[Number(path.dataset.area)] = path;
  }

  paint(classes: readonly string[]): void {
    this.#paths.forEach((path, area) => {
      const name = classes[area] ?? "area fv";
      if (path.getAttribute("class") !== name) path.setAttribute("class", name);
    });
  }

  show({ scale, x, y }: View): void {
    this.element.removeAttribute("viewBox");
    const transform = `translate(${x} ${y}) scale(${scale})`;
    this.#group?.setAttribute("transform", transform);
    this.labels?.setAttribute("transform", transform);
    // the hatch must not grow with the map
    this.element.querySelector("pattern")?.setAttribute("patternTransform", `scale(${1 / scale}) rotate(45)`);
  }
}

class CanvasAreas implements AreaLayer {
  readonly element: HTMLCanvasElement;
  readonly labels = null;
  readonly #paths: readonly { readonly area: number; readonly path: Path2D }[];
  #classes: readonly string[] = [];
  #last: readonly [View, number, number] | null = null;

  constructor(shapes: AreaShapes) {
    this.element = document.createElement("canvas");
    this.element.className = "layer";
    this.element.setAttribute("aria-hidden", "true");
    this.#paths = shapes.drawingOrder.map((area) => ({ area, path: new Path2D(shapes.toPath(area)) }));
  }

  paint(classes: readonly string[]): void {
    this.#classes = classes;
    if (this.#last !== null) this.show(...this.#last);
  }

  show(view: View, width: number, height: number): void {
    this.#last = [view, width, height];
    const context = prepareCanvas(this.element, view, width, height);
    if (context === null) return;
    const colors = new ColorsOfStyle(hatchOf(context, view));
    context.strokeStyle = colors.line;
    context.lineWidth = 0.6 / view.scale;
    for (const { area, path } of this.#paths) {
      const name = this.#classes[area] ?? "";
      context.globalAlpha = name.includes(" dim") ? 0.18 : 1;
      context.fillStyle = colors.of(name);
      context.fill(path, "evenodd");
      context.stroke(path);
    }
    context.globalAlpha = 1;
  }
}

/** The colors of classes, as the style says now: light or dark. */
class ColorsOfStyle {
  readonly line: string;
  readonly #style = getComputedStyle(document.documentElement);
  readonly #hatch: CanvasPattern | string;

  constructor(hatch: CanvasPattern | string) {
    this.#hatch = hatch;
    this.line = this.#style.getPropertyValue("--halo");
  }

  of(name: string): CanvasPattern | string {
    const [, kind, row] = /\b([fe])(\d)\b/.exec(name) ?? [];
    if (kind === undefined) return this.#hatch;
    return this.#style.getPropertyValue(`--${kind === "f" ? "r" : "d"}${row}`);
  }
}

/** Sizes a canvas for the screen, empties it, and sets map units. */
export function prepareCanvas(
  canvas: HTMLCanvasElement,
  { scale, x, y }: View,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const ratio = Math.min(2, devicePixelRatio || 1);
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  // a new size empties it; what is cleared by drawing covers the areas below it with white on paper
  [canvas.width, canvas.height] = [wide, high];
  const context = canvas.getContext("2d");
  context?.setTransform(scale * ratio, 0, 0, scale * ratio, x * ratio, y * ratio);
  return context;
}

function hatchOf(context: CanvasRenderingContext2D, { scale }: View): CanvasPattern | string {
  const tile = document.createElement("canvas");
  [tile.width, tile.height] = [6, 6];
  const inner = tile.getContext("2d");
  if (inner === null) return "#fff";
  inner.fillStyle = "#fff";
  inner.fillRect(0, 0, 6, 6);
  inner.strokeStyle = "#767676";
  inner.lineWidth = 1.5;
  inner.beginPath();
  for (const shift of [-6, 0, 6]) {
    inner.moveTo(shift, 6);
    inner.lineTo(shift + 6, 0);
  }
  inner.stroke();
  const pattern = context.createPattern(tile, "repeat");
  pattern?.setTransform(new DOMMatrix().scale(1 / scale));
  return pattern ?? "#fff";
}
