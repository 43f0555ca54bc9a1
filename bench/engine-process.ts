/** Checks or measures one engine on one network, in a process of its own: engine-process.ts MODE ENGINE FOLDER WORKS */
import { checkEngine } from "./check-engine.js";
import { engines } from "./engines.js";
import { measureEngine, measurePreparation } from "./measure-engine.js";
import { LIMIT_METERS, type Measurement, type Remark, type Work } from "./measurement.js";
import { readColumns } from "./networks/column-files.js";

/** Above this many nodes, preparing twice would need more memory than preparing does. */
const PREPARE_ONCE_NODES = 2_000_000;
const PREPARE_TIMES = 3;

const say = (line: Measurement | Remark | { readonly start: Work }) =>
  process.stdout.write(`${JSON.stringify(line)}\n`);

const [mode, name, folder = "", list = ""] = process.argv.slice(2);
const engine = engines.find((one) => one.name === name);
if (engine === undefined) throw new Error(`There is no engine "${name}"; there are: ${engines.map((e) => e.name)}`);
const works = new Set(list.split(",") as Work[]);
const network = readColumns(folder);
const prepare = () => engine.prepare(network, LIMIT_METERS);
if (mode === "check") {
  say({ start: "prepare" });
  const prepared = await prepare();
  for (const check of await checkEngine(prepared, network, { folder, works })) say({ who: engine.name, check });
  await prepared.close?.();
} else {
  const speaker = { start: (work: Work) => say({ start: work }), done: say };
  const times = network.nodeCount > PREPARE_ONCE_NODES ? 1 : PREPARE_TIMES;
  const prepared = await measurePreparation(engine, { prepare, times }, speaker);
  await measureEngine({ who: engine.name, prepared }, network, works, speaker);
  await prepared.close?.();
}
