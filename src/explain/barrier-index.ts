import RBush from "rbush";
import type { LonLat } from "../base/words.js";
import type { PreparedCity } from "../city/prepared-city.js";
import { crossingOfSegments } from "../geo/segments.js";
import type { Barrier } from "../model/facts.js";

interface BarrierSide {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly from: LonLat;
  readonly to: LonLat;
  readonly barrier: Pick<Barrier, "id" | "name" | "kind">;
}

/** What people do not cross, by place: the layer of barriers, and the waters that came with the streets. */
export class BarrierIndex {
  readonly #sides = new RBush<BarrierSide>();

  constructor({ barriers, streets }: Pick<PreparedCity, "barriers" | "streets">) {
    const waters = (streets?.waters ?? []).map(({ lines }, row) => ({
      ...{ id: `water ${row + 1}`, name: null, kind: "water" as const, lines },
    }));
    this.#sides.load(
      [...barriers, ...waters].flatMap(({ id, name, kind, lines }) =>
        lines.flatMap((line) => line.slice(1).map((to, i) => toSide(line[i] as LonLat, to, { id, name, kind }))),
      ),
    );
  }

  /** Finds what is crossed first on a straight line; `null` = nothing. */
  firstBetween(from: LonLat, to: LonLat): BarrierSide["barrier"] | null {
    let least = Infinity;
    let first: BarrierSide["barrier"] | null = null;
    for (const side of this.#sides.search(toSide(from, to, NOTHING))) {
      const crossing = crossingOfSegments(from, to, side.from, side.to);
      if (crossing === null) continue;
      const [along] = crossing;
      // of two in one place the one with the smaller id, whatever their order
      if (along > least || (along === least && first !== null && first.id <= side.barrier.id)) continue;
      least = along;
      first = side.barrier;
    }
    return first;
  }
}

const NOTHING = { id: "", name: null, kind: "other" } as const;

function toSide(from: LonLat, to: LonLat, barrier: BarrierSide["barrier"]): BarrierSide {
  return {
    ...{ minX: Math.min(from[0], to[0]), maxX: Math.max(from[0], to[0]) },
    ...{ minY: Math.min(from[1], to[1]), maxY: Math.max(from[1], to[1]) },
    ...{ from, to, barrier },
  };
}
