import { type AreaShapes, toPathData } from "../view/area-shapes.js";
import type { PageChoice } from "../view/choice.js";
import type { Point } from "../view/point.js";
import { svg } from "./dom.js";
import type { PageModel } from "./model.js";
import type { View } from "./view.js";

const NON_SCALING = { "vector-effect": "non-scaling-stroke" } as const;

/** A numbered place on the map, in degrees. */
export interface MapPin {
  readonly at: Point;
  readonly text: string;
  readonly kind: string;
}

/** What is drawn above the areas: what is chosen, where the keys are, facilities, pins, a place of one's own. */
export class MapMarks {
  readonly element: SVGSVGElement;
  readonly #model: PageModel;
  readonly #shapes: AreaShapes;
  readonly #group: SVGGElement;
  readonly #isochrone: SVGPathElement = svg("path", { class: "isochrone", ...NON_SCALING });
  readonly #other: SVGPathElement = svg("path", { class: "other", ...NON_SCALING });
  readonly #chosen: SVGPathElement = svg("path", { class: "chosen", ...NON_SCALING });
  readonly #focused: SVGPathElement = svg("path", { class: "focused", ...NON_SCALING });
  readonly #dots: SVGPathElement = svg("path", { class: "dots", ...NON_SCALING });
  readonly #place: SVGGElement = svg("g");
  readonly #pins: SVGGElement = svg("g");
  #pinned: readonly MapPin[] = [];
  #scale = 1;

  constructor(model: PageModel, shapes: AreaShapes) {
    this.#model = model;
    this.#shapes = shapes;
    const lines = [this.#isochrone, this.#other, this.#chosen, this.#focused, this.#dots];
    this.#group = svg("g", {}, ...lines, this.#place, this.#pins);
    this.element = svg("svg", { class: "layer above", "aria-hidden": "true" }, this.#group);
  }

  show({ scale, x, y }: View): void {
    this.#group.setAttribute("transform", `translate(${x} ${y}) scale(${scale})`);
    if (scale === this.#scale) return;
    this.#scale = scale;
    this.drawPins(this.#pinned);
  }

  choose({ area, other }: Pick<PageChoice, "area" | "other">): void {
    const { isochrone } = this.#model;
    this.#other.setAttribute("d", other < 0 ? "" : this.#shapes.toPath(other));
    this.#chosen.setAttribute("d", area < 0 ? "" : this.#shapes.toPath(area));
    const [first, end] = [isochrone.firstRing[area] ?? 0, isochrone.firstRing[area + 1] ?? 0];
    this.#isochrone.setAttribute("d", area < 0 ? "" : toPathData(isochrone, first, end, true));
  }

  /** Shows where the keys are; -1 = nowhere. */
  focus(area: number): void {
    this.#focused.setAttribute("d", area < 0 ? "" : this.#shapes.toPath(area));
  }

  /** Draws dots at places in degrees. */
  drawDots(places: readonly Point[]): void {
    const moves = places.map((place) => `M${this.#toUnits(place).map(Math.round).join(" ")}h0`);
    this.#dots.setAttribute("d", moves.join(""));
  }

  /** Draws what belongs to a place of one's own, in map units; texts in it are escaped. */
  drawPlace(markup: string): void {
    this.#place.innerHTML = markup;
  }

  /** Draws pins with their numbers at places in degrees; they do not grow with the map. */
  drawPins(pins: readonly MapPin[]): void {
    this.#pinned = pins;
    this.#pins.replaceChildren(
      ...pins.map(({ at, text, kind }) => {
        const transform = `translate(${this.#toUnits(at).join(" ")}) scale(${1 / this.#scale})`;
        const number = svg("text", { y: 4, "text-anchor": "middle" }, text);
        return svg("g", { transform, class: `pin ${kind}` }, svg("circle", { r: 11 }), number);
      }),
    );
  }

  #toUnits([lon, lat]: Point): Point {
    const { frame } = this.#model.facts;
    return frame === null ? [0, 0] : [lon * frame.scaleX + frame.shiftX, lat * frame.scaleY + frame.shiftY];
  }
}
