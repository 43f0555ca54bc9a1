import { expect, test } from "vitest";
import { isCountryCode, isMadeFor } from "../../src/standards/made-for.js";

// Where a standard for China is proposed: places on either side of the border, and everywhere else.

const IN_CHINA: readonly (readonly [string, number, number])[] = [
  ["Beijing", 116.4, 39.9],
  ["Pudong", 121.8, 31.15],
  ["Chengdu", 104.06, 30.66],
  ["Harbin", 126.63, 45.75],
  ["Mohe", 122.54, 52.97],
  ["Heihe", 127.5, 50.25],
  ["Fuyuan", 134.3, 48.36],
  ["Suifenhe", 131.15, 44.4],
  ["Hunchun", 130.37, 42.87],
  ["Dandong", 124.37, 40.13],
  ["Dalian", 121.6, 38.9],
  ["Weihai", 122.1, 37.5],
  ["Zhoushan", 122.2, 30.0],
  ["Pingtan", 119.78, 25.5],
  ["Xiamen", 118.08, 24.48],
  ["Shenzhen", 114.06, 22.54],
  ["Sanya", 109.5, 18.25],
  ["Fangchenggang", 108.35, 21.7],
  ["Pingxiang", 106.76, 22.1],
  ["Jinghong", 100.8, 22.0],
  ["Ruili", 97.86, 24.01],
  ["Lhasa", 91.1, 29.65],
  ["Ngari", 80.1, 32.5],
  ["Tashkurgan", 75.23, 37.77],
  ["Kashgar", 75.99, 39.47],
  ["Yining", 81.3, 43.9],
  ["Tacheng", 83.0, 46.75],
  ["Altay", 88.1, 47.85],
  ["Erenhot", 111.95, 43.65],
  ["Manzhouli", 117.4, 49.58],
];
const ELSEWHERE: readonly (readonly [string, number, number])[] = [
  ["Hanoi", 105.85, 21.03],
  ["Vientiane", 102.6, 17.97],
  ["Myitkyina", 97.4, 25.38],
  ["Mandalay", 96.1, 21.97],
  ["Kathmandu", 85.32, 27.72],
  ["Pokhara", 83.98, 28.2],
  ["Thimphu", 89.64, 27.47],
  ["Delhi", 77.2, 28.6],
  ["Leh", 77.58, 34.16],
  ["Islamabad", 73.05, 33.7],
  ["Osh", 72.8, 40.53],
  ["Bishkek", 74.6, 42.87],
  ["Almaty", 76.9, 43.24],
  ["Ulaanbaatar", 106.9, 47.92],
  ["Choibalsan", 114.5, 48.07],
  ["Irkutsk", 104.3, 52.3],
  ["Blagoveshchensk", 127.54, 50.29],
  ["Khabarovsk", 135.08, 48.48],
  ["Vladivostok", 131.9, 43.12],
  ["Chongjin", 129.78, 41.8],
  ["Pyongyang", 125.75, 39.02],
  ["Seoul", 127, 37.55],
  ["Jeju", 126.5, 33.5],
  ["Tokyo", 139.7, 35.7],
  ["Manila", 121, 14.6],
  ["Singapore", 103.8, 1.35],
  ["Monaco", 7.42, 43.73],
  ["Helsinki", 24.94, 60.17],
  ["Lisbon", -9.14, 38.72],
  ["New York", -74, 40.7],
  ["Porto Alegre", -51.2, -30],
  ["Apia", -171.8, -13.8],
];
const forChina = { country: "CN" };

test.each(IN_CHINA)("%s lies where a standard for China fits", (_, lon, lat) => {
  expect(isMadeFor(forChina, null, [[lon, lat]])).toBe(true);
});
test.each(ELSEWHERE)("%s does not", (_, lon, lat) => {
  expect(isMadeFor(forChina, null, [[lon, lat]])).toBe(false);
});
test("what somebody said counts more than the place", () => {
  expect(isMadeFor(forChina, "CN", [[7.42, 43.73]])).toBe(true);
  expect(isMadeFor(forChina, "PT", [[104.06, 30.66]])).toBe(false);
});
test("most of the places decide; without any, the standard is not doubted", () => {
  const [chengdu, lisbon] = [
    [104.06, 30.66],
    [-9.14, 38.72],
  ] as const;
  expect(isMadeFor(forChina, null, [chengdu, lisbon, lisbon])).toBe(false);
  expect(isMadeFor(forChina, null, [chengdu, chengdu, lisbon])).toBe(true);
  expect(isMadeFor(forChina, null, [])).toBe(true);
});
test("a standard for any country fits everywhere; of other countries only what was said is known", () => {
  for (const [, lon, lat] of [...IN_CHINA, ...ELSEWHERE]) {
    expect(isMadeFor({}, null, [[lon, lat]])).toBe(true);
    expect(isMadeFor({ country: "NL" }, null, [[lon, lat]])).toBe(true);
  }
  expect(isMadeFor({ country: "NL" }, "DE", [])).toBe(false);
  expect(isMadeFor({}, "DE", [])).toBe(true);
});
test("a country is two capital letters", () => {
  expect(["CN", "PT"].map(isCountryCode)).toEqual([true, true]);
  expect(["cn", "CHN", "", null, 86, "C1"].map(isCountryCode)).toEqual([false, false, false, false, false, false]);
});
