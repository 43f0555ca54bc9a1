import { fillRequest } from "../assess/fill-tables.js";
import { preparingOnce } from "../assess/prepare-travel.js";
import { defaultTravel } from "../assess/question.js";
import { modelsFor, tellAnswers, usedModels } from "../assess/travel-answers.js";
import { Recent } from "../base/recent.js";
import { contentKey } from "../city/city-memory.js";
import { loadCity } from "../city/load-city.js";
import { PreparedCity } from "../city/prepared-city.js";
import { isochronePolygons } from "../isochrones/isochrones.js";
import { originRowsOf } from "../origins/pick-origins.js";
import { modesFor } from "../streets/modes/other-modes.js";
import { travelCityFor } from "../travel/travel-city.js";
import type { PreparedTravel, TravelModel } from "../travel/travel-model.js";
import { withSomeOrigins } from "../travel/with-origins.js";
import type { FromWorker, IsochronesTask, TablesResult, TablesTask, ToWorker } from "./messages.js";
import { importAll } from "./module-export.js";
import { toSent } from "./sent-error.js";

/** Some neighborhoods of the city, and how one travels there. */
interface CityPart {
  readonly originCount: number;
  readonly models: readonly TravelModel[];
  /** Makes a model ready, once. */
  readonly prepare: (model: TravelModel) => PreparedTravel;
}

/** What a worker does with each message; `post` sends an answer. The same in Node and in browsers. */
export class PartWorker {
  readonly #post: (message: FromWorker) => void;
  #city: PreparedCity | null = null;
  readonly #parts = new Recent<CityPart>();

  constructor(post: (message: FromWorker) => void) {
    this.#post = post;
  }

  receive(message: ToWorker): void {
    if (message.kind === "city")
      this.#city = loadCity(message.saved, { modes: modesFor(message.modes.map((mode) => ({ mode }))) });
    else void this.#answer(message);
  }

  async #answer({ id, task }: Extract<ToWorker, { readonly kind: "task" }>): Promise<void> {
    try {
      if (this.#city === null) throw new Error("a task came before the city");
      const result =
        task.kind === "tables"
          ? await this.#fillTables(this.#city, task, (done) => this.#post({ kind: "progress", id, done }))
          : this.#drawIsochrones(this.#city, task);
      this.#post({ kind: "done", id, result });
    } catch (error) {
      this.#post({ kind: "failed", id, error: toSent(error) });
    }
  }

  async #fillTables(city: PreparedCity, task: TablesTask, onDone: (done: number) => void): Promise<TablesResult> {
    const { categories, profile, neighborhoodRows, requests } = task;
    const asked =
      task.travel === null ? defaultTravel(city) : await importAll<TravelModel>("options.travel", task.travel);
    const { origins } = city;
    const key = contentKey(task.travel, categories, profile, neighborhoodRows);
    const { originCount, models, prepare } = this.#parts.get(key, () => {
      const whole = travelCityFor(PreparedCity.parts(city), categories, profile);
      const part = withSomeOrigins(whole, originRowsOf(origins, neighborhoodRows));
      return { originCount: part.origins.count, models: asked, prepare: preparingOnce(part, profile) };
    });
    let done = 0;
    const onCategory = () => onDone(++done);
    return {
      tables: requests.map((request) =>
        fillRequest(modelsFor(request, models).map(prepare), request, { originCount, onCategory }),
      ),
      travel: tellAnswers(usedModels(requests, models), task.farthest, prepare),
    };
  }

  #drawIsochrones(city: PreparedCity, { starts, seconds, profile }: IsochronesTask) {
    const options = profile === null ? {} : { profile };
    return isochronePolygons(city, starts, seconds, options);
  }
}
