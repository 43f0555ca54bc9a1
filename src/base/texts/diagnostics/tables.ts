import type { TranslationOf } from "../phrase.js";

/** What may be wrong in tables, and what to do. */
export const TABLE_FINDINGS = {
  "row.noPosition": "Rows of the table have no position that can be read; they were left out.",
  "row.noPosition.action": "Fill in longitude and latitude.",
  "crs.datumShift":
    "The coordinates are in Beijing 1954 or Xian 1980, whose shift to WGS 84 is not public: places are up to 100 m off.",
  "crs.datumShift.action": "Use data in CGCS2000, or have them converted by the surveying office.",
  "crs.datumUnknown":
    "The coordinate system of the file does not say how its datum lies to WGS 84: places may be off by hundreds of meters.",
  "crs.datumUnknown.action":
    "Compare some places with a map; if they are off, convert the file: ogr2ogr -t_srs EPSG:4326 out.geojson in.",
} as const;

export const TABLE_FINDINGS_ZH: TranslationOf<typeof TABLE_FINDINGS> = {
  "row.noPosition": "表格中有些行没有可读取的位置，已略去。",
  "row.noPosition.action": "请补全经度和纬度。",
  "crs.datumShift": "坐标属于北京 1954 或西安 1980 坐标系，其与 WGS 84 的转换参数未公开：位置偏差可达 100 米。",
  "crs.datumShift.action": "请使用 CGCS2000 数据，或由测绘部门转换。",
  "crs.datumUnknown": "文件的坐标系未说明其基准与 WGS 84 的关系：位置偏差可达数百米。",
  "crs.datumUnknown.action": "请将若干地点与地图对照；若有偏差，请转换文件：ogr2ogr -t_srs EPSG:4326 out.geojson in。",
};
