import { inflateSync } from "fflate";
import type { PageEngine, PageTrial } from "../page-model.js";
import { bytesOf } from "./model.js";

/** Unpacks the engine that the page holds and runs it, once: the policy of the page knows its hash. `null` = the page holds none. */
function loadEngine(): PageEngine | null {
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

/** Opens the city of the page in the engine. @param tell is told why, where that fails; `null` = it did, or the page holds no engine */
export function openTrial(packedCity: Uint8Array, tell: (problem: string) => void): PageTrial | null {
  try {
    return loadEngine()?.open(packedCity) ?? null;
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return null;
  }
}
