import { describe, expect, test } from "vitest";
import { attachFacilities } from "../../src/attach/attach-facilities.js";
import type { LonLat } from "../../src/base/words.js";
import { geodesicMeters, type Place } from "../oracle/oracle-geodesy.js";
import { attachFacilityByBruteForce, attachPlace, oracleEdges, townAccess } from "../oracle/oracle-network.js";
import { desertGrid, streetOf } from "../support/desert-grid.js";
import { seededRandom } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { modeNetworkOf } from "../support/travel-city.js";

const FRAGMENT_METERS = 500;

describe("the nearest street", () => {
  test("is the one that brute force over all edges finds, at the same point, for 6,000 places in 100 random towns", () => {
    let found = 0;
    for (let seed = 0; seed < 100; seed++) {
      const { streets, at, sizeMeters } = randomTown(seed);
      const edges = oracleEdges(streets, townAccess, FRAGMENT_METERS);
      const { index } = modeNetworkOf(streets, FRAGMENT_METERS);
      const random = seededRandom(seed + 500);
      for (let i = 0; i < 60; i++) {
        const place = at(sizeMeters * (random() * 1.6 - 0.3), sizeMeters * (random() * 1.6 - 0.3));
        const maxMeters = 40 + random() * 300;
        const expected = attachPlace(place, edges, maxMeters);
        const attachment = index.nearest(...place, maxMeters);
        if (expected === null || attachment === null) {
          expect(attachment, `town ${seed}, place ${i}`).toBe(expected);
          continue;
        }
        found++;
        expect(Math.abs(attachment.accessMeters - expected.meters)).toBeLessThan(1e-6);
        const [from, to] = index.ends(attachment.edge);
        const foot: Place = [
          from[0] + attachment.fraction * (to[0] - from[0]),
          from[1] + attachment.fraction * (to[1] - from[1]),
        ];
        const edge = edges[expected.line];
        if (edge === undefined) throw new Error("no such edge");
        const wanted: Place = [
          edge.from[0] + expected.fraction * (edge.to[0] - edge.from[0]),
          edge.from[1] + expected.fraction * (edge.to[1] - edge.from[1]),
        ];
        expect(geodesicMeters(foot, wanted)).toBeLessThan(1e-5);
        expect(geodesicMeters(place, foot)).toBeCloseTo(attachment.accessMeters, 5);
      }
    }
    expect(found).toBeGreaterThan(4000);
  });
  test("that a facility is entered from is the one that brute force finds, for outlines too", () => {
    for (let seed = 0; seed < 200; seed++) {
      const { streets, facilities } = randomTown(seed, { facilityCount: 25 });
      const edges = oracleEdges(streets, townAccess, FRAGMENT_METERS);
      const modeNetwork = modeNetworkOf(streets, FRAGMENT_METERS);
      const { attachments, diagnostics } = attachFacilities(modeNetwork, facilities, 120);
      let offNetwork = 0;
      facilities.forEach((facility, row) => {
        const expected = attachFacilityByBruteForce(facility, edges, 120);
        const meters = (legs: readonly number[]) => [...legs].sort((a, b) => a - b).map((leg) => leg.toFixed(5));
        if (expected.length === 0) offNetwork++;
        expect(
          meters((attachments[row] ?? []).map(({ accessMeters }) => accessMeters)),
          `town ${seed}, ${facility.id}`,
        ).toEqual(meters(expected.map((snap) => snap.meters)));
      });
      expect(diagnostics.find(({ code }) => code === "facility.offNetwork")?.count ?? 0).toBe(offNetwork);
    }
  });
  test("is as far as stated, inclusive, and no farther", () => {
    const { streets, at } = desertGrid({ columns: 2, rows: 2, blockMeters: 1000 });
    const { index } = modeNetworkOf(streets, FRAGMENT_METERS);
    const place = at(0.5, 0.1);
    const attachment = index.nearest(...place, 1000);
    expect(attachment?.accessMeters).toBeCloseTo(100, 5);
    expect(attachment?.fraction).toBeCloseTo(0.5, 6);
    const exact = attachment?.accessMeters ?? 0;
    expect(index.nearest(...place, exact)).toEqual(attachment);
    expect(index.nearest(...place, exact * (1 - 1e-15))).toBeNull();
  });
  test("is never a fragment while anything else is within reach, and says so", () => {
    const { streets, at } = desertGrid({ columns: 5, rows: 5, blockMeters: 200 });
    const fragment = streetOf("alley", [at(1.3, 1.5), at(1.6, 1.5)]);
    const { index, islands } = modeNetworkOf([...streets, fragment], FRAGMENT_METERS);
    const place = at(1.45, 1.51);
    expect(index.nearest(...place, 500)).toMatchObject({ movedOffFragment: true });
    expect(index.nearest(...place, 500)?.accessMeters).toBeCloseTo(0.45 * 200, 4);
    expect(index.nearest(...place, 50)).toMatchObject({ movedOffFragment: false });
    expect(index.nearest(...place, 50)?.accessMeters).toBeCloseTo(0.01 * 200, 4);
    expect([islands.count, islands.fragmentCount]).toEqual([2, 1]);
  });
  test("may be any street where all are short: the longest island is no fragment", () => {
    const { at } = desertGrid({ columns: 2, rows: 2, blockMeters: 100 });
    const { index, islands } = modeNetworkOf(
      [streetOf("long", [at(0, 0), at(0, 1.5)]), streetOf("short", [at(1, 0), at(1, 1)])],
      FRAGMENT_METERS,
    );
    expect(islands.fragmentCount).toBe(1);
    expect(index.nearest(...at(0.9, 0.5), 500)?.accessMeters).toBeCloseTo(90, 4);
  });
  test("is found across a crossing, where the place belongs to every street there alike", () => {
    const { streets, at } = desertGrid({ columns: 3, rows: 3, blockMeters: 100 });
    const { index, network } = modeNetworkOf(streets, FRAGMENT_METERS);
    const corner: LonLat = at(-0.3, -0.4);
    const attachment = index.nearest(...corner, 500);
    expect(attachment?.accessMeters).toBeCloseTo(50, 4); // 30, 40, 50
    const node = attachment?.fraction === 0 ? network.edgeFrom : network.edgeTo;
    const at00 = node[attachment?.edge ?? 0] ?? -1;
    expect([network.nodeLon[at00], network.nodeLat[at00]]).toEqual(at(0, 0));
  });
});
