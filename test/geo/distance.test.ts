import { describe, expect, test } from "vitest";
import { distanceMeters, metersPerDegree, shortestLonDifference } from "../../src/geo/distance.js";
import { cosineOfDegrees, sineOfDegrees } from "../../src/geo/trigonometry.js";
import { degreeMeters, geodesicDestination, geodesicMeters, type Place } from "../oracle/oracle-geodesy.js";

/** The largest relative error against the geodesic, over latitudes, directions and both hemispheres. */
function worstError(meters: number, maxLat: number): number {
  let worst = 0;
  for (const hemisphere of [-1, 1])
    for (let lat = 0; lat <= maxLat; lat += 2.5)
      for (let azimuth = 0; azimuth < 360; azimuth += 7.5) {
        const from: Place = [104.06, hemisphere * lat];
        const to = geodesicDestination(from, azimuth, meters);
        worst = Math.max(worst, Math.abs(distanceMeters(...from, ...to) / meters - 1));
      }
  return worst;
}

describe("distance", () => {
  test("is within 1e-7 of the geodesic up to 5 km, and 1e-6 at 15 km, up to 60° of latitude", () => {
    for (const meters of [1, 10, 100, 1000, 5000]) expect(worstError(meters, 60), `${meters} m`).toBeLessThan(1e-7);
    expect(worstError(15_000, 60)).toBeLessThan(1e-6);
  });
  test("is within 2e-8 of the geodesic up to 1 km, 4.1e-7 at 5 km and 4e-6 at 15 km, up to 75° of latitude", () => {
    expect(worstError(1000, 75)).toBeLessThan(2e-8);
    expect(worstError(5000, 75)).toBeLessThan(4.1e-7);
    expect(worstError(15_000, 75)).toBeLessThan(4e-6);
  });
  test("the oracle can tell a sphere from the ellipsoid", () => {
    expect(geodesicMeters([0, 0], [0.01, 0])).toBeCloseTo(1113.19490793, 6); // a × 0.01°
    expect(geodesicMeters([0, 0], [0, 0.01])).toBeCloseTo(1105.74275834, 3); // b² / a × 0.01°
  });
  test("is the same in both directions, to the last bit", () => {
    for (let i = 0; i < 100; i++) {
      const [lon, lat] = geodesicDestination([104, 30], i * 3.6, 40 * i);
      expect(distanceMeters(104, 30, lon, lat)).toBe(distanceMeters(lon, lat, 104, 30));
    }
  });
  test("takes the shorter way around the antimeridian", () => {
    const across = distanceMeters(179.99, -17, -179.99, -17);
    expect(across).toBeCloseTo(geodesicMeters([179.99, -17], [-179.99, -17]), 3);
    expect(distanceMeters(179.99, -17, 180.01, -17)).toBeCloseTo(across, 6);
    expect(shortestLonDifference(359.5)).toBeCloseTo(-0.5, 12);
    expect(shortestLonDifference(-359.5)).toBeCloseTo(0.5, 12);
  });
  test("a place is at distance 0 of itself, also at the poles", () => {
    for (const lat of [-90, -45, 0, 31, 90]) expect(distanceMeters(7, lat, 7, lat)).toBe(0);
  });
  test("a degree is as long as the textbook's radii of curvature say", () => {
    for (let lat = -90; lat <= 90; lat += 0.5) {
      const expected = degreeMeters(lat);
      const scale = metersPerDegree(lat);
      expect(Math.abs(scale.lat / expected.lat - 1)).toBeLessThan(1e-14);
      expect(Math.abs(scale.lon - expected.lon)).toBeLessThan(1e-4 * 0.001); // at the poles nearly 0
    }
  });
});

describe("sine and cosine without Math.sin", () => {
  test("equal Math.sin and Math.cos within two units in the last place", () => {
    let worst = 0;
    for (let i = -90_000; i <= 90_000; i++) {
      const degrees = i / 1000;
      const radians = (degrees * Math.PI) / 180;
      worst = Math.max(worst, Math.abs(sineOfDegrees(degrees) - Math.sin(radians)));
      worst = Math.max(worst, Math.abs(cosineOfDegrees(degrees) - Math.cos(radians)));
    }
    expect(worst).toBeLessThan(4.5e-16);
  });
  test("are exact where everybody knows them", () => {
    expect([sineOfDegrees(0), sineOfDegrees(90), sineOfDegrees(-90)]).toEqual([0, 1, -1]);
    expect([cosineOfDegrees(0), cosineOfDegrees(90), cosineOfDegrees(-90)]).toEqual([1, 0, 0]);
    expect(sineOfDegrees(30)).toBeCloseTo(0.5, 15);
  });
});
