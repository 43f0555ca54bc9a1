import { expect, test } from "vitest";
import { equity } from "../../src/inequality/index.js";
import { shareWithin } from "../../src/measures/index.js";
import { describeCity, readCityTable, readCityText } from "../support/cities.js";

// What inequality, inequalipy and the R package accessibility make of Belo Horizonte.

interface Told {
  readonly [key: string]: number | Told | readonly number[];
}

describeCity("belo_horizonte", () => {
  const hexagons = readCityTable("belo_horizonte/population.csv");
  const table = readCityTable("reference/measures/bh_hexagons.csv");
  const published = readCityTable("belo_horizonte/reference_accessibility.csv");
  const told: Readonly<Record<string, Told>> = JSON.parse(readCityText("reference/measures/bh_equity.json"));
  const people = Float64Array.from(hexagons, ({ population }) => Number(population));
  const rank = Float64Array.from(hexagons, ({ income_per_capita: income = "" }) =>
    income === "" || income === "NA" ? Number.NaN : Number(income),
  );
  const groups = hexagons.map(({ income_decile: decile = "" }) => (decile === "" || decile === "NA" ? null : decile));
  const valuesOf = (column: string) =>
    Float64Array.from(table, (row, i) => {
      const text = row[column] ?? published[i]?.[column] ?? "";
      return text === "Inf" ? Infinity : Number(text);
    });
  const close = (found: number | null | undefined, wanted: unknown, what: string) => {
    expect(typeof wanted, what).toBe("number");
    expect(Math.abs((found ?? Number.NaN) - Number(wanted)), `${what}: ${found}`).toBeLessThanOrEqual(
      1e-9 * Math.abs(Number(wanted)),
    );
  };
  /** Where a curve is at a share of people: straight between its points. */
  const curveAt = (points: readonly (readonly [number, number])[], share: number) => {
    const next = Math.max(
      1,
      points.findIndex(([x]) => x >= share),
    );
    const [[x0, y0], [x1, y1]] = [points[next - 1] ?? [0, 0], points[next] ?? [1, 1]];
    return y0 + ((share - x0) / (x1 - x0)) * (y1 - y0);
  };
  const entries = (part: unknown) => Object.entries((part ?? {}) as Told);

  test.each(Object.keys(told))("%s", (column) => {
    const reference = told[column] as Told;
    const isBurden = "fgt_burden" in reference || "unreached_share" in reference || "cdf_of_all_people" in reference;
    const direction = isBurden ? "burden" : "benefit";
    const values = valuesOf(column);
    const lines = entries(reference.fgt ?? reference.fgt_burden).map(([line]) => Number(line));
    const percentiles = entries(reference.percentiles).map(([percent]) => Number(percent) / 100);
    const atkinson = entries(reference.atkinson).map(([epsilon]) => Number(epsilon));
    const asked = { direction, rank, groups, lines, percentiles, atkinson } as const;
    const found = equity(values, people, asked);
    close(found.mean, reference.mean ?? reference.PT_city_of_reached, "mean");
    close(found.gini, reference.gini ?? reference.gini_of_reached, "gini");
    if ("unreached_share" in reference)
      close(found.unreachedPeople / (found.people + found.unreachedPeople), reference.unreached_share, "unreached");
    const cdf = [15, 30, 45].flatMap((limit) => (`F${limit}` in reference ? [[limit, reference[`F${limit}`]]] : []));
    for (const [limit, wanted] of [...cdf, ...entries(reference.cdf_of_all_people)]) {
      const [some, weights] = [values, people].map((column) => column.filter((_, row) => (people[row] ?? 0) > 0));
      close(shareWithin(Number(limit)).compute(some ?? values, weights ?? people), wanted, `within ${limit}`);
    }
    if ("palma" in reference) close(found.palma, reference.palma, "palma");
    if ("theil_t" in reference) close(found.theil?.total, reference.theil_t, "theil");
    const byDecile = (reference.theil_by_income_decile ?? null) as Told | null;
    if (byDecile !== null) {
      close(found.theil?.between, byDecile.between, "between");
      close(found.theil?.within, byDecile.within, "within");
      for (const [decile, part] of entries(byDecile.groups)) {
        const own = found.theil?.groups.find(({ group }) => group === decile);
        const wanted = part as Told;
        close(own?.within, wanted.within, `within ${decile}`);
        close(own?.between, wanted.between, `between ${decile}`);
        close(own?.mean, wanted.meanAccess, `mean ${decile}`);
      }
    }
    if ("concentration_ties_averaged" in reference)
      close(found.concentration?.index, reference.concentration_ties_averaged, "averaged");
    if ("concentration_row_order" in reference) {
      const rows = equity(values, people, { ...asked, ties: "byId" }).concentration;
      close(rows?.index, reference.concentration_row_order, "by id");
      close(found.concentration?.erreygers, reference.erreygers_ties_averaged, "erreygers averaged");
      close(rows?.erreygers, reference.erreygers_row_order, "erreygers by id");
    }
    entries(reference.fgt ?? reference.fgt_burden).forEach(([line, wanted], i) => {
      const { headcount, gap, severity } = found.poverty[i] ?? {};
      [headcount, gap, severity].forEach((value, power) => {
        close(value, (wanted as unknown as readonly number[])[power], `FGT ${power} of ${line}`);
      });
    });
    if (!isBurden)
      entries(reference.atkinson).forEach(([epsilon, wanted], i) => {
        close(found.atkinson[i]?.index, wanted, `atkinson ${epsilon}`);
      });
    for (const [epsilon, wanted] of entries(reference.kolm_pollak)) {
      const { kolmPollak } = equity(values, people, { ...asked, epsilon: Number(epsilon) });
      for (const key of ["kappa", "ede", "index"] as const)
        close(kolmPollak?.[key], (wanted as Told)[key], `${key} ${epsilon}`);
    }
    for (const [kappa, wanted] of entries(reference.kolm_pollak_fixed_kappa))
      close(equity(values, people, { ...asked, kappa: Number(kappa) }).kolmPollak?.ede, (wanted as Told).ede, kappa);
    ((reference.lorenz_at_deciles ?? []) as readonly number[]).forEach((wanted, tenth) => {
      const at = curveAt(found.lorenz, tenth / 10);
      expect(Math.abs(at - wanted), `Lorenz ${tenth}: ${at}`).toBeLessThanOrEqual(1e-9);
    });
    if ("theil_t_positive_only" in reference) {
      // accessibility leaves people who have nothing out of the average, and not out of the mean
      const all = people.reduce((sum, count) => sum + count, 0);
      const having = people.reduce((sum, count, row) => sum + ((values[row] ?? 0) > 0 ? count : 0), 0);
      close(
        ((found.theil?.total ?? Number.NaN) * all) / having,
        reference.theil_t_positive_only,
        "theil of those who have",
      );
    }
    if ("erreygers_min" in reference)
      expect([Math.min(...values), Math.max(...values)]).toEqual([reference.erreygers_min, reference.erreygers_max]);
    entries(reference.percentiles).forEach(([percent, wanted], i) => {
      expect(found.percentiles[i]?.value, percent).toBe(wanted);
    });
  });

  test("every number of the published results is met within 1e-9", () => {
    const reference: Told = JSON.parse(readCityText("belo_horizonte/reference_inequality.json"));
    const found = equity(valuesOf("cum_jobs_30"), people, { direction: "benefit", rank, ties: "byId", lines: [95368] });
    close(found.gini, reference["gini_jobs30.gini_index"], "gini");
    close(found.palma, reference["palma_jobs30.palma_ratio"], "palma");
    close(found.concentration?.erreygers, reference["concentration_corrected_jobs30.concentration_index"], "erreygers");
    close(found.theil?.total, reference["theil_jobs30.theil_t"], "theil");
    close(found.poverty[0]?.headcount, reference["fgt_jobs30_line95368.FGT0"], "FGT0");
    close(found.poverty[0]?.gap, reference["fgt_jobs30_line95368.FGT1"], "FGT1");
    close(found.poverty[0]?.severity, reference["fgt_jobs30_line95368.FGT2"], "FGT2");
  });
});
