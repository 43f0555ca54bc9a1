/** A place on the map, in map units, on the screen, in pixels, or on Earth, in degrees. */
export type Point = readonly [x: number, y: number];
