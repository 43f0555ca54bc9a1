// Measures by their papers' formulas, on a dense matrix: no sparse table, no shared loop, the engine's own exp and log.

/** Costs by origin and place (`Infinity` = out of reach), people by origin, supply by place. */
export interface Dense {
  readonly cost: readonly (readonly number[])[];
  readonly people: readonly number[];
  readonly supply: readonly number[];
}
type Weight = (cost: number) => number;

const range = (count: number) => Array.from({ length: count }, (_, i) => i);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const at = <T>(list: readonly T[], i: number): T => list[i] as T;

function weights({ cost }: Dense, w: Weight): number[][] {
  return cost.map((row) => row.map((t) => (t === Infinity ? 0 : w(t))));
}

/** Σ O w(t). */
export function gravityTwin(dense: Dense, w: Weight): number[] {
  return weights(dense, w).map((row) => sum(row.map((weight, j) => weight * at(dense.supply, j))));
}

/** Σ R w', R = O / Σ P w. */
export function twoStepTwin(dense: Dense, w: Weight, second: Weight = w): number[] {
  const { people, supply } = dense;
  const [first, then] = [weights(dense, w), weights(dense, second)];
  const ratio = supply.map((o, j) => {
    const demand = sum(people.map((p, i) => p * at(at(first, i), j)));
    return demand === 0 ? 0 : o / demand;
  });
  return then.map((row) => sum(row.map((weight, j) => weight * at(ratio, j))));
}

/** Σ G R w, R = O / Σ G P w, G_ij = w_ij / Σ_k w_ik over places that supply something. */
export function threeStepTwin(dense: Dense, w: Weight): number[] {
  const { people, supply } = dense;
  const all = weights(dense, w);
  const g = all.map((row) => {
    const total = sum(row.filter((_, j) => at(supply, j) > 0));
    return row.map((weight) => (total === 0 ? 0 : weight / total));
  });
  const ratio = supply.map((o, j) => {
    const demand = sum(people.map((p, i) => at(at(g, i), j) * p * at(at(all, i), j)));
    return demand === 0 ? 0 : o / demand;
  });
  return all.map((row, i) => sum(row.map((weight, j) => at(at(g, i), j) * at(ratio, j) * weight)));
}

/** Weights by row for demand, by column for supply. */
export function balancedTwin(dense: Dense, w: Weight, among: "all" | "supplied"): number[] {
  const { people, supply } = dense;
  const all = weights(dense, w);
  const isIn = (j: number) => among === "all" || at(supply, j) > 0;
  const ofRow = all.map((row) => sum(row.filter((_, j) => isIn(j))));
  const ratio = supply.map((o, j) => {
    const demand = sum(people.map((p, i) => (at(ofRow, i) === 0 ? 0 : (p * at(at(all, i), j)) / at(ofRow, i))));
    return demand === 0 || o === 0 ? 0 : o / demand;
  });
  const ofColumn = supply.map((_, j) => sum(all.map((row) => at(row, j))));
  return all.map((row) => sum(row.map((weight, j) => (weight === 0 ? 0 : (at(ratio, j) * weight) / at(ofColumn, j)))));
}

/** Σ_j O_j P_i^α w_ij / Σ_k P_k^α w_kj. */
export function availabilityTwin(dense: Dense, w: Weight, alpha: number): number[] {
  const { people, supply } = dense;
  const all = weights(dense, w);
  const mass = people.map((p) => p ** alpha);
  return range(people.length).map((i) =>
    sum(
      supply.map((o, j) => {
        const total = sum(mass.map((m, k) => m * at(at(all, k), j)));
        return total === 0 ? 0 : (o * at(mass, i) * at(at(all, i), j)) / total;
      }),
    ),
  );
}

/** The least cost among those given at which enough is within reach. */
export function leastCostTwin({ cost, supply }: Dense, isEnough: (reached: number, i: number) => boolean): number[] {
  return cost.map((row, i) => {
    const costs = [...row].filter((t) => t < Infinity).sort((a, b) => a - b);
    return costs.find((t) => isEnough(sum(supply.filter((_, j) => at(row, j) <= t)), i)) ?? Infinity;
  });
}

/** The median of what is within each of the cutoffs. */
export function intervalTwin({ cost, supply }: Dense, cutoffs: readonly number[]): number[] {
  return cost.map((row) => {
    const sums = cutoffs.map((c) => sum(supply.filter((_, j) => at(row, j) <= c))).sort((a, b) => a - b);
    const n = sums.length;
    return n % 2 === 1 ? at(sums, (n - 1) / 2) : (at(sums, n / 2 - 1) + at(sums, n / 2)) / 2;
  });
}

/** The mean of the k least costs; `Infinity` if there are fewer. */
export function meanOfNearestTwin(costs: readonly number[], k: number): number {
  const sorted = [...costs].sort((a, b) => a - b).slice(0, k);
  return sorted.length < k ? Infinity : sum(sorted) / k;
}

/** Diversity of counts. */
export function diversityTwin(counts: readonly number[]): Readonly<Record<string, number>> {
  const total = sum(counts);
  const p = counts.filter((n) => n > 0).map((n) => n / total);
  const shannon = -sum(p.map((share) => share * Math.log(share)));
  const squares = sum(p.map((share) => share ** 2));
  const isNone = p.length === 0;
  return {
    richness: p.length,
    shannon: isNone ? 0 : shannon,
    hill1: isNone ? 0 : Math.exp(shannon),
    hill2: isNone ? 0 : 1 / squares,
    giniSimpson: isNone ? 0 : 1 - squares,
    evenness: p.length < 2 ? 0 : shannon / Math.log(p.length),
  };
}

/** How far people are from an equilibrium of t / τ + D / (ρ O): the most that anybody could gain by going elsewhere, by Frank and Wolfe's steps. */
export function raamTwin(dense: Dense, tau: number, steps: number): number[] {
  const { cost, people, supply } = dense;
  const rho = sum(people) / sum(supply);
  const flow = cost.map((row) => row.map(() => 0));
  const prices = (i: number, demand: readonly number[]) =>
    at(cost, i).map((t, j) => (at(supply, j) > 0 ? t / tau + at(demand, j) / (rho * at(supply, j)) : Infinity));
  const demandOf = () => supply.map((_, j) => sum(flow.map((row) => at(row, j))));
  for (let step = 0; step < steps; step++) {
    const demand = demandOf();
    flow.forEach((row, i) => {
      const price = prices(i, demand);
      const best = price.indexOf(Math.min(...price));
      const size = 2 / (step + 2);
      row.forEach((x, j) => {
        row[j] = (1 - size) * x + (j === best && at(price, j) < Infinity ? size * at(people, i) : 0);
      });
    });
  }
  const demand = demandOf();
  return cost.map((_, i) => Math.min(...prices(i, demand)));
}
