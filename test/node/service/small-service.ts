import { computeCoverage } from "../../../src/assess/compute-coverage.js";
import { prepareCity } from "../../../src/city/prepare-city.js";
import type { PreparedCity } from "../../../src/city/prepared-city.js";
import { type RunningService, startService } from "../../../src/node/service/start-service.js";
import { smallCity } from "../../support/small-city.js";

/** The small city as a service has it. */
export const city: PreparedCity = prepareCity({
  neighborhoods: smallCity.neighborhoods,
  facilities: {
    type: "FeatureCollection",
    features: [...smallCity.facilities.features, ...smallCity.stops.features],
  },
  streets: smallCity.streets,
});

/** Starts a service of the small city on a free port. */
export function startSmall(limits: Partial<Parameters<typeof startService>[0]> = {}): Promise<RunningService> {
  return startService({
    ...{ city, report: computeCoverage(city), settings: {}, host: "127.0.0.1", port: 0, threads: 2, queue: 100 },
    ...{ version: "0.0.0", maxBodyBytes: 1_000_000, timeoutMilliseconds: 60_000, allowOrigin: undefined },
    ...limits,
  });
}
