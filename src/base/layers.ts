// The layers of a city's input, and the datums they may be in.
import type { Label } from "./words.js";

/** The kinds of input. {@link LAYERS} says what each is. */
export type Layer = "neighborhoods" | "facilities" | "streets" | "population" | "buildings";
/** What a property of a feature may be read as. */
export type PropertyRole = "id" | "name" | "population" | "category";
/** A geodetic datum. Amap, Tencent: `gcj02`. Baidu: `bd09`. GPS, OpenStreetMap: `wgs84`. Tianditu, plans: `cgcs2000`. */
export type Datum = "wgs84" | "gcj02" | "bd09" | "cgcs2000";

/** What a layer is: read by the checks, the command, the service, the widget and the texts. */
export interface LayerRow {
  readonly label: Label;
  /** What its file holds: what somebody is told who is asked for one. */
  readonly file: Label;
  /** Whether a city cannot do without it. */
  readonly isRequired: boolean;
  /** Whether it may come in several files. */
  readonly isRepeatable: boolean;
  /** The properties that are read, each under a name that an option can change. */
  readonly properties: readonly PropertyRole[];
}

/** Every layer that a city can be read from, in the order they are read and shown. A new one is a name above and a row here. */
export const LAYERS: Readonly<Record<Layer, LayerRow>> = {
  neighborhoods: {
    label: { zh: "社区", en: "Neighborhoods" },
    file: { zh: "社区面", en: "polygons to report on" },
    isRequired: true,
    isRepeatable: false,
    properties: ["id", "name", "population"],
  },
  facilities: {
    label: { zh: "设施", en: "Facilities" },
    file: { zh: "设施，任意几何", en: "places of any geometry" },
    isRequired: true,
    isRepeatable: true,
    properties: ["id", "name", "category"],
  },
  streets: {
    label: { zh: "道路", en: "Streets" },
    file: {
      zh: "带 OSM 标签的道路线；没有时按直线测算",
      en: "lines with OpenStreetMap tags; without them, straight lines",
    },
    isRequired: false,
    isRepeatable: false,
    properties: ["id"],
  },
  population: {
    label: { zh: "人口", en: "Population" },
    file: { zh: "人口点或面", en: "points or polygons with people" },
    isRequired: false,
    isRepeatable: false,
    properties: ["id", "population"],
  },
  buildings: {
    label: { zh: "建筑", en: "Buildings" },
    file: {
      zh: "建筑面，社区自身的人口按建筑面积分布其中；有人口图层时不用",
      en: "outlines over which neighborhoods' own people are spread by floor area; not used beside a population",
    },
    isRequired: false,
    isRepeatable: false,
    properties: ["id"],
  },
};
/** The names of {@link LAYERS}, in its order. */
export const LAYER_IDS: readonly Layer[] = Object.keys(LAYERS) as Layer[];
/** Every datum, the default first. */
export const DATUMS: readonly Datum[] = ["wgs84", "gcj02", "bd09", "cgcs2000"];
