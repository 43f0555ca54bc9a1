import { type FilledTables, fillReachTables } from "../assess/fill-tables.js";
import { judgeTables } from "../assess/judge-tables.js";
import { type CityPlan, planCity } from "../assess/plan-city.js";
import { toQuestion } from "../assess/question.js";
import { farthestWays } from "../assess/travel-answers.js";
import { writeReport } from "../assess/write-report.js";
import { assertKeys, invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { Seconds } from "../base/units.js";
import { QUESTION_KEYS } from "../city/check-input.js";
import { loadCity } from "../city/load-city.js";
import { PreparedCity } from "../city/prepared-city.js";
import { saveCity } from "../city/save-city.js";
import { selectFor } from "../city/select-for.js";
import { originCounts, splitNeighborhoods } from "../city/split-neighborhoods.js";
import { isTraveled, type PlannedRequest } from "../coverage/plan.js";
import { boundsOfPolygons } from "../geo/bounds.js";
import type { IsochroneStart } from "../isochrones/find-starts.js";
import type { IsochronePolygon } from "../isochrones/isochrone-features.js";
import type { CategoryId } from "../model/facts.js";
import type { Measure } from "../model/measure.js";
import type { CoverageReport } from "../model/report.js";
import type { Standard } from "../model/standard.js";
import type { NearestTable, Progress, TravelProfile } from "../model/travel.js";
import { showingItself } from "../report/show-report.js";
import { OTHER_MODES } from "../streets/modes/other-modes.js";
import type { TravelModel } from "../travel/travel-model.js";
import { joinDiagnostics, joinTables } from "./join-tables.js";
import type { IsochronesResult, TablesResult, TablesTask } from "./messages.js";
import { importAll, type ModuleExport } from "./module-export.js";
import { type StartThread, ThreadCrew } from "./thread-crew.js";

/** What is asked of a pool: data only, since functions cannot be sent to another thread. */
export interface PoolOptions {
  /** Default: the standard the city was prepared for. */
  readonly standard?: Standard;
  /** Default: `standardWalking`. */
  readonly profile?: TravelProfile;
  /** Travel models, by the modules that export them: every thread imports them. Default: as `computeCoverage`. */
  readonly travel?: readonly ModuleExport[];
  /** Measures, by the modules that export them. */
  readonly measures?: readonly ModuleExport[];
  /** As for `computeCoverage`. */
  readonly knownCategories?: readonly CategoryId[];
  readonly smallGroupBelow?: number;
}

/** How one call of a pool is watched and ended. */
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
        { path: "workers" },
      );
    this.#city = city instanceof PreparedCity ? city : loadCity(city);
    this.#workerCount = workers;
    const { modes } = PreparedCity.parts(this.#city);
    const known = OTHER_MODES.filter((mode) => modes.includes(mode)).map(({ id }) => id);
    const saved = toShared(city instanceof PreparedCity ? saveCity(city) : city);
    this.#crew = new ThreadCrew(start, saved, workers, known);
  }

  /** Computes what `computeCoverage` computes. @throws {CoverageError} as it does; `WORKER_CRASHED` */
  async computeCoverage(options: PoolOptions = {}, run: PoolRun = {}): Promise<CoverageReport> {
    assertKeys(options, new Set(["standard", ...QUESTION_KEYS]));
    const { travel = null, measures = [], ...rest } = options;
    if (!Array.isArray(travel ?? [])) throw invalid("options.travel", travel, say("expected.list"));
    if (!Array.isArray(measures)) throw invalid("options.measures", measures, say("expected.list"));
    const parts = PreparedCity.parts(this.#city);
    const models = travel && (await importAll<TravelModel>("options.travel", travel));
    const question = { ...rest, measures: await importAll<Measure>("options.measures", measures) };
    const plan = planCity(parts, toQuestion(this.#city, models === null ? question : { ...question, travel: models }));
    const nearest = await this.#fillTables(plan, travel, run);
    // a measure of all facilities within reach reads the whole city at once
    const filled = { ...nearest, reachTables: fillReachTables(parts, plan, plan.standard.categories) };
    const judged = judgeTables(parts, plan, filled, run.onProgress);
    return showingItself(writeReport(parts, plan, filled, judged), this.#city.neighborhoods, new WeakRef(this.#city));
  }

  /** Fills the tables of a plan, each thread those of neighborhoods that lie together. */
  async #fillTables(
    { standard, profile, requests, requirements }: CityPlan,
    travel: readonly ModuleExport[] | null,
    { signal, onProgress }: PoolRun,
  ): Promise<Omit<FilledTables, "reachTables">> {
    const { origins, neighborhoods } = this.#city;
    const { categories } = standard;
    const boxes = neighborhoods.map(({ polygons }) => boundsOfPolygons(polygons));
    const tasks = splitNeighborhoods(originCounts(origins), boxes, this.#workerCount).map(
      (neighborhoodRows): TablesTask => ({
        ...{ kind: "tables", neighborhoodRows, requests, categories, profile, travel },
        farthest: farthestWays(requirements),
      }),
    );
    const answersOf = ({ reach, categories }: PlannedRequest) =>
      categories.length * (isTraveled(reach) ? (travel?.length ?? 1) : 1);
    const perTask = requests.reduce((sum, request) => sum + answersOf(request), 0);
    const done = tasks.map(() => 0);
    const results = await this.#crew.run<TablesResult>(tasks, {
      signal,
      onTaskProgress: (task, count) => {
        done[task] = count;
        onProgress?.({ stage: "search", done: done.reduce((a, b) => a + b, 0), total: perTask * tasks.length });
      },
    });
    const tables = requests.map((_, request) => {
      const own = results.map(({ tables }, task) => ({
        neighborhoodRows: (tasks[task] as TablesTask).neighborhoodRows,
        table: tables[request] as NearestTable,
      }));
      return joinTables(own, origins);
    });
    const [first] = results;
    return {
      tables,
      facilities: selectFor(PreparedCity.parts(this.#city), categories).facilities,
      travel: (first?.travel ?? []).map(({ summary, reachMeters }, model) => ({
        summary,
        reachMeters,
        diagnostics: joinDiagnostics(results.map(({ travel }) => travel[model]?.diagnostics ?? [])),
      })),
    };
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

/** Memory that all threads see; a copy of their own for each, where there is none. */
function toShared(saved: Uint8Array): Uint8Array {
  if (typeof SharedArrayBuffer !== "function") return saved;
  const shared = new Uint8Array(new SharedArrayBuffer(saved.length));
  shared.set(saved);
  return shared;
}
