import type { CategoryId } from "../../model/facts.js";
import type { Standard } from "../../model/standard.js";
import { categories } from "../categories.js";
import { QINGDAO } from "./chinese-documents.js";
import { type Ask, pick, toStandard } from "./to-standard.js";

const radius = (straight: number, category: CategoryId, id: string = category): Ask => ({
  ...{ category, id, straight, basis: "so-s", from: [QINGDAO] },
});

/** Holds the service radii of community commerce in Shinan district of Qingdao. */
export const qingdao: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "qingdao",
    label: { zh: "青岛市市南区社区商业 2009", en: "Community commerce in Shinan, Qingdao, 2009" },
    source: {
      zh: "转述青岛市市南区社区商业设置要求的资料（2009）；服务半径，直线；数据不区分小超市和中型超市，两项用同一类别",
      en: "texts that sum up what Shinan district of Qingdao asks of community commerce, 2009; service radii, straight lines; data do not tell small from medium supermarkets: both lines have one category",
    },
    country: "CN",
    judgeBy: "straight",
    circles: [
      {
        id: "commerce",
        label: { zh: "社区商业", en: "Community commerce" },
        asks: [
          radius(200, "convenience_store"),
          radius(300, "breakfast"),
          radius(300, "pharmacy"),
          radius(500, "supermarket", "small_supermarket"),
          radius(500, "hairdresser"),
          radius(500, "laundry"),
          radius(800, "fresh_market"),
          radius(800, "supermarket", "medium_supermarket"),
          radius(800, "bank"),
        ],
      },
    ],
    categories: pick(
      categories,
      ...[
        "convenience_store",
        "breakfast",
        "pharmacy",
        "supermarket",
        "hairdresser",
        "laundry",
        "fresh_market",
        "bank",
      ],
    ),
  });
}
