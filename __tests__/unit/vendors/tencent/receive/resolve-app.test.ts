import type { AppFound } from '../../../../../src/vendors/tencent/receive/apps';
import { resolvedApps } from '../../../../../src/vendors/tencent/receive/resolve-app';

const minute = 60_000;
const never = new Promise<AppFound>(() => {});

/** A database of one app, which a test may break; `calls` are the ids it was asked for. */
function database() {
  const calls: string[] = [];
  const state: { token: string; answers: 'well' | 'never' | 'badly' | 'none' } = { token: 'first', answers: 'well' };
  const tokensOf = resolvedApps(async (sdkAppId) => {
    calls.push(sdkAppId);
    if (state.answers === 'never') return never;
    if (state.answers === 'badly') throw new Error('the database is away');
    return state.answers === 'well' && sdkAppId === '1' ? { sdkAppId, token: state.token } : undefined;
  }, 1000);
  return { state, calls, tokensOf };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Lets a minute pass, and what was begun before it end. */
const later = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe('an app that is known', () => {
  it('is asked for once a minute, and is not waited for', async () => {
    const { state, calls, tokensOf } = database();
    expect(await tokensOf('1')).toEqual(['first']);
    expect(tokensOf('1')).toEqual(['first']); // no promise
    state.token = 'second';
    await later(minute);
    expect(tokensOf('1')).toEqual(['first']);
    await later(0);
    expect(tokensOf('1')).toEqual(['second']);
    expect(calls).toEqual(['1', '1']);
  });

  it.each(['never', 'badly'] as const)(
    'keeps its last answer for ten minutes while nobody answers: %s',
    async (answers) => {
      const { state, calls, tokensOf } = database();
      await tokensOf('1');
      state.answers = answers;
      await later(minute);
      for (let i = 0; i < 100; i++) expect(tokensOf('1')).toEqual(['first']);
      await later(1000);
      expect(calls.length).toBe(2); // a hundred callbacks, one look-up
      await later(1000);
      expect(tokensOf('1')).toEqual(['first']);
      expect(calls.length).toBe(3);
      await later(9 * minute + 50_000);
      expect(tokensOf('1')).toEqual(['first']);
      await later(minute);
      const waiting = expect(tokensOf('1')).rejects.toThrow();
      await later(1000);
      await waiting;
    },
  );

  it('is forgotten when it is ours no longer', async () => {
    const { state, tokensOf } = database();
    await tokensOf('1');
    state.answers = 'none';
    await later(minute);
    expect(tokensOf('1')).toEqual(['first']);
    await later(0);
    expect(tokensOf('1')).toBeUndefined();
  });
});

describe('a flood of invented ids', () => {
  /** Asks for so many of them, and forgets what comes of it. */
  function flood(tokensOf: ReturnType<typeof resolvedApps>, from: number, count: number): void {
    for (let id = from; id < from + count; id++) Promise.resolve(tokensOf(String(id))).catch(() => undefined);
  }

  it('costs the database at most 100 look-ups at a time, and a place is given back when its time is over', async () => {
    const { state, calls, tokensOf } = database();
    state.answers = 'never';
    flood(tokensOf, 1000, 300);
    expect(calls.length).toBe(100);
    await expect(tokensOf('7')).rejects.toThrow('too many look-ups');
    await later(1000);
    state.answers = 'well';
    expect(await tokensOf('1')).toEqual(['first']);
  });

  it('keeps out no app that is known, whether its answer is fresh, stale or too old', async () => {
    const { state, calls, tokensOf } = database();
    await tokensOf('1');
    for (const ms of [0, minute, 12 * minute]) {
      state.answers = 'never';
      await later(ms);
      flood(tokensOf, 1000 + ms, 2000);
      state.answers = 'well';
      const asked = calls.length;
      expect(await tokensOf('1')).toEqual(['first']);
      expect(calls.length - asked).toBe(ms === 0 ? 0 : 1);
      await later(1000);
    }
  });
});
