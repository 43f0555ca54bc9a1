import type { CircleCoverage, CoverageReport, NeighborhoodCoverage, RequirementCoverage } from "../model/report.js";
import { knownShareOf } from "../report/cautions.js";
import { scoredColumns } from "../report/circle-view.js";
import { servicesOfGroup } from "../report/groups-view.js";
import { listMeasures } from "../report/measure-rows.js";
import type { ColumnMeaning } from "./column-meanings.js";

/** One property of a neighborhood in GeoJSON, GeoPackage and GeoParquet. */
export interface AreaProperty {
  readonly name: string;
  readonly meaning: ColumnMeaning;
  /** The id of the circle or requirement that it tells about. */
  readonly about: string | null;
  readonly read: (area: NeighborhoodCoverage) => string | number | null;
}

/** Lists the properties, flat, so that every GIS can style by them; names and values are the same in every language. */
export function listAreaProperties(report: CoverageReport): AreaProperty[] {
  const { standard } = report;
  const { circles, requirements } = standard;
  const circleIds = new Set(circles.map(({ id }) => id));
  const property = (
    about: string | null,
    name: string,
    meaning: ColumnMeaning,
    read: AreaProperty["read"],
  ): AreaProperty => ({ name, meaning, about, read });
  return [
    property(null, "id", "id", ({ id }) => id),
    property(null, "name", "name", ({ name }) => name),
    property(null, "population", "population", ({ population }) => population),
    property(null, "area_m2", "area", ({ areaSquareMeters }) => areaSquareMeters),
    property(null, "known_people_share", "knownPeople", (area) => knownShareOf(area, "population")),
    property(null, "known_area_share", "knownArea", (area) => knownShareOf(area, "area")),
    property(null, "services", "services", ({ services }) => services.value),
    property(null, "services_ceiling", "servicesCeiling", ({ services }) => services.ceiling),
    ...(standard.lineClasses === undefined
      ? []
      : [
          property(null, "lines_met", "linesMet", ({ lines }) => (lines ? lines.mandatory + lines.optional : null)),
          property(null, "line_class", "lineClass", ({ lines }) => lines?.lineClass ?? null),
        ]),
    ...Object.keys(report.city.groups ?? {}).flatMap((group) => [
      property(null, `people_${group}`, "groupPeople", ({ groups }) => groups?.[group] ?? null),
      property(null, `services_${group}`, "groupServices", (area) => servicesOfGroup(report, area, group)),
    ]),
    ...listMeasures(report).map(({ id, statistic }) =>
      property(id, `${id}_${statistic}`, "measure", ({ measures }) => measures?.[id]?.[statistic] ?? null),
    ),
    ...circles.flatMap(({ id }) => {
      const of = (name: string, meaning: ColumnMeaning, pick: (circle: CircleCoverage) => string | number | null) =>
        property(id, `${id}_${name}`, meaning, ({ circles: all }) => pick(all[id]));
      return [
        ...scoredColumns(
          standard,
          [
            of("score", "score", ({ score }) => score),
            of("score_ceiling", "scoreCeiling", ({ scoreCeiling }) => scoreCeiling),
          ],
          [
            of("grade", "grade", ({ grade }) => grade),
            of("grade_ceiling", "gradeCeiling", ({ gradeCeiling }) => gradeCeiling),
          ],
        ).flat(),
        of("people_share", "completePeople", ({ population }) => population.share),
        of("area_share", "completeArea", ({ area }) => area.share),
        of("missing", "missing", ({ missing }) => missing.join(";")),
        of("no_data", "noData", ({ noData }) => noData.join(";")),
      ];
    }),
    ...requirements.flatMap(({ id }) => {
      const prefix = circleIds.has(id) ? `requirement_${id}` : id;
      const of = (name: string, meaning: ColumnMeaning, pick: (one: RequirementCoverage) => string | number | null) =>
        property(id, `${prefix}_${name}`, meaning, ({ requirements: all }) => pick(all[id]));
      return [
        of("status", "status", ({ status }) => status),
        of("people_share", "peopleShare", ({ population }) => population.share),
        of("median_s", "medianSeconds", ({ seconds }) => seconds?.median ?? null),
      ];
    }),
  ];
}
