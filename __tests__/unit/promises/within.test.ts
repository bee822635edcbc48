import { longestTimer, within } from '../../../src/promises/within';

const never = new Promise<never>(() => {});
const tooLate = () => {
  throw new Error('too late');
};

describe('within', () => {
  it('ends as the promise does, and leaves no timer behind', async () => {
    const clear = jest.spyOn(globalThis, 'clearTimeout');
    expect(await within(60_000, Promise.resolve(7), tooLate)).toBe(7);
    await expect(within(60_000, Promise.reject(new Error('no')), tooLate)).rejects.toThrow('no');
    expect(clear).toHaveBeenCalledTimes(2);
    clear.mockRestore();
  });

  it('gives what late returns, or throws, once the time is over', async () => {
    expect(await within(1, never, () => 'instead')).toBe('instead');
    await expect(within(1, never, tooLate)).rejects.toThrow('too late');
  });

  it.each([longestTimer + 1, Number.POSITIVE_INFINITY])('does not take %d for no time at all', async (ms) => {
    const soon = new Promise((resolve) => setTimeout(resolve, 20, 'in time'));
    expect(await within(ms, soon, tooLate)).toBe('in time');
  });
});
