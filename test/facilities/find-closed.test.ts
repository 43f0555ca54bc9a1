import { describe, expect, test } from "vitest";
import { buildClassifier } from "../../src/facilities/classify.js";
import { selectFacilities } from "../../src/facilities/select-facilities.js";
import type { FacilityRecord } from "../../src/model/facts.js";
import { categories } from "../../src/standards/categories.js";

const classify = buildClassifier(categories);
const record = (tags: Record<string, unknown>, name: string | null = null): FacilityRecord => ({
  ...{
    id: "1",
    name,
    location: [104, 30],
    entrances: [[104, 30]],
    outline: [],
    isArea: false,
    areaSquareMeters: null,
    tags,
  },
});
const why = (tags: Record<string, unknown>, name: string | null = null) =>
  classify(record({ shop: "bakery", ...tags }, name)).why;

describe("a bakery is closed", () => {
  test.each([
    ...[
      { disused: "yes" },
      { abandoned: "yes" },
      { demolished: "yes" },
      { demolished: "2015" },
      { razed: "yes" },
      { removed: "yes" },
    ],
    ...[{ construction: "yes" }, { building: "construction" }, { proposed: "yes" }, { planned: true }],
    ...[
      { opening_hours: "off" },
      { opening_hours: "closed" },
      { opening_hours: " Off " },
      { opening_hours: "24/7 off" },
    ],
    ...[
      { opening_hours: "Mo-Su off" },
      { opening_hours: 'closed "renovation"' },
      { opening_hours: "Temporarily closed" },
    ],
    ...[{ operational_status: "closed" }, { business_status: "CLOSED_PERMANENTLY" }, { status: "under construction" }],
    ...[
      { end_date: "2019" },
      { end_date: 2019 },
      { end_date: "2019-05" },
      { end_date: "2026-11-29" },
      { end_date: "before 1990" },
    ],
  ])("by its tags: %o", (tags) => {
    expect(why(tags)).toBe("closed");
  });
  test.each([
    ...[
      "仁和大药房(暂停营业)",
      "仁和（已停业）",
      "小学【在建】",
      "人民公园(建设中)",
      "超市（装修中）",
      "茶馆(已关闭)",
      "影城(暂未营业)",
    ],
    ...[
      "某店（已搬迁）",
      "某站(未开通)",
      "地铁站（规划中）",
      "某店(暂停营业，地址另议)",
      "某店-暂停营业",
      "某店(筹建)",
      "某馆(临时闭馆)",
    ],
    ...[
      "Oak School (historical)",
      "Baker (closed)",
      "Baker (CLOSED 2019)",
      "Baker (permanently closed)",
      "Hall [demolished]",
    ],
    ...[
      "Baker (closed since 2020)",
      "Farmacia (cerrado)",
      "Bäcker (geschlossen)",
      "Boulangerie (fermé)",
      "Padaria (fechada)",
    ],
    ...[
      "Forno (chiuso)",
      "Bakker (gesloten)",
      "Bager (lukket)",
      "Аптека (закрыто)",
      "パン屋（閉店）",
      "빵집 (폐업)",
      "Piekarnia (nieczynna)",
    ],
  ])("by its name: %s", (name) => {
    expect(why({}, name)).toBe("closed");
    expect(why({ "name:zh": name })).toBe("closed");
  });
  test("and told by what says so", () => {
    expect(classify(record({ shop: "bakery", end_date: "2019" })).about).toBe("end_date=2019");
    expect(classify(record({ shop: "bakery" }, "Baker (closed)")).about).toBe("name=Baker (closed)");
  });
  test("whatever names its category", () => {
    expect(classify(record({ category: "bakery" }, "蛋糕店（暂停营业）")).why).toBe("closed");
    expect(classify(record({ typecode: "050800" }, "蛋糕店(停业)")).why).toBe("closed");
  });
  test("if it was one before: under a key of its own", () => {
    for (const key of [
      "disused:shop",
      "abandoned:shop",
      "was:shop",
      "demolished:shop",
      "construction:shop",
      "proposed:amenity",
    ])
      expect(classify(record({ [key]: "bakery" })).why).toBe("closed");
    expect(classify(record({ "disused:amenity": "school", shop: "bakery" })).categories).toEqual(["bakery"]);
  });
});

describe("a bakery is open", () => {
  test.each([
    ...[
      { disused: "no" },
      { opening_hours: "PH off" },
      { opening_hours: "Mo-Sa 08:00-18:00; Su off" },
      { opening_hours: "24/7" },
    ],
    ...[
      { end_date: "2099" },
      { end_date: "2026-12" },
      { end_date: "2026" },
      { end_date: "soon" },
      { end_date: "" },
      { end_date: null },
    ],
    ...[{ status: "active" }, { operational_status: "operational" }, { "disused:name": "Old" }, { "was:shop": "no" }],
  ])("by its tags: %o", (tags) => {
    expect(why(tags)).toBe("tags");
  });
  test.each([
    ...[
      "面包房(建设中路店)",
      "面包房(在建设路)",
      "面包房(规划馆店)",
      "装修中心面包房",
      "Baker (closed on Sundays)",
      "Historical Bakery",
    ],
    ...[
      "Ferme (Ferme du Bois)",
      "Baker (former Smith)",
      "Baker (Closed Mondays)",
      "面包房(开放大学店)",
      "面包房（营业中）",
      "Closed Door Bakery",
    ],
  ])("by its name: %s", (name) => {
    expect(why({}, name)).toBe("tags");
  });
});

test("what ended is judged by the day that is asked about, and by no clock", () => {
  const on = (day: string) =>
    buildClassifier(categories, { on: day })(record({ shop: "bakery", end_date: "2019-05" })).why;
  expect(["2018-01-01", "2019-05-31", "2019-06-01", "2030-01-01"].map(on)).toEqual([
    "tags",
    "tags",
    "closed",
    "closed",
  ]);
});

test("the closed are counted under their code, benches that are out of use are not", () => {
  const records = [
    { shop: "bakery", disused: "yes" },
    { "disused:shop": "bakery" },
    { amenity: "bench", disused: "yes" },
    { shop: "bakery" },
  ];
  const { facilities, leftOut, diagnostics } = selectFacilities(
    records.map((tags, i) => ({ ...record(tags), id: String(i), location: [104 + i, 30] })),
    categories,
  );
  expect(facilities.length).toBe(1);
  expect(leftOut).toEqual({ "facility.closed": 2, "category.unknown": 1 });
  expect(diagnostics.find(({ code }) => code === "facility.closed")).toMatchObject({ count: 2, severity: "info" });
});
