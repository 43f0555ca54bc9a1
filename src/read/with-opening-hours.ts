import { assertChoice, checkObject, invalid } from "../base/check-argument.js";
import { Diagnostics } from "../base/diagnostics.js";
import { guardLive } from "../base/guard-call.js";
import { explainLoading } from "../base/optional-packages.js";
import { TRAVELER_FINDINGS } from "../base/texts/diagnostics/travelers.js";
import type { DiagnosticCode } from "../base/texts/findings.js";
import { say } from "../base/texts/library.js";
import type { FacilityRecord, Reading } from "../model/facts.js";
import type { GeoJsonInput } from "../model/input.js";
import { isFacilityReading } from "./is-facility-reading.js";
import { isOpenAt, type OpenState, parseOpenAt } from "./open-at.js";
import { readFacilities } from "./read-facilities.js";

/** When, and where. */
export interface OpeningHoursOptions {
  /** A weekday and an hour there, `We 10:00`: of the week that begins on Monday, 2026-11-30; or a day and an hour, `2026-12-02 10:00`. */
  readonly openAt: string;
  /** Two letters of ISO 3166, for public holidays. Default: none are known, and rules for them do not count. */
  readonly country?: string;
  /** What counts of facilities that do not say their hours, or not for then. Default: `open`. */
  readonly unknownHours?: "open" | "closed";
}

/**
 * Leaves out the facilities that are closed at an hour, by their tag `opening_hours`.
 *
 * Those without hours are counted apart (`hours.unknown`) and are open unless `unknownHours` says otherwise. Needs the package
 * `opening_hours`. Time zones do not matter: hours are those of the clock at the place.
 *
 * @param facilities GeoJSON, or what `readFacilities` gave
 * @returns a reading, for `prepareCity`
 * @throws {CoverageError} `PACKAGE_MISSING`; `INVALID_ARGUMENT` for what is no such time, or a day on which clocks change where this
 *   program runs; as `readFacilities`
 * @see https://wiki.openstreetmap.org/wiki/Key:opening_hours
 */
export async function withOpeningHours(
  facilities: GeoJsonInput | Reading<FacilityRecord>,
  options: OpeningHoursOptions,
): Promise<Reading<FacilityRecord>> {
  return await guardLive("withOpeningHours", [facilities, options], async () => {
    checkObject("options", options);
    const { openAt, country, unknownHours = "open" } = options;
    assertChoice("options.unknownHours", unknownHours, ["open", "closed"]);
    if (country !== undefined && !(typeof country === "string" && /^[A-Za-z]{2}$/.test(country)))
      throw invalid("options.country", country, say("expected.countryCode"));
    const moment = parseOpenAt(openAt);
    const stateAt = isOpenAt(await loadOpeningHours(), moment, country?.toLowerCase());
    const reading = isFacilityReading(facilities) ? facilities : readFacilities(facilities);
    return keepOpen(reading, stateAt, { isUnknownOpen: unknownHours === "open", hasHolidays: country !== undefined });
  });
}

function keepOpen(
  reading: Reading<FacilityRecord>,
  stateAt: (hours: string) => OpenState,
  { isUnknownOpen, hasHolidays }: { readonly isUnknownOpen: boolean; readonly hasHolidays: boolean },
): Reading<FacilityRecord> {
  const diagnostics = new Diagnostics(TRAVELER_FINDINGS);
  const states = new Map<string, OpenState>();
  const leftOut: Partial<Record<DiagnosticCode, number>> = { ...reading.counts.leftOut };
  const rows = reading.rows.filter(({ id, tags: { opening_hours: hours } }) => {
    const isTold = typeof hours === "string" && hours.trim() !== "";
    const state = isTold ? (states.get(hours) ?? stateAt(hours)) : "untold";
    if (isTold) states.set(hours, state as OpenState);
    if (isTold && !hasHolidays && /\b(PH|SH)\b/.test(hours)) diagnostics.add("hours.holidays", "facilities", id);
    if (state === "open") return true;
    const code = state === "untold" ? (isUnknownOpen ? "hours.unknown" : "hours.unknownClosed") : CODES[state];
    diagnostics.add(code, "facilities", id, isTold ? hours : undefined);
    const isKept = isUnknownOpen && state !== "closed";
    if (!isKept) leftOut[code] = (leftOut[code] ?? 0) + 1;
    return isKept;
  });
  const { counts } = reading;
  return {
    rows,
    counts: { ...counts, used: counts.used - (reading.rows.length - rows.length), leftOut },
    diagnostics: [...reading.diagnostics, ...diagnostics.list()],
  };
}

const CODES = { closed: "hours.closed", unknown: "hours.unsure", unreadable: "hours.unreadable" } as const;

async function loadOpeningHours(): Promise<typeof import("opening_hours").default> {
  try {
    return (await import("opening_hours")).default;
  } catch (cause) {
    throw explainLoading("withOpeningHours", "opening_hours", cause);
  }
}
