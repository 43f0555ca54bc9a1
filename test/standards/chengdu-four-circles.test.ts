import { describe, expect, test } from "vitest";
import { buildClassifier } from "../../src/facilities/classify.js";
import type { FacilityRecord } from "../../src/model/facts.js";
import type { Requirement } from "../../src/model/standard.js";
import { toSourceText } from "../../src/report/sentences.js";
import { chengduFourCircles } from "../../src/standards/chengdu-four-circles.js";
import { validateStandard } from "../../src/standards/validate-standard.js";

const { requirements, categories, label, scoring } = chengduFourCircles;
const requirement = (id: string) => requirements.find((one) => one.id === id) as Requirement;
const idsOf = (pick: (one: Requirement) => boolean) => requirements.filter(pick).map(({ id }) => id);
const appliedBasis = ({ threshold, basis }: Requirement) =>
  threshold.time === undefined ? basis.metres : basis.minutes;

describe("the four circles of Chengdu", () => {
  test("are a valid standard, made for China, and an operational definition by its title", () => {
    expect(() => validateStandard(chengduFourCircles)).not.toThrow();
    expect(chengduFourCircles.country).toBe("CN");
    expect(label.zh).toContain("操作性定义");
    expect(label.en).toContain("operational definition");
  });
  test("stand in the order in which they are named", () => {
    expect(chengduFourCircles.circles.map(({ id }) => id)).toEqual([
      "lifeService",
      "publicTransport",
      "publicService",
      "convenience",
    ]);
  });
  test("ask for every category once, under its own id, and for the pocket park only in place of a park", () => {
    const asked = requirements.map(({ category }) => category);
    const expected = categories.map(({ id }) => id).filter((id) => id !== "pocket_park");
    expect([...asked].sort()).toEqual([...expected].sort());
    for (const { id, category } of requirements) expect(id).toBe(category);
  });
  test("have 51 lines, 30 of them mandatory", () => {
    const count = (circle: string) => idsOf((one) => one.circle === circle && one.necessity === "mandatory").length;
    expect(requirements.length).toBe(51);
    expect(["lifeService", "publicTransport", "publicService", "convenience"].map(count)).toEqual([4, 2, 12, 12]);
  });
});

describe("what a text that was read says otherwise is as the text says:", () => {
  test.each<[string, Requirement["necessity"], number | null, number]>([
    // PLAN23, MOF247: quality formats
    ["fitness_venue", "optional", 15, 1000],
    ["culture_leisure", "optional", 15, 1000],
    // PLAN23: the class of 5 to 10 minutes
    ["parcel_post", "mandatory", 10, 500],
    // TD/T 1062 A.3, Shanghai, 建科规〔2020〕7号
    ["community_health_station", "mandatory", 10, 500],
    // MOF247: basic formats
    ["photo_print", "mandatory", 10, 500],
    ["recycling_point", "mandatory", 10, 500],
    // the notice of 2025: basic
    ["car_wash", "mandatory", 10, 500],
    // GB 50437 table 3.1.2 ▲
    ["elderly_care_home", "mandatory", 15, 1000],
    // GB/T 51346 table 4.4.7, GB 55013 5.0.1: metres only
    ["park", "mandatory", null, 500],
    ["public_toilet", "mandatory", null, 300],
    // no text makes them obligatory
    ["community_canteen", "optional", 10, 500],
    ["health_service", "optional", 15, 1000],
    ["after_school_care", "optional", 15, 1000],
  ])("%s: %s, %s minutes, %d m", (id, necessity, minutes, meters) => {
    expect(requirement(id)).toMatchObject({ necessity });
    expect(requirement(id).threshold).toEqual({
      ...(minutes === null ? {} : { time: minutes * 60 }),
      network: meters,
    });
  });
  test.each([
    ["kindergarten", 5, 300],
    ["primary_school", 10, 500],
    ["middle_school", 15, 1000],
    ["community_health_center", 15, 1000],
    ["police_station", 15, 800],
    ["convenience_store", 5, 300],
  ])("%s stays: %d minutes, %d m", (id, minutes, meters) => {
    expect(requirement(id)).toMatchObject({ threshold: { time: minutes * 60, network: meters } });
  });
  test.each([
    ["bus_stop", 500],
    ["rail_station", 800],
    ["ferry", 1000],
  ])("%s: %d m and no minutes, whatever is judged by", (id, meters) => {
    expect(requirement(id).threshold).toEqual({ network: meters });
  });
  test("a park of 1 ha serves 500 m, a smaller one 300 m", () => {
    expect(requirement("park").orElse).toEqual([{ category: "pocket_park", threshold: { network: 300 } }]);
    const sizes = categories.filter(({ id }) => id.endsWith("park"));
    expect(sizes.map((one) => [one.id, one.minAreaSquareMeters, one.maxAreaSquareMeters])).toEqual([
      ["park", 10_000, undefined],
      ["pocket_park", 2000, 10_000],
    ]);
  });
  test("greenways stand with the parks, as in the check-up", () => {
    expect(requirement("greenway").circle).toBe("publicService");
  });
});

describe("each field says what it rests on:", () => {
  test("nothing was checked in print", () => {
    for (const { id, basis } of requirements) expect([id, Object.values(basis).includes("print")]).toEqual([id, false]);
  });
  test("what no text says is ours: in the basis and in the source, in both languages", () => {
    const fields = [
      ["listing", "the listing", "列入"],
      ["necessity", "the necessity", "必备或提升"],
      ["minutes", "the minutes", "分钟数"],
      ["metres", "the meters", "米数"],
    ] as const;
    const toOurs = (text: string, mark: string, separator: string) => {
      const [, list] = text.split(mark);
      return list === undefined ? [] : list.split(separator);
    };
    for (const { basis, source } of requirements) {
      const ours = fields.filter(([field]) => basis[field] === "ours");
      expect(toOurs(toSourceText(source, "en"), "our choice: ", ", ")).toEqual(ours.map(([, en]) => en));
      expect(toOurs(toSourceText(source, "zh"), "本项目设定：", "、")).toEqual(ours.map(([, , zh]) => zh));
    }
  });
  test("lines without any text are shown and not counted", () => {
    const without = idsOf(({ basis }) => Object.values(basis).every((one) => one === "ours"));
    expect(without).toEqual(["bike_share", "emergency_shelter"]);
    for (const id of without) expect(requirement(id).necessity).toBe("label");
  });
  test("these thresholds, as they are applied, were read in a text of their own", () => {
    expect(idsOf((one) => ["copy", "guide"].includes(appliedBasis(one) as string))).toEqual([
      "bus_stop",
      "ferry",
      "primary_school",
      "park",
      "public_toilet",
    ]);
  });
  test("these rest on memory alone, until somebody has the printed tables", () => {
    expect(idsOf((one) => appliedBasis(one) === "recalled")).toEqual([
      "sports_ground",
      "community_service_station",
      "police_station",
    ]);
  });
  test.each<[string, Requirement["basis"]]>([
    ["elderly_day_care", { listing: "copy", necessity: "guide", minutes: "press", metres: "copy" }],
    ["middle_school", { listing: "press", necessity: "recalled", minutes: "secondary", metres: "secondary" }],
    ["housekeeping", { listing: "guide", necessity: "guide", minutes: "press", metres: "ours" }],
    ["bus_stop", { listing: "guide", necessity: "recalled", metres: "guide" }],
    ["cultural_center", { listing: "press", necessity: "recalled", minutes: "secondary", metres: "recalled" }],
  ])("%s", (id, basis) => {
    expect(requirement(id).basis).toEqual(basis);
  });
  test("a line whose documents are dated says the date of the first", () => {
    expect(requirement("parcel_post").edition).toBe("2023-07-11");
    expect(requirement("car_wash").edition).toBe("2025-09-19");
    expect(requirement("bike_share").edition).toBeUndefined();
    const dated = idsOf(({ edition }) => edition !== undefined);
    expect(dated.length).toBeGreaterThan(45);
  });
});

describe("documents are cited for what they say:", () => {
  const citing = (text: string) => idsOf(({ source }) => toSourceText(source, "zh").includes(text));
  test("formats by 247号, embedded services by 121号, which makes none obligatory", () => {
    expect(citing("176号")).toEqual([]);
    expect(citing("〔2021〕247号")).toContain("pharmacy");
    expect(citing("国办函〔2023〕121号")).toContain("community_canteen");
    for (const { source } of chengduFourCircles.circles) expect(toSourceText(source, "zh")).not.toContain("176号");
  });
  test("a draft as a draft, and what was only recalled as recalled", () => {
    for (const id of citing("GB 50442")) expect(toSourceText(requirement(id).source, "zh")).toContain("征求意见稿");
    for (const id of citing("GB 50180-2018 附录"))
      expect(toSourceText(requirement(id).source, "zh")).toContain("凭记忆");
  });
  test("no park among Chengdu's 18 items", () => {
    expect(citing("8大类18项")).not.toContain("park");
  });
  test("every line names a source; weights, grades and the cap are said to be choices", () => {
    for (const { id, source } of requirements)
      for (const locale of ["zh", "en"] as const)
        expect([id, toSourceText(source, locale).length > 5]).toEqual([id, true]);
    expect(scoring?.weights).toEqual({ mandatory: 2, optional: 1, label: 0 });
    for (const source of [scoring?.source, chengduFourCircles.gradesSource]) {
      expect(toSourceText(source ?? "", "en")).toContain("our choices");
      expect(toSourceText(source ?? "", "zh")).toContain("本项目设定");
    }
  });
});

describe("one place is not counted by a mandatory and by an optional line of one service:", () => {
  const classify = buildClassifier(categories);
  const place = (tags: Readonly<Record<string, unknown>>, name: string | null): FacilityRecord => ({
    id: "1",
    name,
    location: [104.06, 30.66],
    entrances: [],
    outline: [],
    isArea: false,
    areaSquareMeters: null,
    tags,
  });
  const countedBy = (tags: Readonly<Record<string, unknown>>, name: string | null = null) =>
    classify(place(tags, name)).categories.filter((id) => requirement(id)?.necessity !== "label");
  test("no tag suffices alone for a mandatory and for an optional line", () => {
    const tagsOf = (necessity: Requirement["necessity"]) =>
      requirements
        .filter((one) => one.necessity === necessity)
        .flatMap((one) => categories.find(({ id }) => id === one.category)?.osmTags ?? []);
    const optional = new Set(tagsOf("optional"));
    expect(tagsOf("mandatory").filter((tag) => optional.has(tag))).toEqual([]);
  });
  test.each<[Readonly<Record<string, unknown>>, string | null, readonly string[]]>([
    [{ amenity: "library" }, "锦江区图书馆", ["cultural_center"]],
    [{ amenity: "arts_centre" }, null, ["cultural_center"]],
    [{ amenity: "community_centre" }, null, ["cultural_center"]],
    [{ typecode: "140500" }, "市图书馆", ["cultural_center"]],
    [{ shop: "books" }, "新华书店", ["culture_leisure"]],
    [{ typecode: "061205" }, "新华书店", ["culture_leisure"]],
    [{ amenity: "restaurant" }, "川菜馆", ["breakfast"]],
    [{ typecode: "050117" }, "火锅店", ["breakfast"]],
    [{ amenity: "restaurant" }, "玉林社区食堂", ["community_canteen"]],
    [{ amenity: "cafe" }, null, ["cafe_tea"]],
    [{ leisure: "sports_hall" }, null, ["sports_ground"]],
    [{ leisure: "fitness_centre" }, null, ["fitness_venue"]],
    [{ typecode: "080110" }, "游泳馆", ["fitness_venue"]],
    [{ amenity: "clinic" }, "双流卫生院", ["community_health_center"]],
    [{ amenity: "doctors" }, "玉林卫生站", ["community_health_station"]],
    [{ amenity: "clinic" }, "张氏诊所", ["health_service"]],
  ])("%j (%s)", (tags, name, expected) => {
    expect(countedBy(tags, name)).toEqual(expected);
  });
});
