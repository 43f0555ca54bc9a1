import type { Point } from "../view/point.js";
import type { MapView } from "./map-view.js";
import type { MapTool } from "./pointers.js";

/** What a tool does to the plan. */
export interface PlanActs {
  /** Opens a facility at a place in degrees. @returns its row */
  readonly add: (at: Point) => number;
  /** Finds the facility that a pixel of the map means; -1 = none, and that is told. */
  readonly nearest: (pixel: Point) => number;
  readonly move: (row: number, at: Point) => void;
  readonly close: (row: number) => void;
}

/** Makes the tool of the map by which facilities are added, moved and closed: what is added or taken up follows the pointer. */
export function makePlanTool(mode: "add" | "move" | "close", map: MapView, acts: PlanActs): MapTool {
  let held = -1;
  let next: Point | null = null;
  const follow = () => {
    if (next !== null && held >= 0) acts.move(held, next);
    next = null;
  };
  return {
    press: (at) => {
      const place = map.toDegrees(at);
      if (place === null) return false;
      held = mode === "add" ? acts.add(place) : acts.nearest(at);
      if (mode === "close" && held >= 0) acts.close(held);
      return held >= 0;
    },
    drag: (at) => {
      const place = map.toDegrees(at);
      if (place === null || mode === "close") return;
      // judged once per picture
      if (next === null) requestAnimationFrame(follow);
      next = place;
    },
    release: () => {
      follow();
      held = -1;
    },
  };
}
