import type { CircleCoverage, NeighborhoodCoverage, RequirementCoverage, StandardSummary } from "../model/report.js";
import { scoredColumns } from "../report/circle-view.js";
import { knownShareOf } from "../report/sentences.js";
import { type ColumnMeaning, MEANINGS } from "./column-meanings.js";

/** One property of a neighborhood in GeoJSON, GeoPackage and GeoParquet. */
export interface AreaProperty {
  readonly name: string;
  readonly meaning: ColumnMeaning;
  /** The id of the circle or requirement that it tells about. */
  readonly about: string | null;
  readonly read: (area: NeighborhoodCoverage) => string | number | null;
}

/** Lists the properties, flat, so that every GIS can style by them; names and values are the same in every language. */
export function listAreaProperties(standard: StandardSummary): AreaProperty[] {
  const { circles, requirements } = standard;
  const circleIds = new Set(circles.map(({ id }) => id));
  const property = (
    about: string | null,
    name: string,
    meaning: ColumnMeaning,
    read: AreaProperty["read"],
  ): AreaProperty => ({ name, meaning, about, read });
  return [
    property(null, "id", MEANINGS.id, ({ id }) => id),
    property(null, "name", MEANINGS.name, ({ name }) => name),
    property(null, "population", MEANINGS.population, ({ population }) => population),
    property(null, "area_m2", MEANINGS.area, ({ areaSquareMeters }) => areaSquareMeters),
    property(null, "known_people_share", MEANINGS.knownPeople, (area) => knownShareOf(area, "population")),
    property(null, "known_area_share", MEANINGS.knownArea, (area) => knownShareOf(area, "area")),
    ...circles.flatMap(({ id }) => {
      const of = (name: string, meaning: ColumnMeaning, pick: (circle: CircleCoverage) => string | number | null) =>
        property(id, `${id}_${name}`, meaning, ({ circles: all }) => pick(all[id]));
      return [
        ...scoredColumns(
          standard,
          of("score", MEANINGS.score, ({ score }) => score),
          of("grade", MEANINGS.grade, ({ grade }) => grade),
        ),
        of("people_share", MEANINGS.completePeople, ({ population }) => population.share),
        of("area_share", MEANINGS.completeArea, ({ area }) => area.share),
        of("missing", MEANINGS.missing, ({ missing }) => missing.join(";")),
        of("no_data", MEANINGS.noData, ({ noData }) => noData.join(";")),
      ];
    }),
    ...requirements.flatMap(({ id }) => {
      const prefix = circleIds.has(id) ? `requirement_${id}` : id;
      const of = (name: string, meaning: ColumnMeaning, pick: (one: RequirementCoverage) => string | number | null) =>
        property(id, `${prefix}_${name}`, meaning, ({ requirements: all }) => pick(all[id]));
      return [
        of("status", MEANINGS.status, ({ status }) => status),
        of("people_share", MEANINGS.peopleShare, ({ population }) => population.share),
        of("median_s", MEANINGS.medianSeconds, ({ seconds }) => seconds?.median ?? null),
      ];
    }),
  ];
}
