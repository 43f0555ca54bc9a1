import type { Locale } from "../src/base/words.js";

/** What the site says besides what is written in docs/ and in the texts of the library, in both languages. */
export const WORDS = {
  description: {
    en: "What can the people of each neighbourhood reach in fifteen minutes, and what is missing?",
    zh: "每个社区的居民十五分钟内能到达什么，还缺什么？",
  },
  tutorial: { en: "Tutorial", zh: "教程" },
  guides: { en: "Guides", zh: "指南" },
  howTo: { en: "How to …", zh: "操作指南" },
  explanation: { en: "What it means", zh: "含义" },
  reference: { en: "Reference", zh: "参考" },
  gallery: { en: "Gallery", zh: "案例" },
  standards: { en: "Standards", zh: "标准" },
  api: { en: "API", zh: "API" },
  command: { en: "The command", zh: "命令" },
  columns: { en: "Columns of the tables", zh: "表格各列" },
  diagnostics: { en: "Diagnostics", zh: "诊断" },
  messages: { en: "Error messages", zh: "错误消息" },
  decisions: { en: "Decisions", zh: "设计决定" },
  aboutDecisions: {
    en: "Why it is built as it is: each record tells what was decided, what else was tried, and what it costs.",
    zh: "为什么这样建造：每份记录说明作了什么决定、还试过什么、代价是什么。记录只有英文。",
  },
  remark: { en: "Remark", zh: "说明" },
  onlyEnglish: { en: "", zh: "本页内容只有英文。" },
  // tables of the made pages
  option: { en: "option", zh: "选项" },
  meaning: { en: "meaning", zh: "含义" },
  variable: { en: "variable", zh: "环境变量" },
  key: { en: "key in the configuration", zh: "配置中的键" },
  flagOnly: { en: "flag only", zh: "仅作选项" },
  column: { en: "column", zh: "列" },
  unit: { en: "unit", zh: "单位" },
  text: { en: "text", zh: "文本" },
  andAlike: { en: "{column}, and {count} alike", zh: "{column}，同类另 {count} 列" },
  value: { en: "value", zh: "值" },
  values: { en: "Values", zh: "值的含义" },
  whatToDo: { en: "What to do", zh: "处理办法" },
  message: { en: "message", zh: "消息" },
  threshold: { en: "threshold", zh: "阈值" },
  restsOn: { en: "rests on", zh: "依据" },
  dated: { en: "dated", zh: "日期" },
  source: { en: "source", zh: "出处" },
  circle: { en: "circle", zh: "生活圈" },
  recognizedBy: { en: "recognized by", zh: "识别依据" },
  orElse: { en: "or else", zh: "或" },
  shareOf: { en: "share of", zh: "占比的分母" },
  frame: { en: "Frame: it cannot be computed.", zh: "框架：不能计算。" },
  judgedBy: { en: "Judged by {reach}.", zh: "按{reach}评判。" },
  madeFor: { en: "Made for {country}.", zh: "适用于 {country}。" },
  time: { en: "time", zh: "时间" },
  network: { en: "distance along the way", zh: "沿路距离" },
  straight: { en: "straight line", zh: "直线距离" },
  inside: { en: "presence in the neighborhood", zh: "社区内是否有" },
  osmTags: { en: "OpenStreetMap", zh: "OpenStreetMap" },
  amapCodes: { en: "Amap codes", zh: "高德编码" },
  keywords: { en: "names with", zh: "名称含" },
  openPage: { en: "Open the page", zh: "打开网页" },
  runTime: { en: "{seconds} s on the machine that built this site", zh: "在构建本站的机器上用时 {seconds} 秒" },
  data: { en: "Data", zh: "数据" },
  noCities: {
    en: "Of these cities there are pictures only: their data are too large for the repository. Name a folder with them in `QUARTERHOUR_CITIES` and build the site again to have their pages.",
    zh: "以下城市仅有图片：数据太大，不在仓库中。用 `QUARTERHOUR_CITIES` 指明数据所在的文件夹，再构建一次，即有其网页。",
  },
} as const;

/** Says a word of the site, with its values. */
export function say(
  id: keyof typeof WORDS,
  locale: Locale,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text: string = WORDS[id][locale];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
