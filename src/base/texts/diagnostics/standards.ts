import type { TranslationOf } from "../phrase.js";

/** What may be wrong with the choice of a standard, and what to do. The first lines of a report say it too, wherever it is read. */
export const STANDARD_FINDINGS = {
  "standard.elsewhere":
    "The standard is made for another country than the one where the neighborhoods lie: much of what it asks for exists only there, or goes by other names. The standard fifteen-minute-city is made for any country.",
  "standard.elsewhere.action":
    "Pass standard: fifteenMinuteCity, or country if the neighborhoods do lie in the country of the standard.",
} as const;

/** The same in Chinese. */
export const STANDARD_FINDINGS_ZH: TranslationOf<typeof STANDARD_FINDINGS> = {
  "standard.elsewhere":
    "所用标准是为另一个国家制定的，而社区不在那里：其中许多要求只有当地才有，或名称不同。fifteen-minute-city 标准适用于各国。",
  "standard.elsewhere.action": "请传入 standard: fifteenMinuteCity；若社区确在该标准所属的国家，请传入 country。",
};
