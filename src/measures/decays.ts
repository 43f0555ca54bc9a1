import { assertChoice, invalid } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import { fillLabel } from "../base/texts/labels.js";
import { say } from "../base/texts/library.js";
import { DECAY_LABELS } from "../base/texts/measure-labels.js";
import { exponentialOf, powerOf } from "../geo/exponential.js";
import { assertPositive, type Decay } from "./decay.js";

// Every number of a decay is in the unit of the costs that it is applied to: seconds, or metres.

/** The last term is below half a unit in the last place. */
const SERIES_LENGTH = 18;

/** To which zone the edge between two belongs. */
export type ZoneEdge = "inner" | "outer";

/** A zone of the same weight, up to a cost. */
export interface Zone {
  readonly upTo: number;
  readonly weight: number;
}

/** Makes the decay: 1 up to `end`, which is inclusive, and nothing beyond. */
export function step(end: number): Decay {
  assertPositive("end", end);
  const label = fillLabel(DECAY_LABELS.step, { end });
  return { id: `step-${end}`, label, weight: (cost) => (cost <= end ? 1 : 0), endsAt: end };
}

/**
 * Makes the decay: one weight for each zone, from the nearest outwards.
 *
 * @param edge `"inner"`: the end of a zone belongs to it (the package access, PySAL); `"outer"`: to the next one (accessibility, R).
 *   Default: `"inner"`
 * @see W. Luo and Y. Qi, "An enhanced two-step floating catchment area method", Health & Place 15, 2009: 10, 20 and 30 minutes, weights 1, 0.68, 0.22
 */
export function zones(list: readonly Zone[], edge: ZoneEdge = "inner"): Decay {
  return guardLive("zones", [list, edge], () => {
    assertChoice("edge", edge, ["inner", "outer"]);
    if (!Array.isArray(list) || list.length === 0) throw invalid("list", list, say("expected.list"));
    const checked = Array.from(list, (zone: Zone | null | undefined, row) => {
      const { upTo, weight } = zone ?? { upTo: Number.NaN, weight: Number.NaN };
      assertPositive(`list[${row}].upTo`, upTo);
      if (!(typeof weight === "number" && weight >= 0 && weight < Infinity))
        throw invalid(`list[${row}].weight`, weight, say("expected.notNegative"));
      return { upTo, weight };
    }).sort((a, b) => a.upTo - b.upTo);
    const isIn =
      edge === "inner" ? (cost: number, end: number) => cost <= end : (cost: number, end: number) => cost < end;
    return {
      id: `zones-${checked.map(({ upTo }) => upTo).join("-")}${edge === "outer" ? "-outer" : ""}`,
      label: fillLabel(DECAY_LABELS.zones, { weights: checked.map(({ weight }) => weight).join(", ") }),
      weight: (cost) => checked.find(({ upTo }) => isIn(cost, upTo))?.weight ?? 0,
      endsAt: checked[checked.length - 1]?.upTo ?? Infinity,
    };
  });
}

/** Makes the decay: 1 at no cost, falling along a straight line to 0 at `end`. */
export function linear(end: number): Decay {
  assertPositive("end", end);
  const label = fillLabel(DECAY_LABELS.linear, { end });
  return { id: `linear-${end}`, label, weight: (cost) => Math.max(0, 1 - cost / end), endsAt: end };
}

/**
 * Makes the decay: 1 up to half a `width` before `middle`, 0 from half a width after it, a straight line in between.
 *
 * @see Conveyal R5, `LinearDecayFunction`, which adds half a second
 */
export function linearBand(middle: number, width: number): Decay {
  assertPositive("middle", middle);
  assertPositive("width", width);
  const end = middle + width / 2;
  return {
    id: `linear-band-${middle}-${width}`,
    label: fillLabel(DECAY_LABELS.linearBand, { middle, width }),
    weight: (cost) => Math.min(1, Math.max(0, (end - cost) / width)),
    endsAt: end,
  };
}

/** Makes the decay e to the power of `-rate * cost`. @see W. G. Hansen, "How accessibility shapes land use", 1959 */
export function exponential(rate: number): Decay {
  assertPositive("rate", rate);
  const label = fillLabel(DECAY_LABELS.exponential, { rate });
  return { id: `exponential-${rate}`, label, weight: (cost) => exponentialOf(-rate * cost), endsAt: Infinity };
}

/** Makes the decay that is halved every `half`: what Conveyal R5 calls exponential. */
export function halfLife(half: number): Decay {
  assertPositive("half", half);
  const label = fillLabel(DECAY_LABELS.halfLife, { half });
  return { id: `half-life-${half}`, label, weight: (cost) => halvedBy(cost / half), endsAt: Infinity };
}

/**
 * Makes the decay g(0) / g(cost), with g(cost) = 1 + e^((cost - middle) π / (deviation √3)): 1 at no cost.
 *
 * @see Conveyal R5, `LogisticDecayFunction`; the R package accessibility since 1.4.0
 */
export function logistic(middle: number, deviation: number): Decay {
  const raw = logisticRaw(middle, deviation);
  const atNone = raw.weight(0);
  return {
    id: `logistic-${middle}-${deviation}`,
    label: fillLabel(DECAY_LABELS.logistic, { middle, deviation }),
    weight: (cost) => raw.weight(cost) / atNone,
    endsAt: Infinity,
  };
}

/** Makes the decay 1 / g(cost) of `logistic`: less than 1 at no cost, one half at `middle`. */
export function logisticRaw(middle: number, deviation: number): Decay {
  assertPositive("middle", middle);
  assertPositive("deviation", deviation);
  const steepness = Math.PI / (deviation * Math.sqrt(3));
  return {
    id: `logistic-raw-${middle}-${deviation}`,
    label: fillLabel(DECAY_LABELS.logisticRaw, { middle, deviation }),
    weight: (cost) => 1 / (1 + exponentialOf((cost - middle) * steepness)),
    endsAt: Infinity,
  };
}

/**
 * Makes the decay of a soft threshold: 1 - 1 / (1 + e^(-slope (cost - threshold) / threshold)).
 *
 * @param slope Default: 5
 * @see Global Healthy and Sustainable City Indicators (GHSCI): 500 metres, slope 5
 */
export function soft(threshold: number, slope = 5): Decay {
  assertPositive("threshold", threshold);
  assertPositive("slope", slope);
  return {
    id: `soft-${threshold}${slope === 5 ? "" : `-${slope}`}`,
    label: fillLabel(DECAY_LABELS.soft, { threshold }),
    // the same as 1 - 1 / (1 + 1 / e), without losing the digits of small weights
    weight: (cost) => 1 / (1 + exponentialOf((slope * (cost - threshold)) / threshold)),
    endsAt: Infinity,
  };
}

/** Makes the decay e^(-cost² / 2 deviation²). */
export function gaussian(deviation: number): Decay {
  assertPositive("deviation", deviation);
  return {
    id: `gaussian-${deviation}`,
    label: fillLabel(DECAY_LABELS.gaussian, { deviation }),
    weight: (cost) => exponentialOf(-(cost * cost) / (2 * deviation * deviation)),
    endsAt: Infinity,
  };
}

/**
 * Makes the decay (e^(-½(cost/end)²) - e^(-½)) / (1 - e^(-½)) up to `end`: 1 at no cost, 0 there.
 *
 * @see D. Dai, "Black residential segregation, disparities in spatial access to health care facilities…", Health & Place 16, 2010
 */
export function gaussianTruncated(end: number): Decay {
  assertPositive("end", end);
  const least = exponentialOf(-0.5);
  return {
    id: `gaussian-truncated-${end}`,
    label: fillLabel(DECAY_LABELS.gaussianTruncated, { end }),
    weight: (cost) => (cost <= end ? (exponentialOf(-0.5 * (cost / end) * (cost / end)) - least) / (1 - least) : 0),
    endsAt: end,
  };
}

/**
 * Makes the decay: 1 up to `threshold`, e^(-(cost - threshold)² / spread) beyond: a cumulative Gaussian.
 *
 * @param spread in the square of the unit. In the reports of GHSCI 129,842 for 500 metres
 */
export function gaussianBeyond(threshold: number, spread: number): Decay {
  assertPositive("threshold", threshold);
  assertPositive("spread", spread);
  return {
    id: `gaussian-beyond-${threshold}-${spread}`,
    label: fillLabel(DECAY_LABELS.gaussianBeyond, { threshold }),
    weight: (cost) => (cost <= threshold ? 1 : exponentialOf(-((cost - threshold) * (cost - threshold)) / spread)),
    endsAt: Infinity,
  };
}

/**
 * Makes the decay `(cost / unit)^-power`, 1 at most.
 *
 * @param unit what counts as one: 60 for minutes where costs are seconds. Default: 1
 */
export function inversePower(power: number, unit = 1): Decay {
  assertPositive("power", power);
  assertPositive("unit", unit);
  return {
    id: `inverse-power-${power}${unit === 1 ? "" : `-${unit}`}`,
    label: fillLabel(DECAY_LABELS.inversePower, { power }),
    weight: (cost) => (cost <= unit ? 1 : powerOf(cost / unit, -power)),
    endsAt: Infinity,
  };
}

/** 2 to the power of `-x`, with the same bits on every engine: Taylor's series of the fraction, halved as often as the whole says. */
function halvedBy(x: number): number {
  const whole = Math.floor(x);
  const power = -(x - whole) * Math.LN2;
  let value = 1;
  for (let term = SERIES_LENGTH; term >= 1; term--) value = 1 + (value * power) / term;
  for (let halvings = 0; halvings < whole && value > 0; halvings++) value /= 2;
  return value;
}
