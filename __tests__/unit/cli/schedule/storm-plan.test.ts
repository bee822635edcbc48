import { type StormOptions, stormPlan, usualCommands } from '../../../../src/cli/schedule/storm-plan';

const calm: StormOptions = {
  seed: 1,
  count: 2000,
  ratePerSecond: 100,
  commands: usualCommands('tencent'),
  conversations: 5,
  duplicates: 0,
  reordered: 0,
  late: 0,
  lost: 0,
  lateMs: 5000,
};

describe('the plan of a storm', () => {
  it('without disturbances has each event once, at its time, numbered in its conversation', () => {
    const { requests } = stormPlan(calm);
    expect(requests.map(({ n }) => n)).toEqual(Array.from({ length: 2000 }, (_, n) => n));
    expect(requests.map(({ at }) => at)).toEqual(Array.from({ length: 2000 }, (_, n) => n * 10));
    const last = new Map<string, number>();
    for (const { command, conversation, sequence } of requests) {
      const key = `${command.wire} ${conversation}`;
      expect(sequence).toBe((last.get(key) ?? 0) + 1);
      last.set(key, sequence);
    }
    expect(last.size).toBe(6 * 5);
  });

  it('keeps to the shares that are asked for', () => {
    const { duplicated, reordered, late, lost, requests } = stormPlan({
      ...calm,
      duplicates: 0.1,
      reordered: 0.2,
      late: 0.05,
      lost: 0.02,
    });
    expect(requests).toHaveLength(2000 - lost + duplicated);
    for (const [n, share] of [
      [duplicated, 0.1],
      [reordered, 0.2],
      [late, 0.05],
      [lost, 0.02],
    ] as const) {
      expect(Math.abs(n / 2000 - share)).toBeLessThan(0.03);
    }
  });

  it('sends a repeated event the same, and later', () => {
    const { requests } = stormPlan({ ...calm, duplicates: 1 });
    const [first, second] = requests.filter(({ n }) => n === 10);
    expect(requests).toHaveLength(4000);
    expect(second).toEqual({ ...first, at: second?.at });
    expect(second?.at).toBeGreaterThanOrEqual(first?.at ?? Number.NaN);
  });

  it('lets later events overtake what comes out of order or late', () => {
    const order = (options: Partial<StormOptions>) => stormPlan({ ...calm, ...options }).requests.map(({ n }) => n);
    expect(order({ reordered: 0.2 })).not.toEqual(order({}));
    expect(order({ late: 0.2 })).not.toEqual(order({}));
    expect(order({ late: 0.2 }).toSorted((a, b) => a - b)).toEqual(order({}));
  });

  it('leaves gaps where events are lost', () => {
    const { requests, lost } = stormPlan({ ...calm, lost: 0.1, conversations: 1, commands: calm.commands.slice(0, 1) });
    const sequences = requests.map(({ sequence }) => sequence);
    expect(lost).toBeGreaterThan(0);
    expect(Math.max(...sequences) - sequences.length).toBeLessThanOrEqual(lost);
    expect(new Set(sequences).size).toBe(2000 - lost);
  });

  it('sends the same events whatever happens to them', () => {
    const told = (options: Partial<StormOptions>) =>
      stormPlan({ ...calm, ...options }).requests.map(
        ({ n, command, conversation }) => `${n} ${command.wire} ${conversation}`,
      );
    const all = new Set(told({}));
    for (const one of told({ lost: 0.3, duplicates: 0.3 })) expect(all.has(one)).toBe(true);
  });
});
