import type { SurfaceTexts } from "../text-id.js";
import { ELSEWHERE_ACTIONS } from "./elsewhere.js";

/** What the command line recommends: its flags, and not options of functions. */
export const ON_COMMAND_LINE: SurfaceTexts = {
  "text.tooLong.hint": {
    en: "Leave out what is not needed, or save it as a FeatureCollection in UTF-8, which may be longer.",
    zh: "请去掉不需要的内容，或另存为 UTF-8 的 FeatureCollection，其长度可以更大。",
  },
  "coordinates.projected.hint": {
    en: 'Say the system: --crs "{layer}=EPSG:…".',
    zh: '请声明坐标系：--crs "{layer}=EPSG:…"。',
  },
  "coordinates.swapped.hint": { en: 'Add --axes "{layer}=north-first".', zh: '请加 --axes "{layer}=north-first"。' },
  "crs.unsupported.hint": {
    en: 'Say that it is meant: --crs "{path}={code}". If the coordinates are in fact WGS 84, delete the crs member.',
    zh: '请声明以此为准：--crs "{path}={code}"。若坐标本就是 WGS 84，请删除 crs 成员。',
  },
  // what was found in the data
  "shapefile.ratherUtf8.action": {
    en: "If names look wrong, add --encoding <layer>=utf-8.",
    zh: "若名称有误，请加 --encoding <图层>=utf-8。",
  },
  "polygon.invalid.action": {
    en: "Repair it in a GIS, or add --repair fix to fill it by the even-odd rule.",
    zh: "请在 GIS 中修复，或加 --repair fix 按奇偶规则填充。",
  },
  "property.assumed.action": {
    en: "If another one is meant, name it with --property <layer>.<id|name|population|jobs|use>=<property>.",
    zh: "若应为其他字段，请用 --property <图层>.<id|name|population|jobs|use>=<字段> 指定。",
  },
  "property.unclear.action": {
    en: "Name the right one with --property <layer>.<id|name|population|jobs|use>=<property>.",
    zh: "请用 --property <图层>.<id|name|population|jobs|use>=<字段> 指定。",
  },
  "landUse.untold.action": {
    en: "Name the property that tells it with --property landUse.use=<property>.",
    zh: "请用 --property landUse.use=<字段> 指定写明用途的字段。",
  },
  "landUse.noResidential.action": {
    en: "Name the property that tells the use with --property landUse.use=<property>.",
    zh: "请用 --property landUse.use=<字段> 指定写明用途的字段。",
  },
  "crs.gcj02Suspected.action": {
    en: "If the layer comes from Amap or Tencent, add --datum <layer>=gcj02; if from Baidu, --datum <layer>=bd09.",
    zh: "若来自高德或腾讯，请加 --datum <图层>=gcj02；来自百度则加 --datum <图层>=bd09。",
  },
  "population.outside": {
    en: "Some or all of the people at these places live outside every neighborhood; they are not in any number of the report, and origins.populationOutside in report.json says how many they are.",
    zh: "这些地点的居民全部或部分居住在所有社区之外，未计入任何数字；人数见 report.json 的 origins.populationOutside。",
  },
  "requirement.otherUnit.action": {
    en: "Name a standard whose thresholds are in that unit with --standard.",
    zh: "请用 --standard 指定阈值以该单位给出的标准。",
  },
  "standard.elsewhere.action": ELSEWHERE_ACTIONS.command,
  "population.none.action": {
    en: "Add --population <file>, or a population property to each neighborhood.",
    zh: "请加 --population <文件>，或为各社区添加 population 属性。",
  },
  "population.missing.action": {
    en: "Add their population, or --population <file>.",
    zh: "请补充其人口，或加 --population <文件>。",
  },
  "neighborhood.smallerThanLattice.action": {
    en: "Add --origin-spacing with fewer meters for more detail.",
    zh: "如需更细，请用 --origin-spacing 给出更小的米数。",
  },
  "category.unknown.action": {
    en: "If it should count, set properties.category to one of the ids that `quarterhour presets` lists.",
    zh: "如应计入，请将 properties.category 设为 `quarterhour presets` 所列的类别 id。",
  },
  "category.ambiguous.action": {
    en: "Set properties.category, or add --classification loose to count it for every category it may belong to.",
    zh: "请设置 properties.category，或加 --classification loose 按所有可能的类别计入。",
  },
  "category.onlyAmbiguous.action": {
    en: "Set properties.category on the candidates, or add --classification loose to count each for every category it may belong to.",
    zh: "请为候选设置 properties.category，或加 --classification loose 按所有可能的类别计入。",
  },
  "facility.offNetwork.action": {
    en: "Check its location, and whether streets are missing there.",
    zh: "请核对位置，并检查该处是否缺少道路。",
  },
  "street.endNear.action": {
    en: "Check whether they meet in reality; --join-streets 1 joins them.",
    zh: "请核对实际是否相接；加 --join-streets 1 可将其相接。",
  },
  "street.endOnLine.action": {
    en: "Check whether they meet in reality; --join-streets 1 joins them.",
    zh: "请核对实际是否相接；加 --join-streets 1 可将其相接。",
  },
  "street.crossing.action": {
    en: "Check whether they meet in reality; --join-streets 1 joins them.",
    zh: "请核对实际是否相接；加 --join-streets 1 可将其相接。",
  },
  "network.none.action": { en: "Add --streets <file>.", zh: "请加 --streets <文件>。" },
  "origin.offNetwork.action": { en: "Add the streets that are missing there.", zh: "请补充该处缺少的道路。" },

  // errors
  "ids.duplicate.hint": {
    en: "Name the property that holds unique ids with --property <layer>.id=<property>, or add --repair fix to number them.",
    zh: "请用 --property <图层>.id=<字段> 指定存放唯一 id 的字段，或加 --repair fix 为其编号。",
  },
  "counted.similar.hint": {
    en: "Did you mean {suggested}? Add --property {layer}.{layer}={suggested}. Available: {listed}.",
    zh: "是否为 {suggested}？请加 --property {layer}.{layer}={suggested}。现有字段：{listed}。",
  },
  "streets.unusable.hint": {
    en: "Give lines (LineString, MultiLineString), or leave out --streets to measure straight lines.",
    zh: "请提供线（LineString、MultiLineString），或去掉 --streets 以按直线测算。",
  },
  "onNetwork.noStreets": {
    en: "Distances along the streets need streets, but the city has none.",
    zh: "沿道路测算需要道路，而该城市没有。",
  },
  "onNetwork.noStreets.hint": { en: "Add --streets <file>.", zh: "请加 --streets <文件>。" },
  "lattice.limit.hint": {
    en: "Check that outline, or add --origin-spacing {fitting} or more.",
    zh: "请检查该轮廓，或用 --origin-spacing 给出不小于 {fitting} 的米数。",
  },
  "format.placeSearch.hint": {
    en: "Make a Feature with a Point of each place, with numbers as [longitude, latitude], and state the datum with --datum facilities=<datum>.",
    zh: "请将每个地点写成带 Point 的 Feature，坐标为数字 [经度, 纬度]，并用 --datum facilities=<坐标系> 声明坐标系。",
  },
  "standard.shape.hint": {
    en: "The documentation of the type Standard lists what a standard holds.",
    zh: "标准的内容见文档中的类型 Standard。",
  },
  "isochrone.noStreets.hint": { en: "Add --streets <file>.", zh: "请加 --streets <文件>。" },
  "isochrone.offStreet.hint": { en: "Choose a start near a street.", zh: "请选择道路附近的起点。" },
  "isochrone.grid.hint": { en: "Ask for shorter times with --minutes.", zh: "请用 --minutes 缩短时间。" },
  "file.tooLarge.hint": { en: "Cut it down to the area of interest.", zh: "请裁剪到所需范围。" },
  "output.isFolder.hint": {
    en: "Move it away, or name another folder with -o.",
    zh: "请将其移走，或用 -o 指定其他文件夹。",
  },
  "output.exists.hint": {
    en: "Add --force to replace them, or name another folder with -o.",
    zh: "请加 --force 覆盖，或用 -o 指定其他文件夹。",
  },
  "font.none.hint": {
    en: "Install one (fonts-noto-cjk on Debian), or name a font file with --font.",
    zh: "请安装一个（Debian 上为 fonts-noto-cjk），或用 --font 指定字体文件。",
  },
  "map.noImage.hint": {
    en: "Name a font file that has the characters of the names with --font.",
    zh: "请用 --font 指定含有名称所用文字的字体文件。",
  },
  "map.fonts.hint": {
    en: "Name a font file (.ttf, .otf, .ttc) that has the characters of the names with --font.",
    zh: "请用 --font 指定含有名称所用文字的字体文件（.ttf、.otf、.ttc）。",
  },

  // tables and coordinate systems
  "format.csv.hint": {
    en: "Give it a header that names the columns of positions, and save it as plain text.",
    zh: "请加上标明位置列的表头，并存为纯文本。",
  },
  "table.tooManyColumns.hint": {
    en: "Leave out columns that are not needed.",
    zh: "请去掉不需要的列。",
  },
  "table.tooManyRows.hint": {
    en: "Split the file.",
    zh: "请拆分文件。",
  },
  "table.cellTooLong.hint": {
    en: "Look for a quote that is not closed.",
    zh: "请检查是否有未结束的引号。",
  },
  "table.notUtf8.hint": {
    en: 'Excel in Chinese saves CSV as GBK: if {path} comes from there, add --encoding "{path}=gb18030" (in Traditional Chinese big5, in Western Europe windows-1252); or save it as "CSV UTF-8".',
    zh: '中文版 Excel 将 CSV 存为 GBK：若 {path} 由其导出，请加 --encoding "{path}=gb18030"（繁体中文为 big5，西欧语言为 windows-1252）；或另存为“CSV UTF-8”。',
  },
  "table.notUtf8Western.hint": {
    en: 'Excel in Western Europe saves CSV as Windows-1252: if {path} comes from there, add --encoding "{path}=windows-1252" (from Central Europe windows-1250, in Cyrillic windows-1251, in Chinese gb18030); or save it as "CSV UTF-8".',
    zh: '西欧语言的 Excel 将 CSV 存为 Windows-1252：若 {path} 由其导出，请加 --encoding "{path}=windows-1252"（中欧语言为 windows-1250，西里尔字母为 windows-1251，中文为 gb18030）；或另存为“CSV UTF-8”。',
  },
  "table.utf16.hint": {
    en: 'It looks like UTF-16 that does not say so: add --encoding "{path}=utf-16le".',
    zh: '看来是没有标记的 UTF-16：请加 --encoding "{path}=utf-16le"。',
  },
  "table.utf16Big.hint": {
    en: 'It looks like UTF-16 that does not say so: add --encoding "{path}=utf-16be".',
    zh: '看来是没有标记的 UTF-16：请加 --encoding "{path}=utf-16be"。',
  },
  "table.noPositions.hint": {
    en: 'If some columns are positions, name them: --column "{path}.lon=…" --column "{path}.lat=…", or {path}.position, or {path}.geometry; a table of codes holds no places.',
    zh: '若有位置列，请指定：--column "{path}.lon=…" --column "{path}.lat=…"，或 {path}.position，或 {path}.geometry；编码表中没有地点。',
  },
  "table.severalPlaces.hint": {
    en: 'Name those that are meant, and their datum: --column "{path}.lon=…" --column "{path}.lat=…" --crs "{path}=gcj02".',
    zh: '请指定所用的列及其坐标系：--column "{path}.lon=…" --column "{path}.lat=…" --crs "{path}=gcj02"。',
  },
  "table.noCoordinates.hint": {
    en: 'Write degrees as 104.0657 and 30.6595, well-known text as POINT (104.0657 30.6595); or name other columns: --column "{path}.lon=…" --column "{path}.lat=…".',
    zh: '度数请写成 104.0657 和 30.6595，WKT 请写成 POINT (104.0657 30.6595)；或指定其他列：--column "{path}.lon=…" --column "{path}.lat=…"。',
  },
  "table.swapped.hint": {
    en: 'Add --axes "{path}=north-first".',
    zh: '请加 --axes "{path}=north-first"。',
  },
  "table.turnedTwice.hint": {
    en: 'Leave out --axes "{path}=north-first", which turns them.',
    zh: '--axes "{path}=north-first" 使其颠倒，请去掉。',
  },
  "table.projected.hint": {
    en: 'Say which system it is: --crs "{path}=EPSG:…".',
    zh: '请指明坐标系：--crs "{path}=EPSG:…"。',
  },
  "table.projectedNorthFirst.hint": {
    en: 'Say which system it is, and that north stands first: --crs "{path}=EPSG:…" --axes "{path}=north-first".',
    zh: '请指明坐标系，并说明北坐标在前：--crs "{path}=EPSG:…" --axes "{path}=north-first"。',
  },
  "table.doesNotFit.hint": {
    en: 'Name the system that it is in with --crs "{path}=EPSG:…": with the number of the zone in front of the easting (35410452), or without it (410452), codes differ.',
    zh: '请用 --crs "{path}=EPSG:…" 指明坐标系：东坐标带带号（35410452）与不带带号（410452）时代码不同。',
  },
  "table.srid.hint": {
    en: 'Add --crs "{path}=EPSG:{srid}".',
    zh: '请加 --crs "{path}=EPSG:{srid}"。',
  },
  "table.datumContradicts.hint": {
    en: 'Name other columns with --column "{path}.lon=…" --column "{path}.lat=…", or take the datum that the header says: --crs "{path}=header".',
    zh: '请用 --column "{path}.lon=…" --column "{path}.lat=…" 指定其他列，或按表头：--crs "{path}=header"。',
  },
  "table.datum.amap.hint": {
    en: 'Amap gives GCJ-02: --crs "{path}=gcj02"; if it was converted, --crs "{path}=wgs84" (a table of Baidu: bd09). A wrong one moves every place by 300 to 1200 m.',
    zh: '高德为 GCJ-02：--crs "{path}=gcj02"；若已转换，则 --crs "{path}=wgs84"（百度的表格为 bd09）。选错会使所有地点偏移 300 至 1200 米。',
  },
  "table.datum.baidu.hint": {
    en: 'Baidu gives BD-09 if not asked otherwise: --crs "{path}=bd09"; or it was asked for GCJ-02: --crs "{path}=gcj02"; if it was converted, --crs "{path}=wgs84". A wrong one moves every place by 300 to 1200 m.',
    zh: '若未另行指定，百度为 BD-09：--crs "{path}=bd09"；若指定过 GCJ-02，则 --crs "{path}=gcj02"；若已转换，则 --crs "{path}=wgs84"。选错会使所有地点偏移 300 至 1200 米。',
  },
  "table.noSheet.hint": {
    en: "Its sheets: {listed}; name one as file.xlsx#sheet.",
    zh: "现有工作表：{listed}；请写成 file.xlsx#工作表。",
  },
  "table.columnsChosen.action": {
    en: "If others are meant, name them with --column <file>.lon=<column> --column <file>.lat=<column>.",
    zh: "若应为其他列，请用 --column <文件>.lon=<列> --column <文件>.lat=<列> 指定。",
  },
  "table.sheetChosen.action": {
    en: "If another one is meant, name it as <file>#<sheet>.",
    zh: "若应为其他工作表，请写成 <文件>#<工作表>。",
  },
  "table.datumNamed.action": {
    en: "Have them converted as the header says: --crs <file>=header.",
    zh: "请按表头转换：--crs <文件>=header。",
  },
  "table.datumAssumed.action": {
    en: "Say which datum it is: --crs <file>=gcj02, <file>=bd09 or <file>=wgs84.",
    zh: "请说明坐标系：--crs <文件>=gcj02、<文件>=bd09 或 <文件>=wgs84。",
  },

  // files of geographic information systems
  "gis.severalLayers.hint": {
    en: 'Name the one to read behind the file: "{path}#{suggested}".',
    zh: '请在文件名后指明要读取的图层："{path}#{suggested}"。',
  },
  "gis.northFirst.hint": {
    en: 'Add --axes "{path}=north-first".',
    zh: '请加 --axes "{path}=north-first"。',
  },
  "gis.noSystem.hint": {
    en: 'Say the system: --crs "{path}=EPSG:…".',
    zh: '请指明坐标系：--crs "{path}=EPSG:…"。',
  },
  "gis.noSystemNorthFirst.hint": {
    en: 'Say the system, and that north stands first: --crs "{path}=EPSG:…" --axes "{path}=north-first".',
    zh: '请指明坐标系，并说明北坐标在前：--crs "{path}=EPSG:…" --axes "{path}=north-first"。',
  },
  "raster.ownSystem.hint": {
    en: 'Say the system: --crs "{path}=ESRI:54009" for Mollweide, or another code or definition.',
    zh: '请指明坐标系：摩尔魏德投影为 --crs "{path}=ESRI:54009"，或其他代码或定义。',
  },
  "shapefile.noEncoding.hint": {
    en: 'If its texts are Chinese (GBK), add --encoding "{path}=gb18030"; if they are Western European, windows-1252.',
    zh: '若为中文（GBK），请加 --encoding "{path}=gb18030"；若为西欧语言，则为 windows-1252。',
  },
  "shapefile.noEncodingWestern.hint": {
    en: 'If its texts are Western European, add --encoding "{path}=windows-1252"; Central European windows-1250, Cyrillic windows-1251, Chinese (GBK) gb18030.',
    zh: '若为西欧语言，请加 --encoding "{path}=windows-1252"；中欧语言为 windows-1250，西里尔字母为 windows-1251，中文（GBK）为 gb18030。',
  },
  "gis.beyondLimit.hint": {
    en: "Cut the file down to the area of interest.",
    zh: "请将文件裁剪到所需范围。",
  },
  "reading.tooLarge.hint": {
    en: "Cut the file down to the area of interest.",
    zh: "请将文件裁剪到所需范围。",
  },
  "zip.workbook.hint": {
    en: "Save it again in Excel.",
    zh: "请在 Excel 中重新保存。",
  },
  "zip.geoPackage.hint": {
    en: "Unpack it first.",
    zh: "请先解压。",
  },
  "crs.assumed.action": {
    en: "If they come from a Chinese web map, add --datum <layer>=gcj02 or bd09; else nothing is to be done.",
    zh: "若来自国内网络地图，请加 --datum <图层>=gcj02 或 bd09；否则无须处理。",
  },
  "raster.points.action": {
    en: "Nothing, where cells are small; else cut the raster to the city.",
    zh: "像元较小时无须处理，否则请将栅格裁剪到城市范围。",
  },

  // the page that was written from there
  "page.whatIf.absent": {
    en: "To stay small, this page leaves out the street network, so nothing can be tried out in it. To include it, add --what-if always to quarterhour run.",
    zh: "为控制文件大小，此页面不含路网，不能试算；如需试算，请在 quarterhour run 中加 --what-if always。",
  },
};
