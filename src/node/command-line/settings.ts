import type { Layer } from "../../base/layers.js";
import type { Locale } from "../../base/words.js";
import type { PrepareOptions } from "../../model/input.js";
import type { Reach } from "../../model/standard.js";
import type { SlopeRule } from "../../model/travel.js";
import type { HtmlOptions } from "../../page/to-html.js";
import type { GroupOptions } from "../../partitions/group-neighborhoods.js";
import type { ExtraFile } from "../extra-files.js";
import type { ByInput, Datums, GroupTexts, NamedColumns, Properties } from "./option-values.js";

/** The files of each layer: one, or a list where there may be several. */
export type LayerFiles = Readonly<Partial<Record<Layer, string | readonly string[]>>>;

/** What a command was asked for, as parsed: by flags, environment and configuration file together. */
export interface Settings extends LayerFiles {
  /** An OpenStreetMap extract, for every layer that has no file of its own. */
  readonly osm?: string;
  /** The `admin_level` of its areas that are the neighborhoods. */
  readonly level?: number;
  readonly datum?: Datums;
  readonly property?: Properties;
  /** Groups of people, by the property that counts them, or by a value that splits people. */
  readonly group?: GroupTexts;
  /** Of groups with fewer people in an area nothing is told there. */
  readonly smallGroupBelow?: number;
  /** Measures beside the standard, as `readMeasure` reads them. */
  readonly measure?: readonly string[];
  /** Properties that tell how much there is to be reached, by the file of the places. */
  readonly opportunities?: ByInput;
  /** The resolution of the H3 hexagons that measures are told by. */
  readonly cells?: number;
  /** The encoding of text files, by layer or file. */
  readonly encoding?: ByInput;
  /** A coordinate system or a datum, by layer or file. */
  readonly crs?: ByInput;
  /** Which axis comes first, by layer or file. */
  readonly axes?: ByInput;
  /** The columns of positions, by layer or file. */
  readonly column?: Readonly<Record<string, NamedColumns>>;
  /** A folder, or a file for `isochrone`. */
  readonly output?: string;
  /** What the city is called. */
  readonly place?: string;
  /** Of which date the data are, as it is to be read. */
  readonly date?: string;
  /** Whose data they are. */
  readonly attribution?: string;
  readonly also?: readonly ExtraFile[];
  readonly font?: string;
  /** Whether facilities can be tried out in the page. */
  readonly whatIf?: NonNullable<HtmlOptions["whatIf"]>;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly ndjson?: boolean;
  readonly quiet?: boolean;
  readonly lang?: Locale;
  /** The id of one of `ALL_PROFILES`; `run` takes several, the first is whose files are written. */
  readonly profile?: string | readonly string[];
  /** A weekday and an hour: what is closed then does not count. */
  readonly openAt?: string;
  readonly unknownHours?: "open" | "closed";
  /** Heights as a GeoTIFF: slopes count. */
  readonly elevation?: string;
  /** The rule that tells how slopes change speeds. */
  readonly slope?: SlopeRule;
  /** The id of a standard, or a JSON file that holds one. */
  readonly standard?: string;
  /** Where the data lie: two letters of ISO 3166. */
  readonly country?: string;
  readonly judgeBy?: Reach;
  readonly originSpacing?: number;
  /** Meters. */
  readonly joinStreets?: number;
  /** The resolution of the H3 hexagons that stand for neighborhoods. */
  readonly hexagons?: number;
  readonly repair?: NonNullable<PrepareOptions["repair"]>;
  readonly classification?: NonNullable<PrepareOptions["classification"]>;
  /** The day that the report is about, `YYYY-MM-DD`. */
  readonly on?: string;
  readonly straightLine?: boolean;
  /** A JSON list of edits that are done before the city is judged. */
  readonly edits?: string;
  readonly detour?: number;
  /** Whether the report tells how far its headline numbers move with what was assumed. */
  readonly sensitivity?: boolean;
  /** The least that must be reached, by `circle` (the share of people that it is complete for), `share:requirement`, `score`, `score:circle`. */
  readonly failUnder?: Readonly<Record<string, number>>;
  /** Whether `compare` fails where a score or a share of the city fell. */
  readonly failIfWorse?: boolean;
  /** Where gates are written to as JUnit's XML. */
  readonly junit?: string;
  /** A saved report.json. */
  readonly report?: string;
  readonly at?: readonly [lon: number, lat: number];
  readonly facility?: string;
  readonly neighborhood?: string;
  readonly minutes?: readonly number[];
  readonly host?: string;
  readonly port?: number;
  /** Megabytes. */
  readonly maxBody?: number;
  /** Seconds. */
  readonly timeout?: number;
  readonly threads?: number;
  /** How many requests may wait. */
  readonly queue?: number;
  /** The origin of a web page that may read the answers. */
  readonly allowOrigin?: string;
  /** How neighborhoods are grouped to partitions. */
  readonly by?: NonNullable<GroupOptions["by"]>;
  /** How many nodes of the network there may be in a partition. */
  readonly nodes?: number;
  /** A folder that the command `plan` wrote. */
  readonly plan?: string;
  /** Most memory of the heap of each, in MiB. */
  readonly memory?: number;
  /** Partitions to run, by their ids or `@` and their places. */
  readonly partition?: readonly string[];
  /** Whether partitions may be missing when results are put together. */
  readonly allowMissing?: boolean;
  readonly config?: string;
  readonly printConfig?: boolean;
  readonly help?: boolean;
  readonly version?: boolean;
}

/** The name of a setting, as it is written in a configuration file. */
export type SettingName = keyof Settings;

/** Where a setting was said. */
export type SettingSource = "flag" | "environment" | "config";

/** Lists the files of a layer. */
export function filesOf(settings: LayerFiles, layer: Layer): readonly string[] {
  const files = settings[layer] ?? [];
  return typeof files === "string" ? [files] : files;
}
