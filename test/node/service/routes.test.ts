import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { computeCoverage } from "../../../src/assess/compute-coverage.js";
import { toIsochroneCollection } from "../../../src/isochrones/isochrone-features.js";
import { isochrones } from "../../../src/isochrones/isochrones.js";
import { inBothLanguages } from "../../../src/node/in-both-languages.js";
import type { RunningService } from "../../../src/node/service/start-service.js";
import { fifteenMinuteCity } from "../../../src/standards/fifteen-minute-city.js";
import { smallCity } from "../../support/small-city.js";
import { city, startSmall } from "./small-service.js";

let service: RunningService;
beforeAll(async () => {
  service = await startSmall();
});
afterAll(() => service.close());

const ask = (path: string, init?: RequestInit) => fetch(`${service.url}${path}`, init);
const post = (body: unknown) =>
  ask("/coverage", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe("the service", () => {
  test("takes tables as text, with the datum that they do not tell, and refuses other formats by name", async () => {
    const { neighborhoods } = smallCity;
    const table = "id,amenity,lon,lat\np,pharmacy,104.064,30.665\n";
    const facilities = {
      type: "FeatureCollection",
      features: [
        {
          type: "Feature",
          properties: { id: "p", amenity: "pharmacy" },
          geometry: { type: "Point", coordinates: [104.064, 30.665] },
        },
      ],
    };
    const [asTable, asJson] = [
      await post({ neighborhoods, facilities: table }),
      await post({ neighborhoods, facilities }),
    ];
    expect([asTable.status, await asTable.text()]).toEqual([200, await asJson.text()]);
    const amap = 'id,name,typecode,location\nB1,药店,090601,"104.0665,30.6625"\n';
    const asked = await post({ neighborhoods, facilities: amap });
    expect(asked.status).toBe(422);
    expect(await asked.json()).toMatchObject({
      error: {
        code: "UNSUPPORTED_CRS",
        message: { en: expect.stringContaining('"datum": { "facilities": "gcj02" }') },
      },
    });
    const told = await post({ neighborhoods, facilities: amap, options: { datum: { facilities: "gcj02" } } });
    expect(told.status).toBe(200);
    const kml = await post({ neighborhoods, facilities: '<?xml version="1.0"?><kml></kml>' });
    expect([kml.status, (await kml.json()).error.code]).toEqual([422, "UNKNOWN_FORMAT"]);
  });
  test("is healthy, and tells what it holds", async () => {
    expect(await (await ask("/health")).json()).toEqual({
      status: "ok",
      version: "0.0.0",
      working: 0,
      waiting: 0,
      receiving: 0,
    });
    const facts = await (await ask("/city")).json();
    expect(facts).toMatchObject({ neighborhoods: 2, facilities: 3, hasStreets: true });
    expect(facts.standard.id).toBe(city.standard.id);
  });
  test("gives the report of the loaded city in every form", async () => {
    const report = plain(inBothLanguages(computeCoverage(city), "command"));
    expect(await (await ask("/coverage")).json()).toEqual(report);
    expect(await (await ask("/coverage", { method: "POST" })).json()).toEqual(report);
    const beginnings = [
      ["application/geo+json", '{"type":"FeatureCollection"'],
      ["text/csv", "\uFEFF"],
      ["text/html", "<!doctype html>"],
      ["text/markdown", "#"],
    ] as const;
    for (const [type, beginning] of beginnings) {
      const response = await ask("/coverage", { headers: { Accept: type } });
      expect(response.headers.get("Content-Type")?.split(";")[0]).toBe(type);
      const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
      expect(text.slice(0, 200).toLowerCase()).toContain(beginning.toLowerCase());
    }
    expect((await ask("/coverage", { headers: { Accept: "image/png" } })).status).toBe(406);
  });
  test("judges a city that it is sent as the library does", async () => {
    const { neighborhoods, facilities, streets } = smallCity;
    const input = { neighborhoods, facilities, streets };
    const response = await post({ ...input, options: { originSpacingMeters: 50 } });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(
      plain(inBothLanguages(computeCoverage(input, { originSpacingMeters: 50 }), "service")),
    );
  });
  test("judges the city of a body by the standard that is named, or by one of one's own", async () => {
    const input = { neighborhoods: smallCity.neighborhoods, facilities: smallCity.facilities };
    const standardOf = async (options: object) => {
      const answer = await (await post({ ...input, options })).json();
      return answer.standard.id;
    };
    expect(await standardOf({})).toBe("chengdu-four-circles");
    expect(await standardOf({ standard: "fifteen-minute-city", country: "PT" })).toBe("fifteen-minute-city");
    expect(await standardOf({ standard: { ...fifteenMinuteCity, id: "own" } })).toBe("own");
    const refused = await post({ ...input, options: { standard: "sixteen-minute-city" } });
    expect(refused.status).toBe(400);
    expect((await refused.json()).error.message.en).toContain("chengdu-four-circles, fifteen-minute-city, ");
  });
  test("draws what the library draws", async () => {
    const response = await ask("/isochrone?facility=pharmacy&minutes=5,10");
    expect(response.headers.get("Content-Type")).toBe("application/geo+json");
    const drawn = isochrones(city, { facilityId: "pharmacy" }, [300, 600]);
    expect(await response.json()).toEqual(plain(toIsochroneCollection(drawn)));
    expect((await ask("/isochrone?at=104.065,30.665")).status).toBe(200);
    expect((await ask("/isochrone?neighborhood=west")).status).toBe(200);
  });
  test("answers fifty at once, each the same", async () => {
    const texts = await Promise.all(
      Array.from({ length: 50 }, async (_, i) => {
        const response = await ask(i % 2 === 0 ? "/nearest?at=104.063,30.665" : "/health");
        return `${response.status} ${i % 2 === 0 ? await response.text() : ""}`;
      }),
    );
    expect(new Set(texts).size).toBe(2);
    expect(texts.every((text) => text.startsWith("200"))).toBe(true);
  });
  test("describes itself in OpenAPI 3.1", async () => {
    const document = await (await ask("/openapi.json")).json();
    expect(document.openapi).toMatch(/^3\.1/);
    const result = await new Validator().validate(document);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(Object.keys(document.paths).sort()).toEqual(["/city", "/coverage", "/health", "/isochrone", "/nearest"]);
    expect(Object.keys(document.paths["/coverage"]).sort()).toEqual(["get", "post"]);
  });
});
