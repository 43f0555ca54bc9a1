import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/node.js";
import { SHELLS, type Shell, toCompletionScript } from "../command-line/completion-scripts.js";
import { suggest } from "../command-line/nearest-name.js";
import { EXIT_CODES } from "../exit-codes.js";
import type { CommandRow } from "./command.js";

/** Makes the command that prints the completion of the others, and of itself. */
export function completionOf(others: readonly CommandRow[]): CommandRow {
  const completion: CommandRow = {
    name: "completion",
    words: `<${SHELLS.join("|")}>`,
    wordCount: [1, 1],
    wordChoices: SHELLS,
    examples: ["completion bash > ~/.local/share/bash-completion/completions/quarterhour"],
    options: [],
    run: ({ words: [shell = ""], locale }, { stdout }) => {
      if (!isShell(shell)) {
        throw new CoverageError("INVALID_ARGUMENT", say("usage.shell", { shell }), { hint: suggest(shell, SHELLS) });
      }
      stdout.write(toCompletionScript(shell, [...others, completion], locale));
      return EXIT_CODES.ok;
    },
  };
  return completion;
}

function isShell(name: string): name is Shell {
  return (SHELLS as readonly string[]).includes(name);
}
