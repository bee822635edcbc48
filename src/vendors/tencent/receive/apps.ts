import { checkOptions, oneOrMore, type Rule, refuseUndefined } from '../../../options/check';
import { optionError } from '../../../options/option-error';

/** One app of the console. */
export interface TencentApp {
  sdkAppId: number | string;
  /** See `tencent.token`. */
  token?: string | readonly string[] | undefined;
  /** In an answer of `resolveApp` without token: accept unsigned callbacks on purpose. */
  unsigned?: boolean | undefined;
}

/** Looks an app up by its SDKAppID in digits; undefined or null: not one of ours. */
export type ResolveApp = (sdkAppId: string) => AppFound | Promise<AppFound>;
export type AppFound = TencentApp | undefined | null;

/**
 * The tokens of an app; an empty list for an app without signatures; undefined for an app that is not ours. A list must not
 * change later: signatures are cached by list, so a changed list would be checked with its old tokens.
 */
export type TokensOf = (sdkAppId: string) => Tokens | Promise<Tokens>;
export type Tokens = readonly string[] | undefined;

const isAppId = (one: unknown) =>
  (typeof one === 'string' || typeof one === 'number') && /^[1-9]\d{0,15}$/.test(`${one}`);
/** `'undefined'` is what a template string makes of a variable that is not set. */
const isToken = (one: unknown) =>
  typeof one === 'string' && /^\S(.{0,126}\S)?$/.test(one) && !/^(undefined|null)+$/.test(one);

export const appRules: Record<string, Rule> = {
  sdkAppId: (value) => (isAppId(value) ? undefined : 'your SDKAppID in digits, e.g. 1400000001'),
  token: oneOrMore(
    isToken,
    'the token of the console, 1 to 128 characters with no blank at either end, or a list of tokens',
  ),
  unsigned: (value) => (typeof value === 'boolean' ? undefined : 'true or false'),
};

/** Throws when this is no app; `at` names its origin in the message. */
export function validateApp(app: TencentApp, at: string): void {
  const shape = { at, rules: appRules };
  checkOptions(app, shape);
  refuseUndefined(app, shape);
  if (app.sdkAppId === undefined) throw optionError(`imCallbacks: option ${at}sdkAppId is missing`);
}

/** The apps of the options: one, or several on one mount. */
export function fixedApps(apps: readonly TencentApp[]): TokensOf {
  const tokens = new Map(apps.map((app) => [String(app.sdkAppId), tokensIn(app)]));
  if (tokens.size < apps.length) throw optionError('imCallbacks: tencent.apps has one sdkAppId twice');
  return (sdkAppId) => tokens.get(sdkAppId);
}

export function tokensIn({ token = [] }: TencentApp): readonly string[] {
  // A copy: a list that is emptied later would let everybody in.
  return typeof token === 'string' ? [token] : Array.from(token);
}
