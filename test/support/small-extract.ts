import type { TestExtract, TestNode } from "./osm-encoder.js";

// A village in three squares of streets, with everything that the readers of extracts tell apart.

const WEST = -9.1;
const SOUTH = 38.7;
const STEP = 0.002;
/** Ids beyond 2^32, and negative ones, as editors give to what they have not sent yet. */
const BIG = 7_000_000_000;

const grid: TestNode[] = [0, 1, 2, 3].flatMap((column) =>
  [0, 1].map((row) => ({
    id: BIG + 10 * column + row,
    lon: round(WEST + column * STEP),
    lat: round(SOUTH + row * STEP),
  })),
);
const at = (column: number, row: number) => BIG + 10 * column + row;

/** Nodes, ways and relations of the village. */
export const smallExtract: TestExtract & Required<Pick<TestExtract, "nodes" | "ways" | "relations">> = {
  box: [WEST - STEP, SOUTH - STEP, WEST + 4 * STEP, SOUTH + 2 * STEP],
  nodes: [
    { id: -5, lon: round(WEST + 0.0005), lat: SOUTH, tags: { amenity: "pharmacy", name: "Farmácia «São João» & Co." } },
    { id: 3, lon: round(WEST + 0.0031), lat: SOUTH, tags: { highway: "bus_stop", name: "Praça" } },
    { id: 4, lon: round(WEST + 0.0042), lat: round(SOUTH + 0.0005), tags: { barrier: "gate" } },
    {
      id: 5,
      lon: round(WEST + 0.001),
      lat: round(SOUTH + 0.001),
      tags: { place: "village", name: "Aldeia", population: "1234" },
    },
    { id: 6, lon: round(WEST + 0.001), lat: round(SOUTH + 0.0012), tags: { natural: "tree" } },
    ...[11, 12, 13, 14].map((id, i) => ({
      id,
      lon: round(WEST + 0.0042 + (i === 1 || i === 2 ? 0.001 : 0)),
      lat: round(SOUTH + (i > 1 ? 0.001 : 0.0002)),
    })),
    ...[21, 22, 23, 24].map((id, i) => ({
      id,
      lon: round(WEST + 0.0045 + (i === 1 || i === 2 ? 0.0003 : 0)),
      lat: round(SOUTH + (i > 1 ? 0.0006 : 0.0004)),
    })),
    ...grid,
  ],
  ways: [
    { id: 100, refs: [at(0, 0), at(1, 0), at(2, 0), at(3, 0)], tags: { highway: "residential", name: "Rua Direita" } },
    { id: 101, refs: [at(0, 1), at(1, 1), at(2, 1), at(3, 1)], tags: { highway: "residential", access: "private" } },
    { id: 102, refs: [at(0, 0), at(0, 1)], tags: { highway: "steps", "proposed:highway": "path" } },
    { id: 103, refs: [at(3, 0), at(3, 1)], tags: { highway: "footway" } },
    // two nodes that are not there, in the middle and at the end
    { id: 104, refs: [at(1, 0), at(1, 1), 999, at(2, 1), at(2, 0), 998], tags: { highway: "path" } },
    { id: 105, refs: [at(0, 0), 997], tags: { highway: "track" } },
    { id: 110, refs: [11, 12, 13, 14, 11], tags: { leisure: "park", name: "Jardim" } },
    { id: 111, refs: [21, 22, 23, 24, 21] },
    { id: 112, refs: [11, 12, 996, 11], tags: { amenity: "school" } },
    { id: 113, refs: [11, 12, 13, 11], tags: { leisure: "track", area: "no" } },
    { id: 114, refs: [21, 22, 23, 21], tags: { building: "yes" } },
    { id: 120, refs: [at(0, 0), at(1, 0), at(2, 0), at(3, 0), at(3, 1)] },
    { id: 121, refs: [at(0, 0), at(0, 1), at(1, 1), at(2, 1), at(3, 1)] },
    { id: -7, refs: [11, 12], tags: { barrier: "fence" } },
  ],
  relations: [
    {
      id: 200,
      members: [
        ["way", 110, "outer"],
        ["way", 111, "inner"],
      ],
      tags: { type: "multipolygon", leisure: "garden" },
    },
    {
      id: 201,
      members: [
        ["way", 121, "outer"],
        ["way", 120, "outer"],
        ["node", 5, "label"],
      ],
      tags: { type: "boundary", boundary: "administrative", admin_level: "9", name: "Freguesia", population: "900" },
    },
    { id: 202, members: [["way", 5555]], tags: { type: "multipolygon", amenity: "hospital" } },
    { id: 203, members: [["way", 120]], tags: { type: "multipolygon", leisure: "pitch" } },
    { id: 204, members: [["node", 3]], tags: { type: "public_transport", public_transport: "stop_area" } },
    { id: 205, members: [["way", 100]], tags: { type: "route", route: "bus" } },
    // tags on the outer way: nothing but the way is an area
    {
      id: 206,
      members: [
        ["way", 110, "outer"],
        ["way", 111, "inner"],
      ],
      tags: { type: "multipolygon" },
    },
  ],
};

function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
