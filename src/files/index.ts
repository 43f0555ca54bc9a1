// Files that people hand in, as an entry of their own: re-exports only.

export { type MapSVGOptions, toMapSVG } from "./to-map-svg.js";
