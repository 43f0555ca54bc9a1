// A travel model and a measure of a caller's own, as a module that every thread of a pool can import.

/** Goes half a second for each thousandth of a degree, whatever is in the way. */
export const bySledge = {
  id: "bySledge",
  prepare: ({ origins, facilities }, profile) => ({
    summary: {
      id: "bySledge",
      label: { zh: "雪橇", en: "By sledge" },
      method: { zh: "直线", en: "As the crow flies" },
      parameters: { speedMetersPerSecond: profile.speedMetersPerSecond },
    },
    diagnostics: [],
    fillTable: (request) => fill(request, origins, facilities),
  }),
};

/** Seconds to the nearest facility of the first category. */
export const furthestShop = {
  id: "first-category",
  label: { zh: "最近的第一类设施", en: "Nearest of the first category" },
  unit: "seconds",
  table: "nearest",
  tableUnit: "seconds",
  nearestCount: 1,
  cutoff: 600,
  summary: ["median", "p90"],
  perOrigin: ({ cost, originCount }) => cost.slice(0, originCount),
};

function fill({ unit, cutoff, nearestCount, categories, countWithin }, origins, facilities) {
  const cells = categories.length * origins.count * nearestCount;
  const cost = new Float64Array(cells).fill(Number.POSITIVE_INFINITY);
  const facilityRow = new Int32Array(cells).fill(-1);
  const counts = countWithin.map((limit) => (limit === null ? null : new Uint32Array(origins.count)));
  categories.forEach((category, column) => {
    for (let origin = 0; origin < origins.count; origin++) {
      const found = facilities
        .map(({ categories: own, location: [lon, lat] }, row) => ({
          row,
          cost: own.includes(category)
            ? 500 * (Math.abs(lon - origins.lon[origin]) + Math.abs(lat - origins.lat[origin]))
            : Number.POSITIVE_INFINITY,
        }))
        .filter((one) => one.cost < Number.POSITIVE_INFINITY)
        .sort((a, b) => a.cost - b.cost || a.row - b.row);
      if (counts[column] !== null)
        counts[column][origin] = found.filter((one) => one.cost <= countWithin[column]).length;
      found.slice(0, nearestCount).forEach((one, rank) => {
        if (one.cost > cutoff) return;
        cost[(column * origins.count + origin) * nearestCount + rank] = one.cost;
        facilityRow[(column * origins.count + origin) * nearestCount + rank] = one.row;
      });
    }
  });
  return {
    unit,
    originCount: origins.count,
    categories,
    nearestCount,
    cutoff,
    cost,
    facilityRow,
    secondQuantity: null,
    counts,
  };
}
