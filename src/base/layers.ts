// The layers of a city's input, and the datums they may be in.
import type { Label } from "./words.js";

/** The kinds of input. {@link LAYERS} says what each is. */
export type Layer =
  | "neighborhoods"
  | "facilities"
  | "streets"
  | "population"
  | "buildings"
  | "jobs"
  | "landUse"
  | "barriers";
/** What a property of a feature may be read as. */
export type PropertyRole = "id" | "name" | "population" | "category" | "jobs" | "use";
/** A geodetic datum. Amap, Tencent: `gcj02`. Baidu: `bd09`. GPS, OpenStreetMap: `wgs84`. Tianditu, plans: `cgcs2000`. */
export type Datum = "wgs84" | "gcj02" | "bd09" | "cgcs2000";

/** What a layer is: read by the checks, the command, the service, the widget and the texts. */
export interface LayerRow {
  readonly label: Label;
  /** Whether a city cannot do without it. */
  readonly isRequired: boolean;
  /** Whether it may come in several files. */
  readonly isRepeatable: boolean;
  /** The properties that are read, each under a name that an option can change. */
  readonly properties: readonly PropertyRole[];
}

/** Every layer that a city can be read from, in the order they are read and shown. A new one is a name above, a row here and one in `LAYER_FILES`. */
export const LAYERS: Readonly<Record<Layer, LayerRow>> = {
  neighborhoods: {
    label: { zh: "社区", en: "Neighborhoods" },
    isRequired: true,
    isRepeatable: false,
    properties: ["id", "name", "population"],
  },
  facilities: {
    label: { zh: "设施", en: "Facilities" },
    isRequired: true,
    isRepeatable: true,
    properties: ["id", "name", "category"],
  },
  streets: {
    label: { zh: "道路", en: "Streets" },
    isRequired: false,
    isRepeatable: false,
    properties: ["id"],
  },
  population: {
    label: { zh: "人口", en: "Population" },
    isRequired: false,
    isRepeatable: false,
    properties: ["id", "population"],
  },
  buildings: {
    label: { zh: "建筑", en: "Buildings" },
    isRequired: false,
    isRepeatable: false,
    properties: ["id"],
  },
  jobs: {
    label: { zh: "就业岗位", en: "Jobs" },
    isRequired: false,
    isRepeatable: false,
    properties: ["id", "jobs"],
  },
  landUse: {
    label: { zh: "用地", en: "Land use" },
    isRequired: false,
    isRepeatable: false,
    properties: ["id", "use"],
  },
  barriers: {
    label: { zh: "阻隔", en: "Barriers" },
    isRequired: false,
    isRepeatable: false,
    properties: ["id", "name"],
  },
};
/** The names of {@link LAYERS}, in its order. */
export const LAYER_IDS: readonly Layer[] = Object.keys(LAYERS) as Layer[];
/** Every datum, the default first. */
export const DATUMS: readonly Datum[] = ["wgs84", "gcj02", "bd09", "cgcs2000"];
