import { invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { guardLive } from "../base/guard-call.js";
import { showing } from "../base/showing.js";
import { say } from "../base/texts/core.js";
import { minutes as toSeconds } from "../base/units.js";
import type { Label, Source } from "../base/words.js";
import type { Requirement, RequirementAlternative, Standard } from "../model/standard.js";
import { validateStandard } from "./validate-standard.js";

/**
 * Gives a standard with another number of minutes: every threshold of time becomes it and rests on no text any more, and time is judged
 * wherever there is one. Thresholds in metres alone, and what has only to be there, stay. Its name and its source say so.
 *
 * @param minutes more than 0
 * @throws {CoverageError} `INVALID_ARGUMENT` for what is no number of minutes, or where the standard has none; `INVALID_STANDARD`
 *
 * @example
 * ```ts
 * import { withMinutes, xMinute } from "quarterhour/standards";
 *
 * const ten = withMinutes(xMinute, 10);
 * ten.requirements.map(({ threshold }) => threshold.time); // → [600,600,600,600]
 * ten.requirements[0]?.basis.minutes; // → "ours"
 * ```
 */
export function withMinutes(standard: Standard, minutes: number): Standard {
  return guardLive("withMinutes", [standard], () => {
    validateStandard(standard);
    if (!(typeof minutes === "number" && minutes > 0 && minutes < Infinity))
      throw invalid("minutes", minutes, say("expected.like", { example: "10" }));
    const { id, label, source, frame, requirements } = standard;
    // a frame is refused by whoever computes it, with what is missing
    if (frame === undefined && !requirements.some(hasMinutes))
      throw new CoverageError("INVALID_ARGUMENT", say("standard.noMinutes", { id }), {
        path: "minutes",
        hint: say("standard.noMinutes.hint"),
      });
    return showing<Standard>(
      {
        ...standard,
        label: { zh: `${label.zh}，改为 ${minutes} 分钟`, en: `${label.en}, with ${minutes} minutes` },
        source: added(source, {
          zh: `各项分钟数一律改为 ${minutes} 分钟，为使用者的选择，没有文件依据`,
          en: `all its minutes were set to ${minutes}, a choice of whoever asked, which no text gives`,
        }),
        judgeBy: "time",
        requirements: requirements.map((one) => (hasMinutes(one) ? withTime(one, minutes) : one)),
      },
      "standard",
    );
  });
}

function hasMinutes({ threshold, orElse = [] }: Requirement): boolean {
  return [threshold, ...orElse.map((way) => way.threshold)].some(({ time }) => time !== undefined);
}

function withTime(requirement: Requirement, minutes: number): Requirement {
  const inTime = <Way extends RequirementAlternative>(way: Way): Way =>
    way.threshold.time === undefined ? way : { ...way, threshold: { ...way.threshold, time: toSeconds(minutes) } };
  const { basis, source, orElse } = requirement;
  return {
    ...inTime(requirement),
    ...(orElse === undefined ? {} : { orElse: orElse.map(inTime) }),
    basis: { ...basis, minutes: "ours" },
    source: added(source, {
      zh: `${minutes} 分钟为使用者的选择`,
      en: `${minutes} minutes are a choice of whoever asked`,
    }),
  };
}

function added(source: Source, { zh, en }: Label): Label {
  const given = typeof source === "string" ? { zh: source, en: source } : source;
  return { zh: `${given.zh}；${zh}`, en: `${given.en}; ${en}` };
}
