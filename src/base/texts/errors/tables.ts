import type { TranslationOf } from "../phrase.js";

/** What is wrong with CSV files and workbooks. */
export const TABLES = {} as const;

export const TABLES_ZH: TranslationOf<typeof TABLES> = {};
