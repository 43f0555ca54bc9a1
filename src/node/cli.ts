#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { assertStdoutOpen, isStdoutClosed } from "./closed-stdout.js";
import { EXIT_CODES } from "./exit-codes.js";
import { startCommandLine } from "./start-command-line.js";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

function readVersion(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  );
  return manifest.version;
}

/** Outside of writing nothing holds a signal back: it ends the program at once, and a shell sees 130. */
async function whileWriting<T>(write: () => Promise<T>): Promise<T> {
  let pending: NodeJS.Signals | null = null;
  const note = (signal: NodeJS.Signals) => {
    pending = signal;
  };
  for (const signal of SIGNALS) process.on(signal, note);
  try {
    return await write();
  } finally {
    await new Promise((resolve) => setImmediate(resolve)); // signals that came meanwhile are told now
    for (const signal of SIGNALS) process.off(signal, note);
    if (pending !== null) process.kill(process.pid, pending);
  }
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // a reader that has seen enough (head, less) closes the pipe: that is no failure
  if (error.code === "EPIPE") process.exit(EXIT_CODES.ok);
  process.stderr.write(`error CANNOT_WRITE: stdout (${error.message}).\n`);
  process.exit(EXIT_CODES.cannotWrite);
});

const { stdout, stderr, env } = process;
/** Where data go: what is printed into nowhere is lost, and that is an error. */
const openStdout = {
  isTTY: stdout.isTTY === true,
  get columns() {
    return stdout.columns;
  },
  write(text: string) {
    assertStdoutOpen();
    return stdout.write(text);
  },
};
process.exitCode = await startCommandLine(process.argv.slice(2), {
  stdout: openStdout,
  stderr,
  env,
  version: readVersion(),
  now: () => performance.now(),
  isStdoutClosed,
  whileWriting,
});
