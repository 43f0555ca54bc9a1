import type { PageStore } from "./store.js";

/**
 * Writes a part of the page anew whenever what it says has changed, and leaves the focus and the place of scrolling where they were.
 *
 * @param write gives the HTML; texts in it are escaped
 */
export function mount(store: PageStore, id: string, write: () => string): void {
  let last: string | null = null;
  store.listen(() => {
    const element = document.getElementById(id);
    if (element === null) return;
    const text = write();
    // what was written with the page is not written again: nothing jumps, nothing blinks
    if (text === last || (last === null && element.innerHTML === normalized(text))) {
      last = text;
      return;
    }
    last = text;
    const focused = element.contains(document.activeElement) ? (document.activeElement?.id ?? "") : "";
    const typed = document.activeElement instanceof HTMLInputElement ? document.activeElement.selectionStart : null;
    const scrolled = element.querySelector(".wrap")?.scrollLeft ?? 0;
    const isOpen = [...element.querySelectorAll("details")].map(({ open }) => open);
    element.innerHTML = text;
    element.querySelectorAll("details").forEach((details, row) => {
      if (isOpen[row] !== undefined) details.open = isOpen[row];
    });
    const wrap = element.querySelector(".wrap");
    if (wrap !== null) wrap.scrollLeft = scrolled;
    if (focused === "") return;
    const again = document.getElementById(focused);
    (again ?? fallback(element))?.focus({ preventScroll: true });
    if (typed !== null && again instanceof HTMLInputElement) again.setSelectionRange(typed, typed);
  });
}

/** What was pressed is gone: the part itself keeps the focus, so that the next Tab goes on from there. */
function fallback(element: HTMLElement): HTMLElement {
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  return element;
}

/** HTML as a browser writes what it has read. */
function normalized(text: string): string {
  const template = document.createElement("template");
  template.innerHTML = text;
  return template.innerHTML;
}
