import { describe, expect, test } from "vitest";
import type { Tags } from "../../src/base/words.js";
import { buildClassifier } from "../../src/facilities/classify.js";
import { categories } from "../../src/standards/categories.js";

const classify = buildClassifier(categories);
const found = (tags: Tags, name: string | null = null) =>
  classify({
    ...{ id: "1", name, location: [10, 50], entrances: [[10, 50]], outline: [], isArea: false, areaSquareMeters: null },
    tags: name === null ? tags : { ...tags, name },
  }).categories;
const school = (name: string, tags: Tags = {}) => found({ amenity: "school", ...tags }, name);

describe("schools by name", () => {
  test.each([
    ["zh", "龙江路小学", "臺北市立中山國小"],
    ["en", "Oak Primary School", "Bedford Elementary", "P.S. 21", "St Mary's Infant School"],
    ["es", "C.E.I.P. Galicia", "CEIP José Pérez", "Escuela Primaria Benito Juárez"],
    ["pt", "Escola Primária da Sé", "EB1 do Bonfim", "Escola Básica do 1.º Ciclo"],
    ["fr", "École primaire Jean Moulin", "Ecole Elementaire Pasteur", "Groupe scolaire Les Tilleuls"],
    ["de", "Grundschule am Park", "Primarschule Vaduz", "Volksschule Hernals"],
    ["it", "Scuola Primaria Manzoni", "Scuola elementare Dante"],
    ["nl", "Basisschool De Regenboog", "O.B.S. De Klimop"],
    ["sv", "Lågstadieskolan Björken"],
    ["fi", "Kallion ala-asteen koulu"],
    ["ru", "Начальная школа № 3"],
    ["ar", "مدرسة النور الابتدائية"],
    ["hi", "राजकीय प्राथमिक विद्यालय"],
    ["ja", "市立第一小学校"],
    ["ko", "서울초등학교"],
    ["ne", "श्री जनता प्राथमिक विद्यालय"],
    ["mt", "Skola Primarja Sliema"],
  ])("primary in %s", (_, ...names) => {
    for (const name of names) expect(school(name), name).toContain("primary_school");
  });
  test.each([
    ["zh", "石室联合中学", "臺北市立中正國中"],
    ["en", "Oak Middle School", "Lincoln Junior High", "Holy Cross Secondary School", "J.H.S. 8"],
    ["es", "I.E.S. La Isleta", "IES Pérez Galdós", "Instituto de Educación Secundaria"],
    ["pt", "Escola Secundária Rodrigues de Freitas", "EB 2,3 de Paranhos"],
    ["fr", "Collège Victor Hugo"],
    ["de", "Gymnasium Vaduz", "Sekundarschule Nord", "Realschule", "Weiterführende Schule Eschen"],
    ["it", "Scuola media Parini", "Scuola Secondaria di I Grado"],
    ["nl", "Montessori Lyceum", "Scholengemeenschap Oost"],
    ["sv", "Högstadiet Eken"],
    ["fi", "Töölön yläaste"],
    ["pl", "Gimnazjum nr 3"],
    ["ru", "Гимназия № 1", "Лицей 30"],
    ["ar", "مدرسة المتوسطة", "المدرسة الإعدادية"],
    ["hi", "राजकीय माध्यमिक विद्यालय"],
    ["ja", "市立第二中学校"],
    ["ko", "서울중학교"],
    ["ne", "श्री सरस्वती माध्यमिक विद्यालय"],
    ["mt", "Skola Medja", "Skola Sekondarja"],
  ])("lower secondary in %s", (_, ...names) => {
    for (const name of names) expect(school(name), name).toContain("middle_school");
  });
  test.each([
    ["da", "Nørrebro Folkeskole", "Sølvgades Skole"],
    ["sv", "Ekens grundskola"],
    ["fi", "Ressun peruskoulu"],
    ["pl", "Szkoła Podstawowa nr 5", "SP nr 12"],
    ["pt", "Escola Municipal de Ensino Fundamental", "Escola Básica de Aldoar"],
    ["it", "Istituto Comprensivo Verdi"],
    ["ru", "Средняя школа 12", "СОШ № 4", "Школа №57"],
    ["ar", "مدرسة أساسية"],
    ["ne", "आधारभूत विद्यालय"],
  ])("both in %s", (_, ...names) => {
    for (const name of names) expect(school(name), name).toEqual(["primary_school", "middle_school"]);
  });
  test.each([
    "Berufsschule",
    "Musikskolen",
    "Serie A School",
    "Музыкальная школа № 2",
    "高级中学",
    "Series School",
    "Escuela",
  ])("%s is neither", (name) => expect(school(name)).toEqual([]));
});

describe("schools by what they say of themselves", () => {
  test.each([
    [{ "isced:level": "1-2" }, ["primary_school", "middle_school"]],
    [{ "isced:level": "0;1" }, ["primary_school"]],
    [{ "isced:level": 2 }, ["middle_school"]],
    [{ "isced:level": "2,3" }, ["middle_school"]],
    [{ "isced:level": "3" }, []],
    [{ school: "primary" }, ["primary_school"]],
    [{ school: "primary;secondary" }, ["primary_school", "middle_school"]],
    [{ grades: "K-5" }, ["primary_school"]],
    [{ grades: "6-8" }, ["middle_school"]],
    [{ grades: "1-8" }, ["primary_school", "middle_school"]],
    [{ grades: "9-12" }, []],
    [{ min_age: "4", max_age: "11" }, ["primary_school"]],
    [{ min_age: 11, max_age: 16 }, ["middle_school"]],
    [{ min_age: "5", max_age: "16" }, ["primary_school", "middle_school"]],
    [{ min_age: "3", max_age: "6" }, []],
    [{ age_range: "11-18" }, ["middle_school"]],
    [{ min_age: "5" }, []],
  ])("%o", (tags, expected) => {
    expect(found({ amenity: "school", ...tags })).toEqual(expected);
  });
  test("which says more than a name", () => {
    expect(school("Grundschule", { "isced:level": "2" })).toEqual(["middle_school"]);
    expect(school("Gymnasium", { "isced:level": "3" })).toEqual([]);
  });
});

describe("what counts as what", () => {
  test.each<[Tags, string | null, string[]]>([
    [{ amenity: "bicycle_parking" }, null, []],
    [{ amenity: "bicycle_rental" }, null, ["bike_share"]],
    [{ amenity: "bicycle_parking" }, "共享单车停放点", ["bike_share"]],
    [{ leisure: "swimming_pool" }, null, []],
    [{ leisure: "swimming_pool", access: "private" }, null, []],
    [{ leisure: "swimming_pool" }, "Stadtbad", ["fitness_venue"]],
    [{ leisure: "swimming_pool", access: "yes" }, null, ["fitness_venue"]],
    [{ leisure: "swimming_pool", sport: "swimming" }, null, ["fitness_venue"]],
    [{ amenity: "townhall" }, "Rathaus", ["community_service_center"]],
    [{ amenity: "doctors" }, "Centro de Salud Alcaravaneras", ["community_health_center", "health_service"]],
    [{ amenity: "clinic" }, "Consultorio de Tafira", ["community_health_center", "health_service"]],
    [{ amenity: "hospital" }, "Unity Health Center", ["community_health_center"]],
    [{ healthcare: "centre" }, "Centre de Santé", ["community_health_center", "health_service"]],
    [{ healthcare: "doctor" }, null, ["health_service"]],
    [{ healthcare: "clinic" }, null, ["health_service"]],
    [{ healthcare: "pharmacy" }, null, ["pharmacy"]],
    [{ shop: "tailor" }, null, ["repair"]],
    [{ craft: "shoemaker" }, null, ["repair"]],
    [{ amenity: "language_school" }, "Kids after-school club", ["after_school_care"]],
    [{ amenity: "music_school" }, "Kids after-school club", ["after_school_care"]],
    [{ amenity: "training" }, "Kids after-school club", ["after_school_care"]],
    [{ office: "educational_institution" }, "Kids after-school club", ["after_school_care"]],
    [{ shop: "department_store" }, null, ["mall"]],
    [{ amenity: "veterinary" }, null, ["pet_service"]],
    [{ shop: "pastry" }, null, ["bakery"]],
    [{ shop: "confectionery" }, null, ["bakery"]],
    [{ shop: "tea" }, null, ["cafe_tea"]],
    [{ amenity: "ice_cream" }, null, ["cafe_tea"]],
    [{ railway: "halt" }, null, ["rail_station"]],
    [{ craft: "photographer" }, null, ["photo_print"]],
    [{ public_transport: "platform" }, null, ["bus_stop"]],
    [{ public_transport: "platform", bus: "yes", tram: "yes" }, null, ["bus_stop"]],
    [{ public_transport: "platform", tram: "yes" }, null, []],
    [{ public_transport: "platform", railway: "platform" }, null, []],
    [{ public_transport: "platform", train: "no" }, null, ["bus_stop"]],
    [{ fclass: "dry_cleaner" }, null, ["laundry"]],
    [{ fclass: "dry_cleaners" }, null, ["laundry"]],
    [{ fclass: "hair_salon" }, null, ["hairdresser"]],
    [{ fclass: "salon" }, null, ["hairdresser"]],
    [{ fclass: "gym" }, null, ["fitness_venue", "gym"]],
    [{ fclass: "grocery" }, null, ["supermarket"]],
    [{ fclass: "railway_halt" }, null, ["rail_station"]],
    [{ fclass: "tennis_court" }, null, ["sports_ground"]],
    [{ fclass: "recycling_glass" }, null, ["recycling_point"]],
    [{ fclass: "swimming_pool" }, null, []],
    [{ fclass: "swimming_pool" }, "City Pool", ["fitness_venue"]],
    [{ fclass: "department_store" }, null, ["mall"]],
    [{ fclass: "veterinary" }, null, ["pet_service"]],
    [{ fclass: "doctors" }, null, ["health_service"]],
    [{ fclass: "town_hall" }, null, ["community_service_center"]],
  ])("%o, called %s", (tags, name, expected) => {
    expect(found(tags, name)).toEqual(expected);
  });
  test.each([
    "leisure=common",
    "leisure=nature_reserve",
    "landuse=recreation_ground",
    "landuse=village_green",
  ])("%s is a park if it is large enough", (tag) => {
    const [key = "", value] = tag.split("=");
    const { categories: own } = classify({
      ...{
        id: "1",
        name: null,
        location: [10, 50],
        entrances: [],
        outline: [],
        isArea: true,
        areaSquareMeters: 12_000,
      },
      tags: { [key]: value },
    });
    expect(own).toContain("park");
  });
});
