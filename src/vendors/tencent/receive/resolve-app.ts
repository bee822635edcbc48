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

const cacheMs = 60_000;
const maxCached = 1000;
const maxUnderWay = 100;

/**
 * Apps from a function of yours, e.g. a database. An answer is kept for a minute; at most 1,000 apps, and 1,000 ids that
 * are not ours, which cannot push out an app. At most 100 of your look-ups are under way at a time, and one that takes
 * longer than `timeoutMs` is not waited for. So a flood of invented ids costs your database a bounded number of look-ups.
 *
 * It rejects beyond that, when a look-up fails, and when the answer is not that app: what came from a database is checked
 * like an option, since an empty token would let anybody sign.
 */
export function resolvedApps(resolveApp: ResolveApp, timeoutMs: number): TokensOf {
  const ours = boundedCache<Tokens>();
  const notOurs = boundedCache<true>();
  const waiting = new Map<string, Promise<Tokens>>();
  let underWay = 0;

  async function ask(sdkAppId: string): Promise<AppFound> {
    underWay += 1;
    try {
      return await resolveApp(sdkAppId);
    } finally {
      underWay -= 1;
    }
  }

  async function lookUp(sdkAppId: string): Promise<Tokens> {
    const app = await within(timeoutMs, ask(sdkAppId), () => {
      throw new Error(`resolveApp took longer than ${timeoutMs} ms`);
    });
    if (app === undefined || app === null) {
      notOurs.keep(sdkAppId, true);
      return undefined;
    }
    const tokens = tokensIn(checkResolved(app, sdkAppId));
    ours.keep(sdkAppId, tokens);
    return tokens;
  }

  return (sdkAppId) => {
    const tokens = ours.find(sdkAppId);
    if (tokens !== undefined || notOurs.find(sdkAppId)) return tokens;
    const asked = waiting.get(sdkAppId);
    if (asked !== undefined) return asked;
    if (underWay >= maxUnderWay) return Promise.reject(new Error('too many look-ups of apps are under way'));
    const promise = lookUp(sdkAppId).finally(() => waiting.delete(sdkAppId));
    waiting.set(sdkAppId, promise);
    return promise;
  };
}

/** Checks a copy, and hands that over: the answer may have getters, or be changed later. */
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
    throw new TypeError('tencent.resolveApp answered without token; say unsigned: true where that is meant');
  }
  return app;
}

/** What is kept for a minute, the oldest forgotten first. */
function boundedCache<V>() {
  const entries = new Map<string, { value: V; until: number }>();
  return {
    find(key: string): V | undefined {
      const entry = entries.get(key);
      if (entry !== undefined && entry.until > performance.now()) return entry.value;
      entries.delete(key);
      return undefined;
    },
    keep(key: string, value: V): void {
      const oldest = entries.size >= maxCached ? entries.keys().next().value : undefined;
      if (oldest !== undefined) entries.delete(oldest);
      entries.set(key, { value, until: performance.now() + cacheMs });
    },
  };
}
