import { KERNEL_BINARY } from "./kernel-binary.js";
import { KernelMemory } from "./kernel-memory.js";
import type { Kernels } from "./kernels.js";
import { plainCounts } from "./plain-counts.js";
import { plainSweeps } from "./plain-sweeps.js";

/** Kernels and the memory they work in. */
export interface KernelSet {
  readonly memory: KernelMemory;
  readonly kernels: Kernels;
  /** Which ones these are. Both leave the same bits. */
  readonly kind: "wasm" | "plain";
}

/** Makes kernels: in WebAssembly with SIMD, or, where that is missing or forbidden by the page, in TypeScript. */
export function makeKernels(): KernelSet {
  if (typeof WebAssembly !== "object") return makePlainKernels();
  try {
    const wasm = new WebAssembly.Memory({ initial: 1 });
    const module = new WebAssembly.Module(bytesOf(KERNEL_BINARY));
    const { exports } = new WebAssembly.Instance(module, { env: { memory: wasm } });
    return { memory: new KernelMemory(wasm), kernels: exports as unknown as Kernels, kind: "wasm" };
  } catch (error) {
    // no SIMD, or a Content-Security-Policy without wasm-unsafe-eval
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) return makePlainKernels();
    throw error;
  }
}

/** Makes the kernels in TypeScript. */
export function makePlainKernels(): KernelSet {
  const memory = new KernelMemory(null);
  return { memory, kernels: { ...plainSweeps(memory), ...plainCounts(memory) }, kind: "plain" };
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}
