import { describe, expect, test } from "vitest";
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
  test("is silent where there is no terminal", () => {
    const { bar, written, clock } = makeTerminal(false);
    bar.update({ stage: "read", done: 1, total: 4 });
    clock.milliseconds = 5000;
    bar.update({ stage: "search", done: 1, total: 4 });
    bar.finish();
    expect(written).toEqual([]);
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
