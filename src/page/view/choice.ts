import type { Locale } from "../../base/words.js";
import type { PageFacts } from "../page-model.js";

export const MODES = ["today", "whatIf", "compare", "four"] as const;
export type PageMode = (typeof MODES)[number];

/** What a reader has chosen to see. */
export interface PageChoice {
  readonly locale: Locale;
  readonly mode: PageMode;
  /** -1: all services. */
  readonly circle: number;
  /** -1: the whole circle, or all services. */
  readonly requirement: number;
  /** What one service is colored by. */
  readonly by: "share" | "minutes";
  /** The class that is shown alone; -1: all. */
  readonly band: number;
  /** The chosen neighborhood, and the one it is compared with; -1 = none. */
  readonly area: number;
  readonly other: number;
  /** A place of one's own, in degrees; `null` = none. */
  readonly place: readonly [lon: number, lat: number] | null;
  readonly table: "scores" | "services";
  /** Column that the table is sorted by. */
  readonly sort: number;
  readonly isDescending: boolean;
  /** Only neighborhoods whose name or id holds this. */
  readonly filter: string;
  readonly rowCount: number;
  readonly hasAllRanked: boolean;
  /** What is added by a press on the map while trying things out; "" = nothing. */
  readonly tool: "add" | "move" | "close" | "none";
}

/** So many rows at first, and more at each press: ten thousand at once would be slow. */
export const ROWS_AT_ONCE = 250;

/** What is seen first. */
export function firstChoice(locale: Locale): PageChoice {
  return {
    ...{ locale, mode: "today", circle: -1, requirement: -1, by: "share", band: -1, area: -1, other: -1, place: null },
    ...{ table: "scores", sort: 2, isDescending: false, filter: "", rowCount: ROWS_AT_ONCE, hasAllRanked: false },
    tool: "none",
  };
}

/** Mends what does not fit together: a service belongs to its circle, one is compared with another. */
export function mend(choice: PageChoice, { standard, areas }: Pick<PageFacts, "standard" | "areas">): PageChoice {
  const { requirements, circles } = standard;
  const isIn = (row: number, list: readonly unknown[]) =>
    Number.isInteger(row) && row >= 0 && row < list.length ? row : -1;
  const requirement = isIn(choice.requirement, requirements);
  const own = circles.findIndex(({ id }) => id === requirements[requirement]?.circle);
  const area = isIn(choice.area, areas);
  const other = area < 0 || choice.other === area ? -1 : isIn(choice.other, areas);
  return { ...choice, requirement, circle: requirement >= 0 ? own : isIn(choice.circle, circles), area, other };
}

/** Writes what is seen as the part of an address after `#`. */
export function toAddress(
  choice: PageChoice,
  { standard, areas }: Pick<PageFacts, "standard" | "areas">,
): URLSearchParams {
  const parts = new URLSearchParams({ lang: choice.locale });
  const set = (key: string, value: string | undefined) => value !== undefined && value !== "" && parts.set(key, value);
  if (choice.mode !== "today") set("mode", choice.mode);
  set("circle", choice.requirement < 0 ? standard.circles[choice.circle]?.id : undefined);
  set("requirement", standard.requirements[choice.requirement]?.id);
  if (choice.by === "minutes") set("by", choice.by);
  set("area", areas[choice.area]?.id);
  set("other", areas[choice.other]?.id);
  if (choice.place !== null) set("place", choice.place.map((degrees) => degrees.toFixed(6)).join(","));
  if (choice.band >= 0) set("class", String(choice.band));
  if (choice.table !== "scores") set("table", choice.table);
  return parts;
}

/** Reads such a part; what it does not name, or names wrongly, is as at first. */
export function readAddress(
  parts: URLSearchParams,
  { standard, areas }: Pick<PageFacts, "standard" | "areas">,
): Omit<PageChoice, "locale" | "sort" | "isDescending" | "filter" | "rowCount" | "hasAllRanked" | "tool"> & {
  readonly locale: Locale | null;
} {
  const rowOf = (list: readonly { readonly id: string }[], key: string) =>
    parts.has(key) ? list.findIndex(({ id }) => id === parts.get(key)) : -1;
  const lang = parts.get("lang");
  const band = Number(parts.get("class") ?? "-1");
  return {
    locale: lang === "zh" || lang === "en" ? lang : null,
    mode: MODES.find((mode) => mode === parts.get("mode")) ?? "today",
    circle: rowOf(standard.circles, "circle"),
    requirement: rowOf(standard.requirements, "requirement"),
    by: parts.get("by") === "minutes" ? "minutes" : "share",
    area: rowOf(areas, "area"),
    other: rowOf(areas, "other"),
    place: readPlace(parts.get("place") ?? ""),
    band: Number.isInteger(band) && band >= 0 && band < 6 ? band : -1,
    table: parts.get("table") === "services" ? "services" : "scores",
  };
}

/** Reads `lon,lat` as it is typed or linked; `null` = it is none. */
export function readPlace(text: string): readonly [number, number] | null {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*[,，\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text);
  if (match === null) return null;
  const [lon, lat] = [Number(match[1]), Number(match[2])];
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
}
