import type { Tags } from "../base/words.js";
import type { FacilityRecord } from "../model/facts.js";
import { ownValue, toValues } from "./classify-text.js";
import { isUnserved } from "./stop-routes.js";

/** A day, `YYYY-MM-DD`. */
export type IsoDate = string;

/** States in which a place is not there (any more, or yet): as a key (`disused=yes`), and before another (`disused:amenity=school`). */
const STATES =
  "disused abandoned demolished razed removed destroyed dismantled closed construction proposed planned was".split(" ");
/** What a place is; `disused:access` says nothing of it. */
const FORMER_KEYS = new Set("amenity shop leisure healthcare office craft tourism railway public_transport".split(" "));
const SAYS_NO = new Set(["no", "none", "false", "minor"]);
/** Keys that say in a word whether a place is in use. */
const STATUS_KEYS = ["operational_status", "operating_status", "business_status", "status"];
const CLOSED_STATUS = /\b(closed|disused|abandoned|demolished|razed|out of|construction|planned|proposed)\b/;
/** Keys one of which is there wherever tags say that a place is closed. */
const TELLING_KEYS = new Set([...STATES, ...STATUS_KEYS, "building", "opening_hours", "end_date", "date_closed"]);
/** Always closed, for a reason or without one. Closed on holidays only (`PH off`) is open. */
const NEVER_OPEN = /^((24\/7|mo-su|00:00-24:00) *)?((perm|temp)\w+ +)?(off|closed)( +(perm|temp)\w+)?( *"[^"]*")?;?$/;

/** What stands in brackets in a name. The whole of it must say so: 在建 in 在建设路店 does not. */
const BRACKETS = /[([{【〔〈<]([^([{【〔〈<)\]}】〕〉>]*)[)\]}】〕〉>]/g;
const BRACKET_OR_DASH = /[-–—([{<（［｛＜【〔〈]/;
const AFTER_DASH = /[-–—]([^-–—]+)$/;
const CLOSED_ZH =
  /^(现?已|暂时?|正在?|目前|永久|长期|临时)*([停歇]业|停止?(营业|开放|使用|服务)|停[用运办]|关[闭门停]|闭[店馆]|倒闭|搬迁|迁走|拆[除迁]|废弃|[注撤]销|[在拟待]建|建设|施工|装修|修缮|改造|维修|筹[建备]|规划|尚?未(开[业放通]|营业|启用|建成))(中|了|期间)?$/;
const CLOSED_WORDS =
  /^((now|currently|permanently|temporarily) )?(closed( down)?|historical|former|defunct|demolished|destroyed|abandoned|disused|razed|under construction|not( yet)? open|proposed|planned|cerrad[oa]|fechad[oa]|encerrad[oa]|e[nm] constru(cción|ção|ction)|fermée?|geschlossen|ehemalig|im bau|chius[oa]|in costruzione|gesloten|lukket|nedlagt|stängd|suljettu|zamknięt[eya]|nieczynn[eya]|закрыт[оаы]?|閉[店鎖]中?|休業中?|폐업)( (permanently|temporarily|for renovation|(\w+ )?\d{4}.*))?$/;

/**
 * Finds out whether a place is closed, for good or for a time, or not there yet.
 *
 * @param on what ended before this day has ended
 * @returns what says so, for people to read; `null` = nothing does
 */
export function findClosed({ name, tags }: FacilityRecord, on: IsoDate): string | null {
  // most places say nothing of it, and there are many
  const byTags = Object.keys(tags).some((key) => TELLING_KEYS.has(key)) ? findInTags(tags, on) : null;
  if (byTags !== null) return byTags;
  const names = new Set([name, ...["name", "name:zh", "name:en"].map((key) => ownValue(tags, key))]);
  const closed = [...names].find((text) => typeof text === "string" && isClosedByName(text));
  return closed === undefined ? null : `name=${closed}`;
}

function findInTags(tags: Tags, on: IsoDate): string | null {
  for (const state of STATES) {
    const [value] = toValues(ownValue(tags, state));
    if (value !== undefined && !SAYS_NO.has(value)) return `${state}=${value}`;
  }
  if (toValues(ownValue(tags, "building")).includes("construction")) return "building=construction";
  for (const key of STATUS_KEYS) {
    const [value] = toValues(ownValue(tags, key));
    if (value !== undefined && CLOSED_STATUS.test(value.replace(/_/g, " "))) return `${key}=${value}`;
  }
  const hours = ownValue(tags, "opening_hours");
  if (typeof hours === "string" && NEVER_OPEN.test(hours.trim().toLowerCase())) return `opening_hours=${hours.trim()}`;
  for (const key of ["end_date", "date_closed"]) {
    const end = ownValue(tags, key);
    if (isPast(end, on)) return `${key}=${end}`;
  }
  return null;
}

/**
 * Finds a tag such as `disused:amenity=school`: the place was one, or is to be one; or that no route calls at a stop. `null` = there
 * is none.
 */
export function findFormerTag(tags: Tags): string | null {
  if (isUnserved(tags)) return "route_types=none";
  for (const key of Object.keys(tags)) {
    const split = key.indexOf(":");
    if (split < 0 || !STATES.includes(key.slice(0, split)) || !FORMER_KEYS.has(key.slice(split + 1))) continue;
    const [value] = toValues(ownValue(tags, key));
    if (value !== undefined && !SAYS_NO.has(value)) return `${key}=${value}`;
  }
  return null;
}

/** A year, a month or a day that lies before another as a whole: `2019`, `2019-05`, `2019-05-01`, `~2019`, `before 2019`. */
function isPast(value: unknown, on: IsoDate): boolean {
  const text = toValues(value)[0] ?? "";
  const [, year, month = "12", day = "31"] =
    /^(?:~|before |early |mid |late )?(\d{4})(?:[-/.](\d\d?))?(?:[-/.](\d\d?))?(?:[t ].*)?$/.exec(text) ?? [];
  return year !== undefined && [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-") < on;
}

function isClosedByName(name: string): boolean {
  if (!BRACKET_OR_DASH.test(name)) return false;
  const text = name.normalize("NFKC").toLowerCase();
  const inBrackets = [...text.matchAll(BRACKETS)].flatMap(([, inner = ""]) => inner.split(/[,，;；、]/));
  const saysSo = (test: RegExp) => (part: string) => test.test(part.trim());
  const [, end = ""] = AFTER_DASH.exec(text) ?? [];
  return inBrackets.some(saysSo(CLOSED_ZH)) || inBrackets.some(saysSo(CLOSED_WORDS)) || saysSo(CLOSED_ZH)(end);
}
