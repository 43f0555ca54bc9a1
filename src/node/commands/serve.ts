import { availableParallelism } from "node:os";
import { assertInstalled } from "../../base/optional-packages.js";
import { say } from "../../base/texts/node.js";
import { translatePhrase } from "../../base/texts/translate.js";
import type { PreparedCity } from "../../city/prepared-city.js";
import type { CoverageReport } from "../../model/report.js";
import { aboutRun, withAbout } from "../about-run.js";
import { EXIT_CODES } from "../exit-codes.js";
import { assertCanListen } from "../service/can-listen.js";
import {
  ABOUT_OPTIONS,
  CITY_OPTIONS,
  type CommandCall,
  type CommandRow,
  type CommandWorld,
  JUDGING_OPTIONS,
} from "./command.js";
import { judgeCity, openBar, openCity } from "./open-city.js";

/** Packages that only this command needs: whoever runs it installs them. */
const PACKAGES: Readonly<Record<string, () => Promise<unknown>>> = {
  hono: () => import("hono"),
  "@hono/node-server": () => import("@hono/node-server"),
  "@hono/zod-openapi": () => import("@hono/zod-openapi"),
  zod: () => import("zod"),
};
const MEGABYTE = 2 ** 20;
const DEFAULT_PORT = 8715;

/** Answers over HTTP, for programs that do not run JavaScript, until it is told to end. */
export const serve: CommandRow = {
  name: "serve",
  words: "",
  wordCount: [0, 0],
  examples: ["serve --config city.json --port 8715"],
  options: [
    ...CITY_OPTIONS,
    ...JUDGING_OPTIONS,
    ...ABOUT_OPTIONS,
    "host",
    "port",
    "maxBody",
    "timeout",
    "threads",
    "queue",
    "allowOrigin",
    "quiet",
  ],
  run: runService,
};

async function runService(call: CommandCall, world: CommandWorld): Promise<number> {
  const { settings, locale } = call;
  const { host = "127.0.0.1", port = DEFAULT_PORT, maxBody = 64, timeout = 60, queue = 16 } = settings;
  const { threads = Math.min(availableParallelism(), 8) } = settings;
  await assertInstalled("serve", PACKAGES);
  await assertCanListen(host, port);
  const { startService } = await import("../service/start-service.js");
  const bar = openBar(call, world);
  let city: PreparedCity;
  let report: CoverageReport;
  try {
    const open = await openCity(settings, bar);
    city = open.city;
    report = withAbout(judgeCity(city, settings, bar), aboutRun(open));
  } finally {
    bar.finish();
  }
  const service = await startService({
    city,
    report,
    settings,
    host,
    port,
    threads,
    queue,
    version: world.version,
    maxBodyBytes: Math.floor(maxBody * MEGABYTE),
    timeoutMilliseconds: Math.ceil(1000 * timeout),
    allowOrigin: settings.allowOrigin,
  });
  const ended = nextSignal();
  world.stdout.write(`${translatePhrase(say("serve.listening", { url: service.url }), locale)}\n`);
  const signal = await ended;
  await service.close();
  return signal === "SIGINT" ? EXIT_CODES.interrupted : EXIT_CODES.ok;
}

function nextSignal(): Promise<"SIGINT" | "SIGTERM"> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve(signal));
  });
}
