/**
 * The door `quarterhour/standards`: what is asked of a place, and who asks. Re-exports only.
 *
 * @module quarterhour/standards
 */

export { categories } from "./categories.js";
export { chengduFourCircles } from "./chengdu-four-circles.js";
export { fifteenMinuteCity } from "./fifteen-minute-city.js";
export { bus500m } from "./presets/bus-500m.js";
export { completeCommunity } from "./presets/complete-community.js";
export { embeddedServices } from "./presets/embedded-services-2023.js";
export { gb50180 } from "./presets/gb50180-2018.js";
export { gb50437 } from "./presets/gb50437.js";
export { ghsci } from "./presets/ghsci.js";
export { leedNd } from "./presets/leed-nd.js";
export { melbourne } from "./presets/melbourne-20min.js";
export { mofcomQuarterHour } from "./presets/mofcom-quarter-hour.js";
export { natureCities } from "./presets/nature-cities-2024.js";
export { ottawa } from "./presets/ottawa-15min.js";
export { parkCheckup } from "./presets/park-checkup-2021.js";
export { parkGbt51346 } from "./presets/park-gbt51346.js";
export { portland } from "./presets/portland-complete.js";
export { qingdao } from "./presets/qingdao.js";
export { rail800m } from "./presets/rail-800m.js";
export { scotland } from "./presets/scotland-20min.js";
export { sdgTransit } from "./presets/sdg-11.2.1.js";
export { sdgOpenSpace } from "./presets/sdg-11.7.1.js";
export { seoul } from "./presets/seoul.js";
export { shanghai } from "./presets/shanghai-2016.js";
export { singapore } from "./presets/singapore-20min.js";
export { sixFunctions } from "./presets/six-functions.js";
export { suzhou } from "./presets/suzhou.js";
export { tdt1062 } from "./presets/tdt1062-2021.js";
export { utrecht } from "./presets/utrecht-10min.js";
export { walkScoreLike } from "./presets/walk-score-like.js";
export { whoGreen } from "./presets/who-green-2016.js";
export { xMinute } from "./presets/x-minute.js";
export { STANDARDS } from "./standards.js";
export { briskWalking, childWalking, elderlyWalking, PROFILES, standardWalking } from "./travel-profiles.js";
export { validateStandard } from "./validate-standard.js";
export { withCategory } from "./with-category.js";
export { withMinutes } from "./with-minutes.js";
