import { pageTexts } from "../../base/texts/renderings/page.js";
import type { Label, Locale } from "../../base/words.js";
import { requirementsOf } from "../view/page-data.js";
import type { Point } from "../view/point.js";
import type { PageModel } from "./model.js";

/** A facility that is nearer than this to the pointer is meant, in pixels. */
const REACH = 18;

interface Place {
  readonly id: string;
  readonly name: string | null;
  readonly categories: readonly string[];
  /** In degrees; `null` = the page does not know. */
  at: Point | null;
  isOpen: boolean;
}

/** The facilities as they stand now: those of the report, and what a trial has changed. */
export class Places {
  readonly #places: Place[];
  readonly #rows: Map<string, number>;
  readonly #labels: ReadonlyMap<string, Label>;
  /** Where those of the report are. */
  readonly #first: readonly (Point | null)[];

  constructor({ facts, facilities }: PageModel) {
    const { ids, names, categories } = facts.facilities;
    this.#places = ids.map((id, row) => {
      const [lon, lat] = [facilities.lon[row] as number, facilities.lat[row] as number];
      const own = facilities.category.slice(facilities.firstCategory[row], facilities.firstCategory[row + 1]);
      return {
        id,
        name: names[row] ?? null,
        categories: Array.from(own, (category) => categories[category] ?? ""),
        at: Number.isNaN(lon) ? null : [lon, lat],
        isOpen: true,
      };
    });
    const asked = facts.standard.requirements.flatMap((one) => [...one.orElse, one]);
    this.#labels = new Map(asked.map(({ category, label }) => [category, label]));
    this.#first = this.#places.map(({ at }) => at);
    this.#rows = new Map(ids.map((id, row) => [id, row]));
  }

  /** Puts everything where the report has it; what was added is closed. */
  reset(): void {
    this.#places.forEach((place, row) => {
      place.isOpen = row < this.#first.length;
      place.at = this.#first[row] ?? place.at;
    });
  }

  rowOf(id: string): number {
    return this.#rows.get(id) ?? -1;
  }

  idOf(row: number): string {
    return this.#places[row]?.id ?? "";
  }

  /** What it is called; without a name, by its category and its id. */
  nameOf(row: number, locale: Locale): string {
    const place = this.#places[row];
    if (place === undefined) return "";
    const { id, name, categories } = place;
    const label = categories.map((category) => this.#labels.get(category)).find((one) => one !== undefined);
    return name ?? (label === undefined ? id : pageTexts(locale)("report.nameless", { category: label[locale], id }));
  }

  placeOf(row: number): Point | null {
    return this.#places[row]?.at ?? null;
  }

  /** Opens a new one, or one that was closed. @returns its row */
  open(id: string, name: string, category: string, at: Point): number {
    const known = this.#rows.get(id);
    if (known !== undefined) {
      this.setOpen(known, true);
      this.move(known, at);
      return known;
    }
    this.#rows.set(id, this.#places.length);
    return this.#places.push({ id, name, categories: [category], at, isOpen: true }) - 1;
  }

  move(row: number, at: Point): void {
    const place = this.#places[row];
    if (place !== undefined) place.at = at;
  }

  setOpen(row: number, isOpen: boolean): void {
    const place = this.#places[row];
    if (place !== undefined) place.isOpen = isOpen;
  }

  /** Finds the open one of a category that a pixel means; -1 = none is near. */
  nearestTo([x, y]: Point, category: string, toPixel: (place: Point) => Point | null): number {
    let [best, least] = [-1, REACH];
    for (const row of this.listOf(new Set([category]))) {
      const place = this.placeOf(row);
      const pixel = place === null ? null : toPixel(place);
      const distance = pixel === null ? REACH : Math.hypot(pixel[0] - x, pixel[1] - y);
      if (distance < least) [best, least] = [row, distance];
    }
    return best;
  }

  /** Lists the rows of those that are open and of one of these categories. */
  listOf(categories: ReadonlySet<string>): number[] {
    return [...this.#places.keys()].filter((row) => {
      const place = this.#places[row];
      return (
        place?.isOpen === true && place.at !== null && place.categories.some((category) => categories.has(category))
      );
    });
  }
}

/** Lists the categories that count for a requirement, or (-1) for a whole circle. */
export function categoriesShown(
  model: PageModel,
  { circle, requirement }: { readonly circle: number; readonly requirement: number },
): Set<string> {
  const rows = requirement < 0 ? requirementsOf(model, circle) : [requirement];
  const counted = rows.flatMap((row) => model.facts.standard.requirements[row] ?? []);
  return new Set(counted.flatMap(({ category, orElse }) => [category, ...orElse.map((other) => other.category)]));
}
