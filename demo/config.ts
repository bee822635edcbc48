import { join } from 'node:path';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly sdkAppId: number;
  readonly token: string;
  readonly secret: string;
  /** True when both secrets are the demo's, which everybody knows. */
  readonly isDemo: boolean;
  readonly dataFolder: string;
  /** The PostgreSQL with the inbox; undefined: the inbox is a file. */
  readonly inboxUrl: string | undefined;
  readonly logLevel: string;
  /** Words that no message may contain. */
  readonly blockedWords: readonly string[];
  /** Whether the page has buttons that send test callbacks: their data is stored beside real data. */
  readonly testCallbacks: boolean;
  /** Whether the page shows the text of messages before anybody asks. */
  readonly showsText: boolean;
  /** Host names under which a browser may request the page. */
  readonly pageHosts: readonly string[];
}

type Env = Readonly<Record<string, string | undefined>>;

/** Good enough to try the app on one's own machine, and known to everybody. */
const demo = { IM_CALLBACK_TOKEN: 'demo-token', OPENIM_SECRET: 'demo-secret-path-segment' };
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const loopback = ['127.0.0.1', 'localhost', '::1'];

/** Reads the environment. Throws one error that names everything wrong, and says what to write. */
export function readConfig(env: Env): Config {
  const problems: string[] = [];
  const host = env.HOST || '127.0.0.1';

  function whole(name: string, fallback: number, largest: number): number {
    const text = env[name] || String(fallback);
    const value = Number(text);
    if (/^\d+$/.test(text) && value <= largest) return value;
    problems.push(`${name} must be a whole number up to ${largest}, e.g. ${name}=${fallback}; it is ${text}`);
    return fallback;
  }

  function secret(name: keyof typeof demo, form: RegExp): string {
    const value = env[name] || demo[name];
    if (!form.test(value)) problems.push(`${name} must match ${form}; write e.g. ${name}=$(openssl rand -hex 16)`);
    if (value === demo[name] && !loopback.includes(host))
      problems.push(
        `${name} is not set, and HOST=${host} can be reached by others; write the secret your chat service has`,
      );
    return value;
  }

  const token = secret('IM_CALLBACK_TOKEN', /^\S+$/);
  const pathSecret = secret('OPENIM_SECRET', /^[\w.~-]+$/);
  const isDemo = token === demo.IM_CALLBACK_TOKEN && pathSecret === demo.OPENIM_SECRET;
  const config: Config = {
    // Anyone who sees the page sees who talks to whom, and can run handlers again: it must not be public. Let a reverse
    // proxy forward /im-callback, and nothing else, from outside.
    host,
    port: whole('PORT', 3000, 65_535),
    sdkAppId: whole('IM_SDK_APP_ID', 1400000001, Number.MAX_SAFE_INTEGER),
    token,
    secret: pathSecret,
    isDemo,
    dataFolder: env.DATA_FOLDER || join(__dirname, '..', 'data'),
    inboxUrl: env.INBOX_URL || undefined,
    logLevel: env.LOG_LEVEL || 'info',
    blockedWords: words(env.BLOCKED_WORDS ?? 'spam'),
    testCallbacks: env.TEST_CALLBACKS === undefined ? isDemo : env.TEST_CALLBACKS === '1',
    showsText: false,
    pageHosts: words(env.PAGE_HOSTS || 'localhost,127.0.0.1,[::1]'),
  };
  if (!levels.includes(config.logLevel)) problems.push(`LOG_LEVEL must be one of ${levels.join(', ')}`);
  if (problems.length > 0) throw new Error(`The environment is not right:\n- ${problems.join('\n- ')}`);
  return config;
}

function words(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
}
