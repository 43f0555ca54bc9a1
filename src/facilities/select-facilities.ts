import { compareText, type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import type { DiagnosticCode } from "../base/texts/findings.js";
import type { LonLat } from "../base/words.js";
import type { CategoryId, Facility, FacilityRecord } from "../model/facts.js";
import type { Category } from "../model/standard.js";
import { buildClassifier } from "./classify.js";
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

export interface SelectOptions {
  /** Broad tags count without a keyword in the name. Default: false. */
  readonly loose?: boolean;
  /** The property that names the category. Default: `category`. */
  readonly categoryProperty?: string | undefined;
}

/** Finds the category of every record, gives areas their mapped entrances, and leaves out what no category matches. */
export function selectFacilities(
  records: readonly FacilityRecord[],
  categories: readonly Category[],
  { loose = false, categoryProperty }: SelectOptions = {},
): SelectedFacilities {
  const diagnostics = new Diagnostics();
  const classify = buildClassifier(categories, { loose });
  const classifyLoosely = buildClassifier(categories, { loose: true });
  const ambiguousCounts = new Map<CategoryId, number>();
  const facilities: Facility[] = [];
  const others: { readonly record: FacilityRecord; readonly code: DiagnosticCode; readonly about: string }[] = [];
  for (const record of byPlace(records)) {
    const { categories: found, why, about } = classify(record, categoryProperty);
    // who names the category outright knows that it counts
    const isClosed = why !== "category" && (record.tags.access === "private" || record.tags.access === "no");
    if (found.length > 0 && isClosed) others.push({ record, code: "facility.private", about });
    else if (found.length > 0) facilities.push(toFacility(record, found));
    else others.push({ record, code: why === "ambiguous" ? "category.ambiguous" : "category.unknown", about });
    if (why !== "ambiguous") continue;
    for (const category of classifyLoosely(record, categoryProperty).categories)
      ambiguousCounts.set(category, (ambiguousCounts.get(category) ?? 0) + 1);
  }
  const { facilities: withEntrances, entranceRecords } = mapEntrances(
    facilities,
    others.map(({ record }) => record),
  );
  const leftOut: Partial<Record<DiagnosticCode, number>> = {};
  for (const { record, code, about } of others) {
    const reason = entranceRecords.has(record) ? "facility.entrance" : code;
    leftOut[reason] = (leftOut[reason] ?? 0) + 1;
    diagnostics.add(reason, "facilities", record.id, reason === "facility.entrance" ? null : about);
  }
  reportDuplicates(withEntrances, diagnostics);
  return {
    facilities: withEntrances,
    leftOut,
    ambiguousCounts: Object.fromEntries(ambiguousCounts),
    diagnostics: diagnostics.list(),
  };
}

function toFacility(record: FacilityRecord, categories: Facility["categories"]): Facility {
  const { id, name, location, entrances, outline, isArea, areaSquareMeters } = record;
  const attributes = readAttributes(record.tags);
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
