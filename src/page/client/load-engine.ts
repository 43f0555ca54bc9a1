import { inflateSync } from "fflate";
import type { PageEngine } from "../page-model.js";
import { bytesOf } from "./model.js";

/** Unpacks the engine that the page holds and runs it, once: the policy of the page knows its hash. `null` = the page holds none. */
export function loadEngine(): PageEngine | null {
  const found = () => (globalThis as { quarterhourEngine?: PageEngine }).quarterhourEngine ?? null;
  const packed = found() === null ? bytesOf("engine") : null;
  if (packed !== null) {
    const script = document.createElement("script");
    script.textContent = new TextDecoder().decode(inflateSync(packed));
    document.head.append(script);
    script.remove();
  }
  return found();
}
