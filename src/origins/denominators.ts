import type { Origins } from "../model/facts.js";
import type { Denominator } from "../model/standard.js";

/** Tells whether the origins know how much there is of a denominator. People need not: where nobody lives, ground is judged. */
export function isCounted(denominator: Denominator, origins: Pick<Origins, "amounts" | "populationSource">): boolean {
  if (denominator === "people" || denominator === "area") return true;
  return COLUMNS[denominator](origins.amounts ?? {}) !== undefined && !lacksPeople(denominator, origins);
}

/** A denominator that is an amount of its own, neither people nor ground. */
export type AmountDenominator = Exclude<Denominator, "people" | "area">;

type Amounts = NonNullable<Origins["amounts"]>;

const COLUMNS: Readonly<Record<AmountDenominator, (amounts: Amounts) => Float64Array | undefined>> = {
  residentialLand: ({ residentialSquareMeters }) => residentialSquareMeters,
  peopleAndJobs: ({ jobs }) => jobs,
  jobs: ({ jobs }) => jobs,
  dwellings: ({ dwellings }) => dwellings,
  buildings: ({ buildings }) => buildings,
};

function lacksPeople(denominator: Denominator, { populationSource }: Pick<Origins, "populationSource">): boolean {
  return denominator === "peopleAndJobs" && populationSource === "none";
}

/** Gives how much of a denominator there is at each origin; `null` = people or ground decide, as for any requirement. */
export function amountColumn(denominator: Denominator | undefined, origins: Origins): Float64Array | null {
  if (denominator === undefined || denominator === "people" || denominator === "area") return null;
  const column = COLUMNS[denominator](origins.amounts ?? {});
  if (column === undefined || denominator !== "peopleAndJobs") return column ?? null;
  return column.map((jobs, origin) => jobs + origins.population[origin]);
}
