import type { Label } from "../../base/words.js";

/** What share of the residential land is to be near a park, and who says it. */
export const PARK_TARGET: { readonly share: number; readonly source: Label } = {
  share: 0.8,
  source: {
    zh: "目标大于 80%：GB 55014-2021（全市指标），低于此即为短板",
    en: "the 80 % below which it is missing are GB 55014-2021's, which asks them of a city as a whole",
  },
};
