import type { Mode } from "../../../src/model/mode.js";

const CLOSED = new Set(["motorway", "motorway_link", "trunk", "steps", "construction"]);

/** A wheelchair: like walking at one speed, but steps are closed unless they have a ramp. */
export const wheelchair: Mode = {
  id: "wheelchair",
  label: { zh: "轮椅", en: "Wheelchair" },
  tagKeys: ["highway", "access", "wheelchair", "ramp:wheelchair"],
  accessOf: ({ highway, access, wheelchair, "ramp:wheelchair": ramp }) => {
    const isRamped = ramp === "yes";
    const closed =
      wheelchair === "no"
        ? "wheelchair=no"
        : access === "private"
          ? "access=private"
          : CLOSED.has(String(highway)) && !isRamped
            ? `highway=${highway}`
            : null;
    return { forward: closed === null, backward: closed === null, because: closed ?? "" };
  },
  speedOf: ({ speedMetersPerSecond }) => speedMetersPerSecond,
};
