import type { Tags } from "../base/words.js";
import type { FacilityRecord } from "../model/facts.js";
import { ownValue, toValues } from "./classify-text.js";

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
const CLOSED_STATUS =
  /^((permanently|temporarily)[ _])?(closed|disused|abandoned|demolished|razed|out[ _]of[ _](use|order|service)|inactive|under[ _]construction|planned|proposed)([ _](permanently|temporarily))?$/;
/** Always closed, for a reason or without one. Closed on holidays only (`PH off`) is open. */
const NEVER_OPEN =
  /^((24\/7|mo-su(, ?ph)?|00:00-24:00) *)?((permanently|temporarily) +)?(off|closed)( +(permanently|temporarily))?( *"[^"]*")?;?$/;

/** What stands in brackets in a name. The whole of it must say so: 在建 in 在建设路店 does not. */
const BRACKETS = /[([{【〔〈<]([^([{【〔〈<)\]}】〕〉>]*)[)\]}】〕〉>]/g;
const AFTER_DASH = /[-–—]([^-–—]+)$/;
const CLOSED_ZH =
  /^(现?已|暂时?|正在?|目前|永久|长期|临时)*(停业|歇业|停止?(营业|开放|使用|服务)|停用|停运|停办|关闭|关门|关停|闭店|闭馆|倒闭|搬迁|迁走|拆除|拆迁|废弃|注销|撤销|在建|建设|施工|装修|修缮|改造|维修|筹建|筹备|规划|拟建|待建|尚?未(开业|开放|开通|营业|启用|建成))(中|了|期间)?$/;
const CLOSED_WORDS =
  /^((now|currently|permanently|temporarily|vorübergehend|dauerhaft|temporairement|définitivement|temporalmente|temporariamente|temporaneamente|tijdelijk) )?(closed( down)?|historical|former|defunct|demolished|destroyed|abandoned|disused|razed|under construction|not( yet)? open|proposed|planned|cerrad[oa]|en construcción|fechad[oa]|encerrad[oa]|desativad[oa]|em construção|fermée?|en construction|geschlossen|ehemalig|im bau|chius[oa]|in costruzione|gesloten|in aanbouw|lukket|nedlagt|stängd|nedlagd|suljettu|lakkautettu|zamknięt[eya]|nieczynn[eya]|w budowie|закрыт[оаы]?|не работает|строится|مغلقة?|تحت الإنشاء|बंद|निर्माणाधीन|閉店|休業中?|閉鎖中?|廃業|廃校|廃止|建設中|폐업|휴업|폐쇄|폐교|폐점|공사중|magħluq)( (permanently|temporarily|for renovations?|((in|since|seit|depuis|desde|dal|sinds) )?\d{4}.*))?$/;

/**
 * Finds out whether a place is closed, for good or for a time, or not there yet.
 *
 * @param on what ended before this day has ended
 * @returns what says so, for people to read; `null` = nothing does
 */
export function findClosed({ name, tags }: FacilityRecord, on: IsoDate): string | null {
  for (const state of STATES) {
    const [value] = toValues(ownValue(tags, state));
    if (value !== undefined && !SAYS_NO.has(value)) return `${state}=${value}`;
  }
  if (toValues(ownValue(tags, "building")).includes("construction")) return "building=construction";
  for (const key of STATUS_KEYS) {
    const [value] = toValues(ownValue(tags, key));
    if (value !== undefined && CLOSED_STATUS.test(value)) return `${key}=${value}`;
  }
  const hours = ownValue(tags, "opening_hours");
  if (typeof hours === "string" && NEVER_OPEN.test(hours.trim().toLowerCase())) return `opening_hours=${hours.trim()}`;
  for (const key of ["end_date", "date_closed"]) {
    const end = ownValue(tags, key);
    if (isPast(end, on)) return `${key}=${end}`;
  }
  const names = [name, ...["name", "name:zh", "name:en"].map((key) => ownValue(tags, key))];
  const closed = names.find((text) => typeof text === "string" && isClosedByName(text));
  return closed === undefined ? null : `name=${closed}`;
}

/** Finds a tag such as `disused:amenity=school`: the place was one, or is to be one. `null` = there is none. */
export function findFormerTag(tags: Tags): string | null {
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
  const text = name.normalize("NFKC").toLowerCase();
  const inBrackets = [...text.matchAll(BRACKETS)].flatMap(([, inner = ""]) => inner.split(/[,，;；、]/));
  const saysSo = (test: RegExp) => (part: string) => test.test(part.trim());
  const [, end = ""] = AFTER_DASH.exec(text) ?? [];
  return inBrackets.some(saysSo(CLOSED_ZH)) || inBrackets.some(saysSo(CLOSED_WORDS)) || saysSo(CLOSED_ZH)(end);
}
