/**
 * The door for notebooks: `import { display } from "quarterhour/notebook"`. Re-exports only.
 *
 * @module quarterhour/notebook
 */

export { type DisplayOptions, display, type Shown, type Tslab } from "./display.js";
export { type MimeBundle, type ShowOptions, toMimeBundle } from "./mime-bundle.js";
export { type ViewOptions, view } from "./view.js";
