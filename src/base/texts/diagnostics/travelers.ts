import type { TranslationOf } from "../phrase.js";

/** What was found about slopes and opening hours, and what to do about it. */
export const TRAVELER_FINDINGS = {
  "slope.unknown":
    "Stretches of street lie where heights are not known; they were taken for level, as bridges and tunnels are.",
  "slope.unknown.action": "If these are many, take heights that cover all streets that people may get to.",
  "slope.steep": "Stretches of street are too steep for this way of moving; they are closed to it.",
  "slope.steep.action":
    "Heights from space are off by some metres: on short edges that makes slopes that are not there. Take finer heights, or allow more.",
} as const;

/** The same in Chinese. */
export const TRAVELER_FINDINGS_ZH: TranslationOf<typeof TRAVELER_FINDINGS> = {
  "slope.unknown": "有路段没有高程，按平地计；桥梁与隧道亦然。",
  "slope.unknown.action": "若数量很多，请使用覆盖人们可能到达的全部道路的高程。",
  "slope.steep": "有路段对该出行方式过陡，按不通计。",
  "slope.steep.action": "卫星高程有数米误差，短路段上会出现并不存在的坡：请用更精细的高程，或放宽限值。",
};
