import { seededRandom } from "./random.js";

/**
 * Damages bytes as transmissions and programs do: bits turned, bytes lost or put in, the end cut off, a length set to the utmost.
 *
 * @param seed the same seed damages the same way
 */
export function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  let result = Uint8Array.from(bytes);
  const changes = 1 + below(4);
  for (let change = 0; change < changes && result.length > 0; change++) {
    const at = below(result.length);
    const kind = below(6);
    if (kind === 0) result[at] = (result[at] as number) ^ (1 << below(8));
    else if (kind === 1) result[at] = below(256);
    else if (kind === 2) result.fill(0xff, at, at + 1 + below(4));
    else if (kind === 3 && change === 0) result = result.slice(0, at);
    else if (kind === 4) result = Uint8Array.from([...result.subarray(0, at), ...result.subarray(at + 1 + below(8))]);
    else result = Uint8Array.from([...result.subarray(0, at), below(256), below(256), ...result.subarray(at)]);
  }
  return result;
}
