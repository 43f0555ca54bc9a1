import type { Point } from "../view/point.js";

/** Which part of the map is seen: pixel = unit * scale + shift. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

const CLOSEST = 40;

/** Shows a box of map units as large as it fits into a window. */
export function fitView(box: readonly [number, number, number, number], width: number, height: number): View {
  const [minX, minY, maxX, maxY] = box;
  const scale = Math.min(width / Math.max(1, maxX - minX), height / Math.max(1, maxY - minY)) * 0.96;
  return { scale, x: width / 2 - ((minX + maxX) / 2) * scale, y: height / 2 - ((minY + maxY) / 2) * scale };
}

/** Enlarges a view around a pixel, within what is useful. @param whole the view of the whole map */
export function zoomView(view: View, factor: number, [x, y]: Point, whole: View): View {
  const scale = Math.min(whole.scale * CLOSEST, Math.max(whole.scale * 0.8, view.scale * factor));
  const real = scale / view.scale;
  return { scale, x: x - (x - view.x) * real, y: y - (y - view.y) * real };
}

/** Finds the map unit under a pixel. */
export function toUnit({ scale, x, y }: View, [pixelX, pixelY]: Point): Point {
  return [(pixelX - x) / scale, (pixelY - y) / scale];
}
