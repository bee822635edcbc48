import http, { type Agent } from 'node:http';
import https from 'node:https';

/** A configured URL in the parts that a sender makes requests of. */
export interface TargetUrl {
  /** `http://host:port`. */
  readonly origin: string;
  /** Path and query, exactly as configured; may be empty. */
  readonly path: string;
  readonly credentials: { user: string; password: string } | undefined;
}

const parts = /^(https?:)\/\/(?:([^/?#@]*)@)?([^/?#@]+)([/?][^#]*)?$/i;

/** Takes a configured URL apart. Not with `URL`, which adds a slash to an empty path, and senders glue strings. */
export function targetUrl(to: string): TargetUrl | undefined {
  const [, protocol, login, host, path = ''] = parts.exec(to) ?? [];
  if (!URL.canParse(to) || protocol === undefined || host === undefined) return undefined;
  const [user = '', ...password] = login?.split(':') ?? [];
  return {
    origin: `${protocol.toLowerCase()}//${host}`,
    path,
    credentials:
      (login && { user: decodeURIComponent(user), password: decodeURIComponent(password.join(':')) }) || undefined,
  };
}

/**
 * Connections that are kept alive, as both vendors keep theirs. An idle one is closed before a server does so, which Node's takes
 * 5 s for (or less, as its Keep-Alive header then says): a request that meets a connection just being closed ends in ECONNRESET.
 */
export function keptAlive({ origin }: TargetUrl, maxSockets = Number.POSITIVE_INFINITY): Agent {
  const { Agent: Kept } = origin.startsWith('https:') ? https : http;
  return new Kept({ keepAlive: true, maxSockets, timeout: longestIdleMs });
}

const longestIdleMs = 3000;
