import { invalid } from "../base/check-argument.js";
import { LAYERS } from "../base/layers.js";
import { say } from "../base/texts/library.js";
import type { Locale } from "../base/words.js";
import { assertTextOptions } from "../report/check-report.js";
import { formatCount, formatMinutes, formatScore, formatShare, UNKNOWN_MARK } from "../report/format-number.js";
import { REPORT_TEXTS } from "../report/report-texts.js";
import { wrapToColumns } from "../report/text-columns.js";
import { toTextTable } from "../report/text-table.js";
import type { TextOptions } from "../report/to-text.js";
import { toVisibleText } from "../report/visible-text.js";
import type { AreaComparison, Change, OnlyInOne, ReportComparison } from "./compare-reports.js";

interface ComparisonTexts {
  readonly title: string;
  readonly sameMethod: string;
  readonly method: Readonly<Record<ReportComparison["methodChanges"][number]["what"], string>>;
  readonly inDetail: (label: string) => string;
  readonly used: (layer: string) => string;
  readonly change: string;
  readonly complete: string;
  readonly newlyMissing: string;
  readonly noLongerMissing: string;
  readonly share: string;
  readonly points: (value: string) => string;
  readonly unchanged: (count: string) => string;
  readonly onlyBefore: string;
  readonly onlyAfter: string;
  readonly noChange: string;
}

const TEXTS: Readonly<Record<Locale, ComparisonTexts>> = {
  zh: {
    title: "两份报告的比较：前 → 后",
    sameMethod: "两份报告的标准、步行者和测算方法相同：差别来自数据。",
    method: { standard: "标准", judgeBy: "判定", profile: "步行者", travel: "测算方法", originSpacing: "出发点间距" },
    inDetail: (label) => `${label}（两份内容不同）`,
    used: (layer) => `使用的${layer}`,
    change: "变化",
    complete: "完整覆盖",
    newlyMissing: "新缺",
    noLongerMissing: "已补",
    share: "覆盖比例",
    points: (value) => `${value} 个百分点`,
    unchanged: (count) => `${count} 个社区没有变化。`,
    onlyBefore: "只在前一份中",
    onlyAfter: "只在后一份中",
    noChange: "没有任何数字变化。",
  },
  en: {
    title: "Two reports compared: before → after",
    sameMethod: "Standard, profile and method are the same in both: the difference comes from the data.",
    method: {
      standard: "Standard",
      judgeBy: "Judged",
      profile: "Walker",
      travel: "Distances",
      originSpacing: "Spacing of origins",
    },
    inDetail: (label) => `${label} (not the same in detail)`,
    used: (layer) => `Used of ${layer}`,
    change: "Change",
    complete: "Complete",
    newlyMissing: "Newly missing",
    noLongerMissing: "No longer missing",
    share: "Within reach",
    points: (value) => `${value} points`,
    unchanged: (count) => `${count} neighborhoods did not change.`,
    onlyBefore: "Only before",
    onlyAfter: "Only after",
    noChange: "No number changed.",
  },
};

/**
 * Writes a comparison as plain text for a terminal: how the two were made, the city, the requirements and neighborhoods
 * that changed, those that changed most first.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a comparison, or an unknown locale
 */
export function toComparisonText(comparison: ReportComparison, options: TextOptions = {}): string {
  assertTextOptions(options);
  if (comparison?.city?.circles === undefined || !Array.isArray(comparison.methodChanges))
    throw invalid("comparison", comparison, say("expected.comparison"));
  const { locale = "en", width = 100 } = options;
  const texts = TEXTS[locale];
  const table = (rows: string[][], rightCount: number) =>
    rows.length < 2
      ? []
      : [
          "",
          ...toTextTable(
            rows.map((row) => row.map(toVisibleText)),
            { width, rightCount },
          ),
        ];
  const changed = comparison.neighborhoods.filter(({ isChanged }) => isChanged);
  const still = comparison.neighborhoods.length - changed.length;
  return [
    texts.title,
    "",
    ...methodLines(comparison, locale).flatMap((line) => wrapToColumns(toVisibleText(line), width)),
    ...table(cityRows(comparison, locale), comparison.hasScores ? 4 : 2),
    ...table(requirementRows(comparison, locale), 3),
    ...table(neighborhoodRows(comparison, locale), comparison.circles.length),
    "",
    ...(changed.length === 0 && !comparison.city.isChanged ? [texts.noChange] : []),
    ...(still > 0 && changed.length > 0 ? [texts.unchanged(formatCount(still))] : []),
    ...onlyLines(texts.onlyBefore, comparison.onlyBefore, locale).map(toVisibleText),
    ...onlyLines(texts.onlyAfter, comparison.onlyAfter, locale).map(toVisibleText),
    "",
  ].join("\n");
}

function methodLines({ methodChanges, inputChanges }: ReportComparison, locale: Locale): string[] {
  const texts = TEXTS[locale];
  const { colon } = REPORT_TEXTS[locale];
  const methods = methodChanges.map(
    ({ what, before, after }) =>
      `- ${texts.method[what]}${colon}${before[locale] === after[locale] ? texts.inDetail(after[locale]) : arrow(before[locale], after[locale])}`,
  );
  const inputs = inputChanges.map(
    ({ layer, before, after }) =>
      `- ${texts.used(LAYERS[layer].label[locale])}${colon}${arrow(formatCount(before), formatCount(after))}`,
  );
  return [...(methods.length === 0 ? [texts.sameMethod] : methods), ...inputs];
}

function cityRows({ circles, city, requirements, hasScores }: ReportComparison, locale: Locale): string[][] {
  const texts = TEXTS[locale];
  const scored = (...cells: string[]) => (hasScores ? cells : []);
  const labels = new Map(requirements.map(({ id, label }) => [id, label[locale]]));
  const list = (ids: readonly string[]) => listText(ids, labels, locale);
  return [
    [
      REPORT_TEXTS[locale].circle,
      ...scored(REPORT_TEXTS[locale].score, texts.change),
      texts.complete,
      texts.change,
      texts.noLongerMissing,
      texts.newlyMissing,
    ],
    ...circles.map(({ id, label }) => {
      const { score, complete, newlyMissing, noLongerMissing } = city.circles[id];
      return [
        label[locale],
        ...scored(arrowOf(score, formatScoreOrMark), difference(score, 1)),
        arrowOf(complete, formatShare),
        toPoints(complete, locale),
        list(noLongerMissing),
        list(newlyMissing),
      ];
    }),
  ];
}

function requirementRows({ requirements, city }: ReportComparison, locale: Locale): string[][] {
  const texts = TEXTS[locale];
  const changed = requirements
    .map((requirement) => ({ ...requirement, ...city.requirements[requirement.id] }))
    .filter(({ share, medianSeconds }) => share.before !== share.after || medianSeconds.before !== medianSeconds.after)
    .sort((a, b) => amountOf(b.share) - amountOf(a.share)); // stable: ties keep the standard's order
  return [
    [REPORT_TEXTS[locale].requirement, texts.share, REPORT_TEXTS[locale].medianMinutes, texts.change],
    ...changed.map(({ label, share, medianSeconds }) => [
      label[locale],
      arrowOf(share, formatShare),
      arrowOf(medianSeconds, formatMinutes),
      toPoints(share, locale),
    ]),
  ];
}

function neighborhoodRows(
  { neighborhoods, circles, requirements, hasScores }: ReportComparison,
  locale: Locale,
): string[][] {
  const texts = TEXTS[locale];
  const labels = new Map(requirements.map(({ id, label }) => [id, label[locale]]));
  const sum = ({ circles: of }: AreaComparison) =>
    Object.values(of).reduce((total, { score, complete }) => total + amountOf(hasScores ? score : complete), 0);
  const changed = neighborhoods.filter(({ isChanged }) => isChanged).sort((a, b) => sum(b) - sum(a));
  return [
    [
      REPORT_TEXTS[locale].neighborhood,
      ...circles.map(({ label }) => label[locale]),
      texts.noLongerMissing,
      texts.newlyMissing,
    ],
    ...changed.map((area) => {
      const all = (pick: "newlyMissing" | "noLongerMissing") => circles.flatMap(({ id }) => area.circles[id][pick]);
      return [
        area.name ?? area.id,
        ...circles.map(({ id }) => {
          const { score, complete } = area.circles[id];
          return hasScores ? arrowOf(score, formatScoreOrMark) : arrowOf(complete, formatShare);
        }),
        listText(all("noLongerMissing"), labels, locale),
        listText(all("newlyMissing"), labels, locale),
      ];
    }),
  ];
}

function onlyLines(title: string, only: OnlyInOne, locale: Locale): string[] {
  const { colon, listSeparator, neighborhoods, circle, requirement } = REPORT_TEXTS[locale];
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [neighborhoods, only.neighborhoods.map(({ id, name }) => name ?? id)],
    [circle, only.circles],
    [requirement, only.requirements],
  ];
  return rows
    .filter(([, list]) => list.length > 0)
    .map(([what, list]) => `${title}${listSeparator}${what} (${list.length})${colon}${shorten(list, listSeparator)}`);
}

const MOST_NAMES = 12;

function shorten(names: readonly string[], separator: string): string {
  return `${names.slice(0, MOST_NAMES).join(separator)}${names.length > MOST_NAMES ? " …" : ""}`;
}

function listText(ids: readonly string[], labels: ReadonlyMap<string, string>, locale: Locale): string {
  return [...new Set(ids)].map((id) => labels.get(id) ?? id).join(REPORT_TEXTS[locale].listSeparator);
}

function arrow(before: string, after: string): string {
  return before === after ? after : `${before} → ${after}`;
}

function arrowOf<T>({ before, after }: Change<T>, format: (value: T) => string): string {
  return arrow(format(before), format(after));
}

function formatScoreOrMark(score: number | null): string {
  return score === null ? UNKNOWN_MARK : formatScore(score);
}

/** Writes a difference with its sign; a dash where one side is unknown. */
function difference({ before, after }: Change<number | null>, digits: number, factor: number = 1): string {
  if (before === null || after === null) return before === after ? "" : UNKNOWN_MARK;
  const value = (after - before) * factor;
  if (value === 0) return "";
  return `${value > 0 ? "+" : "−"}${Math.abs(value).toFixed(digits)}`;
}

function toPoints(share: Change<number | null>, locale: Locale): string {
  const text = difference(share, 1, 100);
  return text === "" || text === UNKNOWN_MARK ? text : TEXTS[locale].points(text);
}

function amountOf({ before, after }: Change<number | null>): number {
  return before === null || after === null ? 0 : Math.abs(after - before);
}
