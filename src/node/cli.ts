#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import { toVisibleText } from "../report/visible-text.js";
import { buildCommand, localeOf } from "./command-options.js";
import { EXIT_CODES, explainFailure } from "./exit-codes.js";
import { runCommand } from "./run-command.js";

function main(): void {
  const world = { stdout: process.stdout, stderr: process.stderr, now: () => performance.now() };
  const command = buildCommand(readVersion(), localeOf(process.env), (options) => runCommand(options, world));
  try {
    command.parse();
  } catch (error) {
    // commander has printed its message, or the help that was asked for
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT_CODES.ok : EXIT_CODES.usage;
    else fail(error);
  }
}

function fail(error: unknown): void {
  const { exitCode, message } = explainFailure(error, Boolean(process.env.QUARTERHOUR_DEBUG));
  process.stderr.write(`quarterhour: ${message.split("\n").map(toVisibleText).join("\n")}\n`);
  process.exitCode = exitCode;
}

function readVersion(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  );
  return manifest.version;
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // a reader that has seen enough (head, less) closes the pipe: that is no failure
  if (error.code === "EPIPE") process.exit(EXIT_CODES.ok);
  process.stderr.write(`quarterhour: the report cannot be printed (${error.message}).\n`);
  process.exit(EXIT_CODES.cannotWrite);
});

main();
