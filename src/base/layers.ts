// The layers of a city's input, and the datums they may be in.

/** The four kinds of input. */
export type Layer = "neighborhoods" | "facilities" | "streets" | "population";

/** A geodetic datum. Amap, Tencent: `gcj02`. Baidu: `bd09`. GPS, OpenStreetMap: `wgs84`. Tianditu, plans: `cgcs2000`. */
export type Datum = "wgs84" | "gcj02" | "bd09" | "cgcs2000";
