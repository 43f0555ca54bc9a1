import type { Label } from "../../words.js";

/** What to do about a standard that is made for another country, where no option of a function can be given. */
export const ELSEWHERE_ACTIONS: Readonly<Record<"command" | "service" | "notebook", Label>> = {
  command: {
    en: "Add --standard fifteen-minute-city, or --country <code> if the neighborhoods do lie in the country of the standard.",
    zh: "请加 --standard fifteen-minute-city；若社区确在该标准所属的国家，请加 --country <代码>。",
  },
  service: {
    en: 'Set "standard" to "fifteen-minute-city" in the options, or "country" if the neighborhoods do lie in the country of the standard.',
    zh: "请在 options 中将 standard 设为 fifteen-minute-city；若社区确在该标准所属的国家，请给出 country。",
  },
  notebook: {
    en: 'Set standard to "fifteen-minute-city".',
    zh: "请将 standard 设为 fifteen-minute-city。",
  },
};
