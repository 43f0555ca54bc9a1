import type { City } from "../city/city.js";
import { buildClassifier } from "../facilities/classify.js";
import type { Facility, FacilityRecord, LayerCounts, Reading } from "../model/facts.js";
import type { Category } from "../model/standard.js";

/**
 * Gives the facility layer of a city in which other facilities are open: those, each with its categories said outright, and whatever
 * else was read and counts for none of the categories (lakes, benches, what is closed).
 *
 * @param selected what was open before any edit
 * @param open what is open now
 */
export function toEditedRecords(
  { records, classification }: Pick<City, "records" | "classification">,
  categories: readonly Category[],
  { selected, open }: { readonly selected: readonly Facility[]; readonly open: readonly Facility[] },
): Reading<FacilityRecord> {
  const { loose, on, categoryProperty = "category" } = classification;
  const classify = buildClassifier(categories, { loose, ...(on === undefined ? {} : { on }) });
  const wereOpen = new Set(selected.map(({ id }) => id));
  const tagsById = new Map(records.rows.map(({ id, tags }) => [id, tags]));
  // a twin of what was closed would open again, and gates are known to their areas
  const others = records.rows.filter(
    (record) =>
      !wereOpen.has(record.id) && !isGate(record) && classify(record, categoryProperty).categories.length === 0,
  );
  const own = open.map(({ categories: own, attributes: _, ...facility }): FacilityRecord => {
    // a planned one may bear the id of one that closed
    const tags = selected.some((one) => one.id === facility.id) ? (tagsById.get(facility.id) ?? {}) : {};
    return { ...facility, tags: { ...tags, [categoryProperty]: own } };
  });
  const rows = [...own, ...others];
  return { ...records, rows, counts: countsOf(records.counts, rows.length) };
}

function isGate({ tags }: FacilityRecord): boolean {
  return typeof tags.entrance === "string" || tags.barrier === "gate";
}

/** As if these had been given, beside those that could not be read. */
export function countsOf(counts: LayerCounts, used: number): LayerCounts {
  const left = Object.values(counts.leftOut).reduce((sum, count) => sum + (count ?? 0), 0);
  return { ...counts, given: used + left, used };
}
