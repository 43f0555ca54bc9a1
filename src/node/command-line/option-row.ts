import type { ReadValue } from "./value-schema.js";

/** One option: flag, environment variable and key of the configuration file in one. */
export interface OptionRow {
  /** Absent: a switch, on or off. */
  readonly read?: ReadValue;
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly short?: string;
  /** The words that are allowed, for completion. */
  readonly choices?: readonly string[];
  /** Words that completion offers, while others are allowed too. */
  readonly suggestions?: readonly string[];
  /** Whether the value names a file or folder: relative to the configuration file that says it. */
  readonly isPath?: true;
  /** Whether the shell completes it with files. */
  readonly completesFiles?: true;
  /** Whether it may be given several times. */
  readonly repeats?: true;
  /** Whether what stands before `=` names a layer or a file: a file is relative to the configuration file, too. */
  readonly keysArePaths?: true;
  /** Whether it is a flag only, and neither a variable nor a key. */
  readonly flagOnly?: true;
}
