import type { LonLat } from "../../base/words.js";
import { containsPoint } from "../../geo/rings.js";
import type { Face } from "./planar-graph.js";

/**
 * Tells whose each face is. Whoever owns a border has one side of it, and not the other: so a face that can only be his leaves him out
 * of those beside it. Where that leaves a choice, it is his in whose face his label is; else nobody's.
 *
 * @param labels of each owner
 * @returns by face; `null`: nobody can tell
 */
export function assignFaces(
  faces: readonly Face[],
  labels: readonly (readonly LonLat[])[],
): readonly (number | null)[] {
  const possible = faces.map(({ owners }) => new Set(owners));
  const beside = neighborsOf(faces);
  const isLabeled = (face: number, owner: number) =>
    labels[owner].some((label) => containsPoint([[faces[face].ring]], ...label));
  const settled = new Set<number>();
  const settle = (face: number, owner: number) => {
    settled.add(face);
    for (const other of beside[face]) if (!settled.has(other)) possible[other].delete(owner);
  };
  /** Faces on both sides of a border that can only be of one owner: that with his label, if there is one. */
  const settleRivals = (face: number, owner: number) => {
    const rivals = beside[face].filter((other) => possible[other].size === 1 && possible[other].has(owner));
    const labeled = [face, ...rivals].filter((one) => isLabeled(one, owner));
    if (rivals.length === 0) settle(face, owner);
    else if (labeled.length === 1) settle(labeled[0], owner);
    else for (const one of [face, ...rivals]) possible[one].delete(owner);
  };
  for (let face = nextOf(possible, settled); face >= 0; face = nextOf(possible, settled)) {
    const [owner] = possible[face];
    settleRivals(face, owner);
  }
  return possible.map((owners, face) => {
    if (settled.has(face)) return [...owners][0];
    const labeled = [...owners].filter((owner) => isLabeled(face, owner));
    return labeled.length === 1 ? labeled[0] : null;
  });
}

/** The next face that can be of one owner only; -1: there is none. */
function nextOf(possible: readonly ReadonlySet<number>[], settled: ReadonlySet<number>): number {
  return possible.findIndex((owners, face) => owners.size === 1 && !settled.has(face));
}

/** The faces on the other sides of the borders of each. */
function neighborsOf(faces: readonly Face[]): readonly (readonly number[])[] {
  const sides = new Map<string, number[]>();
  faces.forEach(({ borders }, face) => {
    for (const border of borders) {
      const own = sides.get(border);
      if (own === undefined) sides.set(border, [face]);
      else own.push(face);
    }
  });
  return faces.map(({ borders }, face) => [
    ...new Set(borders.flatMap((border) => (sides.get(border) ?? []).filter((other) => other !== face))),
  ]);
}
