import { describe, expect, test } from "vitest";
import { buildModeNetwork } from "../../src/attach/mode-network.js";
import type { LonLat } from "../../src/base/words.js";
import { prepareCity } from "../../src/index.js";
import { isochrones } from "../../src/isochrones/isochrones.js";
import { layLattice } from "../../src/isochrones/lattice.js";
import { layOutStreets } from "../../src/isochrones/local-streets.js";
import { NearestStreets } from "../../src/isochrones/nearest-streets.js";
import { TILE_SIZE } from "../../src/isochrones/nearest-tile.js";
import type { Water } from "../../src/model/facts.js";
import { buildNetwork } from "../../src/streets/build-network.js";
import { walking } from "../../src/streets/modes/walking.js";
import { oracleEdges, townAccess } from "../oracle/oracle-network.js";
import { snapByBruteForce } from "../oracle/oracle-snap.js";
import { isAcrossWater } from "../oracle/oracle-water.js";
import { collection, desertGrid, polygonFeature, streetOf, toStreetLayer } from "../support/desert-grid.js";
import { isInside, stroller } from "../support/isochrone-towns.js";
import { drawIndex, seededRandom } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { columnsOf } from "../support/streets.js";

/** Compares 300 corners of a tile with brute force. @returns how many of them the water moves to another street, or to none */
function compareTile(seed: number): number {
  const town = randomTown(seed);
  const random = seededRandom(seed + 77);
  const place = () => town.at(random() * town.sizeMeters, random() * town.sizeMeters);
  const triangle = (): LonLat[] => {
    const [a, b, c] = [place(), place(), place()];
    return [a, b, c, a];
  };
  const waters = Array.from({ length: 8 }, (_, i): Water => {
    const isArea = i % 2 === 0;
    return { isArea, lines: [isArea ? triangle() : [place(), place(), place()]] };
  });
  const network = buildModeNetwork(buildNetwork({ ...columnsOf(town.streets), waters }), walking, 500);
  const [lon, lat] = place();
  const lattice = layLattice(20, Math.round(lat));
  const nearest = new NearestStreets(lattice, 150, layOutStreets(network), network.index);
  const [column, row] = [lon / lattice.lonStep / TILE_SIZE, lat / lattice.latStep / TILE_SIZE].map(Math.floor);
  const tile = nearest.tile(column as number, row as number);
  const edges = oracleEdges(town.streets, townAccess, 500);
  const onGround = [...edges.keys()].filter((line) => edges[line]?.isOffGround === false);
  let hidden = 0;
  for (let i = 0; i < 300; i++) {
    const corner = drawIndex(random, TILE_SIZE * TILE_SIZE);
    const at: LonLat = [
      ((column as number) * TILE_SIZE + (corner % TILE_SIZE)) * lattice.lonStep,
      ((row as number) * TILE_SIZE + Math.floor(corner / TILE_SIZE)) * lattice.latStep,
    ];
    const find = (lines: readonly number[]) =>
      snapByBruteForce(
        at,
        edges,
        lines.filter((line) => !edges[line]?.isFragment),
        150,
      ) ?? snapByBruteForce(at, edges, lines, 150);
    const seen = onGround.filter((line) => !isAcrossWater(at, edges[line] as (typeof edges)[number], waters));
    const [wanted, dry] = [find(seen), find(onGround)];
    expect(tile.meters[corner], `town ${seed}, corner ${corner}`).toBeCloseTo(wanted?.meters ?? Infinity, 2);
    if (wanted?.line !== dry?.line) hidden++;
  }
  return hidden;
}

test("corners have the nearest street that is not across water, in random towns", () => {
  const hidden = Array.from({ length: 12 }, (_, seed) => compareTile(seed + 1));
  expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(40);
});

describe("a river 30 m from the only street", () => {
  const { at } = desertGrid({ columns: 2, rows: 2, blockMeters: 1 });
  const street = streetOf("street", [at(0, 0), at(600, 0)]);
  const all = polygonFeature([at(-200, -200), at(800, -200), at(800, 200), at(-200, 200)], { id: "all" });
  const draw = (waters: readonly ReturnType<typeof streetOf>[]) => {
    const streets = collection(toStreetLayer([street, ...waters]).features);
    const city = prepareCity({ neighborhoods: collection([all]), facilities: collection([]), streets });
    const [drawn] = isochrones(city, { location: at(300, 0) }, [3600], { profile: stroller, offStreetMeters: 90 });
    if (drawn === undefined) throw new Error("nothing was drawn");
    return (north: number) => isInside(drawn, at(300, north));
  };
  test("is where the ground ends that is reached", () => {
    const [dry, wet] = [draw([]), draw([streetOf("river", [at(-900, 30), at(1500, 30)], { waterway: "river" })])];
    expect([20, 60, -60, 95].map(dry)).toEqual([true, true, true, false]);
    expect([20, 60, -60, 95].map(wet)).toEqual([true, false, true, false]);
  });
});
