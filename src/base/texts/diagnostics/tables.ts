import type { TranslationOf } from "../phrase.js";

/** What may be wrong in tables, and what to do. */
export const TABLE_FINDINGS = {
  "row.noPosition": "Rows of the table have no position that can be read; they were left out.",
  "row.noPosition.action": "Fill in longitude and latitude.",
  "row.tooLong":
    "Rows of the table have more cells than its header, as a separator in a cell without quotes makes them; they were left out.",
  "row.tooLong.action": "Put cells that hold a separator in quotes.",
  "row.repeated":
    "Rows of the table stand in it once more, as where a place was asked for in two tiles; each counts once.",
  "row.repeated.action": "Nothing, if that is so.",
  "row.partOfPlace":
    "Gates, car parks and departments were joined to the places they belong to; gates are entrances of them.",
  "row.partOfPlace.action": "Nothing, if that is so; another name or no parent keeps an entry on its own.",
  "table.columnsChosen": "The table has positions in several columns; those named here were read.",
  "table.columnsChosen.action": 'If others are meant, name them: columns: { lon: "…", lat: "…" }.',
  "table.sheetChosen":
    "The workbook has several sheets; the first with positions was read, the others are named in brackets.",
  "table.sheetChosen.action": 'If another one is meant, name it: sheet: "…".',
  "table.datumNamed":
    "The header says that the positions are in a datum of web maps; nothing asked to convert them, so they lie 300 to 1200 m off.",
  "table.datumNamed.action": 'Have them converted as the header says: datum: "header".',
  "table.datumAssumed":
    "The table looks like one of Amap or Baidu and does not say its datum; its positions were taken as WGS 84. If nobody converted them, they lie 300 to 1200 m off.",
  "table.datumAssumed.action": 'Say which datum it is: datum: "gcj02", "bd09" or "wgs84".',
  "table.cutOff":
    "Queries gave exactly as many places as the service gives at most: where it is dense, places are missing.",
  "table.cutOff.action": "Ask for these in smaller tiles, or for fewer kinds of places at a time.",
  "position.outsideSystem": "The feature lies nowhere in the coordinate system that was named; it was left out.",
  "position.outsideSystem.action": "Check its coordinates, and the system.",
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
  "row.tooLong": "表格中有些行的单元格多于表头（未加引号的单元格中含有分隔符），已略去。",
  "row.tooLong.action": "请为含有分隔符的单元格加上引号。",
  "row.repeated": "表格中有重复的行（如同一地点在两个网格中都被查询到），各计一次。",
  "row.repeated.action": "若属实，无需处理。",
  "row.partOfPlace": "大门、停车场和科室已并入所属地点；大门作为其出入口。",
  "row.partOfPlace.action": "若属实，无需处理；名称不同且没有 parent 的条目会单独保留。",
  "table.columnsChosen": "表格有多组位置列，读取了此处所列的一组。",
  "table.columnsChosen.action": '若应为其他列，请指定：columns: { lon: "…", lat: "…" }。',
  "table.sheetChosen": "工作簿有多个工作表，读取了第一个有位置的表，其余列在括号中。",
  "table.sheetChosen.action": '若应为其他工作表，请指定：sheet: "…"。',
  "table.datumNamed": "表头标明位置属于网络地图坐标系；未要求转换，因此位置偏差 300 至 1200 米。",
  "table.datumNamed.action": '请按表头转换：datum: "header"。',
  "table.datumAssumed": "表格像是高德或百度的，但未说明坐标系；位置按 WGS 84 处理。若未经转换，则偏差 300 至 1200 米。",
  "table.datumAssumed.action": '请说明坐标系：datum: "gcj02"、"bd09" 或 "wgs84"。',
  "table.cutOff": "有些查询的结果数恰为服务的上限：密集处有地点缺失。",
  "table.cutOff.action": "请用更小的网格或更少的类别重新查询。",
  "position.outsideSystem": "要素不在所指明的坐标系之内，已略去。",
  "position.outsideSystem.action": "请核对其坐标和坐标系。",
  "crs.datumShift": "坐标属于北京 1954 或西安 1980 坐标系，其与 WGS 84 的转换参数未公开：位置偏差可达 100 米。",
  "crs.datumShift.action": "请使用 CGCS2000 数据，或由测绘部门转换。",
  "crs.datumUnknown": "文件的坐标系未说明其基准与 WGS 84 的关系：位置偏差可达数百米。",
  "crs.datumUnknown.action": "请将若干地点与地图对照；若有偏差，请转换文件：ogr2ogr -t_srs EPSG:4326 out.geojson in。",
};
