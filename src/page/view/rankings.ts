import { areInTwo } from "../../report/are-in-two.js";
import { formatShare } from "../../report/format-number.js";
import { digitsOfArea, NONE, shareOfCell } from "../page-cells.js";
import { type PageData, servicesOf } from "./page-data.js";
import { type Measured, type Reading, readArea } from "./reading.js";

/** Who is without a service in the whole city. */
export interface MissingService {
  readonly requirement: number;
  /** People, or square metres; what is written. */
  readonly amount: number;
  /** 0 to 1. */
  readonly share: number;
  readonly shareText: string;
}

/** Lists the services by the people who are without, the most first; of all circles or (0 and more) of one. */
export function rankMissing(data: PageData, circle: number, area: number = data.areaCount): MissingService[] {
  const { cells, requirementCount } = data;
  return servicesOf(data, circle)
    .flatMap((requirement): MissingService[] => {
      const cell = area * requirementCount + requirement;
      const share = shareOfCell(cells.share[cell] as number);
      const amount = cells.without[cell] as number;
      if (share === null || amount === NONE) return [];
      return [{ requirement, amount, share: 1 - share, shareText: formatShare(1 - share, digitsOfArea(cells, area)) }];
    })
    .sort((a, b) => b.amount - a.amount || a.requirement - b.requirement);
}

/** Lists the services of which nothing is known. */
export function listWithoutData(data: PageData, circle: number): number[] {
  const city = data.areaCount * data.requirementCount;
  return servicesOf(data, circle).filter((row) => (data.cells.share[city + row] as number) === NONE);
}

export interface RankedPlace extends Reading {
  readonly area: number;
  readonly value: number;
}

/** Lists the neighborhoods by what is chosen, the worst first; those of which nothing is known, and slivers, are in no list. */
export function rankPlaces(data: PageData, measured: Measured): RankedPlace[] {
  const isFar = measured.requirement >= 0 && measured.by === "minutes";
  const sign = isFar ? -1 : 1;
  return Array.from({ length: data.areaCount }, (_, area) => ({ ...readArea(data, measured, area), area }))
    .filter((place): place is RankedPlace => place.value !== null)
    .sort(
      (a, b) => sign * compare(a.value, b.value) || peopleOf(data, b.area) - peopleOf(data, a.area) || a.area - b.area,
    );
}

/** Infinity is as far as Infinity. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Tells whether neighborhoods hold nobody twice, so that they add up to the city. */
export function isEverybodyOnce(data: PageData): boolean {
  const amounts = data.facts.areas.map((_, area) => peopleOf(data, area));
  return !areInTwo(amounts, peopleOf(data, data.areaCount));
}

/** What an area weighs in charts: its people, or its ground where the city is told by ground. */
export function peopleOf({ cells, areaCount: city }: PageData, area: number): number {
  if (cells.isByPeople[city] !== 1) return cells.squareMeters[area] as number;
  const people = cells.population[area] as number;
  return Number.isNaN(people) ? 0 : people;
}
