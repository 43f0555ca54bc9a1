import { describe, expect, test } from "vitest";
import type { CommandWorld } from "../../src/node/commands/command.js";
import { openBar } from "../../src/node/commands/open-city.js";
import { ProgressBar, shareDone, toProgressLine } from "../../src/node/progress-bar.js";

/** A terminal that keeps what is written, with a clock that is moved by hand. */
function makeTerminal(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  const clock = { milliseconds: 0 };
  const terminal = { isTTY, columns, write: (text: string) => written.push(text) };
  const bar = new ProgressBar(terminal, { locale: "en", now: () => clock.milliseconds });
  return { written, clock, bar };
}

describe("progress", () => {
  test("of short work is silent where there is no terminal", () => {
    const { bar, written, clock } = makeTerminal(false);
    bar.update({ stage: "read", done: 1, total: 4 });
    clock.milliseconds = 9999;
    bar.update({ stage: "search", done: 1, total: 4 });
    bar.finish();
    expect(written).toEqual([]);
  });

  test("of long work is lines where there is no terminal: one for each stage, and one in ten seconds", () => {
    const { bar, written, clock } = makeTerminal(false);
    const at = (seconds: number, stage: "read" | "network" | "search", done: number) => {
      clock.milliseconds = seconds * 1000;
      bar.update({ stage, done, total: 100 });
    };
    for (let second = 0; second <= 30; second++) at(second, "read", second);
    expect(written).toHaveLength(3); // after 10, 20 and 30 seconds
    at(31, "network", 0);
    for (let second = 31; second < 41; second += 0.01) at(second, "network", 10);
    expect(written).toHaveLength(4);
    at(41, "network", 20);
    at(42, "search", 0);
    at(43, "search", 50);
    bar.finish();
    expect(written.map((line) => line.replace(/, about.*/, ""))).toEqual([
      " 13 %  Reading layers\n",
      " 15 %  Reading layers\n",
      " 16 %  Reading layers\n",
      " 27 %  Building the network\n",
      " 32 %  Building the network\n",
      " 64 %  Searching\n",
    ]);
    // no line is drawn anew, and nothing is cleared: a log is not a screen
    for (const sign of ["\r", "\u001b", "█"]) expect(written.join("")).not.toContain(sign);
  });

  test("is neither line nor bar when it is to be quiet; a terminal that can do nothing gets lines", () => {
    const write = (settings: { readonly quiet?: boolean }, env: Readonly<Record<string, string>>, isTTY: boolean) => {
      const written: string[] = [];
      let milliseconds = 0;
      const stderr = { isTTY, columns: 80, write: (text: string) => written.push(text) };
      const call = { settings, sources: {}, words: [], locale: "en" } as const;
      const bar = openBar(call, { stderr, env, now: () => milliseconds } as unknown as CommandWorld);
      for (const stage of ["parse", "read", "search"] as const) {
        milliseconds += 20_000;
        bar.update({ stage, done: 0, total: 2 });
      }
      return written.map((line) => (line.includes("█") || line.includes("░") ? "bar" : "line"));
    };
    for (const isTTY of [true, false]) expect(write({ quiet: true }, {}, isTTY)).toEqual([]);
    expect(write({}, {}, false)).toEqual(["line", "line", "line"]);
    expect(write({}, { TERM: "dumb" }, true)).toEqual(["line", "line", "line"]);
    expect(write({}, { TERM: "xterm" }, true)).toEqual(["bar", "bar", "bar"]);
  });

  test("is drawn ten times a second at most", () => {
    const { bar, written, clock } = makeTerminal(true);
    for (clock.milliseconds = 0; clock.milliseconds < 1000; clock.milliseconds += 10)
      bar.update({ stage: "search", done: clock.milliseconds, total: 1000 });
    expect(written).toHaveLength(10);
  });

  test("leaves an empty line", () => {
    const { bar, written } = makeTerminal(true);
    bar.update({ stage: "parse", done: 0, total: 2 });
    bar.finish();
    bar.finish();
    expect(written).toHaveLength(2);
    expect(written[1]).toBe("\r\u001b[K");
  });

  test("does not wrap on a narrow terminal", () => {
    const { bar, written } = makeTerminal(true, 20);
    bar.update({ stage: "parse", done: 1, total: 2 });
    expect(written[0]?.replace("\r\u001b[K", "")).toHaveLength(19);
  });

  test("is drawn on a terminal that does not know its width", () => {
    const { bar, written } = makeTerminal(true, 0);
    bar.update({ stage: "parse", done: 1, total: 2 });
    expect(written[0]).toContain("Parsing files");
  });

  test("never goes back from stage to stage, and ends at 1", () => {
    const stages = ["parse", "read", "network", "attach", "search", "judge"] as const;
    const shares = stages.flatMap((stage) => [0, 1, 2].map((done) => shareDone({ stage, done, total: 2 })));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBeCloseTo(1, 9);
    expect(shareDone({ stage: "search", done: 0, total: 0 })).toBe(shareDone({ stage: "search", done: 1, total: 1 }));
  });

  test("tells the time that is left if the rest goes as fast as what is done", () => {
    const half = { stage: "network", done: 23, total: 25 } as const; // 0.12 + 0.15 + 0.25 * 23 / 25 = 0.5
    expect(shareDone(half)).toBeCloseTo(0.5, 9);
    expect(toProgressLine(half, 40, "en")).toMatch(/ (49|50) % {2}Building the network, about 40 s left$/);
    expect(toProgressLine(half, 300, "en")).toMatch(/about 5 min left$/);
    expect(toProgressLine(half, 40, "zh")).toMatch(/构建路网，约剩 40 秒$/);
    expect(toProgressLine(half, 0.2, "en")).not.toContain("left");
  });
});
