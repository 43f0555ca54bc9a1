import type { Mode } from "../../../src/model/mode.js";

/** Streets that carry cars, and how fast where no sign tells, in km/h. */
const SPEEDS: Readonly<Record<string, number>> = {
  motorway: 110,
  motorway_link: 60,
  trunk: 80,
  trunk_link: 50,
  primary: 50,
  primary_link: 50,
  secondary: 50,
  secondary_link: 50,
  tertiary: 50,
  tertiary_link: 50,
  unclassified: 50,
  residential: 30,
  living_street: 10,
  service: 20,
};
const KILOMETERS_PER_MILE = 1.609344;

/** A car: motorways are open and run one way, footways are closed, and signs say how fast. */
export const car: Mode = {
  id: "car",
  label: { zh: "驾车", en: "Driving" },
  tagKeys: ["highway", "access", "motor_vehicle", "oneway", "junction", "maxspeed"],
  accessOf: ({ highway, access, motor_vehicle: own, oneway, junction }) => {
    const closed = (because: string) => ({ forward: false, backward: false, because });
    if (SPEEDS[String(highway)] === undefined) return closed(`highway=${highway}`);
    if (own === "no" || own === "private") return closed(`motor_vehicle=${own}`);
    if (own === undefined && (access === "no" || access === "private")) return closed(`access=${access}`);
    const isOneWay = oneway === "yes" || oneway === "1" || junction === "roundabout" || highway === "motorway";
    return {
      forward: oneway !== "-1",
      backward: oneway === "-1" || oneway === "no" || !isOneWay,
      because: "",
    };
  },
  speedOf:
    ({ speedMetersPerSecond: most }) =>
    ({ highway, maxspeed }) => {
      const allowed = (signed(maxspeed) ?? SPEEDS[String(highway)] ?? 50) / 3.6;
      const speed = Math.min(allowed, most);
      return { forward: speed, backward: speed };
    },
};

/** What a sign says in km/h; `null` where it says nothing in numbers. */
function signed(maxspeed: unknown): number | null {
  const [, number, unit] = /^(\d+)\s*(mph)?$/.exec(String(maxspeed)) ?? [];
  if (number === undefined || Number(number) === 0) return null;
  return Number(number) * (unit === "mph" ? KILOMETERS_PER_MILE : 1);
}
