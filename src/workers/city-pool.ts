import { assembleReport, judgedGround } from "../assess/assemble-report.js";
import { assertKeys } from "../base/check-argument.js";
import type { Diagnostic } from "../base/diagnostics.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";

import type { Seconds } from "../base/units.js";
import { loadCity } from "../city/load-city.js";
import { PreparedCity } from "../city/prepare-city.js";
import { saveCity } from "../city/save-city.js";
import { CityJudge } from "../coverage/city-judge.js";
import { countByCategory } from "../coverage/findings.js";
import { planRequests } from "../coverage/plan.js";
import type { IsochroneStart } from "../isochrones/find-starts.js";
import type { IsochronePolygon } from "../isochrones/isochrone-features.js";
import type { CoverageReport } from "../model/report.js";
import type { Standard } from "../model/standard.js";
import type { NearestTable, Progress, TravelProfile } from "../model/travel.js";
import { assertProfile } from "../standards/check-profile.js";
import { standardWalking } from "../standards/travel-profiles.js";
import { validateStandard } from "../standards/validate-standard.js";
import { joinTables } from "./join-tables.js";
import type { IsochronesResult, TablesResult, TablesTask } from "./messages.js";
import { splitNeighborhoods } from "./split-neighborhoods.js";
import { type StartThread, ThreadCrew } from "./thread-crew.js";

/** What is asked of a pool: data only, since functions cannot be sent to another thread. */
export interface PoolOptions {
  /** The norm. Default: the one the city was prepared for. */
  readonly standard?: Standard;
  /** Who walks. Default: `standardWalking`. */
  readonly profile?: TravelProfile;
}
export interface PoolRun {
  /** Ends the work at once; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

const MAX_WORKERS = 64;

/** A city on several threads: the same answers as without, byte for byte, whatever their number. */
export class CityPool {
  readonly #city: PreparedCity;
  readonly #crew: ThreadCrew;
  readonly #workerCount: number;

  /**
   * @param city prepared, or the bytes of `saveCity`
   * @throws {CoverageError} `INVALID_ARGUMENT` for a wrong number of workers; `INVALID_CITY_FILE`
   */
  constructor(city: PreparedCity | Uint8Array, start: StartThread, workers: number) {
    if (!Number.isInteger(workers) || workers < 1 || workers > MAX_WORKERS)
      throw new CoverageError(
        "INVALID_ARGUMENT",
        say("pool.workers", { workers: String(workers), most: MAX_WORKERS }),
        {
          path: "workers",
        },
      );
    this.#city = city instanceof PreparedCity ? city : loadCity(city);
    this.#workerCount = workers;
    this.#crew = new ThreadCrew(start, toShared(city instanceof PreparedCity ? saveCity(city) : city), workers);
  }

  /** Computes what `computeCoverage` computes. @throws {CoverageError} as it does; `WORKER_CRASHED` */
  async computeCoverage(options: PoolOptions = {}, { signal, onProgress }: PoolRun = {}): Promise<CoverageReport> {
    assertPoolOptions(options);
    const prepared = this.#city;
    const { standard = prepared.standard, profile = standardWalking } = options;
    const { facilities } = prepared.forCategories(standard.categories);
    const facilityCount = countByCategory(facilities);
    const plan = planRequests(standard, (category) => facilityCount.has(category));
    const tasks = splitNeighborhoods(prepared.origins, prepared.neighborhoodBounds, this.#workerCount).map(
      (neighborhoodRows): TablesTask => ({
        ...{ kind: "tables", neighborhoodRows, requests: plan.requests },
        standard: options.standard ?? null,
        profile: options.profile ?? null,
      }),
    );
    const perTask = plan.requests.reduce((sum, { categories }) => sum + categories.length, 0);
    const done = tasks.map(() => 0);
    const parts = await this.#crew.run<TablesResult>(tasks, {
      signal,
      onTaskProgress: (task, count) => {
        done[task] = count;
        onProgress?.({ stage: "search", done: done.reduce((a, b) => a + b, 0), total: perTask * tasks.length });
      },
    });
    const tables = plan.requests.map((_, i) => {
      const own = parts.map(({ tables }, part) => ({
        neighborhoodRows: (tasks[part] as TablesTask).neighborhoodRows,
        table: tables[i] as NearestTable,
      }));
      return joinTables(own, prepared.origins);
    });
    const tableOf = (unit: string) => tables.find((table) => table.unit === unit) as NearestTable;
    const { judged } = new CityJudge({
      ...judgedGround(prepared, { profile, facilities, tableOf }),
      ...{ standard, plan, measureValues: [] },
      onRequirement: (count) => onProgress?.({ stage: "judge", done: count, total: plan.requirements.length }),
    });
    const travel = parts.slice(0, 1).map(({ summary }) => ({ summary, diagnostics: joinDiagnostics(parts) }));
    const [table = null] = tables;
    return assembleReport({ prepared, standard, profile, plan, facilities, facilityCount, travel, table, judged });
  }

  /** Draws what `isochronePolygons` draws, in the order of the starts. */
  async isochronePolygons(
    starts: readonly IsochroneStart[],
    seconds: readonly Seconds[],
    { profile }: Pick<PoolOptions, "profile"> = {},
    { signal }: Pick<PoolRun, "signal"> = {},
  ): Promise<(readonly IsochronePolygon[] | null)[]> {
    const size = Math.max(1, Math.ceil(starts.length / this.#workerCount));
    const tasks = Array.from({ length: Math.ceil(starts.length / size) }, (_, i) => ({
      kind: "isochrones" as const,
      starts: starts.slice(i * size, (i + 1) * size),
      seconds,
      profile: profile ?? null,
    }));
    return (await this.#crew.run<IsochronesResult>(tasks, { signal })).flat();
  }

  /** Ends all threads; what is under way is never answered. */
  close(): void {
    this.#crew.close();
  }
}

function assertPoolOptions(options: PoolOptions): void {
  assertKeys(options, new Set(["standard", "profile"]));
  if (options.standard !== undefined) validateStandard(options.standard);
  if (options.profile !== undefined) assertProfile(options.profile);
}

/** Memory that all threads see; a copy of their own for each, where there is none. */
function toShared(saved: Uint8Array): Uint8Array {
  if (typeof SharedArrayBuffer !== "function") return saved;
  const shared = new Uint8Array(new SharedArrayBuffer(saved.length));
  shared.set(saved);
  return shared;
}

/** What was found about origins adds up; what was found about facilities, every part has found. */
function joinDiagnostics(parts: readonly TablesResult[]): Diagnostic[] {
  const joined = new Map<string, Diagnostic>();
  for (const { diagnostics } of parts)
    for (const diagnostic of diagnostics) {
      const { code, layer, count } = diagnostic;
      const known = joined.get(code);
      if (known === undefined) joined.set(code, diagnostic);
      else if (layer === null) joined.set(code, { ...known, count: known.count + count });
    }
  return [...joined.values()];
}
