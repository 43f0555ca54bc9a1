/**
 * Asks a running service 20,000 times and tells how much memory it has: it should not grow. Run: npm run build && npx tsx bench/service-memory.ts
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../", import.meta.url);
const REQUESTS = 20_000;
const AT_ONCE = 16;
const STEPS = 10;
const TOWN = ["neighborhoods", "facilities", "streets", "population"].flatMap((layer) => [
  `--${layer}`,
  fileURLToPath(new URL(`fixtures/jincheng/${layer}.geojson`, ROOT)),
]);
const PATHS = [
  "/nearest?at=104.04,30.66",
  "/health",
  "/nearest?neighborhood=JC01&category=pharmacy",
  "/coverage",
  "/nothing",
];

async function main(): Promise<void> {
  const cli = fileURLToPath(new URL("dist/node/cli.js", ROOT));
  const args = [cli, "serve", ...TOWN, "--port", "0", "--quiet", "--threads", "1", "--queue", "100"];
  const service = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      service.stdout.on("data", (said) => resolve(/http:\S+/.exec(String(said))?.[0] ?? ""));
      service.on("exit", () => reject(new Error("the service has ended")));
    });
    const resident = () => {
      const status = readFileSync(`/proc/${service.pid}/status`, "utf8");
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    };
    process.stdout.write(`requests  resident MB\n${"0".padStart(8)}  ${resident()}\n`);
    for (let step = 1; step <= STEPS; step++) {
      let left = REQUESTS / STEPS;
      const ask = async () => {
        while (left-- > 0)
          await (await fetch(url + PATHS[left % PATHS.length], { headers: { Connection: "close" } })).arrayBuffer();
      };
      await Promise.all(Array.from({ length: AT_ONCE }, ask));
      process.stdout.write(`${String((step * REQUESTS) / STEPS).padStart(8)}  ${resident()}\n`);
    }
  } finally {
    service.kill();
  }
}

await main();
