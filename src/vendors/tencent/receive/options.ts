import type { Admission } from '../../../flow/admission';
import { type ReceiverOptions, receiverRules, type Settings, type SharedSettings } from '../../../flow/settings';
import { aBoolean, aFunction, checkOptions, refuseUndefined, type Shape, wholeNumber } from '../../../options/check';
import { optionError } from '../../../options/option-error';
import { isPromise } from '../../../promises/is-promise';
import { appRules, fixedApps, type ResolveApp, type TencentApp, type TokensOf, validateApp } from './apps';
import { defaultReplayEntries } from './replay-guard';
import { resolvedApps } from './resolve-app';

/**
 * See https://www.tencentcloud.com/document/product/1047/34354 (Webhook Overview).
 *
 * @see src/vendors/tencent/README.md in this package: what Tencent signs, how long it waits, what it repeats, what surprises.
 */
export type TencentOptions = TencentCommonOptions & (OneApp | SeveralApps | ResolvedApps);

interface OneApp {
  /**
   * Your SDKAppID; a callback for another one is refused. It is no secret and no protection: set `token` too.
   * @throws `TypeError`, when the receiver is made, where it is missing or no whole number above 0.
   * @example
   * tencent: { sdkAppId: 1400000001, token: process.env.IM_CALLBACK_TOKEN },
   */
  sdkAppId: number | string;
  /**
   * The authentication token of the console. With it, `Sign` and `RequestTime` are required and checked. With several tokens each
   * is valid, so that you can rotate them. Without it anybody who knows your URL and SDKAppID (every client app holds it) can
   * call you. Default: none, with a warning at start.
   * @throws `TypeError`, when the receiver is made, if it is present but `undefined`, e.g. because an environment variable is not
   * set.
   * @example
   * token: [process.env.NEW_TOKEN, process.env.OLD_TOKEN],
   */
  token?: string | readonly string[] | undefined;
  /** Declares that there is no token on purpose, which suppresses the warning at start. */
  unsigned?: boolean | undefined;
  apps?: undefined;
  resolveApp?: undefined;
}

interface SeveralApps {
  /**
   * Several apps on one mount, each with its own token; `event.appId` is the app of the callback.
   * @throws `TypeError`, when the receiver is made, where the list is empty.
   * @example
   * tencent: { apps: [{ sdkAppId: 1400000001, token: one }, { sdkAppId: 1400000002, token: two }] },
   */
  apps: readonly TencentApp[];
  sdkAppId?: undefined;
  resolveApp?: undefined;
}

interface ResolvedApps {
  /**
   * Apps from a database: asked once a minute for each id, at most 1,000 answers are kept. A known app never waits: its last
   * answer is used while a new one is fetched, for ten minutes at most. A rejection answers 503.
   * @example
   * tencent: { resolveApp: async (sdkAppId) => ({ token: await tokenOf(sdkAppId) }) },
   */
  resolveApp: ResolveApp;
  sdkAppId?: undefined;
  apps?: undefined;
}

interface TencentCommonOptions extends ReceiverOptions {
  /**
   * How far `RequestTime` may be from our clock, in both directions, in SECONDS. Default 60.
   * @throws `TypeError`, when the receiver is made, where it is no whole number from 1 to 3,600.
   */
  toleranceSeconds?: number;
  /**
   * Refuses a signature that was used for the same body before (403). Off by default. `{ maxEntries }` bounds what is
   * remembered, default 100,000 deliveries, about 15 MB.
   * @throws `TypeError`, when the receiver is made, where no app has a token.
   * @example
   * replayGuard: { maxEntries: 10_000 },
   */
  replayGuard?: boolean | { maxEntries: number };
  /**
   * Accepts callbacks WITHOUT signature although there is a token: for the minutes between setting the token here and in the
   * console. It prints a warning at start, and reports each one to `onFailure` as `unsignedAccepted`. Off by default.
   */
  unsignedGrace?: boolean;
}

export interface TencentSettings extends Settings {
  tokensOf: TokensOf;
  toleranceSeconds: number;
  /** 0: no guard. */
  replayEntries: number;
  unsignedGrace: boolean;
  /** True where at least one app accepts unsigned callbacks and does not say that it means to. */
  unsigned: boolean;
}

const shape: Shape = {
  at: 'tencent.',
  plain: ['replayGuard'],
  rules: {
    ...receiverRules,
    ...appRules,
    apps: (value) =>
      Array.isArray(value) && value.length > 0 ? undefined : 'a list of { sdkAppId, token }, at least one',
    resolveApp: aFunction,
    toleranceSeconds: wholeNumber('seconds', 1, 3600),
    replayGuard: (value) =>
      typeof value === 'boolean' || isEntries(value) ? undefined : 'true, false or { maxEntries }, from 1 to 10000000',
    unsignedGrace: aBoolean,
  },
};

function isEntries(value: unknown): value is { maxEntries: number } {
  const { maxEntries, ...others } = (value ?? {}) as { maxEntries?: unknown };
  return Object.keys(others).length === 0 && wholeNumber('', 1, 10_000_000)(maxEntries) === undefined;
}

/** Checks Tencent's options and fills in the defaults. */
export function tencentSettings(options: TencentOptions, shared: SharedSettings): TencentSettings {
  checkOptions(options, shape);
  refuseUndefined(options, shape);
  const apps = appsOf(options);
  refuseIdle(options, apps);
  const { toleranceSeconds = 60, replayGuard = false, unsignedGrace = false } = options;
  const { bodyLimitBytes = 256 * 1024, bodyTimeoutMs = 2000, deadlineMs = 1600 } = options;
  return {
    ...shared,
    bodyLimitBytes,
    bodyTimeoutMs,
    deadlineMs,
    toleranceSeconds,
    unsignedGrace,
    replayEntries: typeof replayGuard === 'object' ? replayGuard.maxEntries : replayGuard ? defaultReplayEntries : 0,
    tokensOf:
      options.resolveApp === undefined
        ? fixedApps(apps)
        : waitedFor(resolvedApps(options.resolveApp, deadlineMs), shared.admission),
    unsigned: apps.some(({ token, unsigned }) => token === undefined && unsigned !== true),
  };
}

/** Options about signatures have no effect when no app has a token. */
function refuseIdle({ replayGuard, unsignedGrace, resolveApp }: TencentOptions, apps: readonly TencentApp[]): void {
  if (resolveApp !== undefined || apps.some(({ token }) => token !== undefined)) return;
  const idle = replayGuard ? 'replayGuard' : unsignedGrace ? 'unsignedGrace' : undefined;
  if (idle === undefined) return;
  throw optionError(
    `imCallbacks: option tencent.${idle} needs a token; write token: process.env.IM_CALLBACK_TOKEN, or leave it out`,
  );
}

/** Makes `drain` wait for the requests that wait for their app. */
function waitedFor(tokensOf: TokensOf, admission: Admission): TokensOf {
  return (sdkAppId) => {
    const tokens = tokensOf(sdkAppId);
    return isPromise(tokens) ? admission.outside(tokens) : tokens;
  };
}

/** The apps known at start; none when a function resolves them. */
function appsOf(options: TencentOptions): readonly TencentApp[] {
  const given = [options.sdkAppId, options.apps, options.resolveApp].filter((one) => one !== undefined).length;
  if (given === 0)
    throw optionError('imCallbacks: option tencent.sdkAppId is missing; write e.g. sdkAppId: 1400000001');
  if (given > 1) throw optionError('imCallbacks: tencent takes one of sdkAppId, apps and resolveApp, not several');
  if (options.sdkAppId !== undefined) return [options];
  if ('token' in options)
    throw optionError('imCallbacks: tencent.token goes with sdkAppId; in apps and resolveApp each app has its own');
  for (const [i, app] of options.apps?.entries() ?? []) validateApp(app, `tencent.apps[${i}].`);
  return options.apps ?? [];
}
