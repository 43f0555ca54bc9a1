import type { Locale } from "../../base/words.js";
import type { PageCells } from "../page-cells.js";
import type { PageFacts, WhatIfState } from "../page-model.js";
import type { PageReasons } from "../page-reasons.js";
import type { AreaShapes } from "./area-shapes.js";

/** What the pieces of the page are written from: the same where the page is made and where it is read. */
export interface PageData {
  readonly facts: PageFacts;
  readonly whatIf: WhatIfState;
  readonly areaCount: number;
  readonly circleCount: number;
  readonly requirementCount: number;
  /** The numbers of the report, or of a trial. */
  readonly cells: PageCells;
  /** Why circles are not complete; empty: nobody asked. */
  readonly reasons: PageReasons;
  /** The numbers of the report where `cells` are those of a trial, or of another report that it is compared with; else `null`. */
  readonly before: PageCells | null;
  readonly compared: ComparedReport | null;
  readonly shapes: AreaShapes;
  /** How names are sorted in a language: a reader's machine knows, who writes the page does not ask. */
  readonly compareNames: (locale: Locale) => (a: string, b: string) => number;
}

/** Another report of the same neighborhoods, beside the one of the page. */
export interface ComparedReport {
  readonly name: string;
  readonly data: PageData;
  /** Row of each area in the other report, the city last; -1 = it is not in there. */
  readonly areaOf: readonly number[];
  readonly circleOf: readonly number[];
  readonly requirementOf: readonly number[];
}

/** Gives the name of an area, or its id if it has none. */
export function nameOfArea({ facts }: Pick<PageData, "facts">, area: number): string {
  const one = facts.areas[area];
  return one?.name ?? one?.id ?? "";
}

/** Lists the rows of the requirements of a circle. */
export function requirementsOf({ facts }: Pick<PageData, "facts">, circle: number): number[] {
  const { requirements, circles } = facts.standard;
  return [...requirements.keys()].filter((row) => requirements[row]?.circle === circles[circle]?.id);
}

/** Lists the rows of the services that count, of all circles or (0 and more) of one. */
export function servicesOf({ facts }: Pick<PageData, "facts">, circle: number): number[] {
  const { requirements, circles } = facts.standard;
  return facts.services.filter((row) => circle < 0 || requirements[row]?.circle === circles[circle]?.id);
}

/** Finds the circle of a requirement. */
export function circleOf({ facts }: Pick<PageData, "facts">, requirement: number): number {
  const { requirements, circles } = facts.standard;
  return circles.findIndex(({ id }) => id === requirements[requirement]?.circle);
}
