import type { TranslationOf } from "../phrase.js";

/** What is wrong with CSV files and workbooks, and with coordinate systems of files. */
export const TABLES = {
  "projection.unknownCode": "{path}: the coordinate system {code} is not known by its code.",
  "projection.unknownCode.hint":
    "Give its definition instead of the code (well-known text, PROJJSON, or a text for PROJ), or convert the file: ogr2ogr -t_srs EPSG:4326 out.geojson in.",
  "projection.unreadable": "{path}: {definition} is not a coordinate system that can be read.",
  "projection.unreadable.hint":
    "Name the system by its code, such as EPSG:4544, or convert the file: ogr2ogr -t_srs EPSG:4326 out.geojson in.",
} as const;

export const TABLES_ZH: TranslationOf<typeof TABLES> = {
  "projection.unknownCode": "{path}：未能按代码识别坐标系 {code}。",
  "projection.unknownCode.hint":
    "请给出其定义（WKT、PROJJSON 或 PROJ 文本）代替代码，或转换文件：ogr2ogr -t_srs EPSG:4326 out.geojson in。",
  "projection.unreadable": "{path}：{definition}不是可读取的坐标系。",
  "projection.unreadable.hint":
    "请用代码指明坐标系，如 EPSG:4544，或转换文件：ogr2ogr -t_srs EPSG:4326 out.geojson in。",
};
