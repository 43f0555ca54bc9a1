import { describe, expect, test } from "vitest";
import { attachFacilities } from "../../src/attach/attach-facilities.js";
import { type AttachedOrigins, attachOrigins } from "../../src/attach/attach-origins.js";
import { buildModeNetwork, type ModeNetwork } from "../../src/attach/mode-network.js";
import type { LonLat } from "../../src/base/words.js";
import type { Network } from "../../src/graph/network.js";
import type { Streets } from "../../src/model/facts.js";
import { carryFacilities, carryOrigins, editModeNetwork } from "../../src/repair/edit-mode-network.js";
import { editNetwork } from "../../src/repair/edit-network.js";
import type { StreetChange } from "../../src/repair/street-change.js";
import { buildNetwork } from "../../src/streets/build-network.js";
import { walking } from "../../src/streets/modes/walking.js";
import { pickStreets } from "../../src/streets/pick-streets.js";
import { draw, drawIndex, type Random, seededRandom } from "../support/random.js";
import { type RandomTown, randomTown } from "../support/random-town.js";
import { columnsOf, type Street } from "../support/streets.js";
import { modeNetworkOf, originsAt } from "../support/travel-city.js";

const FRAGMENT_METERS = 150;
const MAX_ACCESS_METERS = 120;
const TOWNS = 100;
const EDITS = 6;

/** The edges with the places of their ends, in their order. */
function edgesOf({ edgeCount, edgeFrom, edgeTo, edgeMeters, edgeStreetRow, nodeLon, nodeLat }: Network): unknown {
  const placeOf = (node: number) => [nodeLon[node], nodeLat[node]];
  return Array.from({ length: edgeCount }, (_, edge) => [
    ...[placeOf(edgeFrom[edge]), placeOf(edgeTo[edge]), edgeMeters[edge], edgeStreetRow[edge]],
  ]);
}

/** Which edges meet at each of their ends, and which belong to one island: whatever the nodes are called. */
function meetingsOf({ network, islands, index }: ModeNetwork): unknown {
  const first = new Map<number, string>();
  const name = (kind: string, number: number, edge: number) => {
    const key = kind === "island" ? -1 - number : number;
    const known = first.get(key) ?? `${kind} of ${edge}`;
    first.set(key, known);
    return known;
  };
  return Array.from({ length: network.edgeCount }, (_, edge) => [
    name("from", network.edgeFrom[edge], edge),
    name("to", network.edgeTo[edge], edge),
    name("island", islands.nodeIsland[network.edgeFrom[edge]], edge),
    index.isFragment(edge),
  ]);
}

/** Where origins are attached, without what is found on demand. */
function columnsOnly({ atNodes: _, islands: __, ...columns }: AttachedOrigins): unknown {
  return columns;
}

function close(before: Streets, row: number): StreetChange {
  const closed = [...before.ids.keys()].filter((other) => before.ids[other] === before.ids[row]);
  const kept = [...before.ids.keys()].filter((other) => !closed.includes(other));
  return { before, after: pickStreets(before, kept), closed, opened: [] };
}

function open(town: RandomTown, streets: readonly Street[], random: Random, id: string): Street {
  // drawn twice: the first of the two wins every tie, until it closes
  if (random() < 0.3) return { ...draw(random, streets), id };
  const corners = streets.flatMap(({ coordinates }) => coordinates);
  const place = (): LonLat =>
    random() < 0.7 ? draw(random, corners) : town.at(random() * town.sizeMeters, random() * town.sizeMeters);
  const coordinates = Array.from({ length: 2 + drawIndex(random, 3) }, place);
  const tags = draw(random, [
    { highway: "footway" },
    { highway: "footway", bridge: "yes", layer: "1" },
    { highway: "footway", tunnel: "yes" },
    { highway: "motorway" },
  ]);
  return { id, coordinates, nodeIds: null, tags };
}

describe("streets that come and go", () => {
  let repairs = 0;
  let rebuilt = 0;
  test(`leave the network as one built anew, in ${TOWNS} random towns`, () => {
    for (let seed = 0; seed < TOWNS; seed++) {
      const random = seededRandom(seed + 500);
      const town = randomTown(seed, { originCount: 40 });
      const origins = originsAt(town.origins);
      let streets = [...town.streets];
      let network = modeNetworkOf(streets, FRAGMENT_METERS);
      for (let edit = 0; edit < EDITS && streets.length > 1; edit++) {
        const before = columnsOf(streets);
        let change: StreetChange;
        if (random() < 0.5) {
          const row = drawIndex(random, streets.length);
          change = close(before, row);
          streets = streets.filter((_, other) => other !== row);
        } else {
          streets = [...streets, open(town, streets, random, `new ${edit}`)];
          const after = columnsOf(streets);
          change = { before, after, closed: [], opened: [after.count - 1] };
        }
        const edited = editModeNetwork(network, change, FRAGMENT_METERS);
        const expected = buildModeNetwork(buildNetwork(change.after), walking, FRAGMENT_METERS);
        const name = `town ${seed}, edit ${edit}`;
        const { modeNetwork } = edited;
        expect(edgesOf(modeNetwork.network), name).toEqual(edgesOf(expected.network));
        expect(meetingsOf(modeNetwork), name).toEqual(meetingsOf(expected));
        expect(modeNetwork.arcs, name).toEqual(expected.arcs);
        const attached = attachOrigins(network, origins, MAX_ACCESS_METERS);
        expect(columnsOnly(carryOrigins(attached, origins, edited, MAX_ACCESS_METERS)), name).toEqual(
          columnsOnly(attachOrigins(expected, origins, MAX_ACCESS_METERS)),
        );
        const entered = attachFacilities(network, town.facilities, MAX_ACCESS_METERS).attachments;
        expect(carryFacilities(entered, town.facilities, edited, MAX_ACCESS_METERS), name).toEqual(
          attachFacilities(expected, town.facilities, MAX_ACCESS_METERS).attachments,
        );
        if (editNetwork(network.network, change) === null) rebuilt++;
        else repairs++;
        network = modeNetwork;
      }
    }
  });
  test("are mostly repaired, and sometimes not", () => {
    expect(repairs).toBeGreaterThan(3 * rebuilt);
    expect(rebuilt).toBeGreaterThan(10);
  });
});
