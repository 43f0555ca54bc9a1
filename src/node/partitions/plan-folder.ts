import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { FeatureCollection } from "geojson";
import { CoverageError } from "../../base/errors.js";
import { isJsonObject } from "../../base/json-object.js";
import { say } from "../../base/texts/node.js";
import type { BytesSource } from "../../city/column-file.js";
import { PARTITION_FORMAT, type PlannedPartition } from "../../partitions/partition.js";
import { MADE_BY } from "../about-run.js";
import { cannotWrite } from "../write-outputs.js";
import { ASIDE, hashOf, hashOfFile, readMaybe, writeAside } from "./plan-files.js";
import type { DonePartition, FailedPartition, FiledPartition, PartitionState, PlanFacts } from "./plan-records.js";

const PLAN = "plan.json";
const PARTITIONS = "plan.ndjson";
const OUTLINES = "neighborhoods.geojson";

/**
 * A plan as a folder, which holds all there is to know: what the partitions are (`plan.json`, `plan.ndjson`), their cities (`in/`), and
 * what was found in them (`out/`). Whoever runs a partition, wherever, reads one file and writes two.
 */
export class PlanFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Begins a plan. @throws {CoverageError} `CANNOT_WRITE` if one is there already and is not to be replaced */
  begin(isReplaced: boolean): void {
    if (existsSync(this.path) && readdirSync(this.path).length > 0) {
      if (!isReplaced || !existsSync(join(this.path, PARTITIONS)))
        throw new CoverageError("CANNOT_WRITE", say("plan.exists", { path: this.path }), {
          path: this.path,
          hint: say("plan.exists.hint"),
        });
      for (const name of [PLAN, PARTITIONS, OUTLINES, "in", "out"])
        rmSync(join(this.path, name), { recursive: true, force: true });
    }
    this.#write(() => {
      mkdirSync(join(this.path, "in"), { recursive: true });
      mkdirSync(join(this.path, "out"));
      writeFileSync(join(this.path, PARTITIONS), "");
    });
  }

  /** Writes the file of a partition. */
  addPartition(planned: PlannedPartition, bytes: Uint8Array): FiledPartition {
    this.#write(() => writeAside(this.#inputOf(planned.id), bytes));
    return { ...planned, bytes: bytes.length, inputHash: hashOf(bytes) };
  }

  /** Ends a plan: there is one when its last file is there. */
  finish(facts: PlanFacts, partitions: readonly FiledPartition[], outlines: FeatureCollection): void {
    this.writePartitions(partitions);
    this.#write(() => {
      writeAside(join(this.path, OUTLINES), `${JSON.stringify(outlines)}\n`);
      writeAside(join(this.path, PLAN), `${JSON.stringify(facts)}\n`);
    });
  }

  /** Says which partitions there are. */
  writePartitions(partitions: readonly FiledPartition[]): void {
    const lines = partitions.map((one) => `${JSON.stringify(one)}\n`).join("");
    this.#write(() => writeAside(join(this.path, PARTITIONS), lines));
  }

  /** @throws {CoverageError} `FILE_MISSING` if there is no plan; `DAMAGED_FILE` if it is none of this version */
  readFacts(): PlanFacts {
    const facts = this.#readJson(PLAN);
    if (!isJsonObject(facts) || !isJsonObject(facts.plan)) throw this.#damaged(PLAN);
    if (facts.madeBy !== MADE_BY || facts.plan.formatVersion !== PARTITION_FORMAT)
      throw new CoverageError(
        "DAMAGED_FILE",
        say("plan.otherVersion", { path: this.path, found: String(facts.madeBy), own: MADE_BY }),
        { path: this.path, hint: say("plan.otherVersion.hint") },
      );
    return facts as unknown as PlanFacts;
  }

  /** @throws {CoverageError} `FILE_MISSING`, `DAMAGED_FILE` */
  readPartitions(): FiledPartition[] {
    const lines = this.#readText(PARTITIONS).split("\n").filter(Boolean);
    try {
      return lines.map((line) => JSON.parse(line) as FiledPartition);
    } catch {
      throw this.#damaged(PARTITIONS);
    }
  }

  /** `undefined`: the plan has none of this id, or has it no more. @throws {CoverageError} as `readPartitions` */
  findPartition(id: string | undefined): FiledPartition | undefined {
    return this.readPartitions().find((one) => one.id === id);
  }

  /** The outlines of the neighborhoods, for maps. */
  readOutlines(): FeatureCollection {
    return this.#readJson(OUTLINES) as FeatureCollection;
  }

  /** Reads the file of a partition. @throws {CoverageError} `FILE_MISSING`; `DAMAGED_FILE` if it is not the one of the plan */
  readInput({ id, inputHash }: FiledPartition): Uint8Array {
    const name = join("in", `${id}.partition`);
    if (!existsSync(join(this.path, name))) throw this.#missing(name);
    const bytes = readFileSync(join(this.path, name));
    if (hashOf(bytes) !== inputHash) throw this.#damaged(name);
    return bytes;
  }

  /** Tells how a partition stands. @param isChecked whether the result is read whole, to see that it is what was said of it */
  stateOf({ id, inputHash }: FiledPartition, isChecked = false): PartitionState {
    const done = readMaybe<DonePartition>(this.#outputOf(id, "done.json"));
    const result = this.#outputOf(id, "result");
    const isOfThis = (said: DonePartition | FailedPartition | null) =>
      said !== null && said.inputHash === inputHash && said.madeBy === MADE_BY;
    if (isOfThis(done) && existsSync(result))
      return !isChecked || hashOfFile(result) === done?.resultHash ? "done" : "damaged";
    return isOfThis(this.readFailed(id)) ? "failed" : "left";
  }

  readFailed(id: string): FailedPartition | null {
    return readMaybe<FailedPartition>(this.#outputOf(id, "failed.json"));
  }

  /** Writes what was found in a partition, and then that it is done. */
  writeResult(
    { id, inputHash }: FiledPartition,
    bytes: Uint8Array,
    spent: Omit<DonePartition, "inputHash" | "madeBy" | "resultHash">,
  ): void {
    this.#write(() => {
      writeAside(this.#outputOf(id, "result"), bytes);
      const done: DonePartition = { inputHash, madeBy: MADE_BY, resultHash: hashOf(bytes), ...spent };
      writeAside(this.#outputOf(id, "done.json"), `${JSON.stringify(done)}\n`);
      rmSync(this.#outputOf(id, "failed.json"), { force: true });
    });
  }

  /** Notes that a partition failed, so that nobody need try it again. */
  writeFailure({ id, inputHash }: FiledPartition, { code, message }: Pick<FailedPartition, "code" | "message">): void {
    const failed: FailedPartition = { inputHash, madeBy: MADE_BY, code, message };
    this.#write(() => writeAside(this.#outputOf(id, "failed.json"), `${JSON.stringify(failed)}\n`));
  }

  /** Opens a result, whose columns are read one by one. */
  openResult(id: string): BytesSource & { readonly close: () => void } {
    const path = this.#outputOf(id, "result");
    const file = openSync(path, "r");
    return {
      length: statSync(path).size,
      read: (at, length) => {
        const bytes = new Uint8Array(length);
        for (let done = 0; done < length; ) {
          const count = readSync(file, bytes, done, length - done, at + done);
          if (count === 0) throw this.#damaged(join("out", `${id}.result`));
          done += count;
        }
        return bytes;
      },
      close: () => closeSync(file),
    };
  }

  /** Removes what killed programs left half written. */
  removeLeftovers(): void {
    for (const name of readdirSync(join(this.path, "out")))
      if (name.endsWith(ASIDE)) rmSync(join(this.path, "out", name), { force: true });
  }

  #inputOf(id: string): string {
    return join(this.path, "in", `${id}.partition`);
  }

  #outputOf(id: string, kind: string): string {
    return join(this.path, "out", `${id}.${kind}`);
  }

  #readText(name: string): string {
    if (!existsSync(join(this.path, PLAN))) throw this.#missing(PLAN);
    return readFileSync(join(this.path, name), "utf8");
  }

  #readJson(name: string): unknown {
    const text = this.#readText(name);
    try {
      return JSON.parse(text);
    } catch {
      throw this.#damaged(name);
    }
  }

  #write(write: () => void): void {
    try {
      write();
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
  }

  #missing(name: string): CoverageError {
    return new CoverageError("FILE_MISSING", say("plan.missing", { path: this.path, name }), {
      path: this.path,
      hint: say("plan.missing.hint"),
    });
  }

  #damaged(name: string): CoverageError {
    return new CoverageError("DAMAGED_FILE", say("plan.damaged", { path: join(this.path, name) }), {
      path: this.path,
      hint: say("plan.damaged.hint"),
    });
  }
}
