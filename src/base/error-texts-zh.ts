/**
 * Every sentence of an error, and of what stands in one: the English one as the code says it, then the Chinese.
 *
 * The core imports the type of this table only: a sentence that is not here does not compile, and programs that never ask
 * for Chinese do not load it. Both have the same names in braces; a test holds them together.
 */
export const ERROR_TEXTS_ZH = {
  // arguments
  "{path} is {value}; expected {expected}.": "{path} 为{value}，应为{expected}。",
  "{path} is {found}; expected {expected}.": "{path} 为{found}，应为{expected}。",
  "{what} is {value}; expected {expected}.": "{what} 为 {value}，应为{expected}。",
  "{path} has {keys}; expected {expected}.": "{path} 含有 {keys}，应为{expected}。",
  "options.{key} is {value}; expected metres, {least} or more.": "options.{key} 为{value}，应为不小于 {least} 的米数。",
  "There is no {what} {key}.": "没有名为 {key} 的{what}。",
  'Did you mean "{similar}"?': "是否想写“{similar}”？",
  "Known: {known}.": "可用的有：{known}。",
  option: "选项",
  layer: "图层",
  "options.{key} layer": " options.{key} 图层",
  "options.properties.{layer} entry": " options.properties.{layer} 条目",
  '"{key}" is an option, not a layer.': "“{key}”是选项，不是图层。",
  "Pass it in the second argument.": "请放在第二个参数中。",
  "The city has no neighborhoods.": "城市没有社区图层。",
  "Give a GeoJSON FeatureCollection of polygons.": "请提供由面组成的 GeoJSON FeatureCollection。",
  "The city has no facilities.": "城市没有设施图层。",
  "Give a GeoJSON FeatureCollection; an empty one is allowed.": "请提供 GeoJSON FeatureCollection，可以为空。",
  "The city cannot be read; expected {expected}.": "无法读取城市，应为{expected}。",
  "options.travel is an empty list.": "options.travel 是空列表。",
  "Give a travel model, or leave it out for the default.": "请给出出行模型，或省略以使用默认值。",
  "options.travel: a model filled a table of another size; expected {cells} cells.":
    "options.travel：某个模型填出的表大小不符，应为 {cells} 格。",
  "fillTable must answer for every origin, category and rank of the request.":
    "fillTable 须对请求中的每个出发点、类别和名次作答。",
  "Measure {id}: perOrigin returned {found}; expected a Float64Array of {originCount}.":
    "指标 {id}：perOrigin 返回了{found}，应为长度 {originCount} 的 Float64Array。",
  "Return one value per origin; NaN where nothing is known.": "请为每个出发点返回一个值，未知处为 NaN。",
  "options.{key} has no effect on a city that is prepared already.": "options.{key} 对已准备好的城市不起作用。",
  "Pass it to prepareCity.": "请传给 prepareCity。",
  "whatIf is {whatIf}.": "whatIf 为 {whatIf}。",
  'Expected "auto", "always" or "never".': "应为 “auto”“always” 或 “never”。",
  "The attribution is no text.": "attribution 不是文本。",
  'Expected a text, such as "© OpenStreetMap contributors".': "应为文本，如 “© OpenStreetMap contributors”。",
  "The {path} is no text.": "{path} 不是文本。",
  "Expected a text.": "应为文本。",
  "There is no circle {circle} in the report.": "报告中没有生活圈 {circle}。",
  "Expected one of: {known}; leave it out for all of them.": "可用的有：{known}；省略则绘制全部。",
  "{path} is not JSON ({reason}).": "{path} 不是 JSON（{reason}）。",
  "{path} holds no JSON object.": "{path} 中不是 JSON 对象。",
  "Expected an object in braces.": "应为花括号中的对象。",
  "{path} cannot be written ({reason}).": "无法写入 {path}（{reason}）。",
  "Name a place that you may write to.": "请指定有写入权限的位置。",
  "{path} is already there.": "{path} 已存在。",
  "Add --force to replace it.": "如需覆盖，请加 --force。",
  "The two reports have no circle in common.": "两份报告没有相同的生活圈。",
  "Compare reports whose standards name their circles by the same ids.": "请比较标准中生活圈编号相同的报告。",
  "There is no document to make an element in.": "没有可放置元素的文档（document）。",
  "view is for browsers; display works everywhere.": "view 用于浏览器；display 在任何环境都可用。",
  "The comparison is none.": "传入的不是比较结果。",
  "Pass what compareReports returned.": "请传入 compareReports 的返回值。",
  "The report is none.": "传入的不是报告。",
  "The report has the schema version {version}; this version of quarterhour reads {expected}.":
    "报告的 schemaVersion 为 {version}；此版本的 quarterhour 读取 {expected}。",
  "Compute the report again, or render it with the version that wrote it.": "请重新计算报告，或用写出它的版本来呈现。",
  "Pass what computeCoverage returned, or its JSON, parsed.":
    "请传入 computeCoverage 的返回值，或其 JSON 解析后的对象。",
  "The options are no object.": "选项不是对象。",
  'Write them as { locale: "zh" }.': '请写成 { locale: "zh" }。',
  "The locale is not known.": "不认识该语言。",
  'Expected "zh" or "en".': "应为 “zh” 或 “en”。",
  "The width is no number of columns.": "width 不是列数。",
  "Expected 1 or more.": "应不小于 1。",
  "The city is no object.": "城市不是对象。",
  "Pass what prepareCity returned.": "请传入 prepareCity 的返回值。",
  "The neighborhoods are no outlines.": "社区不是轮廓。",
  "Pass prepareCity(…).neighborhoods.": "请传入 prepareCity(…).neighborhoods。",

  // what was found, and what was expected
  "{value}": " {value}",
  "a list": "列表",
  "a list of {count}": "含 {count} 项的列表",
  "the text {text}": "文本 {text}",
  "the number {value}": "数字 {value}",
  "the boolean {value}": "布尔值 {value}",
  "the {type} {value}": " {type} 值 {value}",
  "a function": "函数",
  "an object": "对象",
  "an empty object": "空对象",
  "an object of type {type}": "类型为 {type} 的对象",
  "an object with {keys}": "含 {keys} 的对象",
  "{count} values": " {count} 个值",
  nothing: "空",
  "a text": "文本",
  "a number": "数字",
  "true or false": " true 或 false",
  "{ zh, en }": " { zh, en }",
  "a text or { zh, en }": "文本或 { zh, en }",
  "a list of texts": "文本列表",
  "seconds or meters": " seconds 或 meters",
  "one of {choices}": "以下之一：{choices}",
  "the name of a property": "属性的名称",
  "{ neighborhoods, facilities, streets?, population? }": " { neighborhoods, facilities, streets?, population? }",
  "one of { location }, { facilityId }, { neighborhoodId }": " { location }、{ facilityId }、{ neighborhoodId } 之一",
  "a city from prepareCity": " prepareCity 返回的城市",
  "metres, more than 0": "大于 0 的米数",
  "a list of categories": "类别列表",
  "more than 0": "大于 0 的数",
  "0 or more": "不小于 0 的数",
  "a list of travel models, such as [onNetwork()]": "出行模型的列表，如 [onNetwork()]",
  "what it returns: call it, as in onNetwork()": "其返回值：请调用它，如 onNetwork()",
  "a list of measures": "指标列表",
  "what it returns: call it, as in completeness(900)": "其返回值：请调用它，如 completeness(900)",
  "an id that no other measure has": "与其他指标不同的 id",
  "a list of {names} or { id, compute }": " {names} 或 { id, compute } 的列表",
  "an id that no other statistic has": "与其他统计量不同的 id",
  "a whole number from 1 to {most}": " 1 到 {most} 的整数",

  // isochrones
  "minutes is {minutes}; expected a list of one or more times, each more than 0.":
    "minutes 为 {minutes}，应为一个或多个大于 0 的时间的列表。",
  "{path}.location is {location}; expected [longitude, latitude] in degrees. Are the two swapped?":
    "{path}.location 为 {location}，应为以度表示的 [经度, 纬度]。两者是否颠倒？",
  "[{lon}, {lat}] is not a [longitude, latitude] in degrees. Are the two swapped?":
    "[{lon}, {lat}] 不是以度表示的 [经度, 纬度]。两者是否颠倒？",
  "The start {start} is not within {maxAccessMeters} m of a street.":
    "起点 {start} 的 {maxAccessMeters} 米内没有道路。",
  "Give a start near the city's streets, or raise the profile's maxAccessMeters.":
    "请给出道路附近的起点，或增大出行人群的 maxAccessMeters。",
  "starts is no list; expected a list of starts.": "starts 不是列表，应为起点的列表。",
  "Isochrones need streets, and the city has none.": "等时圈需要道路，而该城市没有。",
  "Give streets.": "请提供道路。",
  "There is no {kind} with the id of {start}.": "没有 id 为 {start} 的{kind}。",
  "facility in the city's categories": "属于该城市类别的设施",
  neighborhood: "社区",
  "The isochrones need a grid of {columnCount} × {rowCount} corners; at most {most} are drawn.":
    "等时圈需要 {columnCount} × {rowCount} 个格网角点，最多 {most} 个。",
  "Pass a larger cellMeters, or shorter times.": "请增大 cellMeters 或缩短时间。",

  // standards
  'Requirement "{requirementId}" has no threshold for "{category}".': "要求“{requirementId}”对“{category}”没有阈值。",
  "Give thresholdSeconds or thresholdMeters.": "请给出 thresholdSeconds 或 thresholdMeters。",
  "The type Standard says what a norm holds; chengduFourCircles is an example.":
    "标准的内容见类型 Standard，示例见 chengduFourCircles。",
  'Standard "{id}": {problem}': "标准“{id}”：{problem}",
  'circle "{id}" has no requirements.': "生活圈“{id}”没有任何要求。",
  "Give it one, or leave the circle out.": "请为其添加要求，或去掉该生活圈。",
  'requirement "{id}"': "要求“{id}”",
  '{subject}, or else "{category}",': "{subject}（或“{category}”）",
  '{subject} names the circle "{circle}".': "{subject}指向的生活圈“{circle}”不存在。",
  "Circles: {circles}.": "生活圈有：{circles}。",
  '{subject} has the necessity "{necessity}".': "{subject}的 necessity 为“{necessity}”。",
  "One of {choices}.": "应为以下之一：{choices}。",
  '{subject} names the category "{category}".': "{subject}指向的类别“{category}”不存在。",
  "Add a row for it to the standard's categories.": "请在标准的类别中为其添加一行。",
  "{subject} has no threshold.": "{subject}没有阈值。",
  "Give thresholdSeconds, thresholdMeters or both.": "请给出 thresholdSeconds、thresholdMeters 或两者。",
  "{subject} has the threshold {threshold}.": "{subject}的阈值为 {threshold}。",
  "Expected a number greater than 0.": "应为大于 0 的数。",
  'the weight of "{necessity}" is {weight}.': "“{necessity}”的权重为 {weight}。",
  "Expected a number from 0 to {most}.": "应为 0 到 {most} 的数。",
  "missingBelowShare is {share}.": "missingBelowShare 为 {share}。",
  "Expected a share from 0 to 1.": "应为 0 到 1 的比例。",
  'grade "{id}" starts at {minScore}.': "等级“{id}”从 {minScore} 分起。",
  "List grades best first, each starting below the one before.": "等级须从高到低排列，各自的起点低于前一个。",
  "there are no grades.": "没有任何等级。",
  'the last grade "{id}" starts at {minScore}.': "最后的等级“{id}”从 {minScore} 分起。",
  "The last grade must start at 0, so that every score has one.": "最后的等级须从 0 分起，使每个得分都有等级。",
  'gradeCapWhenMissing is "{grade}".': "gradeCapWhenMissing 为“{grade}”。",
  "Expected one of {choices}.": "应为以下之一：{choices}。",
  'two {kind} rows have the id "{id}".': "有两行{kind}的 id 都是“{id}”。",
  category: "类别",
  circle: "生活圈",
  requirement: "要求",
  grade: "等级",
  "Give every row an id of its own.": "请为每行指定唯一的 id。",

  // networks and travel
  'The facility index holds a facility with id "{id}" already.': "设施索引中已有 id 为“{id}”的设施。",
  "nearestSource: cutoff is {cutoff}; expected 0 or more.": "nearestSource：cutoff 为 {cutoff}，应不小于 0。",
  "nearestSource: source {wrong} is at node {node}, but nodes are 0 to {last}.":
    "nearestSource：源 {wrong} 位于节点 {node}，而节点为 0 到 {last}。",
  "buildNetworkFromEdges: {what}": "buildNetworkFromEdges：{what}",
  "edgeFrom, edgeTo and edgeMeters have {from}, {to} and {meters} entries.":
    "edgeFrom、edgeTo、edgeMeters 分别有 {from}、{to}、{meters} 项。",
  "nodeLon and nodeLat need one entry per node, {nodeCount}; found {found}.":
    "nodeLon 和 nodeLat 须每个节点一项，共 {nodeCount} 项，实有 {found} 项。",
  "edge {edge} joins node {from} to {to}, but there are {nodeCount} nodes.":
    "边 {edge} 连接节点 {from} 和 {to}，而只有 {nodeCount} 个节点。",
  "edge {edge} has length {meters}; expected 0 or more.": "边 {edge} 的长度为 {meters}，应不小于 0。",
  "NodesWithin: limit is {limit}; expected 0 to {most} units.":
    "NodesWithin：limit 为 {limit}，应为 0 到 {most} 个单位。",
  "NodesWithin: arcUnits has {arcUnitsCount} entries; expected two per edge, {expected}.":
    "NodesWithin：arcUnits 有 {arcUnitsCount} 项，应为每边两项，共 {expected} 项。",
  "buildSearchGraph: arcCost has {arcCostCount} entries; expected two per edge, {expected}.":
    "buildSearchGraph：arcCost 有 {arcCostCount} 项，应为每边两项，共 {expected} 项。",
  "buildSearchGraph: edge {edge} costs {outCost}; expected 0 or more.":
    "buildSearchGraph：边 {edge} 的成本为 {outCost}，应不小于 0。",
  'givenCosts: unit is {unit}; expected "seconds" or "meters".':
    "givenCosts：unit 为 {unit}，应为 “seconds” 或 “meters”。",
  'givenCosts: cost {i} is to facility "{facilityId}", which the city lacks.':
    "givenCosts：第 {i} 项成本指向设施“{facilityId}”，该城市没有此设施。",
  "givenCosts: cost {i} is from origin {originRow}; there are {count}.":
    "givenCosts：第 {i} 项成本来自出发点 {originRow}，而只有 {count} 个。",
  "givenCosts: cost {i} is {cost}; expected 0 or more.": "givenCosts：第 {i} 项成本为 {cost}，应不小于 0。",
  "A travel request needs one countWithin (or null) per category.":
    "出行请求须为每个类别给出一个 countWithin（或 null）。",
  "onNetwork: options.search is {search}.": "onNetwork：options.search 为 {search}。",
  'Give "auto", "network" or "hierarchy", or leave it out.': "请用 “auto”“network” 或 “hierarchy”，或省略。",
  "The travel model onNetwork needs streets, and the city has none.": "出行模型 onNetwork 需要道路，而该城市没有。",
  "Give streets, or use straightLine().": "请提供道路，或使用 straightLine()。",
  "straightLine: detourFactor is {detourFactor}; expected 1 or more.":
    "straightLine：detourFactor 为 {detourFactor}，应不小于 1。",
  "straightLine: speedMetersPerSecond is {speedMetersPerSecond}; expected more than 0.":
    "straightLine：speedMetersPerSecond 为 {speedMetersPerSecond}，应大于 0。",

  // files
  "{path} is gzip, but damaged ({error}).": "{path} 是 gzip，但已损坏（{error}）。",
  "Fetch or pack it again.": "请重新获取或压缩。",
  "There is no file {path}.": "没有文件 {path}。",
  "Only files are read: download it first.": "只读取文件：请先下载。",
  "Check the path; it is looked up in {folder}.": "请检查路径；查找位置为 {folder}。",
  "{path} is a folder.": "{path} 是文件夹。",
  "Name a GeoJSON file in it.": "请指定其中的 GeoJSON 文件。",
  "{path} may not be read.": "没有读取 {path} 的权限。",
  "Change its permissions (chmod +r), or run as a user who may read it.":
    "请修改权限（chmod +r），或以有权读取的用户运行。",
  "{path} cannot be read ({cause}).": "无法读取 {path}（{cause}）。",
  "Copy the file to a local disk and try again.": "请将文件复制到本地磁盘后重试。",
  "{path} holds more than {maxBytes} bytes.": "{path} 超过 {maxBytes} 字节。",
  "Cut it down to the area that is asked about, or raise maxBytes.": "请裁剪到所需范围，或增大 maxBytes。",
  "{path} is a folder, but a file is to be written there.": "{path} 是文件夹，而此处要写入文件。",
  "Move it away, or name another folder with -o.": "请将其移走，或用 -o 指定其他文件夹。",
  "{directory} already holds {existing}.": "{directory} 中已有 {existing}。",
  "Add --force to replace them (overwrite: true in code), or name another folder.":
    "请加 --force 覆盖（代码中为 overwrite: true），或指定其他文件夹。",
  "The report cannot be written to {directory} ({reason}).": "报告无法写入 {directory}（{reason}）。",
  "Name a folder that you may write to, with room on its disk.": "请指定有写权限且磁盘空间充足的文件夹。",

  // layers as a whole
  "{layer} would need {what}. The largest outline is {id}, {squareKilometers} km².":
    "{layer} 需要{what}。最大的轮廓为 {id}，{squareKilometers} 平方公里。",
  "about {count} lattice points {spacingMeters} m apart; at most {most} are placed":
    "约 {count} 个间距 {spacingMeters} 米的格点，最多 {most} 个",
  "about {count} steps to place lattice points {spacingMeters} m apart; at most {most} are made":
    "约 {count} 步来布设间距 {spacingMeters} 米的格点，最多 {most} 步",
  "Check that outline, or pass originSpacingMeters: {fitting} or more.":
    "请检查该轮廓，或令 originSpacingMeters 不小于 {fitting}。",
  "{layer}: {count} of {given} features have positions such as [{x}, {y}]":
    "{layer}：{given} 个要素中有 {count} 个的坐标形如 [{x}, {y}]",
  "{named}: longitude and latitude are swapped.": "{named}：经度与纬度颠倒了。",
  "GeoJSON writes [longitude, latitude]. Exchange the two numbers of every position.":
    "GeoJSON 的写法是 [经度, 纬度]，请交换每个坐标的两个数。",
  "{named}, which are not degrees but lengths.{likely}": "{named}，不是度数而是长度。{likely}",
  " They look like {systems}.": "可能的坐标系：{systems}。",
  "{first}, or {second}": "{first}，或 {second}",
  "Convert to WGS 84 first: ogr2ogr -s_srs EPSG:… -t_srs EPSG:4326 out.geojson in.geojson.":
    "请先转换为 WGS 84：ogr2ogr -s_srs EPSG:… -t_srs EPSG:4326 out.geojson in.geojson。",
  "{path}.crs is {found}. Coordinates must be longitude and latitude in WGS 84.":
    "{path}.crs 为{found}。坐标须为 WGS 84 的经纬度。",
  "a link, which is not followed": "链接，不会访问",
  "Reproject the file: ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson. If the coordinates are WGS 84 after all, delete the crs member.":
    "请重新投影：ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson。若坐标本就是 WGS 84，请删除 crs 成员。",
  "{path} has {bytesCount} bytes; at most {most} can be read.": "{path} 有 {bytesCount} 字节，最多可读 {most} 字节。",
  "Leave out what is not needed, or round the coordinates to seven decimals.":
    "请去掉不需要的内容，或将坐标保留七位小数。",
  "{path}: this is {name}, not GeoJSON.": "{path}：这是{name}，不是 GeoJSON。",
  "{path} is not UTF-8: {found}.": "{path} 不是 UTF-8：{found}。",
  "byte {offset} is 0x{byte}": "第 {offset} 字节为 0x{byte}",
  "it ends within a character": "在一个字符中间结束",
  "If the file is in a Chinese or another national encoding, convert it first: iconv -f GBK -t UTF-8 in > out.":
    "若文件采用 GBK 等编码，请先转换：iconv -f GBK -t UTF-8 in > out。",
  "{path} begins like UTF-16, but is not.": "{path} 开头像 UTF-16，但并不是。",
  "Save the file as UTF-8.": "请将文件存为 UTF-8。",
  "{layer}: several features have the id {named}{more}.": "{layer}：多个要素的 id 同为 {named}{more}。",
  " and {count} more": " 等，另有 {count} 个",
  'Name the property that holds unique ids (properties: { id: "…" }), or pass repair: "fix" to number them.':
    '请指定存放唯一 id 的属性（properties: { id: "…" }），或传入 repair: "fix" 为其编号。',
  "{layer}: no feature has the property {name} that was named for {role}.":
    "{layer}：没有要素具有为 {role} 指定的属性 {name}。",
  "The features have no properties.": "要素没有属性。",
  "There are: {found}.": "现有属性：{found}。",
  "{layer} cannot be read: {reason}.": "无法读取 {layer}：{reason}。",
  "Give plain data, as JSON.parse or readGeoJsonText returns it.":
    "请提供普通数据，如 JSON.parse 或 readGeoJsonText 的返回值。",
  "{path} has {featuresCount} features; at most {most} can be read.":
    "{path} 有 {featuresCount} 个要素，最多可读 {most} 个。",
  "Cut the data to the city and its surroundings.": "请将数据裁剪到城市及其周边。",
  "{path}.features is {features}, not a list.": "{path}.features 为{features}，不是列表。",
  "A FeatureCollection lists its features, even if there are none: { features: [] }.":
    "FeatureCollection 须列出要素，即使为空：{ features: [] }。",
  "{path} is {input}. {expected}": "{path} 为{input}。{expected}",
  "Expected a GeoJSON FeatureCollection, a Feature, a list of features or a geometry.":
    "应为 GeoJSON FeatureCollection、Feature、要素列表或几何。",
  "Give the bytes of a file as a Uint8Array.": "请以 Uint8Array 提供文件的字节。",
  "Wait for the data first: await it.": "请先等待数据：使用 await。",
  'Make each item a feature: { type: "Feature", properties, geometry }.':
    '请将每一项写成要素：{ type: "Feature", properties, geometry }。',
  "sourceName is {sourceName}; expected a text.": "sourceName 为{sourceName}，应为文本。",
  "{sourceName} is {text}; expected a text or bytes.": "{sourceName} 为{text}，应为文本或字节。",
  "Pass a string or a Uint8Array. What is parsed already can be given to computeCoverage as it is.":
    "请传入字符串或 Uint8Array；已解析的数据可直接交给 computeCoverage。",
  "{sourceName} is not JSON: {message}": "{sourceName} 不是 JSON：{message}",
  "the file is empty.": "文件为空。",
  "the JSON engine gave up; is it nested too deeply?": "JSON 引擎无法解析，是否嵌套过深？",
  "line {line}, column {column}: expected {expected}, {found}.":
    "第 {line} 行第 {column} 列：应为{expected}，{found}。",
  "the file ends": "但文件已结束",
  "found {text}": "实为 {text}",
  "the end of the file": "文件结尾",
  '"," or "}"': " “,” 或 “}”",
  '"," or "]"': " “,” 或 “]”",
  '":"': " “:”",
  "a name in double quotes": "双引号中的名称",
  "a value": "值",
  "the end of the quoted text (line breaks are written \\n)": "引号内文本的结尾（换行须写成 \\n）",
  "a known escape after the backslash": "反斜杠后的有效转义",
  "the end of the quoted text": "引号内文本的结尾",
  "The file was cut off: fetch or export it again.": "文件不完整：请重新获取或导出。",
  "JSON has no NaN and no Infinity: write null, or leave the value out.":
    "JSON 没有 NaN 和 Infinity：请写 null 或省略该值。",
  "JSON has no comments: remove them.": "JSON 没有注释：请删除。",
  "JSON has double quotes only.": "JSON 只用双引号。",
  "Remove the comma before it.": "请删除前面的逗号。",
  "neighborhoods: no feature can be used: {reasons}.": "neighborhoods：没有可用的要素：{reasons}。",
  "streets: no feature can be used: {reasons}.": "streets：没有可用的要素：{reasons}。",
  "it has no features": "图层没有要素",
  "Give at least one feature with a valid Polygon or MultiPolygon.":
    "请至少提供一个带有效 Polygon 或 MultiPolygon 的要素。",
  "Give lines (LineString, MultiLineString), or leave streets out to measure straight lines.":
    "请提供线（LineString、MultiLineString），或省略 streets 以按直线计算。",
  "population: no feature has the property {property}.": "population：没有要素具有属性 {property}。",
  "No property holds numbers. Give every feature a number of people.": "没有数值属性，请为每个要素给出人数。",
  "Did you mean {suggested}? Pass properties: {setting}. Properties with numbers: {numeric}.":
    "是否为 {suggested}？请传入 properties: {setting}。数值属性有：{numeric}。",

  // other formats
  "a zip file": " zip 文件",
  gzip: " gzip",
  "a zstd file": " zstd 文件",
  FlatGeobuf: " FlatGeobuf",
  "an Esri shapefile": " Esri shapefile 文件",
  "a GeoPackage (SQLite)": " GeoPackage（SQLite）",
  Parquet: " Parquet",
  "an OpenStreetMap extract (PBF) or another binary file": " OpenStreetMap 数据包（PBF）或其他二进制文件",
  TopoJSON: " TopoJSON",
  "Esri JSON": " Esri JSON",
  "the answer of an OpenStreetMap server (Overpass or OSM JSON)":
    " OpenStreetMap 服务器的返回结果（Overpass 或 OSM JSON）",
  "the answer of a place search (Amap, Tencent or Baidu)": "地点搜索的返回结果（高德、腾讯或百度）",
  CityJSON: " CityJSON",
  "a web page (HTML)": "网页（HTML）",
  "OpenStreetMap XML": " OpenStreetMap XML",
  "KML or GPX": " KML 或 GPX",
  XML: " XML",
  "well-known text (WKT)": " WKT 文本",
  "JSONP (JavaScript)": " JSONP（JavaScript）",
  JavaScript: " JavaScript",
  "a text with comments": "带注释的文本",
  CSV: " CSV",
  "Unpack it first (gunzip).": "请先解压（gunzip）。",
  "Unpack it first (zstd -d).": "请先解压（zstd -d）。",
  "Unpack it first; a zipped shapefile also needs ogr2ogr -f GeoJSON.":
    "请先解压；若为 shapefile，还需 ogr2ogr -f GeoJSON。",
  "Convert it: ogr2ogr -f GeoJSON out.geojson in.fgb.": "请转换：ogr2ogr -f GeoJSON out.geojson in.fgb。",
  "Convert it: ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson in.shp.":
    "请转换：ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson in.shp。",
  "Convert it: ogr2ogr -f GeoJSON out.geojson in.gpkg.": "请转换：ogr2ogr -f GeoJSON out.geojson in.gpkg。",
  "Convert it: ogr2ogr -f GeoJSON out.geojson in.parquet.": "请转换：ogr2ogr -f GeoJSON out.geojson in.parquet。",
  "Convert it: ogr2ogr -f GeoJSON out.geojson in.": "请转换：ogr2ogr -f GeoJSON out.geojson in。",
  "Convert it: osmium export or ogr2ogr.": "请用 osmium export 或 ogr2ogr 转换。",
  "Convert it with topojson-client: feature(topology, topology.objects.name).":
    "请用 topojson-client 转换：feature(topology, topology.objects.name)。",
  "Ask the server for GeoJSON (f=geojson), or convert it with ogr2ogr -f GeoJSON.":
    "请向服务器请求 GeoJSON（f=geojson），或用 ogr2ogr -f GeoJSON 转换。",
  "Convert it with osmtogeojson.": "请用 osmtogeojson 转换。",
  "Convert it with osmtogeojson or osmium export.": "请用 osmtogeojson 或 osmium export 转换。",
  "Make a Feature with a Point of each place, numbers as [longitude, latitude], and state the datum.":
    "请将每个地点写成带 Point 的 Feature，坐标为数字 [经度, 纬度]，并声明坐标系。",
  "Convert it with cjio or ogr2ogr -f GeoJSON.": "请用 cjio 或 ogr2ogr -f GeoJSON 转换。",
  "Perhaps the server answered with an error page: open the file and see.":
    "可能是服务器返回的错误页面，请打开文件查看。",
  "Convert it to GeoJSON first (ogr2ogr reads many kinds).": "请先转换为 GeoJSON（ogr2ogr 支持多种格式）。",
  "Convert it with wellknown, PostGIS ST_AsGeoJSON or ogr2ogr.":
    "请用 wellknown、PostGIS ST_AsGeoJSON 或 ogr2ogr 转换。",
  "Ask the server for JSON, or cut off the name and the brackets around it.":
    "请向服务器请求 JSON，或去掉外层的名称和括号。",
  "Keep only the object itself, as JSON.": "请只保留对象本身，写成 JSON。",
  "Make a Feature with a Point of each row.": "请将每一行写成带 Point 的 Feature。",

  // saved cities
  "This is no saved city: {found}.": "这不是已保存的城市：{found}。",
  "Give the bytes that saveCity gave.": "请提供 saveCity 返回的字节。",
  "it is empty": "内容为空",
  "it looks like gzip": "像是 gzip",
  "it looks like a zip file": "像是 zip 文件",
  "it looks like JSON": "像是 JSON",
  "it begins with the bytes {bytes}": "开头的字节为 {bytes}",
  "The city was saved in format {version}; expected {expected}.": "城市以格式 {version} 保存，应为格式 {expected}。",
  "Prepare it again with this version.": "请用当前版本重新准备。",
  "The properties of the city are nested too deeply, or too long, to be saved.": "城市的属性嵌套过深或过长，无法保存。",
  "Leave out properties that are objects.": "请去掉值为对象的属性。",
  "The saved city is damaged: {why}.": "已保存的城市已损坏：{why}。",
  "The saved city is damaged: {what} cannot be right.": "已保存的城市已损坏：{what} 有误。",
  "its facts": "其基本信息",
  "its network": "其路网",
  "its first part is longer than the whole": "首部长于整个文件",
  "it ends after {count} bytes": "在 {count} 字节后结束",
  "it has {count} bytes; expected {expected}": "有 {count} 字节，应为 {expected} 字节",
  "its checksum is another": "校验和不符",
  "its first part is no JSON": "首部不是 JSON",
  'column "{name}" is not told': "列“{name}”没有说明",
  'column "{name}" goes beyond the end': "列“{name}”超出末尾",
  "{count} bytes are left over": "多出 {count} 字节",
  "Save it again, or copy the file again, as bytes.": "请重新保存，或以字节方式重新复制文件。",
  "loadCity was given {found}.": "loadCity 收到的是 {found}。",
  "Save it again with saveCity.": "请用 saveCity 重新保存。",
  "saveCity: {name}.{key} is of a type that cannot be saved.": "saveCity：{name}.{key} 的类型无法保存。",

  // facilities
  "a facility as prepareCity and selectFacilities give it; GeoJSON must be read first":
    "prepareCity 或 selectFacilities 给出的设施；GeoJSON 须先读取",
  "a list of facilities": "设施列表",
  "a list of lines; empty for a point": "线的列表；点设施为空列表",
  "a list of [longitude, latitude]; empty for none": "[经度, 纬度] 的列表；没有时为空列表",
  "[longitude, latitude] in degrees": "以度表示的 [经度, 纬度]",
  "a number of meters, 0 or more": "不小于 0 的米数",
  "a whole number, 0 or more, or Infinity": "不小于 0 的整数或 Infinity",

  // scenarios
  '"{id}": {location} is not a [longitude, latitude] in degrees.': "“{id}”：{location} 不是以度表示的 [经度, 纬度]。",
  "Are the two swapped?": "两者是否颠倒？",
  'A facility with the id "{id}" is open already.': "id 为“{id}”的设施已开放。",
  "Choose another id, or move that one.": "请换一个 id，或移动原有设施。",
  "a text that is not empty": "非空文本",
  'categories of "{id}"': "“{id}”的类别",
  "a list with at least one category": "至少含一个类别的列表",
  'categories of the standard "{standard}", such as "pharmacy"': "标准“{standard}”中的类别，如 “pharmacy”",
  "the id of a facility that is open": "已开放设施的 id",
  "an id that only one open facility has": "仅属于一个已开放设施的 id",
  "closeStreet: there is no street with the id {id}.": "closeStreet：没有 id 为 {id} 的道路。",
  "Ids are those of the features, or of OpenStreetMap if features have none.":
    "id 取自要素；要素没有时取自 OpenStreetMap。",
  "addStreet: there is a street with the id {id}.": "addStreet：已有 id 为 {id} 的道路。",
  "Choose another id.": "请换一个 id。",
  "openScenario needs a city that was prepared.": "openScenario 需要已准备好的城市。",
  "Give it prepareCity({ neighborhoods, facilities, streets }).":
    "请传入 prepareCity({ neighborhoods, facilities, streets })。",
  "A scenario needs streets, and the city has none.": "情景推演需要道路，而该城市没有。",
  "Give streets to prepareCity.": "请将道路传给 prepareCity。",
  'openScenario: profile "{id}" has another speed on steps or off the streets.':
    "openScenario：出行人群“{id}”在台阶上或道路外的速度不同。",
  "Scenarios walk at one speed everywhere; computeCoverage can judge the edited city with this profile.":
    "情景推演全程采用同一速度；可用 computeCoverage 以该人群评估修改后的城市。",

  // the service
  "Cannot listen on {host}:{port} ({reason}).": "无法监听 {host}:{port}（{reason}）。",
  "Choose another --port or --host.": "请换一个 --port 或 --host。",
  "{user} needs packages that are not installed: {packages}.": "{user} 需要的包尚未安装：{packages}。",
  "The map cannot be drawn as an image ({reason}).": "地图无法绘成图片（{reason}）。",
  "SQLite does not start ({reason}).": "SQLite 无法启动（{reason}）。",
  "In a browser, give the address or the bytes of sql-wasm-browser.wasm of the package sql.js.":
    "在浏览器中，请提供 sql.js 包中 sql-wasm-browser.wasm 的地址或字节。",
  "Give fonts that have the characters of the names.": "请提供含有名称所用文字的字体。",
  "{path} is no font.": "{path} 不是字体文件。",
  "fonts is no list of font files.": "fonts 不是字体文件的列表。",
  "Give the bytes of fonts (.ttf, .otf, .ttc) that have the characters of the names.":
    "请提供含有名称所用文字的字体文件（.ttf、.otf、.ttc）的字节。",
  "The scale is {scale}; expected a number above 0, up to 8.": "scale 为 {scale}，应为大于 0、不超过 8 的数。",
  "No font with Chinese characters was found on this machine.": "本机没有找到含中文的字体。",
  "Install one (fonts-noto-cjk on Debian), or name a font file with --font.":
    "请安装一个（Debian 上为 fonts-noto-cjk），或用 --font 指定字体文件。",
  "Install them: {command}": "请安装：{command}",

  // threads
  "workers is {workers}; expected 1 to {most}.": "workers 为 {workers}，应为 1 到 {most}。",
  "The pool is closed.": "线程池已关闭。",
  "Open another.": "请另开一个。",
  "A worker crashed {count} times at the same part ({why}).": "工作线程在同一部分崩溃了 {count} 次（{why}）。",
  "Is there enough memory? Try fewer workers.": "内存是否充足？请减少 workers。",
} as const;

/** The English sentences there are. */
export type ErrorSentence = keyof typeof ERROR_TEXTS_ZH;
