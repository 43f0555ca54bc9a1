import { Command, Option } from "commander";
import type { CostUnit, Locale, PrepareOptions } from "../model.js";
import {
  addDatum,
  addProperty,
  DATUMS,
  type Datums,
  numberFrom,
  PROPERTY_ROLES,
  type Properties,
} from "./option-values.js";

/** What `quarterhour run` was asked for, as parsed. */
export interface RunOptions {
  readonly neighborhoods: string;
  /** At least one. */
  readonly facilities: readonly string[];
  readonly streets?: string;
  readonly population?: string;
  /** The folder to write to. */
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly lang: Locale;
  readonly profile: "standard" | "brisk" | "elderly" | "child";
  readonly standard: "chengdu-four-circles";
  /** `minutes` is another word for `seconds`: both judge by time. */
  readonly judgeBy?: CostUnit | "minutes";
  readonly datum?: Datums;
  readonly property?: Properties;
  readonly originSpacing?: number;
  readonly repair?: NonNullable<PrepareOptions["repair"]>;
  readonly classification?: NonNullable<PrepareOptions["classification"]>;
  readonly straightLine?: boolean;
  readonly detour?: number;
}

const EXAMPLES = `Examples:
  quarterhour run --neighborhoods blocks.geojson --facilities places.geojson --streets streets.geojson -o out
  quarterhour run --neighborhoods a.geojson --facilities osm.geojson.gz --facilities stops.geojson --json > report.json
  quarterhour run --neighborhoods 社区.geojson --facilities 设施.geojson --datum facilities=gcj02 --lang zh
  quarterhour run --neighborhoods a.geojson --facilities b.geojson --property neighborhoods.population=pop_total
`;

/** Builds the command line: what can be asked for, and the help. */
export function buildCommand(version: string, defaultLocale: Locale, run: (options: RunOptions) => void): Command {
  const program = new Command("quarterhour")
    .description(
      "What can the people of each neighborhood reach in fifteen minutes, and what is missing? 一刻钟生活圈覆盖评估",
    )
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .exitOverride();
  program.addHelpText("before", EXAMPLES);
  const command = program
    .command("run")
    .description("read GeoJSON files, judge every neighborhood, write the report. 评估并输出报告")
    .addHelpText("before", EXAMPLES)
    .allowExcessArguments(false);
  for (const option of [...inputOptions(), ...outputOptions(defaultLocale), ...judgingOptions()])
    command.addOption(option);
  command.action((options: Partial<RunOptions>) => {
    const complaint = findOmission(options) ?? findContradiction(options);
    if (complaint !== null) command.error(`error: ${complaint}`);
    run(options as RunOptions);
  });
  return program;
}

/** Tells the language of the shell's user: Chinese if the locale says so, else English. */
export function localeOf(environment: Readonly<Record<string, string | undefined>>): Locale {
  const name = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^zh/i.test(name) ? "zh" : "en";
}

function inputOptions(): Option[] {
  return [
    new Option("--neighborhoods <file>", "GeoJSON polygons to report on (.geojson, .ndjson, each also .gz) 社区"),
    new Option("--facilities <file>", "GeoJSON of places, any geometry; repeat it for several files 设施").argParser(
      (file: string, files: readonly string[] | undefined) => [...(files ?? []), file],
    ),
    new Option("--streets <file>", "GeoJSON lines with OpenStreetMap tags; without them, straight lines 街道"),
    new Option("--population <file>", "GeoJSON points or polygons with people 人口"),
    new Option("--datum <layer=datum>", `datum of a layer: ${DATUMS.join(", ")}; repeatable 坐标系`).argParser(
      addDatum,
    ),
    new Option(
      "--property <layer.name=property>",
      `where a layer keeps its ${PROPERTY_ROLES.join(", ")}; repeatable 字段名`,
    ).argParser(addProperty),
  ];
}

function outputOptions(defaultLocale: Locale): Option[] {
  return [
    new Option(
      "-o, --output <folder>",
      "write report.json, .geojson, .csv, .md, .txt and report.html there 输出文件夹",
    ),
    new Option("--force", "replace files of an earlier run 覆盖"),
    new Option("--json", "print the report as JSON, and nothing else"),
    new Option("--quiet", "print no table and no progress 安静"),
    new Option("--lang <language>", "language of tables and maps 语言").choices(["en", "zh"]).default(defaultLocale),
  ];
}

function judgingOptions(): Option[] {
  return [
    new Option("--profile <walker>", "who walks: 1.0, 1.2, 0.8 or 0.9 m/s 步行者")
      .choices(["standard", "brisk", "elderly", "child"])
      .default("standard"),
    new Option("--standard <id>", "the norm 标准").choices(["chengdu-four-circles"]).default("chengdu-four-circles"),
    new Option("--judge-by <unit>", "judge by minutes or by the norm's metres (default: minutes)").choices([
      "minutes",
      "seconds",
      "meters",
    ]),
    new Option("--origin-spacing <meters>", "distance between the points where people start (default: 100)").argParser(
      numberFrom(1, "metres"),
    ),
    new Option("--repair <how>", "what to do about invalid polygons (default: report)").choices([
      "none",
      "report",
      "fix",
    ]),
    new Option("--classification <how>", "loose: broad tags count without a keyword (default: strict)").choices([
      "strict",
      "loose",
    ]),
    new Option("--straight-line", "measure straight lines even if there are streets"),
    new Option("--detour <factor>", "what a straight line is multiplied by (default: 1.3)").argParser(
      numberFrom(1, "a factor"),
    ),
  ];
}

/** Not left to commander, which would complain of a missing option before it sees that one is misspelt. */
function findOmission({ neighborhoods, facilities }: Partial<RunOptions>): string | null {
  if (neighborhoods === undefined) return "--neighborhoods <file> is missing: name a GeoJSON file of polygons.";
  if (facilities === undefined) return "--facilities <file> is missing: name a GeoJSON file of places.";
  return null;
}

function findContradiction(options: Partial<RunOptions>): string | null {
  const { quiet, json, output, detour, straightLine, streets, force } = options;
  if (quiet && !json && output === undefined)
    return "with --quiet nothing would be printed: add -o <folder> or --json, or leave it out.";
  if (force && output === undefined) return "--force replaces files of a folder: name it with -o <folder>.";
  if (detour !== undefined && streets !== undefined && !straightLine)
    return "--detour is for straight lines, but distances are measured along the streets: add --straight-line.";
  return null;
}
