import { svg } from "./dom.js";
import type { AreaShapes } from "./shapes.js";
import type { View } from "./view.js";

/** Draws the colored areas. */
export interface AreaLayer {
  readonly element: Element;
  /** Colors by area; `null` = hatched. */
  paint(colors: readonly (string | null)[]): void;
  show(view: View, width: number, height: number): void;
}

/** Above this, areas are drawn on a canvas: so many SVG shapes make moving the map slow. */
const MOST_SHAPES = 3000;

/** Chooses how areas are drawn: as SVG shapes, or on a canvas if there are many. */
export function makeAreaLayer(shapes: AreaShapes): AreaLayer {
  return shapes.count > MOST_SHAPES ? new CanvasAreas(shapes) : new SvgAreas(shapes);
}

/** The largest first: where outlines overlap, a city must not hide its quarters. */
function drawingOrder({ boxes }: AreaShapes): number[] {
  const size = (row: number) => {
    const box = boxes[row];
    return box === null || box === undefined ? 0 : (box[2] - box[0]) * (box[3] - box[1]);
  };
  return [...boxes.keys()].sort((a, b) => size(b) - size(a));
}

class SvgAreas implements AreaLayer {
  readonly element: SVGSVGElement;
  readonly #group: SVGGElement;
  readonly #paths: SVGPathElement[] = [];

  constructor(shapes: AreaShapes) {
    const hatch = svg(
      "pattern",
      { id: "hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      svg("rect", { width: 6, height: 6, fill: "#fff" }),
      svg("path", { d: "M0 0V6", stroke: "#767676", "stroke-width": 2 }),
    );
    this.#group = svg("g", { class: "areas" });
    for (const area of drawingOrder(shapes)) {
      const path = svg("path", { d: shapes.toPath(area) });
      this.#paths[area] = path;
      this.#group.append(path);
    }
    this.element = svg("svg", { "aria-hidden": "true", class: "layer" }, svg("defs", {}, hatch), this.#group);
  }

  paint(colors: readonly (string | null)[]): void {
    this.#paths.forEach((path, area) => {
      path.setAttribute("fill", colors[area] ?? "url(#hatch)");
    });
  }

  show({ scale, x, y }: View): void {
    this.#group.setAttribute("transform", `translate(${x} ${y}) scale(${scale})`);
    // the hatch must not grow with the map
    this.element.querySelector("pattern")?.setAttribute("patternTransform", `scale(${1 / scale}) rotate(45)`);
  }
}

class CanvasAreas implements AreaLayer {
  readonly element: HTMLCanvasElement;
  readonly #paths: readonly { readonly area: number; readonly path: Path2D }[];
  #colors: readonly (string | null)[] = [];
  #last: readonly [View, number, number] | null = null;

  constructor(shapes: AreaShapes) {
    this.element = document.createElement("canvas");
    this.element.className = "layer";
    this.element.setAttribute("aria-hidden", "true");
    this.#paths = drawingOrder(shapes).map((area) => ({ area, path: new Path2D(shapes.toPath(area)) }));
  }

  paint(colors: readonly (string | null)[]): void {
    this.#colors = colors;
    if (this.#last !== null) this.show(...this.#last);
  }

  show(view: View, width: number, height: number): void {
    this.#last = [view, width, height];
    const context = prepareCanvas(this.element, view, width, height);
    if (context === null) return;
    const hatch = hatchOf(context, view);
    context.strokeStyle = "#4d4d4d";
    context.lineWidth = 0.6 / view.scale;
    for (const { area, path } of this.#paths) {
      context.fillStyle = this.#colors[area] ?? hatch;
      context.fill(path, "evenodd");
      context.stroke(path);
    }
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
