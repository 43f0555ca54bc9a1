import { guardShape } from "../base/guard-call.js";
import type { CategoryId, FacilityRecord } from "../model/facts.js";
import type { Category } from "../model/standard.js";
import { buildAmapMatcher } from "./classify-amap.js";
import { buildTagMatcher, toTellingTag } from "./classify-tags.js";
import { addTo, buildKeywordTest, type Match, ownValue, toNameText, toValues } from "./classify-text.js";
import { buildWordMatcher } from "./classify-words.js";
import { findClosed, findFormerTag, type IsoDate } from "./find-closed.js";
import { readAttributes } from "./read-attributes.js";

/** What a record was found to be. `categories` is empty exactly where `why` is `unknown`, `ambiguous` or `closed`. */
export interface Classification {
  /** In the order of the standard's categories. */
  readonly categories: readonly CategoryId[];
  /**
   * What decided: the category property, tags alone, a tag or code together with the name, an Amap code or type. `closed`: it would
   * count if it were open.
   */
  readonly why: "category" | "tags" | "keyword" | "amap" | "unknown" | "ambiguous" | "closed";
  /** The most telling tag or property, for people to read: `"amenity=bench"`. At most 60 characters. */
  readonly about: string;
}

/** Tells the categories of a record. `categoryProperty` is the property that names them outright; default: `category`. */
export type Classifier = (record: FacilityRecord, categoryProperty?: string) => Classification;

/** How strictly to read. */
export interface ClassifierOptions {
  /** Tags that are too broad alone (any school, any hospital) count without a keyword in the name. Default: false. */
  readonly loose?: boolean;
  /** What ended before this day (`YYYY-MM-DD`) is closed. Default: 2026-11-30. */
  readonly on?: IsoDate;
}

/** The day of this version: nothing asks a clock, so that a report of the same data stays the same. */
export const DEFAULT_DAY: IsoDate = "2026-11-30";

const MAX_ABOUT_LENGTH = 60;

/**
 * Prepares the recognition of categories from a category property, OSM tags, the kinds of route of a timetable's stops
 * (`route_types`), Geofabrik's `fclass`, or Amap's `typecode` and text `type`; where none of these tells, from plain words in a column of
 * kinds (`类型=药店`, `type=Primary school`).
 *
 * A category property wins over all else: an id, or a Chinese or English label (or a part of it between slashes). Else
 * every category that matches counts, unless the name speaks against it or the area is outside its limits (from
 * `minAreaSquareMeters` to below `maxAreaSquareMeters`). Whatever is closed, for good or for a time, or not there yet does not count:
 * by its tags, its opening hours, its end, or its name.
 */
export function buildClassifier(categories: readonly Category[], options: ClassifierOptions = {}): Classifier {
  return guardShape("buildClassifier", () => {
    const { loose = false, on = DEFAULT_DAY } = options;
    const rowsByLabel = buildLabelIndex(categories);
    const judge = buildJudge(categories, rowsByLabel);
    const toClassification = (
      rows: ReadonlySet<number>,
      why: Classification["why"],
      about: string,
    ): Classification => ({
      categories: listOf(rows),
      why,
      about: shorten(about),
    });
    const nothing: ReadonlySet<number> = new Set();
    /** Millions of places share some hundred lists. */
    const lists = new Map<string, readonly CategoryId[]>();
    const listOf = (rows: ReadonlySet<number>): readonly CategoryId[] => {
      const sorted = [...rows].sort((a, b) => a - b);
      const key = sorted.join();
      const list = lists.get(key) ?? sorted.map((row) => categories[row].id);
      lists.set(key, list);
      return list;
    };
    return (record, categoryProperty = "category") => {
      const found = classifyOpen(record, categoryProperty);
      const closed = found.why === "unknown" ? findFormerTag(record.tags) : findClosed(record, on);
      return closed === null ? found : toClassification(nothing, "closed", closed);
    };

    /** Tells what a record is, whether it is open or not. */
    function classifyOpen(record: FacilityRecord, categoryProperty: string): Classification {
      const { tags } = record;
      const named = toValues(ownValue(tags, categoryProperty));
      const namedRows = new Set(named.flatMap((label) => rowsByLabel.get(label) ?? []));
      const namedText = `category=${named.join(";")}`;
      if (namedRows.size > 0) return toClassification(namedRows, "category", namedText);
      const verdict = judge(record, categoryProperty);
      if (verdict.rows.size > 0) return toClassification(verdict.rows, verdict.why, verdict.about);
      if (verdict.broadRows.size > 0) {
        return loose
          ? toClassification(verdict.broadRows, verdict.broadWhy, verdict.broadAbout)
          : toClassification(nothing, "ambiguous", verdict.broadAbout);
      }
      if (named.length > 0) return toClassification(nothing, "unknown", namedText);
      return toClassification(nothing, "unknown", verdict.refusedAbout ?? toTellingTag(tags));
    }
  });
}

/** Prepares the weighing of everything but the category property. */
function buildJudge(
  categories: readonly Category[],
  rowsByLabel: ReadonlyMap<string, readonly number[]>,
): (record: FacilityRecord, categoryProperty: string) => Verdict {
  const keywordTests = categories.map(buildKeywordTest);
  const matchTags = buildTagMatcher(categories);
  const matchAmap = buildAmapMatcher(categories, keywordTests);
  const matchWords = buildWordMatcher(rowsByLabel, keywordTests, matchTags);
  return (record, categoryProperty) => {
    const verdict = new Verdict();
    const tagMatches = matchTags(record.tags);
    const amap = matchAmap(record.tags);
    const isTold = tagMatches.length > 0 || amap.matches.length > 0 || amap.rowsByName.length > 0;
    const words = isTold ? [] : matchWords(record.tags, categoryProperty);
    if (!isTold && words.length === 0) return verdict;
    const nameText = toNameText(record);
    const text = amap.typeText === "" ? nameText : `${nameText}\n${amap.typeText}`;
    for (const match of [...tagMatches, ...amap.matches, ...words]) {
      const finding = keywordTests[match.row](text);
      if (finding === "excluded") continue;
      if (fitsSize(categories[match.row], record)) verdict.add(match, finding === "hit");
      else verdict.refuseForArea(match);
    }
    if (verdict.rows.size > 0) return verdict;
    for (const row of amap.rowsByName) {
      if (keywordTests[row](nameText) !== "hit" || keywordTests[row](text) === "excluded") continue;
      if (fitsSize(categories[row], record)) verdict.addByName(row, toTellingTag(record.tags));
    }
    return verdict;
  };
}

/** Weighs the matches of one record. The first match of the strongest kind is told. */
class Verdict {
  readonly rows = new Set<number>();
  why: "tags" | "amap" | "keyword" = "keyword";
  about = "";
  /** Rows that only need a keyword. */
  readonly broadRows = new Set<number>();
  broadWhy: "tags" | "amap" = "tags";
  broadAbout = "";
  refusedAbout: string | null = null;

  add(match: Match, hasKeyword: boolean): void {
    const { row, why, needsKeyword, onlyWithKeyword, about } = match;
    if (needsKeyword && !hasKeyword) {
      if (onlyWithKeyword) return;
      if (this.broadRows.size === 0) [this.broadWhy, this.broadAbout] = [why, about];
      this.broadRows.add(row);
      return;
    }
    const isStronger = this.why === "keyword" && !needsKeyword;
    if (this.rows.size === 0 || isStronger) this.about = about;
    if (isStronger) this.why = why;
    this.rows.add(row);
  }

  addByName(row: number, about: string): void {
    this.rows.add(row);
    this.about = about;
  }

  refuseForArea({ about }: Match): void {
    this.refusedAbout ??= `${about} (too small or too large)`;
  }
}

function buildLabelIndex(categories: readonly Category[]): Map<string, number[]> {
  const rowsByLabel = new Map<string, number[]>();
  categories.forEach(({ id, label: { zh, en } }, row) => {
    const labels = [id, zh, en].flatMap((label) => [label, ...label.split("/")]).flatMap(toValues);
    for (const label of new Set(labels)) addTo(rowsByLabel, label, row);
  });
  return rowsByLabel;
}

/** Tells whether a place is as large as a category asks for, by its ground and by what its tags tell. */
function fitsSize(category: Category, { areaSquareMeters, tags }: FacilityRecord): boolean {
  if (!fitsArea(category, areaSquareMeters)) return false;
  if (category.minimum === undefined) return true;
  const told = readAttributes(tags);
  return Object.entries(category.minimum).every(([name, least]) => (told[name] ?? 0) >= least);
}

function fitsArea(category: Category, area: number | null): boolean {
  const { minAreaSquareMeters = 0, maxAreaSquareMeters = Number.POSITIVE_INFINITY } = category;
  const isLimited = category.minAreaSquareMeters !== undefined || category.maxAreaSquareMeters !== undefined;
  if (!isLimited) return true;
  if (area === null) return category.unknownAreaCounts === true;
  return minAreaSquareMeters <= area && area < maxAreaSquareMeters;
}

/** Cuts between characters, not inside one. */
function shorten(about: string): string {
  if (about.length <= MAX_ABOUT_LENGTH) return about;
  return `${[...about].slice(0, MAX_ABOUT_LENGTH - 1).join("")}…`;
}
