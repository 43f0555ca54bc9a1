import type { TravelProfile } from "../model/travel.js";

/** What all profiles share: beyond 500 m, the ten-minute distance of GB 50180, a place is not on the street network. */
const MAX_ACCESS_METERS = 500;

/**
 * Walks as GB 50180 does: 1.0 m/s, so that 5, 10 and 15 minutes are 300, 600 and 900 m.
 *
 * Steps and off-street ways are walked at the same speed: that text's metres know only one, and a slower leg would make
 * minutes and metres tell different stories about one way.
 *
 * @see GB 50180-2018, 2.0.2–2.0.4: 300, 500 and 800–1000 m in 5, 10 and 15 minutes, that is 0.83 to 1.1 m/s
 */
export const standardWalking: TravelProfile = {
  id: "standard",
  label: { zh: "标准步行", en: "Standard walking" },
  speedMetersPerSecond: 1,
  stepsSpeedMetersPerSecond: 1,
  offStreetSpeedMetersPerSecond: 1,
  maxAccessMeters: MAX_ACCESS_METERS,
  source: {
    zh: "GB 50180-2018：5、10、15 分钟对应 300、500、800–1000 米，即每分钟 50–67 米；每分钟 60 米为本项目设定",
    en: "GB 50180-2018: 300 m in 5, 500 m in 10, 800–1000 m in 15 minutes imply 50–67 m/min; 60 m/min is our choice",
  },
};

/** Walks as a brisk adult: 1.2 m/s, 1080 m in a quarter of an hour. */
export const briskWalking: TravelProfile = {
  ...standardWalking,
  id: "brisk",
  label: { zh: "成人快走", en: "Brisk adult walking" },
  speedMetersPerSecond: 1.2,
  stepsSpeedMetersPerSecond: 1.2,
  offStreetSpeedMetersPerSecond: 1.2,
  source: {
    zh: "1.2 米/秒为英国行人过街设计的步行速度；用于成人为本项目设定",
    en: "1.2 m/s is the walking speed of British crossing design; used for adults by our choice",
  },
};

/** Walks as people of 65 and more do: 0.8 m/s, 720 m in a quarter of an hour, and half of that speed on steps. */
export const elderlyWalking: TravelProfile = {
  ...standardWalking,
  id: "elderly",
  label: { zh: "老年人步行", en: "Elderly walking" },
  speedMetersPerSecond: 0.8,
  stepsSpeedMetersPerSecond: 0.4,
  offStreetSpeedMetersPerSecond: 0.8,
  source: {
    zh: "65–74 岁实测步行速度 0.80 米/秒（85 岁以上 0.71）；台阶上减半为本项目设定",
    en: "Measured walking speed at 65–74 years: 0.80 m/s (0.71 at 85 and more); half of it on steps is our choice",
  },
};

/** Walks as a child: 0.9 m/s, 810 m in a quarter of an hour. */
export const childWalking: TravelProfile = {
  ...standardWalking,
  id: "child",
  label: { zh: "儿童步行", en: "Child walking" },
  speedMetersPerSecond: 0.9,
  stepsSpeedMetersPerSecond: 0.9,
  offStreetSpeedMetersPerSecond: 0.9,
  source: {
    zh: "0.9 米/秒为本项目设定：介于标准步行与老年人步行之间",
    en: "0.9 m/s is our choice: between standard and elderly walking",
  },
};

/** Lists the profiles, the default first. */
export const PROFILES: readonly TravelProfile[] = [standardWalking, briskWalking, elderlyWalking, childWalking];
