import { describeValue, ownValue } from "../base/json-object.js";
import { NumberColumn } from "../base/number-column.js";
import type { GroupId } from "../model/facts.js";
import type { ValueGroups } from "../model/input.js";
import type { LayerTally } from "./layer-tally.js";
import type { ReadableFeature } from "./read-layer.js";
import { readNumber } from "./read-number.js";

/**
 * Splits the people of places into groups by a value of each place (its median income), as near to as large as each other as whole places
 * allow: places of one value stay together.
 */
export class ValueSplit {
  readonly #id: GroupId;
  readonly #asked: ValueGroups;
  /** One for each place; `NaN` = not told. */
  readonly #values = new NumberColumn();

  constructor(id: GroupId, asked: ValueGroups) {
    this.#id = id;
    this.#asked = asked;
  }

  /** Reads the value of the next place. Who lives where it cannot be read is in no group, and the books say so. */
  add({ id, properties }: ReadableFeature, tally: LayerTally): void {
    const { value: name } = this.#asked;
    const given = ownValue(properties, name);
    const value = typeof given === "string" || typeof given === "number" ? readNumber(given) : null;
    if (value === null) tally.note("population.valueInvalid", id, `${name}: ${describeValue(given)}`);
    this.#values.push(value ?? Number.NaN);
  }

  /** Gives the people of each group at each place; the books tell where groups end. @param people at each place */
  finish(people: Float64Array, tally: LayerTally): [GroupId, Float64Array][] {
    const { parts } = this.#asked;
    const values = this.#values.finish();
    const breaks = breaksOf(values, people, parts);
    const columns = breaks.map(() => new Float64Array(values.length));
    values.forEach((value, place) => {
      const group = breaks.findIndex((most) => value <= most);
      const column = columns[group];
      if (column !== undefined) column[place] = people[place];
    });
    const told = breaks.map((most, part) => `${part + 1}of${parts} ≤ ${most}`);
    tally.note("population.split", `${this.#id} (${this.#asked.value}): ${told.join(", ")}`);
    return columns.map((column, part) => [`${this.#id}-${part + 1}of${parts}`, column]);
  }
}

/** The largest value of each group: the least with which so many parts of all people are reached. */
function breaksOf(values: Float64Array, people: Float64Array, parts: number): number[] {
  const rows = [...values.keys()]
    .filter((row) => !Number.isNaN(values[row]) && people[row] > 0)
    .sort((a, b) => values[a] - values[b]);
  const total = rows.reduce((sum, row) => sum + people[row], 0);
  const breaks: number[] = [];
  let below = 0;
  for (const row of rows) {
    below += people[row];
    // a hair less: sums of the same people in another order differ by a rounding
    while (breaks.length < parts && below >= ((breaks.length + 1) / parts) * total * (1 - 1e-12))
      breaks.push(values[row]);
  }
  return breaks;
}
