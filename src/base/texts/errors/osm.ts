import type { TranslationOf } from "../phrase.js";

/** What is wrong with OpenStreetMap extracts. */
export const OSM = {} as const;

export const OSM_ZH: TranslationOf<typeof OSM> = {};
