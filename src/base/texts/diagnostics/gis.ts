import type { TranslationOf } from "../phrase.js";

/** What may be wrong in Shapefiles, GeoPackages, FlatGeobuf, GeoParquet and rasters, and what to do. */
export const GIS_FINDINGS = {
  "crs.assumed": "The file does not say its coordinate system. Its numbers are degrees: they were taken for WGS 84.",
  "crs.assumed.action": "If they come from a Chinese web map, say the datum (gcj02, bd09); else nothing is to be done.",
  "crs.fileSays": "The file says its coordinate system, and it is not the one that was given: the file's own was used.",
  "crs.fileSays.action": "If the file is wrong, set its coordinate system in a GIS, and export it again.",
  "shapefile.noTable": "There is no .dbf beside the .shp: features have no attributes, so no names and no categories.",
  "shapefile.noTable.action": "Pack the .dbf with the .shp.",
  "record.deleted": "Rows of the table are marked as deleted; they were left out.",
  "record.deleted.action": "Nothing; GIS programs leave them out, too.",
  "text.cut": "Texts fill their column and end in half a character, which was dropped.",
  "text.cut.action":
    "If the end of a name matters, export the layer to a format without such limits, such as GeoPackage.",
  "geometry.curve": "Features are circular arcs or surfaces in space, which are not read; they were left out.",
  "geometry.curve.action": "Convert them to straight lines in a GIS.",
  "geoPackage.writeAhead":
    "The GeoPackage was in use: its last changes may lie in a file beside it (-wal), which cannot be seen.",
  "geoPackage.writeAhead.action":
    "Close the programs that have it open, or save a copy (in QGIS: Export), and read that.",
} as const;

export const GIS_FINDINGS_ZH: TranslationOf<typeof GIS_FINDINGS> = {
  "crs.assumed": "文件未说明坐标系，数值为经纬度：按 WGS 84 处理。",
  "crs.assumed.action": "若来自国内网络地图，请声明坐标系（gcj02、bd09）；否则无须处理。",
  "crs.fileSays": "文件自带坐标系，与所给的不同：采用文件自带的坐标系。",
  "crs.fileSays.action": "若文件有误，请在 GIS 中设置坐标系后重新导出。",
  "shapefile.noTable": ".shp 没有对应的 .dbf：要素没有属性，因而没有名称和类别。",
  "shapefile.noTable.action": "请将 .dbf 与 .shp 一起提供。",
  "record.deleted": "表中有些行标记为已删除，已略去。",
  "record.deleted.action": "无须处理；GIS 软件同样会略去。",
  "text.cut": "有文本占满字段宽度并以半个字符结尾，这半个字符已去掉。",
  "text.cut.action": "若名称结尾重要，请导出为 GeoPackage 等没有此限制的格式。",
  "geometry.curve": "有要素为圆弧或空间曲面，无法读取，已略去。",
  "geometry.curve.action": "请在 GIS 中转换为折线。",
  "geoPackage.writeAhead": "GeoPackage 曾处于使用中：最近的修改可能在旁边的 -wal 文件中，无法读取。",
  "geoPackage.writeAhead.action": "请关闭打开它的程序，或另存一份（QGIS 中导出）后再读取。",
};
