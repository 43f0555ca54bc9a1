import type { Point } from "../view/point.js";

/** What takes the pointer while it is down, instead of moving the map. */
export interface MapTool {
  /** @returns whether it takes this press */
  readonly press: (at: Point) => boolean;
  readonly drag: (at: Point) => void;
  readonly release: (at: Point) => void;
}

export interface PointerActions {
  readonly tool: () => MapTool | null;
  readonly pan: (dx: number, dy: number) => void;
  readonly zoom: (factor: number, at: Point) => void;
  readonly click: (at: Point) => void;
  readonly hover: (at: Point) => void;
}

/** A press that moves less than this is a click, in pixels. */
const CLICK_RANGE = 4;

/** Turns mouse, pen and fingers into moving, enlarging and clicking. */
export function listenToPointers(element: HTMLElement, actions: PointerActions): void {
  const down = new Map<number, Point>();
  let start: Point | null = null;
  let isClick = false;
  let held: MapTool | null = null;
  const placeOf = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const at = placeOf(event);
    capture(element, event.pointerId);
    down.set(event.pointerId, at);
    start = at;
    isClick = down.size === 1;
    const tool = down.size === 1 ? actions.tool() : null;
    held = tool?.press(at) ? tool : null;
  });
  element.addEventListener("pointermove", (event) => {
    const at = placeOf(event);
    const before = down.get(event.pointerId);
    if (before === undefined) {
      actions.hover(at);
      return;
    }
    if (start !== null && Math.hypot(at[0] - start[0], at[1] - start[1]) > CLICK_RANGE) isClick = false;
    if (held !== null) held.drag(at);
    else if (down.size === 1) actions.pan(at[0] - before[0], at[1] - before[1]);
    else pinch(before, at, event.pointerId);
    down.set(event.pointerId, at);
  });
  const end = (event: PointerEvent): void => {
    if (!down.delete(event.pointerId)) return;
    const at = placeOf(event);
    if (held !== null) held.release(at);
    else if (isClick && event.type === "pointerup") actions.click(at);
    held = null;
    isClick = false;
  };
  element.addEventListener("pointerup", end);
  element.addEventListener("pointercancel", end);
  element.addEventListener(
    "wheel",
    (event) => {
      // the page scrolls past the map, unless somebody works in it
      if (!event.ctrlKey && !event.metaKey && !element.contains(document.activeElement)) return;
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 16 : 1;
      actions.zoom(Math.exp(-event.deltaY * lines * 0.0015), placeOf(event));
    },
    { passive: false },
  );

  function pinch(before: Point, at: Point, id: number): void {
    const other = [...down].find(([one]) => one !== id)?.[1];
    if (other === undefined) return;
    const [was, is] = [
      Math.hypot(before[0] - other[0], before[1] - other[1]),
      Math.hypot(at[0] - other[0], at[1] - other[1]),
    ];
    if (was > 0) actions.zoom(is / was, [(at[0] + other[0]) / 2, (at[1] + other[1]) / 2]);
  }
}

/** So that a press that leaves the map is still heard of. */
function capture(element: HTMLElement, pointer: number): void {
  try {
    element.setPointerCapture(pointer);
  } catch {
    // the pointer is gone already
  }
}
