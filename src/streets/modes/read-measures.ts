import type { Meters } from "../../base/units.js";
import { cosineOfDegrees, sineOfDegrees } from "../../geo/trigonometry.js";

const METERS_PER_FOOT = 0.3048;
const INCHES_PER_FOOT = 12;
const KILOMETERS_PER_MILE = 1.609344;
/** `maxspeed=walk`; what German law calls walking pace is 4 to 7 km/h by the courts. */
const WALKING_PACE = 5;
/** As steep as a number of degrees may say; a wall is no way. */
const MOST_DEGREES = 80;

/** Reads a width: `1.2`, `1,2 m`, `90 cm`, `3'`, `2'6"`; `null` = it tells none. @see OpenStreetMap wiki, Map features/Units */
export function metersOf(value: unknown): Meters | null {
  const text = String(value).trim();
  const [, number, unit = "m"] = /^(\d+(?:[.,]\d+)?)\s*(m|cm)?$/.exec(text) ?? [];
  if (number !== undefined) return Number(number.replace(",", ".")) / (unit === "cm" ? 100 : 1);
  const [, feet, inches = "0"] = /^(\d+)'(?:(\d+(?:\.\d+)?)")?$/.exec(text) ?? [];
  return feet === undefined ? null : (Number(feet) + Number(inches) / INCHES_PER_FOOT) * METERS_PER_FOOT;
}

/**
 * Reads how steep a way is, as rise over run, without its sign: `8%`, `-8 %`, `5°`; a number alone is percent. `null` = it tells no
 * number: `up`, `down`.
 *
 * @see OpenStreetMap wiki, Key:incline
 */
export function inclineOf(value: unknown): number | null {
  const [, number, unit = "%"] = /^[+-]?(\d+(?:[.,]\d+)?)\s*(%|°)?$/.exec(String(value).trim()) ?? [];
  if (number === undefined) return null;
  const amount = Number(number.replace(",", "."));
  if (unit === "%") return amount / 100;
  return amount > MOST_DEGREES ? Infinity : sineOfDegrees(amount) / cosineOfDegrees(amount);
}

/** Reads the greatest speed that signs allow, in km/h: `50`, `30 mph`, `walk`; `null` = it tells no number. @see OpenStreetMap wiki, Key:maxspeed */
export function kilometersPerHourOf(value: unknown): number | null {
  if (value === "walk") return WALKING_PACE;
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*(mph|km\/h|kmh)?$/.exec(String(value).trim()) ?? [];
  if (number === undefined || Number(number) === 0) return null;
  return Number(number) * (unit === "mph" ? KILOMETERS_PER_MILE : 1);
}
