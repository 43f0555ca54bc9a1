import type { TranslationOf } from "../phrase.js";

/** What was found about slopes and opening hours, and what to do about it. */
export const TRAVELER_FINDINGS = {
  "slope.unknown":
    "Stretches of street lie where heights are not known; they were taken for level, as bridges and tunnels are.",
  "slope.unknown.action": "If these are many, take heights that cover all streets that people may get to.",
  "slope.steep": "Stretches of street are too steep for this way of moving; they are closed to it.",
  "slope.steep.action":
    "Heights from space are off by some metres: on short edges that makes slopes that are not there. Take finer heights, or allow more.",
  "hours.closed": "Facilities are closed at the hour that was asked for, by their opening hours; they were left out.",
  "hours.closed.action": "Nothing, if that is meant.",
  "hours.unknown": "Facilities do not tell their opening hours; they were taken for open.",
  "hours.unknown.action": "If they are to count as closed, ask for that, and compare.",
  "hours.unknownClosed": "Facilities do not tell their opening hours; they were taken for closed, and left out.",
  "hours.unknownClosed.action": "Parks, schools and stops seldom tell theirs: take them for open, and compare.",
  "hours.unsure":
    "Opening hours leave open whether there is somebody then (by appointment, no end); they count as unknown.",
  "hours.unsure.action": "Ask there, if it matters.",
  "hours.unreadable": "Opening hours cannot be read; they count as unknown.",
  "hours.unreadable.action": "Write them as the OpenStreetMap wiki tells under Key:opening_hours.",
  "hours.holidays":
    "Opening hours name holidays, and no country was given: no holidays are known, and such rules do not count.",
  "hours.holidays.action": "Give the country.",
  "opportunity.untold":
    "Places do not tell how much there is to be reached, as a number of 0 or more; they were left out.",
  "opportunity.untold.action": "Nothing, if there is nothing; else fill the property in.",
} as const;

/** The same in Chinese. */
export const TRAVELER_FINDINGS_ZH: TranslationOf<typeof TRAVELER_FINDINGS> = {
  "slope.unknown": "有路段没有高程，按平地计；桥梁与隧道亦然。",
  "slope.unknown.action": "若数量很多，请使用覆盖人们可能到达的全部道路的高程。",
  "slope.steep": "有路段对该出行方式过陡，按不通计。",
  "slope.steep.action": "卫星高程有数米误差，短路段上会出现并不存在的坡：请用更精细的高程，或放宽限值。",
  "hours.closed": "有设施按其营业时间在所问的时刻不开放，已剔除。",
  "hours.closed.action": "若正合本意，无须处理。",
  "hours.unknown": "有设施没有营业时间，按开放计。",
  "hours.unknown.action": "如应按不开放计，请如此设定，并作比较。",
  "hours.unknownClosed": "有设施没有营业时间，按不开放计，已剔除。",
  "hours.unknownClosed.action": "公园、学校和车站很少标注营业时间：请按开放计，并作比较。",
  "hours.unsure": "有营业时间不能确定当时是否有人（须预约、未写结束时间），按未知计。",
  "hours.unsure.action": "如有必要，请向其核实。",
  "hours.unreadable": "有营业时间无法读取，按未知计。",
  "hours.unreadable.action": "请按 OpenStreetMap 维基 Key:opening_hours 的写法书写。",
  "hours.holidays": "有营业时间涉及节假日，而没有给出国家：不知道任何节假日，这些规则不起作用。",
  "hours.holidays.action": "请给出国家。",
  "opportunity.untold": "有地点没有以不小于 0 的数字说明可达机会有多少，已剔除。",
  "opportunity.untold.action": "若该处本来没有，无须处理；否则请补全该属性。",
};
