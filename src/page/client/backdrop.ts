import { toPathData } from "../view/area-shapes.js";
import { prepareCanvas } from "./area-layers.js";
import type { PageModel } from "./model.js";
import type { View } from "./view.js";

/** Draws water and streets over the areas, on a canvas: there may be a hundred thousand corners. */
export class Backdrop {
  readonly element: HTMLCanvasElement;
  /** Each on its own: where two overlap, both are water. */
  readonly #lakes: readonly Path2D[];
  readonly #rivers: Path2D;
  readonly #streets: Path2D;
  readonly #streetCount: number;
  #drawn: View | null = null;
  #timer = 0;

  constructor({ lakes, rivers, streets }: PageModel) {
    this.element = document.createElement("canvas");
    this.element.className = "layer above";
    this.element.setAttribute("aria-hidden", "true");
    this.#lakes = Array.from(
      { length: lakes.firstPoint.length - 1 },
      (_, row) => new Path2D(toPathData(lakes, row, row + 1)),
    );
    this.#rivers = new Path2D(toPathData(rivers));
    this.#streets = new Path2D(toPathData(streets));
    this.#streetCount = streets.firstPoint.length;
  }

  /** Moves what was drawn at once, and draws it anew when the map stands still. */
  show(view: View, width: number, height: number): void {
    clearTimeout(this.#timer);
    if (this.#drawn === null) {
      this.draw(view, width, height);
      return;
    }
    const factor = view.scale / this.#drawn.scale;
    const [x, y] = [view.x - this.#drawn.x * factor, view.y - this.#drawn.y * factor];
    this.element.style.transform = `translate(${x}px,${y}px) scale(${factor})`;
    this.#timer = window.setTimeout(() => this.draw(view, width, height), 90);
  }

  /** Draws it now. */
  draw(view: View, width: number, height: number): void {
    clearTimeout(this.#timer);
    this.#drawn = view;
    this.element.style.transform = "";
    const context = prepareCanvas(this.element, view, width, height);
    if (context === null) return;
    context.lineJoin = "round";
    const street = getComputedStyle(document.documentElement).getPropertyValue("--street").trim() || "#16202e";
    context.fillStyle = "rgba(120,170,210,.75)";
    for (const lake of this.#lakes) context.fill(lake, "evenodd");
    context.strokeStyle = "rgba(120,170,210,.9)";
    context.lineWidth = 1.5 / view.scale;
    context.stroke(this.#rivers);
    // many streets would hide the colors
    context.globalAlpha = Math.max(0.1, Math.min(0.28, 0.28 * Math.sqrt(3000 / Math.max(1, this.#streetCount))));
    context.strokeStyle = street;
    context.lineWidth = 0.7 / view.scale;
    context.stroke(this.#streets);
    context.globalAlpha = 1;
  }
}
