import { compareText } from "../base/diagnostics.js";
import type { JsonObject } from "../base/json-object.js";
import type { LayerTally } from "./layer-tally.js";

/** What OpenStreetMap calls places, from those that hold many others to those that hold none. */
const PLACE_RANKS: readonly (readonly string[])[] = [
  ["continent", "country"],
  ["state", "region", "archipelago"],
  ["province", "county", "island"],
  ["district", "municipality"],
  ["city", "town"],
  ["borough", "suburb"],
  ["quarter", "neighbourhood", "city_block"],
];
/** Within a country or a district; beside a city, whose people may or may not be theirs. */
const VILLAGES = ["village", "hamlet", "isolated_dwelling", "farm", "allotments", "plot"];
const VILLAGE_RANK = PLACE_RANKS.length;
const CITY_RANK = 4;

interface Place {
  readonly id: string;
  readonly kind: string;
  readonly rank: number;
}

/** Looks through the places of a population layer for such as hold others: by the level of each that its tags tell. */
export class NestedPlaces {
  readonly #places: Place[] = [];

  /** Takes note of a place where people are counted. */
  add(id: string, { place, admin_level: level }: JsonObject, population: number): void {
    if (!(population > 0)) return;
    const ofKind = typeof place === "string" ? rankOfKind(place) : -1;
    if (ofKind >= 0) this.#places.push({ id, kind: `place=${place}`, rank: ofKind });
    // levels of administration are whole numbers, and each lies in the one before
    else if (/^\d+$/.test(String(level ?? "")))
      this.#places.push({ id, kind: `admin_level=${level}`, rank: 100 + Number(level) });
  }

  /** Says which places hold others. @returns whether any does */
  report(tally: LayerTally): boolean {
    const ranks = [...new Set(this.#places.map(({ rank }) => rank))];
    const holders = this.#places.filter((place) => ranks.some((rank) => canHold(place.rank, rank)));
    for (const { id, kind } of holders.sort((a, b) => compareText(a.id, b.id)))
      tally.note("population.nested", id, kind);
    return holders.length > 0;
  }
}

/** Tells whether the people of a kind of place are among those of another kind, if it lies in it: of a suburb among those of its town. */
export function holdsPlace(kind: string, other: string): boolean {
  const [rank, otherRank] = [rankOfKind(kind), rankOfKind(other)];
  return rank >= 0 && canHold(rank, otherRank);
}

function rankOfKind(kind: string): number {
  return VILLAGES.includes(kind) ? VILLAGE_RANK : PLACE_RANKS.findIndex((kinds) => kinds.includes(kind));
}

function canHold(rank: number, other: number): boolean {
  if (other <= rank || rank >= 100 !== other >= 100) return false;
  return other !== VILLAGE_RANK || rank < CITY_RANK;
}
