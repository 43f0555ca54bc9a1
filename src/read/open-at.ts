import { invalid } from "../base/check-argument.js";
import { say } from "../base/texts/library.js";

/** Whether a place is open: `unknown` on appointment, say, or `17:00+`; `unreadable` is what is no opening hours. */
export type OpenState = "open" | "closed" | "unknown" | "unreadable";

/** A day and an hour by the clock of the place. */
export interface ClockTime {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const WEEKDAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
/** The week of weekdays: no country changes its clocks in it, and no holiday of many falls into it. */
const MONDAY = { year: 2026, month: 11, day: 30 };

/** Reads `We 10:00` or `2026-12-02 10:00`. @throws {CoverageError} `INVALID_ARGUMENT` */
export function parseOpenAt(text: unknown): ClockTime {
  const [, date, weekday, hourText, minuteText] =
    /^(?:(\d{4}-\d\d-\d\d)|([A-Z][a-z]))[ T](\d\d?):(\d\d)$/.exec(typeof text === "string" ? text.trim() : "") ?? [];
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  const row = WEEKDAYS.indexOf(weekday ?? "");
  const day = date === undefined ? (row < 0 ? null : dayAfter(MONDAY, row)) : readDay(date);
  if (day === null || !(hour < 24 && minute < 60)) throw invalid("options.openAt", text, say("expected.openAt"));
  const moment = { ...day, hour, minute };
  if (changesClocks(moment)) throw invalid("options.openAt", text, say("expected.dayOfOneClock"));
  return moment;
}

function dayAfter({ year, month, day }: Pick<ClockTime, "year" | "month" | "day">, days: number) {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function readDay(text: string): Pick<ClockTime, "year" | "month" | "day"> | null {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const same = dayAfter({ year, month, day }, 0);
  return same.year === year && same.month === month && same.day === day ? same : null;
}

/** The package counts hours in the time zone of the program: on a day that is longer or shorter there, it would count wrongly. */
function changesClocks({ year, month, day }: ClockTime): boolean {
  const offsetAt = (days: number) => new Date(year, month - 1, day + days).getTimezoneOffset();
  return offsetAt(-1) !== offsetAt(2);
}

type OpeningHours = new (
  hours: string,
  place: { readonly address: { readonly country_code: string; readonly state: string } },
) => { readonly getState: (at: Date) => boolean; readonly getUnknown: (at: Date) => boolean };

/**
 * Makes a function that tells whether opening hours hold at a time. Sunrise and sunset are taken for six o'clock: the package is given a
 * country and no place, for it would count the sun in the time zone of the program, and without either somewhere in Europe.
 *
 * @param country two small letters; left out, no holidays are known, and rules for them do not count
 */
export function isOpenAt(
  OpeningHoursOf: unknown,
  { year, month, day, hour, minute }: ClockTime,
  country: string | undefined,
): (hours: string) => OpenState {
  const Hours = OpeningHoursOf as OpeningHours;
  // by the clock of whatever zone the program runs in, which the package reads again by the same clock
  const moment = new Date(year, month - 1, day, hour, minute);
  const place = { address: { country_code: country ?? "", state: "" } };
  return (hours) => {
    const known = country === undefined ? withoutHolidays(hours) : hours;
    if (known === "") return "unknown";
    try {
      const parsed = new Hours(known, place);
      if (parsed.getUnknown(moment)) return "unknown";
      return parsed.getState(moment) ? "open" : "closed";
    } catch {
      return "unreadable";
    }
  };
}

/** `Mo-Fr,PH 08:00-18:00; PH off` is `Mo-Fr 08:00-18:00` where no holidays are known. */
function withoutHolidays(hours: string): string {
  return hours
    .split(";")
    .map((rule) => rule.replace(/\b[PS]H\s*,\s*|,\s*[PS]H\b/g, "").trim())
    .filter((rule) => rule !== "" && !/^[PS]H\b/.test(rule))
    .join("; ");
}
