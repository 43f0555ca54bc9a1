import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import { chooseScoreColors } from "../maps/map-style.js";
import type { CoverageReport } from "../model/report.js";
import type { Circle } from "../model/standard.js";
import { escapeHtml } from "../report/escape-html.js";

/**
 * Writes the style of a layer for QGIS (QML): neighborhoods in the color of their grade in one circle (of their score, or of the share for
 * whom it is complete, where there are no grades), those without in gray.
 */
export function toQgisStyle(report: CoverageReport, circle: Circle, locale: Locale): string {
  const { bands } = chooseScoreColors(report.standard);
  const value =
    report.standard.scoring === null
      ? `100 * coalesce("${circle.id}_people_share", "${circle.id}_area_share")`
      : `"${circle.id}_score"`;
  const gradeField = `"${circle.id}_grade"`;
  const classes = [
    ...bands.map(({ grade, label, minScore, belowScore, color }, row) => {
      // of the bands of a grade the best has no upper limit, the worst no lower one: a grade may be another than that of the score
      const isNext = (step: 1 | -1) => bands[row + step] !== undefined && bands[row + step]?.grade?.id === grade?.id;
      const limits = [
        ...(grade === null ? [] : [`${gradeField} = '${grade.id}'`]),
        ...(isNext(1) ? [`${value} >= ${minScore}`] : []),
        ...(isNext(-1) ? [`${value} < ${belowScore}`] : []),
      ];
      return {
        ...{ label: label[locale], filter: limits.join(" AND ") },
        ...{ fill: `${(color.match(/\d+/g) ?? []).join(",")},255`, pattern: "solid" },
      };
    }),
    {
      label: `${reportTexts(locale)("report.noData")} / ${reportTexts(locale)("report.unknown")}`,
      filter: `${report.standard.grades.length === 0 ? value : gradeField} IS NULL`,
      fill: "118,118,118,255",
      pattern: "b_diagonal",
    },
  ];
  const rules = classes.map(
    ({ label, filter }, row) =>
      `<rule key="${row}" symbol="${row}" label="${escapeHtml(label)}" filter="${escapeHtml(filter)}"/>`,
  );
  const symbols = classes.map(({ fill, pattern }, row) => {
    const properties = { color: fill, style: pattern, outline_color: "77,77,77,255", outline_width: "0.26" };
    const options = Object.entries(properties).map(
      ([name, value]) => `<Option name="${name}" type="QString" value="${value}"/>`,
    );
    return `<symbol type="fill" name="${row}" alpha="1"><layer class="SimpleFill" enabled="1" pass="0" locked="0"><Option type="Map">${options.join("")}</Option></layer></symbol>`;
  });
  return `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version="3.22.0" styleCategories="Symbology"><renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0"><rules key="root">${rules.join("")}</rules><symbols>${symbols.join("")}</symbols></renderer-v2></qgis>`;
}
