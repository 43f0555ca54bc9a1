import { createServer } from "node:net";
import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/node.js";

/**
 * Listens for a moment: whoever named a taken port shall not wait for a city to be read first.
 *
 * @throws {CoverageError} `CANNOT_LISTEN`
 */
export async function assertCanListen(host: string, port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(cannotListen(host, port, cause)));
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

export function cannotListen(host: string, port: number, cause: Error): CoverageError {
  const values = { host, port: String(port), reason: cause.message };
  return new CoverageError("CANNOT_LISTEN", say("serve.cannotListen", values), {
    cause,
    hint: say("serve.cannotListen.hint"),
  });
}
