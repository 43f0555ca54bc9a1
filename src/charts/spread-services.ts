import { COVERED, UNKNOWN } from "../coverage/origin-findings.js";
import type { ServiceVerdicts } from "../scenarios/service-verdicts.js";

/**
 * Counts people by the number of services that they have within reach; of whom nothing is known, they are in no number.
 *
 * @returns people (or square metres) by number of services, to the hundredth
 */
export function spreadServices({ services, weights }: ServiceVerdicts): number[] {
  const amounts = new Array<number>(services.length + 1).fill(0);
  weights.forEach((weight, origin) => {
    const isKnown = services.some(({ findings }) => findings !== null && findings.verdict[origin] !== UNKNOWN);
    if (!isKnown) return;
    const count = services.filter(({ findings }) => findings?.verdict[origin] === COVERED).length;
    amounts[count] = (amounts[count] as number) + weight;
  });
  return amounts.map((amount) => Math.round(100 * amount) / 100);
}
