import { timeLimit } from '../../../src/promises/time-limit';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a time limit of many', () => {
  it('ends each when its own time is over, with one timer', () => {
    const ended: string[] = [];
    const limit = timeLimit(100);
    limit.start(() => ended.push('a'));
    jest.advanceTimersByTime(60);
    limit.start(() => ended.push('b'));
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(39);
    expect(ended).toEqual([]);
    jest.advanceTimersByTime(2);
    expect(ended).toEqual(['a']);
    jest.advanceTimersByTime(60);
    expect(ended).toEqual(['a', 'b']);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('does not end what was stopped', () => {
    const ended: string[] = [];
    const limit = timeLimit(100);
    const first = limit.start(() => ended.push('a'));
    limit.start(() => ended.push('b'));
    limit.stop(first);
    limit.stop(first);
    jest.advanceTimersByTime(101);
    expect(ended).toEqual(['b']);
  });

  it('begins again after a pause, and from within', () => {
    const ended: string[] = [];
    const limit = timeLimit(100);
    limit.start(() => limit.start(() => ended.push('again')));
    jest.advanceTimersByTime(150);
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(51);
    expect(ended).toEqual(['again']);
    jest.advanceTimersByTime(1000);
    limit.start(() => ended.push('later'));
    jest.advanceTimersByTime(101);
    expect(ended).toEqual(['again', 'later']);
  });

  it('keeps the time of the others where one throws', () => {
    const ended: string[] = [];
    const limit = timeLimit(100);
    limit.start(() => {
      throw new Error('mine');
    });
    limit.start(() => ended.push('b'));
    expect(() => jest.advanceTimersByTime(101)).toThrow('mine');
    jest.advanceTimersByTime(101);
    expect(ended).toEqual(['b']);
  });

  it('keeps no process alive', () => {
    jest.useRealTimers();
    const before = process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    const limit = timeLimit(60_000);
    limit.stop(limit.start(() => undefined));
    const after = process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    expect(after).toBe(before);
  });
});
