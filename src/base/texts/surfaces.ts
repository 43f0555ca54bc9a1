import type { Label } from "../words.js";
import { ON_COMMAND_LINE } from "./surfaces/command.js";
import { IN_NOTEBOOK } from "./surfaces/notebook.js";
import { IN_SERVICE } from "./surfaces/service.js";

/**
 * Where a text is read, and so what it may recommend: options of functions (`library`), flags (`command`), members of a request
 * (`service`), or nothing but better data (`notebook`: the widget takes few options).
 */
export type Surface = "library" | "command" | "service" | "notebook";

/** Every surface there is. */
export const SURFACE_NAMES: readonly Surface[] = ["library", "command", "service", "notebook"];

/** The texts that a surface says in its own way, by id. All others are those of the library. */
export const SURFACES: Readonly<Record<Surface, Readonly<Record<string, Label>>>> = {
  library: {},
  command: ON_COMMAND_LINE,
  service: IN_SERVICE,
  notebook: IN_NOTEBOOK,
};
