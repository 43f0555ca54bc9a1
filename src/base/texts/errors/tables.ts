import type { TranslationOf } from "../phrase.js";

/** What is wrong with CSV files and workbooks, and with coordinate systems of files. */
export const TABLES = {
  "projection.expectedPosition": "[longitude, latitude] in degrees",
  "json.longText": "{path} is not valid GeoJSON from byte {offset} on.",
  "json.longText.hint":
    "A file of more than half a GiB must be a FeatureCollection, or have one feature per line: check whether it is complete.",
  "projection.unknownCode": "{path}: the coordinate system {code} is not known by its code.",
  "projection.unknownCode.hint":
    "Give its definition instead of the code (well-known text, PROJJSON, or a text for PROJ), or convert the file: ogr2ogr -t_srs EPSG:4326 out.geojson in.",
  "projection.doesNotFit": "{path}: most of it lies nowhere in the system {name}.",
  "projection.unreadable": "{path}: {definition} is not a coordinate system that can be read.",
  "projection.unreadable.hint":
    "Name the system by its code, such as EPSG:4544, or convert the file: ogr2ogr -t_srs EPSG:4326 out.geojson in.",
  "table.tooLong": "{path} has {bytes} {bytes|byte|bytes}; at most {most} {most|byte|bytes} of text can be read.",
  "table.tooLong.hint": "Leave out columns that are not needed, or split the file.",
  "table.encoding": "{path} is not {encoding}: some of its bytes mean nothing in it.",
  "table.encoding.hint": "Save the file as UTF-8, or name another encoding.",
  "table.notUtf8": "{path} is not UTF-8: byte {offset} is 0x{byte}.",
  "table.notUtf8.hint":
    'Excel in Chinese saves CSV as GBK: if {path} comes from there, read it with the option encoding: "gb18030" (in Traditional Chinese "big5", in Western Europe "windows-1252"); or save it as "CSV UTF-8".',
  "table.notUtf8Western.hint":
    'Excel in Western Europe saves CSV as Windows-1252: if {path} comes from there, read it with the option encoding: "windows-1252" (from Central Europe "windows-1250", in Cyrillic "windows-1251", in Chinese "gb18030"); or save it as "CSV UTF-8".',
  "table.utf16.hint": 'It looks like UTF-16 that does not say so: read {path} with the option encoding: "utf-16le".',
  "table.utf16Big.hint": 'It looks like UTF-16 that does not say so: read {path} with the option encoding: "utf-16be".',
  "table.openQuote": "{path}: a cell that begins with a quote on line {line} does not end.",
  "table.openQuote.hint":
    "Close the quote; within a cell in quotes, write each quote twice. Or the file is cut off: export it again.",
  "table.afterQuote": "{path}: after the quote that ends a cell on line {line}, more follows.",
  "table.afterQuote.hint": "Within a cell in quotes, write each quote twice.",
  "table.cellTooLong": "{path}: a cell on line {line} is longer than {most} {most|character|characters}.",
  "table.cellTooLong.hint": "Look for a quote that is not closed, or raise maxCellLength.",
  "table.tooManyColumns": "{path}: line {line} has more than {most} {most|column|columns}.",
  "table.tooManyColumns.hint": "Leave out columns that are not needed, or raise maxColumns.",
  "table.tooManyRows": "{path} has more than {most} {most|row|rows}: line {line} is one too many.",
  "table.tooManyRows.hint": "Split the file, or raise maxRows.",
  "table.empty": "{path} holds nothing.",
  "table.empty.hint": "Export it again.",
  "table.cut":
    "{path} ends in the middle of line {line}: it has {count} of {columns} {columns|column|columns}, and no end of line.",
  "table.cut.hint": "The file is incomplete: download or export it again.",
  "table.noPositions": "{path} has no columns with positions. Its columns: {listed}.",
  "table.noPositions.hint":
    'If some columns of {path} are positions, name them: columns: { lon: "…", lat: "…" }, { position: "…" } or { geometry: "…" }; a table of codes holds no places.',
  "table.severalPlaces":
    "{path} has positions in several columns: {listed}. None of them alone is marked as the datum that is asked for.",
  "table.severalPlaces.hint":
    'Name those of {path} that are meant: columns: { lon: "…", lat: "…" } or { position: "…" }, and their datum: datum: "gcj02".',
  "table.noColumn": "{path} has no column {name}.",
  "table.noColumn.hint": "Its columns: {listed}.",
  "table.noCoordinates":
    "{path}: the columns {columns} hold no coordinates: {count} of {filled} {filled|row|rows} cannot be read, such as row {number}, {text}.",
  "table.noCoordinates.hint":
    'Write degrees as 104.0657 and 30.6595, well-known text as POINT (104.0657 30.6595); or name other columns of {path}: columns: { lon: "…", lat: "…" }.',
  "table.noneFilled": "{path}: the columns {columns} are empty in {count|the|all} {count} {count|row|rows}.",
  "table.noneFilled.hint":
    "Fill them in. If a workbook has formulas there, open it in a spreadsheet program and save it: their results are read, and were never saved.",
  "table.places":
    "{path} reaches to row {rows} and column {columns}, with {cells} {cells|cell that holds|cells that hold} anything.",
  "table.places.hint": "Delete what is beyond the table, rows and columns, and save it again.",
  "table.swapped": "{path}: the columns {columns} hold latitude or north first, such as {x}, {y}.",
  "table.swapped.hint": 'Read {path} with the option axes: "north-first".',
  "table.turnedTwice.hint": 'The option axes: "north-first" turns those of {path}: leave it out.',
  "table.projected": "{path}: the columns {columns} are meters, not degrees, such as {x}, {y}. This may be {systems}.",
  "table.projected.hint": 'Say which system it is: projection: await openProjection("EPSG:…", "{path}").',
  "table.projectedNorthFirst.hint":
    'Say which system it is, and that north stands first: projection: await openProjection("EPSG:…", "{path}"), axes: "north-first".',
  "table.doesNotFit": "{path}: most positions in {columns}, such as {x}, {y}, lie nowhere in the system {name}.",
  "table.doesNotFit.hint":
    "Name the system that {path} is in: with the number of the zone in front of the easting (35410452), or without it (410452), codes differ.",
  "table.srid": "{path}: the geometries say SRID={srid}, which is not WGS 84.",
  "table.srid.hint": 'Read it with projection: await openProjection("EPSG:{srid}", "{path}").',
  "table.either": "{first}, or {second}",
  "table.withoutZone":
    "Gauss-Krüger or UTM without the number of the zone (CGCS2000: EPSG:4534–4554, for Chengdu 4544; UTM: EPSG:326xx)",
  "table.zone":
    "{degrees}-degree Gauss-Krüger, zone {zone} (CGCS2000: EPSG:{cgcs2000}; Xian 1980: EPSG:{xian}; Beijing 1954: EPSG:{beijing})",
  "table.webOrBaidu":
    "Web Mercator (EPSG:3857) or Baidu's own meters (bd09mc), which lie some 20 km beside it and cannot be read: ask Baidu for degrees",
  "table.webMercator": "Web Mercator (EPSG:3857)",
  "table.someProjection": "a projection that cannot be told by the values",
  "table.datumContradicts": "{path}: the columns {columns} say {named}, but {asked} is asked for.",
  "table.datumContradicts.hint": "Name other columns of {path}, or the datum that the header says.",
  "table.datum.amap": "{path} looks like a table of Amap, and nothing says which datum {columns} is in.",
  "table.datum.baidu": "{path} looks like a table of Baidu, and nothing says which datum {columns} is in.",
  "table.datum.amap.hint":
    'Amap gives GCJ-02: datum: "gcj02"; if it was converted, datum: "wgs84" (a table of Baidu: "bd09"). A wrong one moves every place of {path} by 300 to 1200 m.',
  "table.datum.baidu.hint":
    'Baidu gives BD-09 if not asked otherwise: datum: "bd09"; or it was asked for GCJ-02: datum: "gcj02"; if it was converted, datum: "wgs84". A wrong one moves every place of {path} by 300 to 1200 m.',
  "table.noSheet": "{path} has no sheet {name}.",
  "table.noSheet.hint": "Its sheets: {listed}.",
  "table.damagedWorkbook": "{path} cannot be read as a workbook: {error}",
  "table.damagedWorkbook.hint": "Open it in a spreadsheet program and save it again as .xlsx or as CSV UTF-8.",
  "table.expectedProjection": "a projection that was opened",
  "table.expectedColumns": "names of columns: lon and lat, or position, or geometry",
  "table.expectedLimit": "a number of at least 1",
  "table.expectedBytes": "a Uint8Array",
} as const;

export const TABLES_ZH: TranslationOf<typeof TABLES> = {
  "projection.expectedPosition": "以度为单位的 [经度, 纬度]",
  "json.longText": "{path} 从第 {offset} 字节起不是有效的 GeoJSON。",
  "json.longText.hint": "超过半个 GiB 的文件须为 FeatureCollection，或每行一个要素：请检查文件是否完整。",
  "projection.unknownCode": "{path}：未能按代码识别坐标系 {code}。",
  "projection.unknownCode.hint":
    "请给出其定义（WKT、PROJJSON 或 PROJ 文本）代替代码，或转换文件：ogr2ogr -t_srs EPSG:4326 out.geojson in。",
  "projection.doesNotFit": "{path}：大部分位置不在坐标系 {name} 之内。",
  "projection.unreadable": "{path}：{definition}不是可读取的坐标系。",
  "projection.unreadable.hint":
    "请用代码指明坐标系，如 EPSG:4544，或转换文件：ogr2ogr -t_srs EPSG:4326 out.geojson in。",
  "table.tooLong": "{path} 有 {bytes} 字节，最多可读 {most} 字节的文本。",
  "table.tooLong.hint": "请去掉不需要的列，或拆分文件。",
  "table.encoding": "{path} 不是 {encoding}：其中有无法解码的字节。",
  "table.encoding.hint": "请将文件存为 UTF-8，或指定其他编码。",
  "table.notUtf8": "{path} 不是 UTF-8：第 {offset} 字节为 0x{byte}。",
  "table.notUtf8.hint":
    '中文版 Excel 将 CSV 存为 GBK：若 {path} 由其导出，请加选项 encoding: "gb18030"（繁体中文为 "big5"，西欧语言为 "windows-1252"）；或另存为“CSV UTF-8”。',
  "table.notUtf8Western.hint":
    '西欧语言的 Excel 将 CSV 存为 Windows-1252：若 {path} 由其导出，请加选项 encoding: "windows-1252"（中欧语言为 "windows-1250"，西里尔字母为 "windows-1251"，中文为 "gb18030"）；或另存为“CSV UTF-8”。',
  "table.utf16.hint": '看来是没有标记的 UTF-16：请为 {path} 加选项 encoding: "utf-16le"。',
  "table.utf16Big.hint": '看来是没有标记的 UTF-16：请为 {path} 加选项 encoding: "utf-16be"。',
  "table.openQuote": "{path}：第 {line} 行有以引号开头的单元格没有结束。",
  "table.openQuote.hint": "请补上引号；带引号的单元格中，每个引号须写两次。也可能是文件不完整，请重新导出。",
  "table.afterQuote": "{path}：第 {line} 行单元格结尾的引号之后还有内容。",
  "table.afterQuote.hint": "带引号的单元格中，每个引号须写两次。",
  "table.cellTooLong": "{path}：第 {line} 行有单元格超过 {most} 个字符。",
  "table.cellTooLong.hint": "请检查是否有未结束的引号，或调大 maxCellLength。",
  "table.tooManyColumns": "{path}：第 {line} 行超过 {most} 列。",
  "table.tooManyColumns.hint": "请去掉不需要的列，或调大 maxColumns。",
  "table.tooManyRows": "{path} 超过 {most} 行：第 {line} 行已超出。",
  "table.tooManyRows.hint": "请拆分文件，或调大 maxRows。",
  "table.empty": "{path} 没有内容。",
  "table.empty.hint": "请重新导出。",
  "table.cut": "{path} 在第 {line} 行中间结束：共 {columns} 列，只有 {count} 列，且没有换行。",
  "table.cut.hint": "文件不完整：请重新下载或导出。",
  "table.noPositions": "{path} 没有表示位置的列。现有列：{listed}。",
  "table.noPositions.hint":
    '若 {path} 有位置列，请指定：columns: { lon: "…", lat: "…" }、{ position: "…" } 或 { geometry: "…" }；编码表中没有地点。',
  "table.severalPlaces": "{path} 有多组位置列：{listed}。没有唯一一组标明为所需的坐标系。",
  "table.severalPlaces.hint":
    '请指定 {path} 所用的列：columns: { lon: "…", lat: "…" } 或 { position: "…" }，并声明坐标系：datum: "gcj02"。',
  "table.noColumn": "{path} 没有列 {name}。",
  "table.noColumn.hint": "现有列：{listed}。",
  "table.noCoordinates": "{path}：列 {columns} 不是坐标：{filled} 行中有 {count} 行无法读取，如第 {number} 行 {text}。",
  "table.noCoordinates.hint":
    '度数请写成 104.0657 和 30.6595，WKT 请写成 POINT (104.0657 30.6595)；或指定 {path} 的其他列：columns: { lon: "…", lat: "…" }。',
  "table.noneFilled": "{path}：列 {columns} 的 {count} 行全部为空。",
  "table.noneFilled.hint":
    "请填写位置。若工作簿此处为公式，请用电子表格程序打开并保存：读取的是公式的结果，而结果从未保存。",
  "table.places": "{path} 延伸至第 {rows} 行、第 {columns} 列，其中只有 {cells} 个单元格有内容。",
  "table.places.hint": "请删除表格之外的行和列，再重新保存。",
  "table.swapped": "{path}：列 {columns} 以纬度或北坐标在前，如 {x}, {y}。",
  "table.swapped.hint": '请为 {path} 加选项 axes: "north-first"。',
  "table.turnedTwice.hint": '选项 axes: "north-first" 使 {path} 的坐标颠倒，请去掉。',
  "table.projected": "{path}：列 {columns} 是米，不是度，如 {x}, {y}。可能是{systems}。",
  "table.projected.hint": '请指明坐标系：projection: await openProjection("EPSG:…", "{path}")。',
  "table.projectedNorthFirst.hint":
    '请指明坐标系，并说明北坐标在前：projection: await openProjection("EPSG:…", "{path}")、axes: "north-first"。',
  "table.doesNotFit": "{path}：列 {columns} 的多数位置（如 {x}, {y}）不在坐标系 {name} 之内。",
  "table.doesNotFit.hint": "请指明 {path} 所用的坐标系：东坐标带带号（35410452）与不带带号（410452）时代码不同。",
  "table.srid": "{path}：几何标明 SRID={srid}，不是 WGS 84。",
  "table.srid.hint": '请加 projection: await openProjection("EPSG:{srid}", "{path}")。',
  "table.either": "{first}，或{second}",
  "table.withoutZone": "不带带号的高斯-克吕格或 UTM（CGCS2000：EPSG:4534–4554，成都为 4544；UTM：EPSG:326xx）",
  "table.zone":
    "{degrees} 度带高斯-克吕格第 {zone} 带（CGCS2000：EPSG:{cgcs2000}；西安 1980：EPSG:{xian}；北京 1954：EPSG:{beijing}）",
  "table.webOrBaidu":
    "Web 墨卡托（EPSG:3857），或百度米制坐标（bd09mc，两者相差约 20 公里，无法读取，请向百度请求经纬度）",
  "table.webMercator": "Web 墨卡托（EPSG:3857）",
  "table.someProjection": "无法从数值判断的投影",
  "table.datumContradicts": "{path}：列 {columns} 标明 {named}，但要求的是 {asked}。",
  "table.datumContradicts.hint": "请指定 {path} 的其他列，或采用表头标明的坐标系。",
  "table.datum.amap": "{path} 像是高德的表格，但没有说明 {columns} 属于哪种坐标系。",
  "table.datum.baidu": "{path} 像是百度的表格，但没有说明 {columns} 属于哪种坐标系。",
  "table.datum.amap.hint":
    '高德为 GCJ-02：datum: "gcj02"；若已转换，则 datum: "wgs84"（百度的表格为 "bd09"）。选错会使 {path} 的所有地点偏移 300 至 1200 米。',
  "table.datum.baidu.hint":
    '若未另行指定，百度为 BD-09：datum: "bd09"；若指定过 GCJ-02，则 datum: "gcj02"；若已转换，则 datum: "wgs84"。选错会使 {path} 的所有地点偏移 300 至 1200 米。',
  "table.noSheet": "{path} 没有工作表 {name}。",
  "table.noSheet.hint": "现有工作表：{listed}。",
  "table.damagedWorkbook": "{path} 无法作为工作簿读取：{error}",
  "table.damagedWorkbook.hint": "请用电子表格程序打开，另存为 .xlsx 或 CSV UTF-8。",
  "table.expectedProjection": "已打开的坐标系",
  "table.expectedColumns": "列名：lon 和 lat，或 position，或 geometry",
  "table.expectedLimit": "不小于 1 的数",
  "table.expectedBytes": "Uint8Array",
};
