import type { Streets } from "../model/facts.js";
import type { ScenarioGround } from "./scenario-ground.js";
import type { TableGround } from "./table-ground.js";

/** A large city's ground takes some sixty megabytes: of those before it, only so many are kept. */
const KEPT_COUNT = 4;

/** A ground, and what the tables made of it. */
export interface WholeGround {
  readonly ground: ScenarioGround;
  readonly tableGrounds: readonly TableGround[];
}

/** What is left of a ground that is not kept: enough to build it anew. */
export interface GroundSketch {
  readonly edition: number;
  readonly streets: Streets;
}

/** The grounds that a scenario can be taken back to, the last one first. */
export class PastGrounds {
  readonly #past: { readonly sketch: GroundSketch; whole: WholeGround | null }[] = [];

  /** Adds the ground that is left now. */
  push(whole: WholeGround): void {
    const { edition, streets } = whole.ground;
    this.#past.push({ sketch: { edition, streets }, whole });
    const oldest = this.#past.at(-1 - KEPT_COUNT);
    if (oldest !== undefined) oldest.whole = null;
  }

  /** Takes the last one out. @param build makes it anew if it was not kept */
  pop(build: (sketch: GroundSketch) => WholeGround): WholeGround {
    const last = this.#past.pop();
    if (last === undefined) throw new Error("no street was edited");
    return last.whole ?? build(last.sketch);
  }
}
