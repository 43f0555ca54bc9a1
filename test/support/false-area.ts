import type { LonLat } from "../../src/base/words.js";
import { PreparedCity } from "../../src/city/prepared-city.js";
import type { IsochroneOptions } from "../../src/isochrones/isochrone-request.js";
import { isochrones } from "../../src/isochrones/isochrones.js";
import { layOutStreets } from "../../src/isochrones/local-streets.js";
import { type Start, timeAt } from "../../src/isochrones/reach.js";
import { StreetSearch } from "../../src/isochrones/street-search.js";
import { standardWalking } from "../../src/standards/travel-profiles.js";
import { speedsOf } from "../../src/streets/weigh.js";
import { isInside, shifted } from "./isochrone-towns.js";
import { draw, drawIndex, seededRandom } from "./random.js";

/** Test points by what is true of them and by what the polygon says. */
export interface FalseArea {
  readonly reached: number;
  readonly falseIn: number;
  readonly falseOut: number;
}

const OFF_STREET_METERS = 100;

/**
 * Compares polygons with the truth at random points within 100 m of a street: a point is attached to its nearest street,
 * as any place is, and is reached if the walk to there and the leg off the street take no longer than the limit.
 */
export function measureFalseArea(
  city: PreparedCity,
  { startCount, pointCount, seconds: limit }: Readonly<Record<"startCount" | "pointCount" | "seconds", number>>,
  options: IsochroneOptions = {},
): FalseArea {
  const { modeNetwork } = PreparedCity.parts(city).city;
  if (modeNetwork === null) throw new Error("no streets");
  const { index, network } = modeNetwork;
  const streets = layOutStreets(modeNetwork);
  const search = new StreetSearch(streets);
  const random = seededRandom(20);
  const profile = options.profile ?? standardWalking;
  const speed = profile.offStreetSpeedMetersPerSecond;
  const radius = limit * profile.speedMetersPerSecond;
  let [reached, falseIn, falseOut, done] = [0, 0, 0, 0];
  while (done < startCount) {
    const node = drawIndex(random, network.nodeCount);
    const start: LonLat = [network.nodeLon[node] as number, network.nodeLat[node] as number];
    const attachment = index.nearest(start[0], start[1], profile.maxAccessMeters);
    if (attachment === null || index.isFragment(attachment.edge)) continue;
    done++;
    const starts: Start[] = [{ attachment, seconds: attachment.accessMeters / speed }];
    const reach = search.run(starts, speedsOf(modeNetwork, profile), limit);
    const [isochrone] = isochrones(city, { location: start }, [limit], options);
    if (isochrone === undefined) throw new Error("no isochrone");
    for (let i = 0; i < pointCount; i++) {
      const point = shifted(
        start,
        draw(random, [-1, 1]) * random() * radius,
        draw(random, [-1, 1]) * random() * radius,
      );
      const near = index.nearest(point[0], point[1], OFF_STREET_METERS);
      if (near === null) continue;
      const slot = reach.slotOfEdge[streets.localEdge[near.edge] as number];
      const fraction =
        streets.isDrawnWestward[streets.localEdge[near.edge] as number] === 1 ? 1 - near.fraction : near.fraction;
      const seconds = slot === 0 ? Infinity : timeAt(reach, slot, fraction) + near.accessMeters / speed;
      const isReached = seconds <= limit;
      const isDrawn = isInside(isochrone, point);
      if (isReached) reached++;
      if (isDrawn && !isReached) falseIn++;
      if (!isDrawn && isReached) falseOut++;
    }
  }
  return { reached, falseIn, falseOut };
}
