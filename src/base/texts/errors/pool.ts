import type { TranslationOf } from "../phrase.js";

/** What is wrong with threads and parts, and with packages that are loaded on demand. */
export const POOL = {
  "expected.openAt":
    'a weekday and an hour, "We 10:00" (Mo Tu We Th Fr Sa Su), or a day and an hour, "2026-12-02 10:00"',
  "expected.dayOfOneClock": "a day on which clocks do not change where this program runs (or run it with TZ=UTC)",
  "expected.countryCode": "two letters of ISO 3166",
  "expected.heights":
    "heights on a grid along longitudes and latitudes, at least two by two cells: reproject others to EPSG:4326",
  "package.missing": "{user} needs packages that are not installed: {packages}.",
  "package.missing.hint": "Install them: {command}",
  "pool.module": "{path}: the module {module} cannot be imported ({why}).",
  "pool.module.hint": "Pass the name of a package, or a URL.",
  "pool.export": "{path}: the module {module} exports no {name}.",
  "pool.workers": "workers must be from 1 to {most}; got {workers}.",
  "pool.closed": "The pool is closed.",
  "pool.closed.hint": "Open another one.",
  "pool.crashed": "A worker crashed {count} {count|time|times} on the same part ({why}).",
  "pool.crashed.hint": "Is there enough memory? Use fewer workers.",
  "judgement.unlike": "The judgements do not belong together.",
  "judgement.unlike.hint": "Pass one or more judgements of the same question and city.",
  "judgement.twice": "Two judgements contain the neighborhood in row {row}.",
  "judgement.twice.hint": "Assign every neighborhood to one part only.",
} as const;

/** The same in Chinese. */
export const POOL_ZH: TranslationOf<typeof POOL> = {
  "expected.openAt": "星期与时刻，如 “We 10:00”（Mo Tu We Th Fr Sa Su），或日期与时刻，如 “2026-12-02 10:00”",
  "expected.dayOfOneClock": "程序所在时区不拨钟的日子（或以 TZ=UTC 运行）",
  "expected.countryCode": "ISO 3166 的两个字母",
  "expected.heights": "沿经纬线排列、至少两行两列的高程格网：其他格网请先转为 EPSG:4326",
  "package.missing": "{user} 需要的包尚未安装：{packages}。",
  "package.missing.hint": "请安装：{command}",
  "pool.module": "{path}：无法导入模块 {module}（{why}）。",
  "pool.module.hint": "请给出包名或 URL。",
  "pool.export": "{path}：模块 {module} 没有导出 {name}。",
  "pool.workers": "workers 应为 1 到 {most}，实为 {workers}。",
  "pool.closed": "线程池已关闭。",
  "pool.closed.hint": "请另开一个。",
  "pool.crashed": "工作线程在同一部分崩溃了 {count} 次（{why}）。",
  "pool.crashed.hint": "内存是否充足？请减少 workers。",
  "judgement.unlike": "这些评价结果不能合并。",
  "judgement.unlike.hint": "请给出一个或多个同一问题、同一城市的评价结果。",
  "judgement.twice": "有两个评价结果包含第 {row} 行的社区。",
  "judgement.twice.hint": "请使每个社区只属于一个部分。",
};
