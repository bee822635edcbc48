/** One app of the console. */
export interface TencentApp {
  sdkAppId: number | string;
  /** See `tencent.token`. */
  token?: string | readonly string[] | undefined;
}

/** Looks an app up by its SDKAppID in digits; undefined: not one of ours. */
export type ResolveApp = (sdkAppId: string) => TencentApp | undefined | Promise<TencentApp | undefined>;

/** The tokens of an app; an empty list for an app without signatures; undefined for an app that is not ours. */
export type TokensOf = (sdkAppId: string) => Tokens | Promise<Tokens>;
export type Tokens = readonly string[] | undefined;

export function tokensIn({ token = [] }: TencentApp): readonly string[] {
  return typeof token === 'string' ? [token] : token;
}

/** The apps of the options: one, or several on one mount. */
export function fixedApps(apps: readonly TencentApp[]): TokensOf {
  const tokens = new Map(apps.map((app) => [String(app.sdkAppId), tokensIn(app)]));
  return (sdkAppId) => tokens.get(sdkAppId);
}

const cacheMs = 60_000;
const maxCached = 1000;
const maxUnderWay = 100;

/**
 * Apps from a function of yours, e.g. a database. An answer, "not ours" included, is kept for a minute, at most 1,000 of
 * them; at most 100 look-ups are under way at a time, each for at most `timeoutMs`. So a flood of invented ids costs your
 * database a bounded number of look-ups. Beyond that, and when a look-up fails, it rejects.
 */
export function resolvedApps(resolveApp: ResolveApp, timeoutMs: number): TokensOf {
  const cache = new Map<string, { tokens: Tokens; until: number }>();
  const underWay = new Map<string, Promise<Tokens>>();

  function keep(sdkAppId: string, app: TencentApp | undefined): Tokens {
    const tokens = app && tokensIn(app);
    const oldest = cache.size >= maxCached ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    cache.set(sdkAppId, { tokens, until: performance.now() + cacheMs });
    return tokens;
  }

  async function lookUp(sdkAppId: string): Promise<Tokens> {
    let timer: NodeJS.Timeout | undefined;
    const tooSlow = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`resolveApp took longer than ${timeoutMs} ms`)), timeoutMs);
    });
    try {
      return keep(sdkAppId, await Promise.race([resolveApp(sdkAppId), tooSlow]));
    } finally {
      clearTimeout(timer);
    }
  }

  return (sdkAppId) => {
    const known = cache.get(sdkAppId);
    if (known !== undefined && known.until > performance.now()) return known.tokens;
    cache.delete(sdkAppId);
    const running = underWay.get(sdkAppId);
    if (running !== undefined) return running;
    if (underWay.size >= maxUnderWay) return Promise.reject(new Error('too many look-ups of apps are under way'));
    // Not in lookUp's own finally: where resolveApp throws at once, that runs before the promise is put away below.
    const promise = lookUp(sdkAppId).finally(() => underWay.delete(sdkAppId));
    underWay.set(sdkAppId, promise);
    return promise;
  };
}
