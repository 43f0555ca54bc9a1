/** Shape says which circle, color says how good. */
const SYMBOLS = ["▲", "■", "◆", "●", "★", "▼", "⬟", "✚"] as const;

/** Gives the shape of a circle. */
export function symbolOf(circle: number): string {
  return SYMBOLS[circle % SYMBOLS.length] ?? "●";
}
