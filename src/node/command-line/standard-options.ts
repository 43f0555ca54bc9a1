import type { Label } from "../../base/words.js";
import { STANDARDS } from "../../standards/standards.js";
import { type ReadValue, readCountry, readText } from "./option-values.js";

const IDS = STANDARDS.map(({ id }) => id);

/** Rows of the table of options: what a city is judged by. */
export const STANDARD_OPTIONS: {
  readonly [Name in "standard" | "country"]: {
    readonly read: ReadValue;
    readonly value: string;
    readonly text: Label;
    readonly completesFiles?: true;
    readonly suggestions?: readonly string[];
  };
} = {
  standard: {
    read: readText,
    value: "<id|file>",
    completesFiles: true,
    suggestions: IDS,
    text: {
      zh: `标准的编号（${IDS.join("、")}），或自定标准的 .json 文件`,
      en: `id of a standard (${IDS.join(", ")}), or a .json file with your own`,
    },
  },
  country: {
    read: readCountry,
    value: "<code>",
    text: { zh: "数据所在的国家，ISO 3166 两字母代码", en: "where the data lie, two letters of ISO 3166" },
  },
};
