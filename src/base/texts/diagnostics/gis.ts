import type { TranslationOf } from "../phrase.js";

/** What may be wrong in Shapefiles, GeoPackages, FlatGeobuf, GeoParquet and rasters, and what to do. */
export const GIS_FINDINGS = {
  "crs.assumed": "The file does not say its coordinate system. Its numbers are degrees: they were taken for WGS 84.",
  "crs.assumed.action": "If they come from a Chinese web map, say the datum (gcj02, bd09); else nothing is to be done.",
  "crs.fileSays": "The file says its coordinate system, and it is not the one that was given: the file's own was used.",
  "crs.fileSays.action": "If the file is wrong, set its coordinate system in a GIS, and export it again.",
  "shapefile.noTable": "There is no .dbf beside the .shp: features have no attributes, so no names and no categories.",
  "shapefile.noTable.action": "Pack the .dbf with the .shp.",
  "shapefile.ratherUtf8":
    "The attributes were read in the encoding that the Shapefile says (.cpg, or byte 29 of the .dbf), but all of them are valid in UTF-8: names and categories may be garbled.",
  "shapefile.ratherUtf8.action": 'If names look wrong, read it with the option encoding: "utf-8".',
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
  "raster.noData": "Cells of the raster hold no data, as it says itself; they were left out.",
  "raster.noData.action": "Nothing, unless people live there.",
  "raster.negative":
    "Cells of the raster hold negative numbers, which no people are (a fill that it does not declare); they were left out.",
  "raster.negative.action": "Declare the fill: gdal_translate -a_nodata -99999 in.tif out.tif.",
  "raster.unlikely":
    "Cells of the raster hold more than a hundred million people each (a fill that it does not declare); they were left out.",
  "raster.unlikely.action": "Declare the fill: gdal_translate -a_nodata 3.4e38 in.tif out.tif.",
  "raster.nowhere": "Cells of the raster are no place on Earth; they were left out.",
  "raster.nowhere.action": "Cut the raster to the region: gdalwarp -te.",
  "raster.people":
    "The people of the raster, the ground of its cells, and people per km². If the density is not that of the city, the raster holds something else than people per cell.",
  "raster.people.action": "Compare it with what is known of the city.",
  "raster.points":
    "The raster has so many cells that people were placed at their centers: a neighborhood has all people of a cell or none.",
  "raster.points.action": "Cut the raster to the city (bounds), or nothing: cells are small.",
} as const;

export const GIS_FINDINGS_ZH: TranslationOf<typeof GIS_FINDINGS> = {
  "crs.assumed": "文件未说明坐标系，数值为经纬度：按 WGS 84 处理。",
  "crs.assumed.action": "若来自国内网络地图，请声明坐标系（gcj02、bd09）；否则无须处理。",
  "crs.fileSays": "文件自带坐标系，与所给的不同：采用文件自带的坐标系。",
  "crs.fileSays.action": "若文件有误，请在 GIS 中设置坐标系后重新导出。",
  "shapefile.noTable": ".shp 没有对应的 .dbf：要素没有属性，因而没有名称和类别。",
  "shapefile.noTable.action": "请将 .dbf 与 .shp 一起提供。",
  "shapefile.ratherUtf8":
    "属性按 Shapefile 声明的编码（.cpg 或 .dbf 第 29 字节）读取，但其内容全部是有效的 UTF-8，名称与类别可能是乱码。",
  "shapefile.ratherUtf8.action": '若名称有误，请用选项 encoding: "utf-8" 读取。',
  "record.deleted": "表中有些行标记为已删除，已略去。",
  "record.deleted.action": "无须处理；GIS 软件同样会略去。",
  "text.cut": "有文本占满字段宽度并以半个字符结尾，这半个字符已去掉。",
  "text.cut.action": "若名称结尾重要，请导出为 GeoPackage 等没有此限制的格式。",
  "geometry.curve": "有要素为圆弧或空间曲面，无法读取，已略去。",
  "geometry.curve.action": "请在 GIS 中转换为折线。",
  "geoPackage.writeAhead": "GeoPackage 曾处于使用中：最近的修改可能在旁边的 -wal 文件中，无法读取。",
  "geoPackage.writeAhead.action": "请关闭打开它的程序，或另存一份（QGIS 中导出）后再读取。",
  "raster.noData": "栅格中有像元按其自身声明为无数据，已略去。",
  "raster.noData.action": "若无人居住则无须处理。",
  "raster.negative": "栅格中有像元为负值（未声明的填充值），不是人口，已略去。",
  "raster.negative.action": "请声明填充值：gdal_translate -a_nodata -99999 in.tif out.tif。",
  "raster.unlikely": "栅格中有像元超过一亿人（未声明的填充值），已略去。",
  "raster.unlikely.action": "请声明填充值：gdal_translate -a_nodata 3.4e38 in.tif out.tif。",
  "raster.nowhere": "栅格中有像元不在地球上，已略去。",
  "raster.nowhere.action": "请将栅格裁剪到所需区域：gdalwarp -te。",
  "raster.people": "栅格的人口、像元面积和每平方公里人口。若密度与城市不符，则栅格并非每像元人口。",
  "raster.people.action": "请与城市的已知数据对照。",
  "raster.points": "栅格像元过多，人口置于像元中心：一个像元的人口要么全部、要么完全不属于某社区。",
  "raster.points.action": "请将栅格裁剪到城市范围（bounds）；像元较小时无须处理。",
};
