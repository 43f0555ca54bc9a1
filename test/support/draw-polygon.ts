import type { LonLat } from "../../src/base/words.js";
import type { PolygonRings } from "../../src/model/facts.js";
import { drawIndex, type Random } from "./random.js";

/** Draws a rectangle or a slanted quadrangle on one grid, so that several overlap each other, lie in each other or share edges. */
export function drawPolygon(random: Random, least: number, more: number): PolygonRings {
  const [lon, lat]: LonLat = [104 + drawIndex(random, 12) / 1000, 30 + drawIndex(random, 12) / 1000];
  const size = least + random() * more;
  const slant = random() < 0.5 ? 0 : random() * 0.3 * size;
  const ring: LonLat[] = [
    [lon, lat],
    [lon + size, lat + slant],
    [lon + size + slant, lat + size],
    [lon, lat + size],
    [lon, lat],
  ];
  return [random() < 0.5 ? ring : ring.reverse()];
}
