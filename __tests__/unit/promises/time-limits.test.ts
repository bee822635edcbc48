import { AsyncLocalStorage } from 'node:async_hooks';
import { timeLimits } from '../../../src/promises/time-limits';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a time limit of many', () => {
  it('ends each when its own time is over, with one timer', () => {
    const ended: string[] = [];
    const limit = timeLimits();
    limit.start(100, () => ended.push('a'));
    jest.advanceTimersByTime(60);
    limit.start(100, () => ended.push('b'));
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(39);
    expect(ended).toEqual([]);
    jest.advanceTimersByTime(2);
    expect(ended).toEqual(['a']);
    jest.advanceTimersByTime(60);
    expect(ended).toEqual(['a', 'b']);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('ends each in the async context in which it began', () => {
    const storage = new AsyncLocalStorage<string>();
    const found: (string | undefined)[] = [];
    const limit = timeLimits();
    for (const name of ['one', 'other'])
      storage.run(name, () => limit.start(100, () => found.push(storage.getStore())));
    jest.advanceTimersByTime(101);
    expect(found).toEqual(['one', 'other']);
  });

  it('does not end what was stopped', () => {
    const ended: string[] = [];
    const limit = timeLimits();
    const first = limit.start(100, () => ended.push('a'));
    limit.start(100, () => ended.push('b'));
    limit.stop(first);
    limit.stop(first);
    jest.advanceTimersByTime(101);
    expect(ended).toEqual(['b']);
  });

  it('begins again after a pause, and from within', () => {
    const ended: string[] = [];
    const limit = timeLimits();
    limit.start(100, () => limit.start(100, () => ended.push('again')));
    jest.advanceTimersByTime(150);
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(51);
    expect(ended).toEqual(['again']);
    jest.advanceTimersByTime(1000);
    limit.start(100, () => ended.push('later'));
    jest.advanceTimersByTime(101);
    expect(ended).toEqual(['again', 'later']);
  });

  it('keeps the time of the others where one throws', () => {
    const ended: string[] = [];
    const limit = timeLimits();
    limit.start(100, () => {
      throw new Error('mine');
    });
    limit.start(100, () => ended.push('b'));
    expect(() => jest.advanceTimersByTime(101)).toThrow('mine');
    jest.advanceTimersByTime(101);
    expect(ended).toEqual(['b']);
  });

  it('ends each in its turn where a later one is shorter', () => {
    const ended: string[] = [];
    const limit = timeLimits();
    limit.start(100, () => ended.push('long'));
    const between = limit.start(80, () => ended.push('stopped'));
    limit.start(50, () => ended.push('short'));
    limit.start(90, () => ended.push('middle'));
    limit.stop(between);
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(51);
    expect(ended).toEqual(['short']);
    jest.advanceTimersByTime(40);
    expect(ended).toEqual(['short', 'middle']);
    jest.advanceTimersByTime(10);
    expect(ended).toEqual(['short', 'middle', 'long']);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('ends where a test moves timers on, and not the clock', () => {
    jest.useRealTimers();
    jest.useFakeTimers({ doNotFake: ['performance'] });
    const ended: string[] = [];
    const limit = timeLimits();
    const stopped = limit.start(50, () => ended.push('stopped'));
    limit.start(100, () => ended.push('a'));
    limit.stop(stopped);
    jest.advanceTimersByTime(99);
    expect(ended).toEqual([]);
    jest.advanceTimersByTime(2);
    expect(ended).toEqual(['a']);
  });

  it('ends by the timers of the day: a test may replace them and give them back', async () => {
    const ended: string[] = [];
    const limit = timeLimits();
    jest.useRealTimers();
    limit.stop(limit.start(60_000, () => undefined));
    jest.useFakeTimers();
    limit.start(100, () => ended.push('fake'));
    jest.advanceTimersByTime(101);
    expect(ended).toEqual(['fake']);
    limit.stop(limit.start(100, () => undefined));
    jest.useRealTimers();
    await new Promise<void>((resolve) => void limit.start(5, resolve));
  });

  it('keeps no process alive', () => {
    jest.useRealTimers();
    const before = process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    const limit = timeLimits();
    limit.stop(limit.start(60_000, () => undefined));
    const after = process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    expect(after).toBe(before);
  });
});
