import { CoverageError } from "../base/errors.js";
import { Recent } from "../base/recent.js";
import { loadCity } from "../city/load-city.js";
import type { PreparedCity } from "../city/prepare-city.js";
import { isochronePolygons } from "../isochrones/isochrones.js";
import type { Standard } from "../model/standard.js";
import type { TravelProfile } from "../model/travel.js";
import { originRowsOf, pickOrigins } from "../origins/pick-origins.js";
import { standardWalking } from "../standards/travel-profiles.js";
import type { TravelCity } from "../travel/travel-model.js";
import type { FromWorker, IsochronesTask, SentError, TablesResult, TablesTask, ToWorker } from "./messages.js";

/** So many standards and profiles are remembered, each with all that was built for it. */
const KEPT_COUNT = 4;

/** What a worker does with each message; `post` sends an answer. The same in Node and in browsers. */
export class PartWorker {
  readonly #post: (message: FromWorker) => void;
  #city: PreparedCity | null = null;
  /** What was sent before, so that what was made for it is found again: copies of one object are different objects. */
  readonly #known = new Recent<unknown>(KEPT_COUNT);
  readonly #parts = new Recent<TravelCity>(KEPT_COUNT);

  constructor(post: (message: FromWorker) => void) {
    this.#post = post;
  }

  receive(message: ToWorker): void {
    if (message.kind === "city") {
      this.#city = loadCity(message.saved);
      return;
    }
    const { id, task } = message;
    try {
      if (this.#city === null) throw new Error("a task came before the city");
      const result =
        task.kind === "tables"
          ? this.#fillTables(this.#city, task, (done) => this.#post({ kind: "progress", id, done }))
          : this.#drawIsochrones(this.#city, task);
      this.#post({ kind: "done", id, result });
    } catch (error) {
      this.#post({ kind: "failed", id, error: toSent(error) });
    }
  }

  #fillTables(city: PreparedCity, task: TablesTask, onCategory: (done: number) => void): TablesResult {
    const standard = task.standard === null ? city.standard : this.#same<Standard>(task.standard);
    const profile = task.profile === null ? standardWalking : this.#same<TravelProfile>(task.profile);
    const part = this.#part(city, standard, task);
    const [model] = city.defaultTravel;
    if (model === undefined) throw new Error("the city has no travel model");
    const travel = city.prepareTravel(model, profile, part);
    let before = 0;
    const tables = task.requests.map((request) => {
      const table = travel.fillTable(request, (done) => onCategory(before + done));
      before += request.categories.length;
      return table;
    });
    return { tables, summary: travel.summary, diagnostics: travel.diagnostics };
  }

  #drawIsochrones(city: PreparedCity, { starts, seconds, profile }: IsochronesTask) {
    const options = profile === null ? {} : { profile: this.#same<TravelProfile>(profile) };
    return isochronePolygons(city, starts, seconds, options);
  }

  /** The city with some of its origins only. */
  #part(city: PreparedCity, standard: Standard, { neighborhoodRows }: TablesTask): TravelCity {
    const key = JSON.stringify([standard.categories, neighborhoodRows]);
    return this.#parts.get(key, () =>
      city.withOrigins(standard.categories, pickOrigins(city.origins, originRowsOf(city.origins, neighborhoodRows))),
    );
  }

  #same<T>(value: T): T {
    return this.#known.get(JSON.stringify(value), () => value) as T;
  }
}

function toSent(error: unknown): SentError {
  if (error instanceof CoverageError) {
    const { code, message, path, problem } = error;
    return { code, message, path, problem };
  }
  return {
    code: null,
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    path: null,
    problem: null,
  };
}
