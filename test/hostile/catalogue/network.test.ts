import { expect, test } from "vitest";
import { feature, ROAD, SQUARE, X, Y } from "../hostile-city.js";
import { type Row, see } from "./outcome.js";

// Streets: each is accepted, repaired and said, left out and said, or refused by a typed error.

const road = feature("LineString", ROAD, { id: "w", highway: "residential" });
const way = (coordinates: unknown, properties: object = {}) => [
  road,
  feature("LineString", coordinates, { id: "tried", highway: "residential", ...properties }),
];
const across = [
  [X, Y - 1e-3],
  [X, Y + 1e-3],
];
const ROWS: readonly Row[] = [
  ["none", "refused", "NO_STREETS", []],
  ["points only", "refused", "NO_STREETS", [feature("Point", [X, Y])]],
  ["an outline beside lines", "accepted", "", [road, feature("Polygon", [SQUARE], { highway: "pedestrian" })]],
  ["a point beside lines", "left out", "geometry.kind", [road, feature("Point", [X, Y])]],
  [
    "a line of one place",
    "left out",
    "line.tooShort",
    way([
      [X, Y],
      [X, Y],
    ]),
  ],
  [
    "two nodes of one place",
    "accepted",
    "",
    way(
      [
        [X, Y],
        [X, Y],
        [X, Y + 1e-3],
      ],
      { nodes: [1, 2, 3] },
    ),
  ],
  ["the same one twice", "accepted", "", way(ROAD)],
  [
    "one that ends where it begins",
    "accepted",
    "",
    way([
      [X, Y],
      [X, Y + 1e-3],
      [X + 1e-3, Y],
      [X, Y],
    ]),
  ],
  [
    "a loop of one node",
    "accepted",
    "edge.zeroLength",
    way(
      [
        [X, Y],
        [X, Y],
      ].concat([[X, Y + 1e-3]]),
      { nodes: [4, 4, 4] },
    ),
  ],
  ["one that crosses without a shared vertex", "accepted", "street.crossing", way(across)],
  ["a bridge across", "accepted", "network.islands", way(across, { bridge: "yes", layer: 1 })],
  [
    "one that ends 40 cm from another",
    "accepted",
    "street.endNear",
    way([
      [X, Y + 3.6e-6],
      [X, Y + 1e-3],
    ]),
  ],
  [
    "one that ends on another",
    "accepted",
    "street.endOnLine",
    way([
      [X, Y],
      [X, Y + 1e-3],
    ]),
  ],
  [
    "five thousand from one node",
    "accepted",
    "",
    [
      road,
      ...Array.from({ length: 5000 }, (_, i) =>
        feature(
          "LineString",
          [
            [X, Y],
            [X + 0.004 * Math.cos(i), Y + 0.004 * Math.sin(i)],
          ],
          { id: i },
        ),
      ),
    ],
  ],
  [
    "one of 900 km",
    "accepted",
    "edge.implausible",
    way([
      [X, Y],
      [X + 9.4, Y],
    ]),
  ],
  [
    "one across the antimeridian",
    "repaired",
    "geometry.antimeridian",
    way([
      [179.999, Y],
      [-179.999, Y],
    ]),
  ],
  ["one that nobody may walk", "left out", "street.closed", way(across, { highway: "motorway" })],
  ["node ids that do not fit", "accepted", "street.nodesMismatch", way(across, { nodes: [1] })],
  [
    "islands",
    "accepted",
    "network.islands",
    way([
      [X + 0.003, Y + 0.003],
      [X + 0.004, Y + 0.003],
    ]),
  ],
  [
    "speeds and lengths that are none",
    "accepted",
    "",
    way(ROAD, { maxspeed: -5, length: "long", cost: Number.NaN, width: 0 }),
  ],
  ...["yes", "1", "true", true, -1, "-1", "reverse", "no", 0, "alternating", "sideways"].map(
    (oneway): Row => [
      `oneway=${JSON.stringify(oneway)}, which nobody heeds on foot`,
      "accepted",
      "",
      way(ROAD, { oneway }),
    ],
  ),
];

test.each(ROWS)("%s: %s %s", (_, outcome, code, given) => {
  const seen = see("streets", given);
  expect(seen.outcome, seen.codes.join()).toBe(outcome);
  if (code !== "") expect(seen.codes).toContain(code);
});
