import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import { chooseScoreColors } from "../maps/map-style.js";
import type { CoverageReport } from "../model/report.js";
import type { Circle } from "../model/standard.js";
import { escapeHtml } from "../report/escape-html.js";

/**
 * Writes the style of a layer for QGIS (QML): neighborhoods in the color of their score in one circle (of the share for whom it is
 * complete, where there are no scores), those without in gray.
 */
export function toQgisStyle(report: CoverageReport, circle: Circle, locale: Locale): string {
  const { bands } = chooseScoreColors(report.standard);
  const value =
    report.standard.scoring === null
      ? `100 * coalesce("${circle.id}_people_share", "${circle.id}_area_share")`
      : `"${circle.id}_score"`;
  const classes = [
    ...bands.map(({ label, minScore, belowScore, color }) => ({
      label: label[locale],
      filter: belowScore === null ? `${value} >= ${minScore}` : `${value} >= ${minScore} AND ${value} < ${belowScore}`,
      fill: `${(color.match(/\d+/g) ?? []).join(",")},255`,
      pattern: "solid",
    })),
    {
      label: `${reportTexts(locale)("report.noData")} / ${reportTexts(locale)("report.unknown")}`,
      filter: `${value} IS NULL`,
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
