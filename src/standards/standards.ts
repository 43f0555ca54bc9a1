import type { Standard } from "../model/standard.js";
import { chengduFourCircles } from "./chengdu-four-circles.js";
import { fifteenMinuteCity } from "./fifteen-minute-city.js";
import { bus500m } from "./presets/bus-500m.js";
import { completeCommunity } from "./presets/complete-community.js";
import { embeddedServices } from "./presets/embedded-services-2023.js";
import { gb50180 } from "./presets/gb50180-2018.js";
import { gb50437 } from "./presets/gb50437.js";
import { ghsci } from "./presets/ghsci.js";
import { leedNd } from "./presets/leed-nd.js";
import { melbourne } from "./presets/melbourne-20min.js";
import { mofcomQuarterHour } from "./presets/mofcom-quarter-hour.js";
import { natureCities } from "./presets/nature-cities-2024.js";
import { ottawa } from "./presets/ottawa-15min.js";
import { parkCheckup } from "./presets/park-checkup-2021.js";
import { parkGbt51346 } from "./presets/park-gbt51346.js";
import { portland } from "./presets/portland-complete.js";
import { qingdao } from "./presets/qingdao.js";
import { rail800m } from "./presets/rail-800m.js";
import { scotland } from "./presets/scotland-20min.js";
import { sdgTransit } from "./presets/sdg-11.2.1.js";
import { sdgOpenSpace } from "./presets/sdg-11.7.1.js";
import { seoul } from "./presets/seoul.js";
import { shanghai } from "./presets/shanghai-2016.js";
import { singapore } from "./presets/singapore-20min.js";
import { sixFunctions } from "./presets/six-functions.js";
import { suzhou } from "./presets/suzhou.js";
import { tdt1062 } from "./presets/tdt1062-2021.js";
import { utrecht } from "./presets/utrecht-10min.js";
import { walkScoreLike } from "./presets/walk-score-like.js";
import { whoGreen } from "./presets/who-green-2016.js";
import { xMinute } from "./presets/x-minute.js";

/**
 * Every standard that is built in, the default first, then the one for any country, China's, those of nobody's country, and those of cities. A
 * new one is a file in `presets/` and a line here. Some are frames: nothing can be computed of them.
 */
export const STANDARDS: readonly Standard[] = [
  chengduFourCircles,
  fifteenMinuteCity,
  gb50180,
  tdt1062,
  mofcomQuarterHour,
  completeCommunity,
  embeddedServices,
  shanghai,
  suzhou,
  qingdao,
  bus500m,
  rail800m,
  parkGbt51346,
  parkCheckup,
  gb50437,
  whoGreen,
  sdgTransit,
  sdgOpenSpace,
  ghsci,
  natureCities,
  sixFunctions,
  xMinute,
  walkScoreLike,
  melbourne,
  portland,
  ottawa,
  scotland,
  singapore,
  seoul,
  utrecht,
  leedNd,
];
