import { fstatSync, readFileSync, statSync } from "node:fs";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/node.js";

/**
 * Tells whether stdout is closed (`>&-` closes it). Node.js puts the null device, opened for reading and writing, in the place of what is
 * closed: `>/dev/null`, which is meant, is opened for writing only. Where stderr is such a device too, a program that wants to
 * hear nothing has started this one.
 */
export function isStdoutClosed(): boolean {
  return isNullForBoth(1) && !isNullForBoth(2);
}

/** @throws {CoverageError} `CANNOT_WRITE` */
export function assertStdoutOpen(): void {
  if (isStdoutClosed())
    throw new CoverageError("CANNOT_WRITE", say("stdout.closed"), { hint: say("stdout.closed.hint") });
}

function isNullForBoth(descriptor: number): boolean {
  try {
    if (fstatSync(descriptor).rdev !== statSync("/dev/null").rdev) return false;
    const flags = /^flags:\s*(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, "utf8"))?.[1] ?? "0";
    return (Number.parseInt(flags, 8) & 3) === 2;
  } catch {
    return false; // a system that does not tell
  }
}
