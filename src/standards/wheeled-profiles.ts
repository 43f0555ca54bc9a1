import { kilometersPerHour } from "../base/units.js";
import type { TravelProfile } from "../model/travel.js";
import { PROFILES, standardWalking } from "./travel-profiles.js";

// Who travels otherwise than on foot at one speed. Each names a mode that a city is prepared with: `prepareCity(input, { modes })`.

/** What is left of the speed of small wheels: our choice, by what the surfaces are. */
const SMALL_WHEELS: Readonly<Record<string, number>> = {
  ...{ compacted: 0.9, fine_gravel: 0.8, sett: 0.7, unpaved: 0.7, dirt: 0.7, earth: 0.7, ground: 0.7 },
  ...{
    gravel: 0.6,
    pebblestone: 0.6,
    cobblestone: 0.6,
    unhewn_cobblestone: 0.5,
    grass: 0.6,
    sand: 0.4,
    woodchips: 0.5,
  },
};

/** What is left of the speed of a bicycle: our choice. */
const BICYCLE_WHEELS: Readonly<Record<string, number>> = {
  ...{ compacted: 0.9, fine_gravel: 0.8, sett: 0.7, unpaved: 0.7, dirt: 0.7, earth: 0.7, ground: 0.7 },
  ...{ gravel: 0.6, pebblestone: 0.5, cobblestone: 0.6, unhewn_cobblestone: 0.5, grass: 0.5, sand: 0.3, mud: 0.3 },
};

/** Rolls in a wheelchair that one pushes oneself: 0.8 m/s, 720 m in a quarter of an hour. */
export const wheelchairRolling: TravelProfile = {
  ...standardWalking,
  id: "wheelchair",
  label: { zh: "轮椅出行", en: "By wheelchair" },
  mode: "wheelchair",
  speedMetersPerSecond: 0.8,
  stepsSpeedMetersPerSecond: 0.8,
  surfaceShares: SMALL_WHEELS,
  offStreetSpeedMetersPerSecond: 0.8,
  source: {
    zh: "0.8 米/秒为本项目设定，同老年人步行；坡度 1:12 以内依 GB 55019-2021 第 2.3.1 条；净宽 0.9 米依 2010 ADA 标准第 403.5.1 条；路面减速与不可通行路面为本项目设定，平整度、路缘石按 OpenStreetMap 维基的定义；法规和标准中的数字凭记忆写出，未与原文核对",
    en: "0.8 m/s is our choice, as elderly walking; up to 1:12 by GB 55019-2021, 2.3.1; 0.9 m wide by the 2010 ADA Standards, 403.5.1; surfaces that slow or stop are our choice, smoothness and kerbs as the OpenStreetMap wiki defines them; figures of laws and standards are recalled: no text of them was read",
  },
};

/** Walks with a pushchair: 0.9 m/s, 810 m in a quarter of an hour, and a quarter of that speed where it is carried over steps. */
export const pushchairWalking: TravelProfile = {
  ...standardWalking,
  id: "pushchair",
  label: { zh: "推婴儿车步行", en: "Walking with a pushchair" },
  mode: "pushchair",
  speedMetersPerSecond: 0.9,
  stepsSpeedMetersPerSecond: 0.225,
  surfaceShares: SMALL_WHEELS,
  offStreetSpeedMetersPerSecond: 0.9,
  source: {
    zh: "0.9 米/秒（同儿童步行）、台阶上四分之一、路面减速均为本项目设定",
    en: "0.9 m/s, as child walking, a quarter of it on steps, and how surfaces slow are our choice",
  },
};

/** Cycles at 15 km/h, and walks where bicycles are pushed: 3750 m in a quarter of an hour. */
export const cycling: TravelProfile = {
  ...standardWalking,
  id: "bicycle",
  label: { zh: "骑自行车", en: "Cycling" },
  mode: "bicycle",
  speedMetersPerSecond: kilometersPerHour(15),
  stepsSpeedMetersPerSecond: standardWalking.speedMetersPerSecond,
  surfaceShares: BICYCLE_WHEELS,
  source: {
    zh: "15 公里/时、推行 1 米/秒、路面减速均为本项目设定；15 公里/时也是《道路交通安全法》第五十八条对非机动车道内电动自行车的限速；法规和标准中的数字凭记忆写出，未与原文核对",
    en: "15 km/h, pushing at 1 m/s, and how surfaces slow are our choice; 15 km/h is also what the Road Traffic Safety Law of China, article 58, allows electric bicycles in lanes for bicycles; figures of laws and standards are recalled: no text of them was read",
  },
};

/** Rides an electric bicycle at 20 km/h: 5000 m in a quarter of an hour. Hills do not slow it, whatever the heights. */
export const electricCycling: TravelProfile = {
  ...cycling,
  id: "ebike",
  label: { zh: "骑电动自行车", en: "Riding an electric bicycle" },
  speedMetersPerSecond: kilometersPerHour(20),
  source: {
    zh: "20 公里/时为本项目设定：介于《道路交通安全法》第五十八条的 15 公里/时与 GB 17761-2018 的最高设计车速 25 公里/时之间；推行 1 米/秒、路面减速、上坡不减速亦为本项目设定；法规和标准中的数字凭记忆写出，未与原文核对",
    en: "20 km/h is our choice: between the 15 km/h of the Road Traffic Safety Law of China, article 58, and the 25 km/h of GB 17761-2018; pushing at 1 m/s, how surfaces slow, and that hills do not, are our choice, too; figures of laws and standards are recalled: no text of them was read",
  },
};

/** Drives a car in free flow: as fast as streets allow, at most 120 km/h; the way to and from the car is walked. */
export const driving: TravelProfile = {
  ...standardWalking,
  id: "car",
  label: { zh: "驾车（自由流）", en: "Driving in free flow" },
  mode: "car",
  speedMetersPerSecond: kilometersPerHour(120),
  stepsSpeedMetersPerSecond: standardWalking.speedMetersPerSecond,
  source: {
    zh: "自由流：按限速标志；无标志时城市道路 30 或 50 公里/时（《道路交通安全法实施条例》第四十五条），最高 120（第七十八条）；快速路、匝道、内部路为本项目设定；不计信号灯、拥堵与停车；法规和标准中的数字凭记忆写出，未与原文核对",
    en: "Free flow: as signs say; without one, 30 or 50 km/h in cities (regulation on the Road Traffic Safety Law of China, article 45), at most 120 (article 78); motorways, ramps and service roads are our choice; no lights, no queues, no parking; figures of laws and standards are recalled: no text of them was read",
  },
};

/** Lists every profile of the library: those on foot first, the default at their head, then those that need modes of their own. */
export const ALL_PROFILES: readonly TravelProfile[] = [
  ...PROFILES,
  wheelchairRolling,
  pushchairWalking,
  cycling,
  electricCycling,
  driving,
];
