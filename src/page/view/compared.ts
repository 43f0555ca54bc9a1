import { toDecimals, UNKNOWN_MARK } from "../../report/format-number.js";
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
  /** As it is written: `"+2.1"`; where it has no size, what is known of the other report. */
  readonly text: string;
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
  const unknown: Reading = { value: null, place: null, ceiling: null, band: -1, text: UNKNOWN_MARK };
  const after = other < 0 || !isInBoth ? unknown : readArea(compared.data, { ...choice, circle, requirement }, other);
  if (before.place === null || after.place === null)
    return { before, after, change: null, band: -1, text: UNKNOWN_MARK };
  const change = after.place - before.place;
  return {
    before,
    after,
    change,
    band: bandOf(change),
    text: changeText(data, choice, before.value, after.value) ?? after.text,
  };
}

/** Writes the difference of what is written of both; `null` where one is beyond what was searched. */
function changeText(
  { facts }: PageData,
  { requirement, by }: PageChoice,
  before: number | null,
  after: number | null,
): string | null {
  if (before === null || after === null || !Number.isFinite(before) || !Number.isFinite(after)) return null;
  const isTime = by === "minutes" && facts.standard.requirements[requirement]?.unit === "seconds";
  const tenths = Math.round((10 * (after - before)) / (isTime ? 60 : 1));
  const size = toDecimals(Math.abs(tenths) / 10, 1);
  return tenths === 0 ? "0" : `${tenths > 0 ? "+" : "−"}${size}`;
}

function bandOf(change: number): number {
  if (change > (CHANGE_BREAKS[3] as number)) return 4;
  if (change >= (CHANGE_BREAKS[2] as number)) return 3;
  if (change >= (CHANGE_BREAKS[1] as number)) return 2;
  return change >= (CHANGE_BREAKS[0] as number) ? 1 : 0;
}
