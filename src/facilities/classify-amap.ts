import type { Tags } from "../base/words.js";
import type { Category } from "../model/standard.js";
import { addTo, type KeywordFinding, type Match, ownValue, remember, toValues } from "./classify-text.js";

/** What Amap (or another Chinese map) says a record is. */
export interface AmapFinding {
  readonly matches: readonly Match[];
  /** The text type, in lower case; empty if there is none. */
  readonly typeText: string;
  /** Rows that the name alone may decide where nothing else matched: those filed in the same class. */
  readonly rowsByName: readonly number[];
}
export type AmapMatcher = (tags: Tags) => AmapFinding;

interface CodeEntry {
  readonly row: number;
  readonly kind: "except" | "alone" | "named";
}

/**
 * Codes that look like a category and are none: flower and furniture markets, beauty surgery, disease control,
 * universities, adult education, schools' and parks' inner facilities, offices of carriers, bowling, skiing, skating,
 * riding, racing. A row that names such a code, or a longer one, gets it all the same.
 */
const EXCLUDED_CODES: ReadonlySet<string> = new Set(
  "0605 0606 090201 0905 110106 141201 141205 141206 141207 070501 080102 080106 080107 080115 080116".split(" "),
);

/** Homes and transport are called after what stands beside them (a bus stop 某某小学), so that a name decides nothing. */
const NAMED_AFTER_NEIGHBORS: ReadonlySet<string> = new Set(["12", "15"]);

/** The first part of a text type, and the first two digits of the code. */
const CLASS_CODES: ReadonlyMap<string, string> = new Map([
  ["汽车服务", "01"],
  ["汽车维修", "03"],
  ["餐饮服务", "05"],
  ["购物服务", "06"],
  ["生活服务", "07"],
  ["体育休闲服务", "08"],
  ["医疗保健服务", "09"],
  ["风景名胜", "11"],
  ["商务住宅", "12"],
  ["政府机构及社会团体", "13"],
  ["科教文化服务", "14"],
  ["交通设施服务", "15"],
  ["金融保险服务", "16"],
  ["公司企业", "17"],
  ["公共设施", "20"],
]);

/** Prepares the search for Amap's `typecode` and for text types (`type`: `"大类;中类;小类"`). */
export function buildAmapMatcher(
  categories: readonly Category[],
  keywordTests: readonly ((text: string) => KeywordFinding)[],
): AmapMatcher {
  const byPrefix = new Map<string, CodeEntry[]>();
  const rowsByClass = new Map<string, number[]>();
  categories.forEach(({ amapCodes, amapCodesWithKeyword, amapCodesExcept }, row) => {
    for (const code of amapCodesExcept) addTo(byPrefix, code, { row, kind: "except" });
    for (const code of amapCodes) addTo(byPrefix, code, { row, kind: "alone" });
    for (const code of amapCodesWithKeyword) addTo(byPrefix, code, { row, kind: "named" });
    for (const code of new Set([...amapCodes, ...amapCodesWithKeyword].map((code) => code.slice(0, 2)))) {
      if (!NAMED_AFTER_NEIGHBORS.has(code)) addTo(rowsByClass, code, row);
    }
  });

  const findCode = remember((code) => lookUpCode(code, byPrefix, rowsByClass));
  const findType = remember((type) => lookUpType(type, byPrefix, rowsByClass, keywordTests));

  return (tags) => {
    const types = toTextTypes(ownValue(tags, "type"));
    const codes = toCodes(ownValue(tags, "typecode"));
    // The text type repeats the code in words; it is read only where there is no code.
    const findings = codes.length > 0 ? codes.map(findCode) : types.map(findType);
    return {
      matches: findings.flatMap(({ matches }) => matches),
      typeText: types.join("\n"),
      rowsByName: findings.flatMap(({ rowsByName }) => rowsByName),
    };
  };
}

type Finding = Omit<AmapFinding, "typeText">;
type EntriesByPrefix = ReadonlyMap<string, readonly CodeEntry[]>;
type RowsByClass = ReadonlyMap<string, readonly number[]>;

/** For each row, the longest of its prefixes decides. */
function lookUpCode(code: string, byPrefix: EntriesByPrefix, rowsByClass: RowsByClass): Finding {
  const kindOf = new Map<number, CodeEntry["kind"]>();
  const matches: Match[] = [];
  for (let length = code.length; length >= 2; length--) {
    const prefix = code.slice(0, length);
    for (const { row, kind } of byPrefix.get(prefix) ?? []) {
      if (kindOf.has(row)) continue;
      kindOf.set(row, kind);
      if (kind !== "except") matches.push(toMatch(row, kind === "named", length === 2, `typecode=${code}`));
    }
    if (EXCLUDED_CODES.has(prefix)) return { matches, rowsByName: [] };
  }
  const rowsByName = (rowsByClass.get(code.slice(0, 2)) ?? []).filter((row) => kindOf.get(row) !== "except");
  return { matches, rowsByName };
}

/** Reads a text type by keywords; its last part that has any is the most exact one, and decides. */
function lookUpType(
  type: string,
  byPrefix: EntriesByPrefix,
  rowsByClass: RowsByClass,
  keywordTests: readonly ((text: string) => KeywordFinding)[],
): Finding {
  const about = `type=${type}`;
  const parts = type.split(";");
  const rowsOfParts = parts.map((part) => [...keywordTests.keys()].filter((row) => keywordTests[row](part) === "hit"));
  const rows = rowsOfParts.findLast((found) => found.length > 0) ?? [];
  const classCode = CLASS_CODES.get(parts[0]) ?? "";
  const named = (byPrefix.get(classCode) ?? []).filter(({ kind }) => kind === "named");
  return {
    matches: [
      ...rows.map((row) => toMatch(row, false, false, about)),
      ...named.map(({ row }) => toMatch(row, true, true, about)),
    ],
    rowsByName: rowsByClass.get(classCode) ?? [],
  };
}

function toMatch(row: number, needsKeyword: boolean, isWholeClass: boolean, about: string): Match {
  return { row, why: "amap", needsKeyword, onlyWithKeyword: needsKeyword && isWholeClass, about };
}

/** `"050301|050300"` → both; a spreadsheet that took `050301` for a number has lost the zero in front. */
function toCodes(value: unknown): string[] {
  return toValues(value)
    .flatMap((text) => text.split("|"))
    .map((code) => code.trim())
    .filter((code) => /^\d{2,6}$/.test(code))
    .map((code) => (code.length === 5 || code.length === 3 ? `0${code}` : code));
}

/** Only Chinese texts are types: `type=multipolygon` is not. */
function toTextTypes(value: unknown): string[] {
  if (typeof value !== "string" || !/[\u4e00-\u9fff]/.test(value)) return [];
  return value
    .toLowerCase()
    .split("|")
    .map((type) =>
      type
        .split(";")
        .map((part) => part.trim())
        .join(";"),
    );
}
