import type { TranslationOf } from "../phrase.js";

/** What may be wrong in OpenStreetMap extracts, and what to do. */
export const OSM_FINDINGS = {} as const;

export const OSM_FINDINGS_ZH: TranslationOf<typeof OSM_FINDINGS> = {};
