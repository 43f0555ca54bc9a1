import { STANDARDS } from "../../standards/standards.js";
import { readCountry, readText } from "./option-values.js";
import type { ReadValue } from "./value-schema.js";

const IDS = STANDARDS.map(({ id }) => id);

/** Rows of the table of options: what a city is judged by. */
export const STANDARD_OPTIONS: {
  readonly [Name in "standard" | "country"]: {
    readonly read: ReadValue;
    readonly value: string;
    readonly completesFiles?: true;
    readonly suggestions?: readonly string[];
  };
} = {
  standard: {
    read: readText,
    value: "<id|file>",
    completesFiles: true,
    suggestions: IDS,
  },
  country: {
    read: readCountry,
    value: "<code>",
  },
};
