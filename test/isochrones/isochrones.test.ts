import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  chengduFourCircles,
  type IsochroneStart,
  isochronePolygons,
  isochrones,
  minutes,
  prepareCity,
} from "../../src/index.js";

const read = (layer: string) =>
  JSON.parse(readFileSync(new URL(`../../fixtures/jincheng/${layer}.geojson`, import.meta.url), "utf8"));
const input = { neighborhoods: read("neighborhoods"), facilities: read("facilities"), streets: read("streets") };
const city = prepareCity(input);
const idOf = (category: string) => city.facilities.find(({ categories }) => categories.includes(category))?.id ?? "";

test("an isochrone starts at a place, a facility or a whole neighborhood", () => {
  const metersFrom = (start: IsochroneStart) => isochrones(city, start, [minutes(10)])[0]?.lines.properties.meters ?? 0;
  const place = metersFrom({ location: [104.0675, 30.6605] });
  expect(place).toBeGreaterThan(1000);
  expect(metersFrom({ facilityId: idOf("pharmacy") })).toBeGreaterThan(1000);
  expect(metersFrom({ neighborhoodId: "JC01" })).toBeGreaterThan(place);
});

describe("GeoJSON layers in the place of a prepared city", () => {
  const starts = [{ neighborhoodId: "JC01" }, { facilityId: idOf("kindergarten") }, { location: [104.0675, 30.6605] }];
  test("give the same isochrones", () => {
    for (const start of starts as IsochroneStart[])
      expect(isochrones(input, start, [300, 500])).toEqual(isochrones(city, start, [300, 500]));
    expect(isochronePolygons(input, starts as IsochroneStart[], [400])).toEqual(
      isochronePolygons(city, starts as IsochroneStart[], [400]),
    );
  });
  test("are read by the options of prepareCity, which a prepared city refuses", () => {
    const start = { neighborhoodId: "JC02" };
    const options = { originSpacingMeters: 400, smallFragmentMeters: 0 };
    const [coarse] = isochrones(input, start, [300], options);
    expect(coarse).toEqual(isochrones(prepareCity(input, options), start, [300])[0]);
    expect(coarse).not.toEqual(isochrones(city, start, [300])[0]);
    expect(() => isochrones(city, start, [300], options)).toThrow("no effect on a city that has already been prepared");
  });
  test("need streets among them", () => {
    const { neighborhoods, facilities } = input;
    const draw = () => isochrones({ neighborhoods, facilities }, { neighborhoodId: "JC01" }, [300]);
    expect(draw).toThrow(expect.objectContaining({ code: "NO_STREETS" }));
  });
});

test("only facilities of the standard's categories are starts", () => {
  const requirements = chengduFourCircles.requirements.filter(({ category }) => category === "pharmacy");
  const onlyPharmacies = {
    ...chengduFourCircles,
    id: "pharmacies",
    circles: chengduFourCircles.circles.filter(({ id }) => id === requirements[0]?.circle),
    categories: chengduFourCircles.categories.filter(({ id }) => id === "pharmacy"),
    requirements,
  };
  const options = { standard: onlyPharmacies };
  expect(isochronePolygons(city, [{ facilityId: idOf("pharmacy") }], [300], options)[0]).toHaveLength(1);
  for (const place of [city, input]) {
    const draw = () => isochrones(place, { facilityId: idOf("kindergarten") }, [300], options);
    expect(draw).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  }
});
