// The door for maps: `import { toMapSVG } from "quarterhour/maps"`. Re-exports only.

export { type MapPNGOptions, toMapPNG } from "./to-map-png.js";
export { type MapSVGOptions, toMapSVG } from "./to-map-svg.js";
export { toNeighborhoodIsochrones } from "./to-neighborhood-isochrones.js";
