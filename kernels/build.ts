/** Compiles the kernels to WebAssembly and writes them into the sources as text. Run by `npm run build`. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const TARGET = fileURLToPath(new URL("../src/hierarchy/kernel-binary.ts", import.meta.url));

/** Compiles `kernels/assembly/index.ts`. */
export async function compileKernels(): Promise<Uint8Array> {
  const options = ["--optimizeLevel", "3", "--shrinkLevel", "0", "--runtime", "stub", "--enable", "simd", "--noAssert"];
  const files = ["--baseDir", `${HERE}assembly`, "--outFile", "kernels.wasm", "--importMemory", "index.ts", ...options];
  let binary: Uint8Array | null = null;
  const { error, stderr } = await asc.main(files, {
    writeFile: (_name: string, contents: Uint8Array | string) => {
      if (typeof contents !== "string") binary = contents;
    },
  });
  if (error !== null || binary === null) throw new Error(`${error?.message}\n${stderr.toString()}`);
  return binary;
}

/** The source file that carries the binary: as hexadecimal digits, which gzip packs a quarter smaller than base64. */
export function toSource(binary: Uint8Array): string {
  const text = Buffer.from(binary).toString("hex");
  return `/** Compiled from kernels/ by kernels/build.ts; do not edit. ${binary.length} bytes, in hexadecimal. */\nexport const KERNEL_BINARY: string =\n  "${text}";\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, toSource(await compileKernels()));
