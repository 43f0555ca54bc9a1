import { identifyFeature, STREET_ID_PROPERTIES, toFeatureId } from "./feature-ids.js";
import { TAG_CONTAINERS } from "./tag-values.js";

// The members of features that the reader of texts looks at.

export const FEATURE_NAMES: readonly string[] = ["type", "geometry", "properties", "id"];
export const GEOMETRY_NAMES: readonly string[] = ["type", "coordinates"];
const OSM_TYPE = "osm_type";
/** The properties that are no tags: in the table of names they come after the keys of tags. */
export const OTHER_NAMES: readonly string[] = ["nodes", ...TAG_CONTAINERS, OSM_TYPE, "id", ...STREET_ID_PROPERTIES];
/** Their numbers: of the ids of nodes, and of the last container of tags. */
export const NODES = 0;
export const LAST_CONTAINER: number = TAG_CONTAINERS.length;
/** The feature has no ids of nodes. */
export const NO_NODES = -1;

/** A member that may be the feature's id. */
export interface IdSpan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads what a feature calls itself; `null` = it does not.
 *
 * @param featureId the feature's own `id`, beside its properties
 * @param parse makes a value of a piece of the bytes
 */
export function readOwnId(
  featureId: unknown,
  spans: readonly IdSpan[],
  parse: (start: number, end: number) => unknown,
): string | null {
  const [first] = spans;
  if (first === undefined) return toFeatureId(featureId)?.id ?? null;
  // nearly always
  if (spans.length === 1 && featureId === undefined && first.name !== OSM_TYPE)
    return toFeatureId(parse(first.start, first.end))?.id ?? null;
  const ids = spans.map(({ name, start, end }) => [name, parse(start, end)]);
  return identifyFeature({ id: featureId }, Object.fromEntries(ids), undefined, STREET_ID_PROPERTIES).id;
}
