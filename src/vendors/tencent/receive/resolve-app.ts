import { within } from '../../../promises/within';
import {
  type AppFound,
  type ResolveApp,
  type TencentApp,
  type Tokens,
  type TokensOf,
  tokensIn,
  validateApp,
} from './apps';

/** How long an answer is fresh, in milliseconds. */
const freshMs = 60_000;
/** How much longer the answer for an app is used while a new one is fetched, or no answer comes. */
const staleMs = 10 * 60_000;
/** Pause after a failed look-up of a known app, in milliseconds, to spare a struggling database. */
const pauseMs = 1000;
const maxKept = 1000;
/** How many look-ups run at once: of unknown ids, which anybody can invent, and of known apps. */
const maxUnderWay = { strangers: 100, known: 100 };

/**
 * Apps from a function of yours, e.g. a database. An answer is kept for a minute; at most 1,000 apps, and 1,000 ids that
 * are not ours, which cannot push out an app.
 *
 * A known app never waits: after that minute its last answer is used while a new one is fetched, for ten minutes at most. At most
 * 100 look-ups run for unknown ids, and 100 for known apps. So a flood of invented ids costs your database a bounded number of
 * look-ups and keeps no known app out. A look-up releases its place when it ends, or after `timeoutMs`.
 *
 * It rejects above this limit, when a look-up fails, and when the answer is another app. An answer is checked like an option,
 * since an empty token would let anybody sign.
 */
export function resolvedApps(resolveApp: ResolveApp, timeoutMs: number): TokensOf {
  const ours = boundedCache<Tokens>();
  const notOurs = boundedCache<true>();
  const asked = new Map<string, Promise<Tokens>>();
  const underWay = { strangers: 0, known: 0 };

  /** One look-up for each id at a time, in a place of its kind. */
  function ask(sdkAppId: string, kind: keyof typeof underWay): Promise<Tokens> {
    const already = asked.get(sdkAppId);
    if (already !== undefined) return already;
    if (underWay[kind] >= maxUnderWay[kind])
      return Promise.reject(new Error('too many look-ups of apps are under way'));
    underWay[kind] += 1;
    const answer = lookUp(sdkAppId).finally(() => {
      underWay[kind] -= 1;
      asked.delete(sdkAppId);
    });
    asked.set(sdkAppId, answer);
    return answer;
  }

  async function lookUp(sdkAppId: string): Promise<Tokens> {
    const app = await within(timeoutMs, answerOf(sdkAppId), tooSlow);
    if (app === undefined || app === null) {
      ours.forget(sdkAppId);
      notOurs.keep(sdkAppId, true);
      return undefined;
    }
    const tokens = tokensIn(checkResolved(app, sdkAppId));
    ours.keep(sdkAppId, tokens);
    return tokens;
  }

  /** Meanwhile the last answer is still used. */
  function refresh(sdkAppId: string, app: Kept<Tokens>): void {
    ask(sdkAppId, 'known').catch(() => {
      app.askAt = performance.now() + pauseMs;
    });
  }

  /** `async`, so that a synchronous throw becomes a rejection. */
  async function answerOf(sdkAppId: string): Promise<AppFound> {
    return resolveApp(sdkAppId);
  }

  function tooSlow(): never {
    throw new Error(`resolveApp took longer than ${timeoutMs} ms`);
  }

  return (sdkAppId) => {
    const now = performance.now();
    const app = ours.find(sdkAppId);
    if (app !== undefined && now < app.since + freshMs + staleMs) {
      if (now >= app.askAt) refresh(sdkAppId, app);
      return app.value;
    }
    const stranger = notOurs.find(sdkAppId);
    if (stranger !== undefined && now < stranger.askAt) return undefined;
    return ask(sdkAppId, app === undefined ? 'strangers' : 'known');
  };
}

/** Checks and returns a copy: the answer may have getters, or change later. */
function checkResolved(found: TencentApp, asked: string): TencentApp {
  const at = 'the answer of tencent.resolveApp: ';
  validateApp(found, at);
  const { sdkAppId, token, unsigned } = found;
  const app: TencentApp = { sdkAppId };
  if (token !== undefined) app.token = typeof token === 'string' ? token : Array.from(token);
  if (unsigned !== undefined) app.unsigned = unsigned;
  validateApp(app, at);
  if (String(app.sdkAppId) !== asked) throw new TypeError('tencent.resolveApp answered with another app');
  if (app.token === undefined && app.unsigned !== true) {
    throw new TypeError('tencent.resolveApp answered without token; add unsigned: true if that is intended');
  }
  return app;
}

interface Kept<V> {
  readonly value: V;
  readonly since: number;
  /** From then on it must be fetched again. */
  askAt: number;
}

/** At most 1,000 values; the least recently used is removed first. */
function boundedCache<V>() {
  const entries = new Map<string, Kept<V>>();
  return {
    find(key: string): Kept<V> | undefined {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key); // a Map keeps the order in which it was written
      entries.set(key, entry);
      return entry;
    },
    keep(key: string, value: V): void {
      entries.delete(key);
      const oldest = entries.size >= maxKept ? entries.keys().next().value : undefined;
      if (oldest !== undefined) entries.delete(oldest);
      const since = performance.now();
      entries.set(key, { value, since, askAt: since + freshMs });
    },
    forget: (key: string) => entries.delete(key),
  };
}
