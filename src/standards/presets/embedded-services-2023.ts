import type { CategoryId } from "../../model/facts.js";
import type { Standard } from "../../model/standard.js";
import { categories } from "../categories.js";
import { EMBEDDED, EMBEDDED_GUIDE } from "../documents.js";
import type { CitedDocument } from "../lines.js";
import { chineseCategories } from "./chinese-categories.js";
import { type Ask, pick, toStandard } from "./to-standard.js";

const asked = (category: CategoryId, document: CitedDocument = EMBEDDED): Ask => ({
  ...{ category, necessity: "optional", inside: true, basis: "gg--", from: [document] },
});

/**
 * Holds the services that are to be embedded in urban communities: none is obligatory, and no text gives minutes or metres. A community
 * is classed by how many functions it has.
 *
 * @see 国办函〔2023〕121号; 城市社区嵌入式服务设施建设导则（试行）, 2024
 */
export const embeddedServices: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "embedded-services-2023",
    label: { zh: "城市社区嵌入式服务设施 2023", en: "Embedded community services, 2023" },
    source: {
      zh: "国办函〔2023〕121号；建设导则（试行，2024-01-22）；七类服务均非必备，没有分钟数和米数，只说“居民适宜步行范围内”：以“在社区范围内”判定",
      en: "国办函〔2023〕121号; guide of 2024-01-22; none of the seven services is obligatory, and there are neither minutes nor meters, only “where residents can walk to”: judged by presence in the neighborhood",
    },
    country: "CN",
    judgeBy: "inside",
    circles: [
      {
        id: "priority",
        label: { zh: "急需紧缺服务（养老、托育、托管、助餐）", en: "Services that come first" },
        asks: [
          asked("elderly_day_care"),
          asked("childcare"),
          asked("after_school_care", EMBEDDED_GUIDE),
          asked("community_canteen"),
        ],
      },
      {
        id: "others",
        label: { zh: "其他服务", en: "Other services" },
        asks: ["housekeeping", "health_service", "fitness_venue", "culture_venue", "children_play"].map((id) =>
          asked(id),
        ),
      },
    ],
    categories: [
      ...pick(
        categories,
        ...["elderly_day_care", "childcare", "after_school_care", "community_canteen", "housekeeping"],
        ...["health_service", "fitness_venue", "children_play"],
      ),
      ...pick(chineseCategories, "culture_venue"),
    ],
    lineClasses: {
      source: {
        zh: "建设导则（试行，2024）：综合体不少于 3 种功能；用于整个社区为本项目设定。导则另要求养老、托育、儿童托管、助餐中至少 2 种，且不小于 600 平方米，不在此判定",
        en: "guide of 2024: a service complex has at least 3 functions; that the community as a whole is judged by it is our choice. At least 2 of elderly care, childcare, after-school care and canteen, and 600 m², which the guide asks for, too, are not judged here",
      },
      classes: [{ id: "three", label: { zh: "3 种功能以上", en: "3 functions or more" }, atLeast: { all: 3 } }],
    },
  });
}
