import type { PrepareOptions } from "../../model/input.js";
import type { Standard } from "../../model/standard.js";
import type { GroupTexts, Properties } from "../command-line/option-values.js";
import type { Settings } from "../command-line/settings.js";

/** How a city is to be prepared, as the settings ask for it. */
export function prepareOptionsOf(settings: Settings, standard: Standard): PrepareOptions {
  const { country, datum, property, group, originSpacing, joinStreets, repair, classification, on } = settings;
  return {
    standard,
    ...(country === undefined ? {} : { country }),
    ...(datum === undefined ? {} : { datum }),
    ...(property === undefined && group === undefined ? {} : { properties: propertiesOf(property, group) }),
    ...(originSpacing === undefined ? {} : { originSpacingMeters: originSpacing }),
    ...(joinStreets === undefined ? {} : { joinStreetsMeters: joinStreets }),
    ...(repair === undefined ? {} : { repair }),
    ...(classification === undefined ? {} : { classification }),
    ...(on === undefined ? {} : { on }),
  };
}

/** The names of properties, and the groups of people by the properties that tell of them. */
function propertiesOf(property: Properties = {}, group: GroupTexts = {}): NonNullable<PrepareOptions["properties"]> {
  const groups = Object.entries(group).map(([id, text]) => {
    const [, value, parts] = /^(.+)\/(\d+)$/.exec(text) ?? [];
    return [id, value === undefined ? text : { value, parts: Number(parts) }] as const;
  });
  if (groups.length === 0) return property;
  return { ...property, population: { ...property.population, groups: Object.fromEntries(groups) } };
}
