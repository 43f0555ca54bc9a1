import type { CategoryId } from "../../model/facts.js";
import type { Standard } from "../../model/standard.js";
import { neutralCategories } from "../neutral-categories.js";
import { type Ask, type AskedOfCircle, pick, toStandard } from "./to-standard.js";
import { FUNCTIONS } from "./world-documents.js";

const asked = (category: CategoryId): Ask => ({
  category,
  necessity: "label",
  minutes: 15,
  basis: "ooc-",
  from: [FUNCTIONS],
});
const OF_FUNCTION = {
  commerce: ["fresh_food", "convenience_shop", "other_shops", "bank_post", "personal_service"],
  healthcare: ["pharmacy", "doctor"],
  education: ["childcare", "school"],
  entertainment: ["eating", "culture", "open_space", "playground", "exercise"],
};

/**
 * Holds the six functions of the 15-minute city as labels over the lines of the neutral standard: they are shown and nothing is counted, for
 * the text lists no facilities, and living and working cannot be judged without dwellings and jobs in reach.
 *
 * @see Moreno et al., "Introducing the “15-Minute City”", Smart Cities 4:93–111, 2021
 */
export const sixFunctions: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  const circle = (id: keyof typeof OF_FUNCTION, zh: string, en: string): AskedOfCircle => ({
    ...{ id, label: { zh, en }, asks: OF_FUNCTION[id].map(asked) },
  });
  return toStandard({
    id: "six-functions",
    label: {
      zh: "15分钟城市的六项功能（其中四项，仅作标注）",
      en: "Six functions of the 15-minute city (four of them, as labels)",
    },
    source: {
      zh: "Smart Cities 4:93–111（2021）：居住、就业、商业、医疗、教育、娱乐，步行或骑行 15 分钟，没有米数和设施清单；缺少住房和就业岗位的可达量，居住与就业不能计算：四项功能只列出、不计入",
      en: "Smart Cities 4:93–111 (2021): living, working, commerce, healthcare, education, entertainment, 15 minutes on foot or by bicycle, without meters or a list of facilities; living and working cannot be computed without jobs and dwellings within reach: lines of the other four are shown and not counted",
    },
    judgeBy: "time",
    circles: [
      circle("commerce", "商业", "Commerce"),
      circle("healthcare", "医疗", "Healthcare"),
      circle("education", "教育", "Education"),
      circle("entertainment", "娱乐", "Entertainment"),
    ],
    categories: pick(neutralCategories, ...Object.values(OF_FUNCTION).flat()),
  });
}
