/**
 * The door for maps: `import { toMapSvg } from "quarterhour/maps"`. Re-exports only.
 *
 * @module quarterhour/maps
 */

export { type MapPngOptions, toMapPng } from "./to-map-png.js";
export { type MapSvgOptions, toMapSvg } from "./to-map-svg.js";
export { toNeighborhoodIsochrones } from "./to-neighborhood-isochrones.js";
