import type { PageChoice } from "./choice.js";
import type { ComparedReport, PageData } from "./page-data.js";
import { type Reading, readArea } from "./reading.js";

/** What changes in one area: from the report of the page to the other. */
export interface ChangedArea {
  readonly before: Reading;
  readonly after: Reading;
  /** In places of the axis; `null` = one of the two is unknown. */
  readonly change: number | null;
  /** 0 = much fewer … 3 = as before, 4 = more; -1 = unknown. */
  readonly band: number;
}

/** In places of the axis: less than the first is much fewer. */
const CHANGE_BREAKS = [-8, -2, -0.5, 0.5] as const;
export const CHANGE_COUNT: number = CHANGE_BREAKS.length + 1;

/** Reads what is chosen in both reports. */
export function readChange(data: PageData, compared: ComparedReport, choice: PageChoice, area: number): ChangedArea {
  const before = readArea(data, choice, area);
  const [circle, requirement] = [
    compared.circleOf[choice.circle] ?? -1,
    compared.requirementOf[choice.requirement] ?? -1,
  ];
  const isInBoth = (choice.circle < 0 || circle >= 0) && (choice.requirement < 0 || requirement >= 0);
  const other = compared.areaOf[area] ?? -1;
  const unknown: Reading = { value: null, place: null, ceiling: null, band: -1, text: "–" };
  const after = other < 0 || !isInBoth ? unknown : readArea(compared.data, { ...choice, circle, requirement }, other);
  if (before.place === null || after.place === null) return { before, after, change: null, band: -1 };
  const change = after.place - before.place;
  return { before, after, change, band: bandOf(change) };
}

function bandOf(change: number): number {
  if (change > (CHANGE_BREAKS[3] as number)) return 4;
  if (change >= (CHANGE_BREAKS[2] as number)) return 3;
  if (change >= (CHANGE_BREAKS[1] as number)) return 2;
  return change >= (CHANGE_BREAKS[0] as number) ? 1 : 0;
}
