import { checkObject } from "../base/check-argument.js";
import { compareText, type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import { guardShape } from "../base/guard-call.js";
import type { DiagnosticCode } from "../base/texts/findings.js";
import type { LonLat } from "../base/words.js";
import type { CategoryId, Facility, FacilityRecord } from "../model/facts.js";
import type { Category } from "../model/standard.js";
import { buildClassifier, type Classification, DEFAULT_DAY } from "./classify.js";
import { joinTwins } from "./join-twins.js";
import { mapEntrances } from "./map-entrances.js";
import { readAttributes } from "./read-attributes.js";

/** The facilities that a standard's categories recognize, and what became of the others. */
export interface SelectedFacilities {
  /** In an order by place that does not depend on the order of the input. */
  readonly facilities: readonly Facility[];
  readonly leftOut: Readonly<Partial<Record<DiagnosticCode, number>>>;
  /** By category, how many of those left out may be of it, but do not tell. */
  readonly ambiguousCounts: Readonly<Record<CategoryId, number>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Which places count. */
export interface SelectOptions {
  /** Broad tags count without a keyword in the name. Default: false. */
  readonly loose?: boolean;
  /** The property that names the category. Default: `category`. */
  readonly categoryProperty?: string | undefined;
  /** What ended before this day (`YYYY-MM-DD`) is left out. Default: the day of this version. */
  readonly on?: string | undefined;
}

/** Finds the category of every record, joins what is mapped twice, gives areas their mapped entrances, and leaves out what does not count. */
export function selectFacilities(
  records: readonly FacilityRecord[],
  categories: readonly Category[],
  options: SelectOptions = {},
): SelectedFacilities {
  return guardShape("selectFacilities", () => {
    checkObject("options", options);
    const { loose = false, categoryProperty, on = DEFAULT_DAY } = options;
    const diagnostics = new Diagnostics();
    const classify = buildClassifier(categories, { loose, on });
    const classifyLoosely = buildClassifier(categories, { loose: true, on });
    const ambiguousCounts = new Map<CategoryId, number>();
    const facilities: Facility[] = [];
    const others: LeftOutRecord[] = [];
    /** Whoever names the category outright knows that it counts, and as a place of its own. */
    const outright = new Set<string>();
    for (const record of byPlace(records)) {
      const { categories: found, why, about } = classify(record, categoryProperty);
      if (why === "category") outright.add(record.id);
      const isPrivate = why !== "category" && (record.tags.access === "private" || record.tags.access === "no");
      if (found.length === 0) others.push({ record, code: reasonOf(why), about });
      else if (isPrivate) others.push({ record, code: "facility.private", about });
      else facilities.push(toFacility(record, found));
      if (why !== "ambiguous") continue;
      for (const category of classifyLoosely(record, categoryProperty).categories)
        ambiguousCounts.set(category, (ambiguousCounts.get(category) ?? 0) + 1);
    }
    const { facilities: single, twins } = joinTwins(facilities, ({ id }) => outright.has(id));
    const {
      facilities: withEntrances,
      entranceRecords,
      closedRecords,
    } = mapEntrances(
      single,
      others.map(({ record }) => record),
    );
    const leftOut: Partial<Record<DiagnosticCode, number>> = {};
    const leaveOut = (code: DiagnosticCode, id: string, about: string | null) => {
      leftOut[code] = (leftOut[code] ?? 0) + 1;
      diagnostics.add(code, "facilities", id, about);
    };
    for (const { record, code, about } of others) {
      if (entranceRecords.has(record)) leaveOut("facility.entrance", record.id, null);
      else if (closedRecords.has(record)) leaveOut("facility.closedEntrance", record.id, null);
      else leaveOut(code, record.id, about);
    }
    for (const { id, categories: own } of twins) leaveOut("facility.twin", id, `category=${own.join(";")}`);
    reportDuplicates(withEntrances, diagnostics);
    return {
      facilities: withEntrances,
      leftOut,
      ambiguousCounts: Object.fromEntries(ambiguousCounts),
      diagnostics: diagnostics.list(),
    };
  });
}

interface LeftOutRecord {
  readonly record: FacilityRecord;
  readonly code: DiagnosticCode;
  readonly about: string;
}

function reasonOf(why: Classification["why"]): DiagnosticCode {
  if (why === "closed") return "facility.closed";
  return why === "ambiguous" ? "category.ambiguous" : "category.unknown";
}

function toFacility(record: FacilityRecord, categories: Facility["categories"]): Facility {
  const { id, name, location, entrances, outline, isArea, areaSquareMeters } = record;
  const attributes = readAttributes(record.tags, categories);
  return { id, name, categories, location, entrances, outline, isArea, areaSquareMeters, attributes };
}

/** The same category twice within the resolution of the coordinates. Facilities come by place: twins are neighbors. */
function reportDuplicates(facilities: readonly Facility[], diagnostics: Diagnostics): void {
  let seen = new Set<string>();
  facilities.forEach(({ id, name, categories, location }, row) => {
    const before = facilities[row - 1]?.location;
    const next = facilities[row + 1]?.location;
    const isAfterTwin = before !== undefined && comparePlaces(before, location) === 0;
    if (!isAfterTwin && (next === undefined || comparePlaces(location, next) !== 0)) return;
    if (!isAfterTwin) seen = new Set();
    const key = `${categories.join()} ${name ?? ""}`;
    if (seen.has(key)) diagnostics.add("facility.duplicate", "facilities", id);
    seen.add(key);
  });
}

/** Sorts by place: the longitudes in a column of their own decide nearly always. */
function byPlace(records: readonly FacilityRecord[]): FacilityRecord[] {
  const lon = Float64Array.from(records, ({ location }) => location[0]);
  const record = (row: number) => records[row] as FacilityRecord;
  const rows = Uint32Array.from(records.keys());
  rows.sort((a, b) => lon[a] - lon[b] || compareFacilities(record(a), record(b)));
  return Array.from(rows, record);
}

type Comparable = Pick<Facility, "id" | "location" | "outline" | "areaSquareMeters" | "entrances">;

/** Orders by place; two that still tie differ only in what changes no number. */
export function compareFacilities(a: Comparable, b: Comparable): number {
  const place = comparePlaces(a.location, b.location);
  if (place !== 0) return place;
  return (
    a.outline.length - b.outline.length ||
    (a.areaSquareMeters ?? 0) - (b.areaSquareMeters ?? 0) ||
    a.entrances.length - b.entrances.length ||
    compareText(a.id, b.id)
  );
}

function comparePlaces(a: LonLat, b: LonLat): number {
  return a[0] - b[0] || a[1] - b[1];
}
