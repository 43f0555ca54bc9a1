import { pageTexts } from "../../base/texts/renderings/page.js";
import type { PageFrame } from "../page-geometry.js";
import type { PageTrial } from "../page-model.js";
import { readPlace } from "../view/choice.js";
import type { PlaceAnswer } from "../view/place-panel.js";
import { writePlacePanel } from "../view/place-panel.js";
import type { Point } from "../view/point.js";
import type { MapView } from "./map-view.js";
import { mount } from "./mount.js";
import type { PageStore } from "./store.js";

/** "My own quarter hour": what is reached from a place that the reader points at or types. */
export class OwnPlace {
  readonly acts: Readonly<Record<string, (control: HTMLElement) => void>>;
  readonly #store: PageStore;
  readonly #map: MapView;
  readonly #openTrial: () => PageTrial | null;
  #answer: PlaceAnswer | null = null;
  #asked = "";
  #problem = "";

  constructor(store: PageStore, map: MapView, openTrial: () => PageTrial | null) {
    this.#store = store;
    this.#map = map;
    this.#openTrial = openTrial;
    mount(
      store,
      "place",
      () => writePlacePanel(store.state.data, store.state.choice, this.#answer, this.#problem).text,
    );
    this.acts = {
      "place-input": () => this.#read(),
      "place-go": () => this.#read(),
      "place-pick": () => this.#pick(),
      "place-way": (control) => this.#showWay(Number(control.dataset.row)),
    };
    store.listen(({ choice, data }, before) => {
      if (before === null || (choice.place === null && before.choice.place === null)) return;
      if (before.choice.place !== choice.place || before.data.cells !== data.cells) this.#ask();
    });
  }

  /** Asks for the place of the address. */
  start(): void {
    if (this.#store.state.choice.place !== null) this.#ask();
  }

  #read(): void {
    const input = document.getElementById("place-input");
    if (!(input instanceof HTMLInputElement)) return;
    const place = readPlace(input.value);
    if (input.value.trim() === this.#asked) return;
    this.#problem = place === null ? pageTexts(this.#store.state.choice.locale)("page.place.wrong") : "";
    if (place === null) this.#store.refresh();
    else this.#store.set({ place });
  }

  /** The next press on the map is the place. */
  #pick(): void {
    this.#map.focus();
    this.#map.setTool({
      press: (at) => {
        const place = this.#map.toDegrees(at);
        this.#map.setTool(null);
        if (place === null) return false;
        this.#problem = "";
        this.#store.set({ place: [round(place[0]), round(place[1])] });
        return true;
      },
      drag: () => {},
      release: () => {},
    });
  }

  #ask(): void {
    const { place } = this.#store.state.choice;
    const trial = place === null ? null : this.#openTrial();
    this.#asked = place === null ? "" : place.map((degrees) => degrees.toFixed(5)).join(", ");
    const { services, standard } = this.#store.model.facts;
    const asked = services.flatMap((row) => standard.requirements[row] ?? []);
    this.#answer = place === null || trial === null ? null : { reach: trial.reachFrom(place, asked), way: -1 };
    this.#draw([]);
    this.#store.refresh();
  }

  #showWay(row: number): void {
    const { place } = this.#store.state.choice;
    const nearest = this.#answer?.reach?.nearest[row];
    if (place === null || this.#answer === null || nearest == null) return;
    const isShown = this.#answer.way === row;
    this.#answer = { ...this.#answer, way: isShown ? -1 : row };
    const way = isShown ? [] : (this.#openTrial()?.wayTo(place, nearest.facilityId, nearest.seconds ?? 1800) ?? []);
    this.#draw(way);
    this.#store.refresh();
  }

  #draw(way: readonly Point[]): void {
    const { frame } = this.#store.model.facts;
    const { place } = this.#store.state.choice;
    if (frame === null) return;
    const rings = [...(this.#answer?.reach?.rings ?? [])].reverse().map(({ minutes, polygons }) => {
      const d = polygons
        .map((polygon) => polygon.map((ring) => toPath(ring as readonly Point[], frame, true)).join(""))
        .join("");
      return `<path class="reach m${minutes}" vector-effect="non-scaling-stroke" d="${d}"/>`;
    });
    const line =
      way.length === 0 ? "" : `<path class="way" vector-effect="non-scaling-stroke" d="${toPath(way, frame, false)}"/>`;
    const pin =
      place === null
        ? ""
        : `<path class="pin own" vector-effect="non-scaling-stroke" d="${toPath([place], frame, false)}h0"/>`;
    this.#map.marks.drawPlace(rings.join("") + line + pin);
  }
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** Only numbers stand in it. */
function toPath(points: readonly Point[], { scaleX, shiftX, scaleY, shiftY }: PageFrame, isClosed: boolean): string {
  const corners = points.map(
    ([lon, lat]) => `${Math.round(lon * scaleX + shiftX)} ${Math.round(lat * scaleY + shiftY)}`,
  );
  return `M${corners.join("L")}${isClosed ? "Z" : ""}`;
}
