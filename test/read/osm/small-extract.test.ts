import { expect, test } from "vitest";
import { computeCoverage, hexagonNeighborhoods, prepareCity } from "../../../src/index.js";
import { type OsmReading, readOsm, readOsmPbf, readOsmXml } from "../../../src/read/index.js";
import { listBlobs } from "../../../src/read/osm/blobs.js";
import { countStreets } from "../../support/extracts.js";
import { errorOf, expectBalanced } from "../../support/geojson-samples.js";
import { type PbfForm, type TestExtract, toBlob, toPbf, toXml } from "../../support/osm-encoder.js";
import { seededRandom, shuffled } from "../../support/random.js";
import { smallExtract } from "../../support/small-extract.js";

/** What was read, but for the counts of what the file holds. */
const contentOf = ({ layers, neighborhoods, places, box, diagnostics }: OsmReading) => ({
  ...{ layers, neighborhoods, places, box, diagnostics },
});
const read = (form?: PbfForm, extract: TestExtract = smallExtract) => readOsmPbf(toPbf(extract, form));
const reference = read();
const with_ = (more: Partial<TestExtract>): TestExtract => ({ ...smallExtract, ...more });

test("streets are the ways with a highway tag, cut where nodes are missing", () => {
  const { streets, counts, diagnostics } = reference.layers.streets ?? expect.fail("no streets");
  // 104 comes as two parts, 105 has one node only
  expect(streets.ids).toEqual(["way/100", "way/101", "way/102", "way/103", "way/104", "way/104"]);
  expect(counts).toEqual({ layer: "streets", given: 6, used: 5, repaired: 1, leftOut: { "osm.tooFewNodes": 1 } });
  expect(diagnostics.map(({ code, sampleIds }) => [code, sampleIds])).toEqual([
    ["osm.wayClipped", ["way/104"]],
    ["osm.tooFewNodes", ["way/105"]],
  ]);
  const [first, end] = [streets.firstVertex[4], streets.firstVertex[6]];
  expect([...streets.nodeIds.slice(first, end)]).toEqual([7000000010, 7000000011, 7000000021, 7000000020]);
  const tagsOf = (street: number) => streets.tagSets[streets.tagSetRow[street] ?? -1];
  expect(tagsOf(1)).toEqual({ highway: "residential", access: "private" });
  expect(tagsOf(2)).toEqual({ highway: "steps", "proposed:*": "highway=path" });
  expect(countStreets(streets).ways).toBe(4);
});

test("facilities are nodes, closed ways and relations; what has no place is left out for a reason", () => {
  const { rows, counts } = reference.layers.facilities;
  expect(rows.map(({ id, isArea, outline }) => [id, isArea, outline.length])).toEqual([
    ["node/-5", false, 0],
    ["node/3", false, 0],
    ["node/4", false, 0],
    ["way/110", true, 1],
    ["way/113", false, 1],
    ["relation/200", true, 2],
  ]);
  expect(rows[0]?.name).toBe("Farmácia «São João» & Co.");
  expect(rows[0]?.location).toEqual([-9.0995, 38.7]);
  const [park, garden] = [rows[3], rows[5]].map((row) => row?.areaSquareMeters ?? 0);
  expect(garden).toBeGreaterThan(0);
  expect(garden).toBeLessThan(park ?? 0); // the hole
  expect(counts.leftOut).toEqual({
    "osm.nodesMissing": 1,
    "osm.noGeometry": 1,
    "osm.relationBroken": 1,
    "osm.relationOpen": 1,
  });
  expectBalanced(counts);
});

test("neighborhoods are the administrative areas of the level that holds the streets", () => {
  const { neighborhoods, places } = reference;
  expect(neighborhoods?.rows.map(({ id, name, population }) => [id, name, population])).toEqual([
    ["relation/201", "Freguesia", 900],
  ]);
  expect(neighborhoods?.diagnostics.map(({ code, examples }) => [code, examples])).toEqual([
    ["osm.level", ["admin_level=9"]],
  ]);
  expect([...(places?.places.population ?? [])]).toEqual([1234]);
  const error = errorOf(() => readOsmPbf(toPbf(smallExtract), { level: 8 }));
  expect(error.code).toBe("INVALID_ARGUMENT");
  expect(error.message).toContain("Levels that close: 9.");
});

test("counts every object, whatever becomes of it", () => {
  const { counts } = reference;
  expect(counts).toMatchObject({ nodes: 21, ways: 14, relations: 7, taggedNodes: 5, closedWays: 5, nowhere: 0 });
  expect(counts).toMatchObject({ waysWithMissingNodes: 3, buildings: 1, barriers: 2, duplicates: 0, deleted: 0 });
  expect(counts.relationsByType).toEqual({ multipolygon: 4, boundary: 1, public_transport: 1, route: 1 });
  expect(counts.areas).toEqual({ closed: 2, open: 1, broken: 1 });
});

test("gives buildings, barriers and others when asked", () => {
  const { also } = readOsmPbf(toPbf(smallExtract), { also: ["buildings", "barriers", "water"] });
  const idsOf = (kind: "buildings" | "barriers" | "water") =>
    also[kind]?.features.map(({ properties }) => `${properties?.osm_type}/${properties?.osm_id}`);
  expect(idsOf("buildings")).toEqual(["way/114"]);
  expect(idsOf("barriers")).toEqual(["node/4", "way/-7"]);
  expect(idsOf("water")).toEqual([]);
});

test("takes more tags for facilities when asked", () => {
  const { layers } = readOsmPbf(toPbf(smallExtract), { facilityTags: ["natural=tree|rock"] });
  expect(layers.facilities.rows.map(({ id }) => id)).toContain("node/6");
});

const FORMS: Readonly<Record<string, PbfForm>> = {
  "plain nodes": { dense: false },
  "blocks that are not packed": { packing: "raw" },
  "one block of everything": { blockSize: 1000 },
  "a block for each object": { blockSize: 1 },
  "coarser units and offsets": { granularity: 100, latOffset: 38_700_000_000, lonOffset: -9_100_000_000 },
  "finer units": { granularity: 1 },
  "features that are known": { features: ["OsmSchema-V0.6", "DenseNodes", "LocationsOnWays"] },
};
for (const [what, form] of Object.entries(FORMS))
  test(`reads ${what}`, () => expect(contentOf(read(form))).toEqual(contentOf(reference)));

test("reads positions from ways where the nodes are gone", () => {
  const whole = with_({ ways: smallExtract.ways.filter(({ refs }) => !refs.some((ref) => ref > 900 && ref < 1000)) });
  const onWays = read({ locationsOnWays: true }, whole);
  expect(onWays.layers).toEqual(read({}, whole).layers);
  expect(onWays.counts.nodes).toBe(5);
  expect(onWays.counts.nodesOfWays).toBe(16);
});

test("reads XML to the same, whatever the order of attributes, quotes and entities", () => {
  const xml = toXml(smallExtract);
  expect(contentOf(readOsmXml(xml))).toEqual(contentOf(reference));
  expect(contentOf(readOsm(new TextEncoder().encode(xml)))).toEqual(contentOf(reference));
  const utf16 = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, "utf16le")]));
  expect(contentOf(readOsm(utf16))).toEqual(contentOf(reference));
});

test("passes over what an editor has deleted", () => {
  const xml = toXml(smallExtract).replace('id="3" lon', 'id="3" action="delete" lon');
  const { layers, counts } = readOsmXml(xml);
  expect(layers.facilities.rows.map(({ id }) => id)).not.toContain("node/3");
  expect(counts.deleted).toBe(1);
});

test("the order of the blocks changes nothing, not a byte of the report", () => {
  const reportOf = ({ layers, neighborhoods }: OsmReading) =>
    JSON.stringify(computeCoverage({ ...layers, neighborhoods: neighborhoods ?? expect.fail("no areas") }));
  const report = reportOf(reference);
  for (let seed = 1; seed <= 10; seed++) {
    const random = seededRandom(seed);
    const other = read({ blockSize: 1 + (seed % 5), order: (blocks) => shuffled(random, blocks) });
    expect(contentOf(other)).toEqual(contentOf(reference));
    expect(reportOf(other)).toBe(report);
  }
});

test("of objects with one id one is read, whatever the order", () => {
  const double = with_({
    nodes: [...smallExtract.nodes, { id: 3, lon: -9.09, lat: 38.7, tags: { highway: "bus_stop" } }],
    ways: [...smallExtract.ways, { id: 103, refs: [7000000030, 7000000031, 7000000021], tags: { highway: "footway" } }],
    relations: [...smallExtract.relations, ...smallExtract.relations.slice(0, 1)],
  });
  const readings = [1, 2, 3].map((seed) =>
    read({ blockSize: 1, order: (blocks) => shuffled(seededRandom(seed), blocks) }, double),
  );
  for (const reading of readings) {
    expect(reading.layers.streets).toEqual(readings[0]?.layers.streets);
    expect(reading.counts.duplicates).toBe(3);
    expect(reading.layers.facilities.rows.filter(({ id }) => id === "node/3")).toHaveLength(1);
    expect(reading.diagnostics.map(({ code }) => code)).toContain("osm.duplicate");
  }
});

test("a node that is not on Earth is missing, and counted", () => {
  const nodes = smallExtract.nodes.map((node) => (node.id === 3 ? { ...node, lat: 99 } : node));
  const { layers, counts } = read({}, with_({ nodes }));
  expect(counts.nowhere).toBe(1);
  expect(layers.facilities.counts.leftOut["osm.nowhere"]).toBe(1);
});

test("without areas there are no neighborhoods, and hexagons stand for them when somebody says so", async () => {
  const { layers, neighborhoods, diagnostics } = read({}, with_({ relations: [] }));
  expect(neighborhoods).toBeNull();
  expect(diagnostics.map(({ code }) => code)).toEqual(["osm.noLevel"]);
  const hexagons = await hexagonNeighborhoods(layers, { resolution: 9 });
  expect(prepareCity({ ...layers, neighborhoods: hexagons }).neighborhoods.length).toBeGreaterThan(0);
});

test("an extract without streets has no layer of streets", () => {
  const { layers } = read({}, with_({ ways: [], relations: [] }));
  expect("streets" in layers).toBe(false);
  expect(layers.facilities.rows).toHaveLength(3);
});

test("refuses by name what it does not read", () => {
  const message = (bytes: Uint8Array) => {
    const error = errorOf(() => readOsm(bytes, { path: "city.osm.pbf" }));
    expect(error.message).toContain("city.osm.pbf");
    return `${error.code} ${error.message}`;
  };
  for (const packing of ["lz4", "lzma", "zstd"] as const)
    expect(message(toPbf(smallExtract, { packing }))).toMatch(new RegExp(`^UNKNOWN_FORMAT .*${packing}`));
  expect(message(toPbf(smallExtract, { features: ["OsmSchema-V0.6", "HistoricalInformation"] }))).toContain(
    "HistoricalInformation",
  );
  const text = (content: string) => new TextEncoder().encode(content);
  expect(message(text("BZh91AY&SY"))).toContain("bzip2");
  expect(message(text("n1 v1 dV c1 t2020-01-01T00:00:00Z i1 uME T x1 y2\n"))).toContain("OPL");
  expect(message(new Uint8Array([0xff, 0xe0, 0x04, 0x6f, 0x35, 0x6d, 0x32]))).toContain("o5m");
  expect(message(text('<?xml version="1.0"?><osmChange version="0.6"></osmChange>'))).toContain("osmChange");
  expect(message(text('{"type": "FeatureCollection"}'))).toContain("is not an OpenStreetMap extract");
  expect(message(new Uint8Array(0))).toContain("is not an OpenStreetMap extract");
  expect(message(toPbf({}))).toMatch(/^INVALID_GEOJSON .*no nodes/);
});

test("refuses what is cut off, at every byte", () => {
  const bytes = toPbf(smallExtract);
  const ends = new Set(listBlobs(bytes, "osm").map(({ offset }) => offset));
  for (let end = 1; end < bytes.length; end++) {
    if (ends.has(end)) continue; // whole blocks: nothing tells that more were meant to follow
    expect(["INVALID_ENCODING", "UNKNOWN_FORMAT"]).toContain(errorOf(() => readOsmPbf(bytes.subarray(0, end))).code);
  }
  const xml = toXml(smallExtract);
  for (let end = 1; end < xml.length - 2; end += 7)
    expect(["INVALID_ENCODING", "UNKNOWN_FORMAT"]).toContain(errorOf(() => readOsmXml(xml.slice(0, end))).code);
});

test("limits are those of the format", () => {
  const huge = new Uint8Array([...toBlob("OSMHeader", new Uint8Array(0)), 0, 1, 0, 1, 0]);
  expect(errorOf(() => readOsmPbf(huge)).code).toBe("LIMIT_EXCEEDED");
  const bomb = toBlob("OSMHeader", new Uint8Array(33 * 1024 * 1024));
  expect(errorOf(() => readOsmPbf(bomb)).code).toBe("LIMIT_EXCEEDED");
});

test("damaged files end in a typed error, or in what is told; never in a hang", () => {
  const forms: PbfForm[] = [
    {},
    { packing: "raw" },
    { dense: false, packing: "raw" },
    { locationsOnWays: true, packing: "raw" },
  ];
  const sources = [...forms.map((form) => toPbf(smallExtract, form)), new TextEncoder().encode(toXml(smallExtract))];
  const random = seededRandom(7);
  for (const [row, source] of sources.entries())
    for (let round = 0; round < 250; round++) {
      const bytes = mutate(source, random);
      try {
        const { layers } = readOsm(bytes);
        expectBalanced(layers.facilities.counts);
      } catch (error) {
        const { code, name } = error as { code?: string; name?: string };
        expect(name, `source ${row}, round ${round}: ${error}`).toBe("CoverageError");
        expect(code).not.toBe("INVALID_ARGUMENT");
      }
    }
});

function mutate(source: Uint8Array, random: () => number): Uint8Array {
  const bytes = source.slice();
  const place = () => Math.floor(random() * bytes.length);
  const kind = Math.floor(random() * 5);
  if (kind === 0) for (let i = 0; i < 3; i++) bytes[place()] ^= 1 << Math.floor(random() * 8);
  if (kind === 1) bytes[place()] = 0xff;
  if (kind === 2) bytes.fill(0xff, place(), place());
  if (kind === 3) return bytes.slice(0, place());
  if (kind === 4) {
    const at = place();
    return new Uint8Array([...bytes.slice(0, at), ...bytes.slice(place(), place() + 9), ...bytes.slice(at)]);
  }
  return bytes;
}
