import type { Label } from "../words.js";
import type { FILE_FINDINGS } from "./file-findings.js";
import type { say as sayInFiles } from "./files.js";
import type { FINDINGS } from "./findings.js";
import type { say as sayInLibrary } from "./library.js";
import type { say as sayInNode } from "./node.js";
import type { PAGE } from "./renderings/page.js";

/** The id of a text that any room can say, of a finding or its action, or of what the page says. */
export type TextId =
  | Parameters<typeof sayInLibrary>[0]
  | Parameters<typeof sayInNode>[0]
  | Parameters<typeof sayInFiles>[0]
  | keyof typeof FINDINGS
  | keyof typeof FILE_FINDINGS
  | keyof typeof PAGE;

/** The texts that a surface says in its own way. They may name the values that the library's text names. */
export type SurfaceTexts = Readonly<Partial<Record<TextId, Label>>>;
