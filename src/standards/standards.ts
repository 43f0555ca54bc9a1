import type { Standard } from "../model/standard.js";
import { chengduFourCircles } from "./chengdu-four-circles.js";
import { fifteenMinuteCity } from "./fifteen-minute-city.js";

/** Every standard that is built in, the default first. A new one is a file beside this one and a line here. */
export const STANDARDS: readonly Standard[] = [chengduFourCircles, fifteenMinuteCity];
