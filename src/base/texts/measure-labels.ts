// What measures are called. They stand in a report, and so in both languages.

/** Names of measures; `{decay}` is the name of a decay, `{supply}` what is counted. */
export const MEASURE_LABELS = {
  completeness: { zh: "{minutes} 分钟内可达的类别占比", en: "Share of categories within {minutes} minutes" },
  slowestNeed: { zh: "到最慢一类设施的时间", en: "Time to the slowest category" },
  nearest: { zh: "到最近设施的出行成本：{categories}", en: "To the nearest: {categories}" },
  proximity: { zh: "邻近时间（各类最近 {k} 处的平均）", en: "Proximity time (mean of categories, {k} nearest)" },
  cumulative: { zh: "可达机会数（{within}）", en: "Opportunities within {within}" },
  interval: { zh: "可达机会数的中位数（{from} 至 {to}）", en: "Median of opportunities within {from} to {to}" },
  costTo: { zh: "到累计 {amount} 个机会的出行成本", en: "To reach {amount} opportunities" },
  nearestPlace: { zh: "到最近一处规模不小于 {amount} 的设施", en: "To the nearest place of {amount} or more" },
  gravity: { zh: "重力可达性（{decay}）", en: "Gravity ({decay})" },
  diversity: { zh: "{within} 内的多样性（{index}）", en: "Diversity within {within} ({index})" },
  twoStep: { zh: "两步移动搜索（{decay}）", en: "Two-step floating catchment ({decay})" },
  modifiedTwoStep: { zh: "改进两步移动搜索 M2SFCA（{decay}）", en: "Modified two-step floating catchment ({decay})" },
  threeStep: { zh: "三步移动搜索 3SFCA（{decay}）", en: "Three-step floating catchment ({decay})" },
  balanced: { zh: "平衡移动搜索 BFCA（{decay}）", en: "Balanced floating catchment ({decay})" },
  spatialAvailability: { zh: "空间可得性（{decay}）", en: "Spatial availability ({decay})" },
  balancingCost: { zh: "供需平衡的出行成本", en: "Balancing cost" },
  raam: { zh: "RAAM 拥挤与路程成本（τ = {tau}）", en: "RAAM, cost of travel and congestion (τ = {tau})" },
  perThousand: { zh: "千人指标：{supply}", en: "Per thousand people: {supply}" },
} as const;

/** Names of decays; numbers are in the unit of the costs. */
export const DECAY_LABELS = {
  step: { zh: "{end} 以内为 1", en: "1 up to {end}" },
  zones: { zh: "分区权重 {weights}", en: "weights {weights} by zones" },
  linear: { zh: "线性衰减至 {end}", en: "linear to {end}" },
  linearBand: { zh: "{middle} 前后线性衰减，带宽 {width}", en: "linear around {middle}, {width} wide" },
  exponential: { zh: "指数衰减，每单位 {rate}", en: "exponential, {rate} each" },
  halfLife: { zh: "每 {half} 减半", en: "halved every {half}" },
  logistic: { zh: "逻辑斯谛衰减，{middle} ± {deviation}", en: "logistic, {middle} ± {deviation}" },
  logisticRaw: {
    zh: "逻辑斯谛衰减（未归一），{middle} ± {deviation}",
    en: "logistic as it is, {middle} ± {deviation}",
  },
  soft: { zh: "{threshold} 处的软阈值", en: "soft threshold at {threshold}" },
  gaussian: { zh: "高斯衰减，{deviation}", en: "Gaussian, {deviation}" },
  gaussianTruncated: { zh: "截断高斯衰减至 {end}", en: "Gaussian cut off at {end}" },
  gaussianBeyond: { zh: "{threshold} 以外高斯衰减", en: "Gaussian beyond {threshold}" },
  inversePower: { zh: "反幂衰减，指数 {power}", en: "inverse power {power}" },
} as const;
