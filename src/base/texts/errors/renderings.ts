import type { TranslationOf } from "../phrase.js";

/** What is wrong with what a rendering was given. */
export const RENDERINGS = {
  "map.circle": "There is no circle {circle} in the report.",
  "map.circle.hint": "Use one of {known}, or leave it out to draw all of them.",
  "comparison.noCircle": "The two reports have no circle in common.",
  "comparison.noCircle.hint": "Compare reports whose standards use the same circle ids.",
  "view.noDocument": "There is no document to create an element in.",
  "view.noDocument.hint": "view works in browsers only; display works everywhere.",
  "report.version": "The report has schema version {version}, but this version of quarterhour reads {expected}.",
  "report.version.hint": "Compute the report again, or render it with the version that wrote it.",
  "map.noImage": "The map cannot be drawn as an image ({reason}).",
  "geoPackage.sqlite": "SQLite cannot be started ({reason}).",
  "geoPackage.sqlite.hint": "In a browser, pass the URL or the bytes of sql-wasm-browser.wasm from the package sql.js.",
  "map.noImage.hint": "Pass fonts that contain the characters of the names.",
  "map.fonts": "fonts must be an array of font files.",
  "map.fonts.hint": "Pass the bytes of fonts (.ttf, .otf, .ttc) that contain the characters of the names.",
  "expected.report": "a report from computeCoverage, or its parsed JSON",
  "expected.comparison": "a comparison from compareReports",
  "expected.preparedCity": "a city from prepareCity",
  "expected.outlines": "an array of outlines, such as prepareCity(…).neighborhoods",
  "expected.columns": "a whole number ≥ 1",
  "expected.scale": "a number > 0, up to 8",
} as const;

/** The same in Chinese. */
export const RENDERINGS_ZH: TranslationOf<typeof RENDERINGS> = {
  "map.circle": "报告中没有生活圈 {circle}。",
  "map.circle.hint": "可用的有：{known}；省略则绘制全部。",
  "comparison.noCircle": "两份报告没有相同的生活圈。",
  "comparison.noCircle.hint": "请比较标准中生活圈编号相同的报告。",
  "view.noDocument": "没有可放置元素的文档（document）。",
  "view.noDocument.hint": "view 只用于浏览器；display 在任何环境都可用。",
  "report.version": "报告的 schemaVersion 为 {version}；此版本的 quarterhour 读取 {expected}。",
  "report.version.hint": "请重新计算报告，或用写出它的版本来呈现。",
  "map.noImage": "地图无法绘成图片（{reason}）。",
  "geoPackage.sqlite": "SQLite 无法启动（{reason}）。",
  "geoPackage.sqlite.hint": "在浏览器中，请提供 sql.js 包中 sql-wasm-browser.wasm 的地址或字节。",
  "map.noImage.hint": "请提供含有名称所用文字的字体。",
  "map.fonts": "fonts 应为字体文件的数组。",
  "map.fonts.hint": "请提供含有名称所用文字的字体文件（.ttf、.otf、.ttc）的字节。",
  "expected.report": " computeCoverage 返回的报告，或其 JSON 解析后的对象",
  "expected.comparison": " compareReports 返回的比较结果",
  "expected.preparedCity": " prepareCity 返回的城市",
  "expected.outlines": "轮廓的数组，如 prepareCity(…).neighborhoods",
  "expected.columns": "不小于 1 的整数",
  "expected.scale": "大于 0、不超过 8 的数",
};
