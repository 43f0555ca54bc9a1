import { describe, expect, test } from "vitest";
import type { CoverageError } from "../../../src/base/errors.js";
import { readOsm, readOsmXml } from "../../../src/read/index.js";

// Extracts as servers, editors and other programs write them: all of it, or one clear refusal.

const BODY = `<node id="1" lat="30.66" lon="104.06"><tag k="amenity" v="pharmacy"/><tag k="name" v="药店"/></node>
<node id="2" lat="30.661" lon="104.061"/><way id="5"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>`;
const osm = (body: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${head}<osm version="0.6">${body}</osm>`;
const utf8 = (text: string) => new TextEncoder().encode(text);
/** Letters of these encodings, as far as these tests go. */
const GBK: Readonly<Record<string, readonly number[]>> = { 药: [0xd2, 0xa9], 店: [0xb5, 0xea] };
const inGbk = (text: string) => Uint8Array.from([...text].flatMap((letter) => GBK[letter] ?? letter.charCodeAt(0)));

function errorOf(read: () => unknown): CoverageError {
  try {
    read();
  } catch (error) {
    return error as CoverageError;
  }
  return expect.fail("it was read");
}
const read = (content: string | Uint8Array) =>
  readOsm(typeof content === "string" ? utf8(content) : content, { path: "a.osm" });

describe("an extract in XML", () => {
  test.each([
    ["with quotes of the other kind", osm(BODY.replaceAll('"', "'"))],
    ["with remarks and other elements", osm(`<note><![CDATA[<node id="9"/>]]></note><!-- <node id="8"/> -->${BODY}`)],
    ["with negative ids", osm(BODY.replace(/(id|ref)="/g, '$1="-'))],
    ["with ids beyond 32 bits", osm(BODY.replace(/(id|ref)="/g, '$1="780000000'))],
    ["that says it is in GBK", inGbk(osm(BODY, '<?xml version="1.0" encoding="GBK"?>'))],
    [
      "that says it is in Latin-1",
      inGbk(osm(BODY.replace("药店", "a"), "<?xml version='1.0' encoding = 'ISO-8859-1' ?>")),
    ],
    [
      "in UTF-16",
      new Uint8Array(
        Uint16Array.from(`\ufeff${osm(BODY, '<?xml version="1.0" encoding="UTF-16"?>')}`, (letter) =>
          letter.charCodeAt(0),
        ).buffer,
      ),
    ],
    ["with a remark that is none of an error", osm(`${BODY}<remark>made by hand</remark>`)],
    ["with a document type", `<?xml version="1.0"?><!DOCTYPE osm>${osm(BODY, "")}`],
  ])("%s is read", (_, content) => {
    const { counts, layers } = read(content);
    expect(counts).toMatchObject({ nodes: 2, ways: 1, deleted: 0, waysWithMissingNodes: 0 });
    expect(layers.streets?.counts.used).toBe(1);
    expect(layers.facilities.rows.map(({ tags }) => tags.amenity)).toEqual(["pharmacy"]);
  });
  test("has its letters in the encoding that it says", () => {
    const { rows } = read(inGbk(osm(BODY, '<?xml version="1.0" encoding="GBK"?>'))).layers.facilities;
    expect(rows[0]?.name).toBe("药店");
  });
  test("passes over what is deleted, whoever deleted it", () => {
    const more = `<node id="3" visible="false" version="2"/><node id="4" action="delete" lat="30" lon="104"/>
      <way id="6" visible="false"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/></way><relation id="7" visible="false"/>`;
    const { counts, layers } = read(osm(BODY + more));
    expect(counts).toMatchObject({ nodes: 2, ways: 1, relations: 0, deleted: 4 });
    expect(layers.streets?.counts).toMatchObject({ given: 1, used: 1 });
  });
  test("cuts ways at nodes that are deleted", () => {
    const row = [1, 2, 3, 4, 5].map(
      (id) => `<node id="${id}" lat="30.66" lon="104.0${id}"${id === 3 ? ' visible="false"' : ""}/>`,
    );
    const way = `<way id="9">${[1, 2, 3, 4, 5].map((id) => `<nd ref="${id}"/>`).join("")}<tag k="highway" v="path"/></way>`;
    const { streets } = read(osm(row.join("") + way)).layers;
    expect(streets?.streets.count).toBe(2);
    expect(streets?.diagnostics.map(({ code }) => code)).toEqual(["osm.wayClipped"]);
  });
  test.each([
    [
      "every version of an object",
      osm(
        `<node id="1" version="1" lat="1" lon="1"/><node id="1" version="2" visible="false"/>${BODY.replace('id="1"', 'id="11"')}`,
      ),
      "UNKNOWN_FORMAT",
      "osmium time-filter",
    ],
    [
      "an answer that broke off",
      osm(`${BODY}<remark> runtime error: Query timed out in "query" at line 3 after 25 seconds. </remark>`),
      "INVALID_ENCODING",
      "Query timed out",
    ],
    [
      "an answer for which the memory was too small",
      osm(`${BODY}<remark>runtime error: Query run out of memory using about 2048 MB of RAM.</remark>`),
      "INVALID_ENCODING",
      "out of memory",
    ],
    [
      "bytes that are not in its encoding",
      inGbk(osm(BODY)),
      "INVALID_ENCODING",
      "some of its bytes mean nothing in utf-8",
    ],
    [
      "an encoding that nobody knows",
      osm(BODY, '<?xml version="1.0" encoding="x-none"?>'),
      "INVALID_ENCODING",
      "x-none",
    ],
    ["another root", '<?xml version="1.0"?><gpx/>', "UNKNOWN_FORMAT", "<gpx>"],
    ["a root of its own", '<?xml version="1.0"?><osm-derived/>', "UNKNOWN_FORMAT", "<osm-derived>"],
    [
      "an entity of its own",
      '<?xml version="1.0"?><!DOCTYPE osm [<!ENTITY a "b">]><osm><node id="1" lat="1" lon="1"><tag k="a" v="&a;"/></node></osm>',
      "INVALID_ENCODING",
      "not written as XML",
    ],
    ["JSON of a server", '{"version":0.6,"elements":[]}', "UNKNOWN_FORMAT", "[out:xml]"],
    ["decimal commas", osm(BODY.replace("30.66", "30,66")), "INVALID_ENCODING", "30,66"],
    ["ids beyond 2^53", osm(BODY.replace(/"1"/g, '"9007199254740993"')), "INVALID_ENCODING", "9007199254740993"],
  ])("with %s is refused", (_, content, code, named) => {
    const error = errorOf(() => read(content as string));
    expect([error.code, error.message]).toEqual([code, expect.stringContaining(named)]);
    expect(error.message).toContain("a.osm");
  });
  test("with tags that every object inherits keeps them as data", () => {
    const tags = '<tag k="amenity" v="pharmacy"/><tag k="__proto__" v="p"/><tag k="constructor" v="c"/>';
    const { rows } = readOsmXml(osm(`<node id="1" lat="30.66" lon="104.06">${tags}</node>`)).layers.facilities;
    expect(Object.entries(rows[0]?.tags ?? {})).toContainEqual(["__proto__", "p"]);
    expect(Object.getPrototypeOf(rows[0]?.tags)).toBe(Object.prototype);
  });
});
