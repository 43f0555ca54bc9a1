import { readOptionsOf } from "../city/read-layers.js";
import { withEquity } from "../inequality/with-equity.js";
import { readMeasure } from "../measures/read-measure.js";
import type { FacilityRecord, Reading } from "../model/facts.js";
import type { GeoJsonInput, PrepareOptions } from "../model/input.js";
import type { Measure } from "../model/measure.js";
import type { Standard } from "../model/standard.js";
import { withOpportunities } from "../read/with-opportunities.js";
import { withCategory } from "../standards/with-category.js";
import type { Settings } from "./command-line/settings.js";
import { readInputFiles, toCityInput } from "./input-files.js";
import type { ProgressBar } from "./progress-bar.js";

/** A file of places, and the property that tells how much there is to be reached. */
function opportunitiesOf({ opportunities = {} }: Settings): readonly (readonly [file: string, property: string])[] {
  return Object.entries(opportunities).flatMap(([file, list]) =>
    list.split(",").map((property) => [file, property] as const),
  );
}

/** Gives the standard that knows what is to be reached, too. */
export function withOpportunityCategories(standard: Standard, settings: Settings): Standard {
  const asked = [...new Set(opportunitiesOf(settings).map(([, property]) => property))];
  return asked.reduce((known, id) => withCategory(known, { id }), standard);
}

/** Adds the opportunities that the settings name to the facilities. @throws {CoverageError} what reading the files throws */
export async function addOpportunities(
  facilities: Reading<FacilityRecord>,
  settings: Settings,
  options: PrepareOptions,
  bar: ProgressBar,
): Promise<Reading<FacilityRecord>> {
  const categoryProperty = options.properties?.facilities?.category;
  let all = facilities;
  for (const [file, property] of opportunitiesOf(settings)) {
    const { encoding, crs, axes, column } = settings;
    const said = {
      ...(encoding && { encoding }),
      ...(crs && { crs }),
      ...(axes && { axes }),
      ...(column && { column }),
    };
    const read = await toCityInput(readInputFiles({ ...said, facilities: file }, bar), settings.datum);
    const how = { property, ...(categoryProperty === undefined ? {} : { categoryProperty }) };
    all = withOpportunities(all, read.facilities as GeoJsonInput, { ...readOptionsOf("facilities", options), ...how });
  }
  return all;
}

/** Reads the measures that the settings ask for; how each is shared among people is told, too. What is to be reached counts by how much there is. */
export function measuresOf(settings: Settings): readonly Measure[] {
  const amounts = new Set(opportunitiesOf(settings).map(([, property]) => property));
  return (settings.measure ?? []).map((text) => {
    const [, of = ""] = /:of=([^:]+)/.exec(text) ?? [];
    const isAmount = amounts.has(of) && !/:supply=/.test(text) && COUNTING.test(text);
    return withEquity(readMeasure(isAmount ? `${text}:supply=${of}` : text));
  });
}

/** All but those that look at the way only. */
const COUNTING = /^(?!nearest|proximity|slowest)/;
