import { DATUMS, LAYERS, type Layer } from "../../base/layers.js";
import { say } from "../../base/texts/node.js";
import type { Label } from "../../base/words.js";
import { REACHES } from "../../model/standard.js";
import { PROFILES } from "../../standards/travel-profiles.js";
import { EXTRA_FILES } from "../extra-files.js";
import {
  type ReadValue,
  readChoice,
  readChoices,
  readDatum,
  readGate,
  readLocation,
  readMinutes,
  readNumber,
  readProperty,
  readText,
  readTexts,
  readWhole,
} from "./option-values.js";
import type { SettingName } from "./settings.js";

/** One option: flag, environment variable and key of the configuration file in one. */
export interface OptionRow {
  /** Absent: a switch, on or off. */
  readonly read?: ReadValue;
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly short?: string;
  readonly text: Label;
  /** The words that are allowed, for completion. */
  readonly choices?: readonly string[];
  /** Whether the value names a file or folder: relative to the configuration file that says it. */
  readonly isPath?: true;
  /** Whether the shell completes it with files. */
  readonly completesFiles?: true;
  /** Whether it may be given several times. */
  readonly repeats?: true;
  /** Whether it is a flag only, and neither a variable nor a key. */
  readonly flagOnly?: true;
}

function file(zh: string, en: string): OptionRow {
  return { read: readText, value: "<file>", isPath: true, text: { zh, en } };
}
function text(value: string, zh: string, en: string): OptionRow {
  return { read: readText, value, text: { zh, en } };
}
function flag(zh: string, en: string): OptionRow {
  return { text: { zh, en } };
}
function choice(value: string, choices: readonly string[], zh: string, en: string): OptionRow {
  const list = choices.join(", ");
  return { read: readChoice(choices), value, choices, text: { zh: `${zh}：${list}`, en: `${en}: ${list}` } };
}

/** The file of each layer. */
const LAYER_OPTIONS = Object.fromEntries(
  Object.entries(LAYERS).map(
    ([
      layer,
      {
        file: { zh, en },
        isRepeatable,
      },
    ]): [string, OptionRow] => {
      const formats = {
        zh: "（GeoJSON：.geojson、.ndjson，均可 .gz）",
        en: " (GeoJSON: .geojson, .ndjson, each also .gz)",
      };
      if (!isRepeatable) return [layer, file(zh + formats.zh, en + formats.en)];
      const row = file(`${zh}${formats.zh}；可重复`, `${en}${formats.en}; repeatable`);
      return [layer, { ...row, read: readTexts, repeats: true }];
    },
  ),
) as Readonly<Record<Layer, OptionRow>>;

/** Every option there is; a command names those that it takes. */
export const OPTIONS: Readonly<Record<SettingName, OptionRow>> = {
  ...LAYER_OPTIONS,
  datum: {
    read: readDatum,
    value: "<layer=datum>",
    repeats: true,
    text: {
      zh: `图层的坐标系：${DATUMS.join(", ")}；可重复`,
      en: `datum of a layer: ${DATUMS.join(", ")}; repeatable`,
    },
  },
  property: {
    read: readProperty,
    value: "<layer.name=property>",
    repeats: true,
    text: {
      zh: "图层的 id、name、population、category 在哪个字段；可重复",
      en: "where a layer keeps its id, name, population, category; repeatable",
    },
  },
  output: {
    read: readText,
    value: "<path>",
    short: "o",
    isPath: true,
    text: { zh: "写到这里（文件夹；isochrone 为文件）", en: "write there (a folder; for isochrone a file)" },
  },
  also: {
    ...choice(
      "<format>",
      EXTRA_FILES,
      "必须写出 GeoPackage、地图图片或 GeoParquet，各需一个包；可重复",
      "write these too, each with a package of its own; repeatable",
    ),
    read: readChoices(EXTRA_FILES),
    repeats: true,
  },
  font: file(
    "map.png 的字体文件，默认本机的中文字体",
    "font file of map.png, by default one of this machine with Chinese",
  ),
  whatIf: choice(
    "<when>",
    ["auto", "always", "never"],
    "report.html 能否试算；auto：文件不超过 1 MB 时可以",
    "whether facilities can be tried out in report.html; auto: if it stays below 1 MB",
  ),
  force: { ...flag("覆盖已有文件", "replace files that are there"), flagOnly: true },
  json: flag("在标准输出上只打印 JSON", "print JSON on stdout, and nothing else"),
  ndjson: flag("每行打印一个社区的 JSON", "print one neighborhood per line, as JSON"),
  quiet: flag("不打印表格、进度和提示", "print no table, no progress and no remarks"),
  lang: choice("<language>", ["zh", "en"], "语言，默认随系统", "language, by default the shell's"),
  profile: choice(
    "<profile>",
    PROFILES.map(({ id }) => id),
    "出行方式与速度",
    "who travels, and how fast",
  ),
  standard: {
    ...text("<id|file>", "标准的编号，或自定标准的 .json 文件", "id of a standard, or a .json file with your own"),
    completesFiles: true,
  },
  judgeBy: choice(
    "<reach>",
    REACHES,
    "按时间、按标准的沿路距离或直线距离判定",
    "judge by time, by the standard's meters along the way, or by its radii",
  ),
  originSpacing: {
    ...text("<meters>", "出发点间距，默认按社区大小取 12.5 至 100", "distance between the points where people start"),
    read: readNumber(1, say("unit.meters")),
  },
  hexagons: {
    ...text(
      "<resolution>",
      "没有社区边界时所用 H3 六边形的分辨率",
      "H3 hexagons to report on where there are no outlines",
    ),
    read: readWhole(0, 15),
  },
  repair: choice("<how>", ["none", "report", "fix"], "如何处理无效面", "what to do about invalid polygons"),
  classification: choice("<how>", ["strict", "loose"], "分类宽严", "loose: broad tags count without a keyword"),
  straightLine: flag("即使有道路也按直线测算", "measure straight lines even if there are streets"),
  detour: {
    ...text("<factor>", "直线距离的倍数，默认 1.3", "what a straight line is multiplied by, default 1.3"),
    read: readNumber(1, say("unit.factor")),
  },
  failUnder: {
    read: readGate,
    value: "<circle=share>",
    repeats: true,
    text: {
      zh: "全市完整覆盖的人口比例低于此值时以 3 退出；可重复",
      en: "exit with 3 if a smaller share of the city's people has the circle complete; repeatable",
    },
  },
  report: file("已保存的 report.json", "a saved report.json"),
  at: {
    read: readLocation,
    value: "<lon,lat>",
    flagOnly: true,
    text: { zh: "从此地点出发", en: "start at this place" },
  },
  facility: {
    read: readText,
    value: "<id>",
    flagOnly: true,
    text: { zh: "从此设施出发", en: "start at this facility" },
  },
  neighborhood: {
    read: readText,
    value: "<id>",
    flagOnly: true,
    text: { zh: "从此社区各出发点出发", en: "start anywhere in this neighborhood" },
  },
  minutes: { read: readMinutes, value: "<list>", text: { zh: "分钟，默认 5,10,15", en: "minutes, default 5,10,15" } },
  host: text("<address>", "监听地址，默认 127.0.0.1", "where to listen, default 127.0.0.1"),
  port: {
    ...text("<port>", "端口，默认 8715；0 为任意空闲端口", "port, default 8715; 0 for any that is free"),
    read: readWhole(0, 65_535),
  },
  maxBody: {
    ...text("<MB>", "请求体上限，默认 64", "largest body of a request, default 64"),
    read: readNumber(0.001, say("unit.megabytes"), 1024),
  },
  timeout: {
    ...text("<seconds>", "每个请求的时限，默认 60", "time for one request, default 60"),
    read: readNumber(0.001, say("unit.seconds"), 86_400),
  },
  threads: {
    ...text(
      "<count>",
      "工作线程数，默认每个处理器一个，至多 8",
      "threads that work, default one per processor, up to 8",
    ),
    read: readWhole(1, 64),
  },
  queue: {
    ...text("<count>", "可等待的请求数，默认 16", "how many requests may wait, default 16"),
    read: readWhole(0, 10_000),
  },
  allowOrigin: text(
    "<origin>",
    "允许读取回答的网页来源，默认没有",
    "origin of a web page that may read the answers, default none",
  ),
  config: {
    ...file(
      "配置文件，默认 ./quarterhour.config.json（若有）",
      "configuration file, default ./quarterhour.config.json if there",
    ),
    flagOnly: true,
  },
  printConfig: { ...flag("打印生效的配置后结束", "print the effective configuration, and end"), flagOnly: true },
  help: { ...flag("显示帮助", "show this help"), short: "h", flagOnly: true },
  version: { ...flag("显示版本", "print the version"), short: "V", flagOnly: true },
};

/** Writes a setting as a flag: `originSpacing` → `--origin-spacing`. */
export function toFlag(name: SettingName): string {
  return `--${toWords(name, "-").toLowerCase()}`;
}

/** Writes a setting as an environment variable: `originSpacing` → `QUARTERHOUR_ORIGIN_SPACING`. */
export function toVariable(name: SettingName): string {
  return `QUARTERHOUR_${toWords(name, "_").toUpperCase()}`;
}

function toWords(name: string, separator: string): string {
  return name.replace(/[A-Z]/g, (letter) => separator + letter);
}
