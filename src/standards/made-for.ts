import type { LonLat } from "../base/words.js";
import { containsPoint } from "../geo/rings.js";
import type { PolygonRings } from "../model/facts.js";
import type { CountryCode, Standard } from "../model/standard.js";

/**
 * A coarse outline of the ground where China's building standards are applied, in tenths of degrees: longitude, latitude, and so on. It
 * serves to propose a standard, and draws no border: near one it may be off by 50 km.
 */
const CHINA_OUTLINE: PolygonRings = /* @__PURE__ */ toPolygon(
  "735,394 739,396 748,404 765,405 778,411 802,421 803,430 804,442 799,449 825,452 823,456 830,472 855,471 857,484 " +
    "868,491 878,492 880,486 900,479 910,466 907,453 935,449 954,443 964,427 1003,426 1018,425 1050,416 1075,424 1095,424 " +
    "1104,428 1120,437 1115,441 1117,450 1136,448 1145,454 1162,463 1174,466 1197,466 1199,469 1185,480 1156,478 1155,481 " +
    "1167,498 1178,496 1193,501 1193,505 1207,520 1200,526 1208,533 1236,535 1256,530 1269,513 1275,503 1276,498 1295,494 " +
    "1307,489 1309,478 1325,478 1342,485 1347,484 1347,477 1339,463 1331,451 1319,453 1310,449 1313,444 1313,435 1305,425 1297,424 1290,421 " +
    "1281,420 1269,417 1260,409 1244,401 1242,397 1212,385 1229,374 1209,345 1223,320 1232,300 1219,280 1202,258 1187,242 " +
    "1168,226 1146,218 1115,208 1113,195 1100,180 1084,183 1083,195 1080,215 1067,219 1067,228 1054,233 1040,225 1025,227 " +
    "1018,224 1017,211 1001,215 992,221 995,230 988,232 987,240 976,239 976,248 982,256 987,261 986,275 973,282 962,291 " +
    "950,292 933,286 921,278 910,280 896,282 889,274 886,280 869,280 859,280 852,283 841,290 822,301 811,302 790,312 " +
    "787,316 792,326 787,336 780,354 760,359 749,372 748,384 738,386",
);

/** Tells whether a value is two capital letters, as ISO 3166 has them. */
export function isCountryCode(value: unknown): value is CountryCode {
  return typeof value === "string" && /^[A-Z]{2}$/.test(value);
}

/**
 * Tells whether a standard is made for the country where places lie. Where that is not known, it is.
 *
 * @param country where they lie; `null`: nobody said it, and only China can be told, by most of the places
 */
export function isMadeFor(
  { country: wanted }: Pick<Standard, "country">,
  country: CountryCode | null,
  places: readonly LonLat[],
): boolean {
  if (wanted === undefined || wanted === country) return true;
  if (country !== null) return false;
  return wanted !== "CN" || places.length === 0 || 2 * places.filter(isInChina).length >= places.length;
}

function isInChina([lon, lat]: LonLat): boolean {
  return containsPoint([CHINA_OUTLINE], lon, lat);
}

function toPolygon(text: string): PolygonRings {
  const ring = text.split(" ").map((pair) => pair.split(",").map((tenths) => Number(tenths) / 10) as unknown as LonLat);
  return [[...ring, ring[0] as LonLat]];
}
