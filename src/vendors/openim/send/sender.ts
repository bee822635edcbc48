import type { AnyCommand } from '../../../catalogue/command';
import { aBoolean, aFunction, checkOptions, type Shape, wholeNumber } from '../../../options/check';
import type { ComposedRequest } from '../../../sending/composed-request';
import { post } from '../../../sending/post';
import { lost, makeQueue } from '../../../sending/queue';
import { sampleOf } from '../../../sending/sample-of';
import type { Attempt, Sender, SendOptions, Sent } from '../../../sending/sender';
import { keptAlive, type TargetUrl, targetUrl } from '../../../sending/target-url';
import { composeRequest, type OpenimCommand } from '..';
import { openimIndex } from '../catalogue';
import { openimBody } from './body';
import { concludeOpenim } from './conclude';
import { type OpenimServerVersion, openimServer, openimServerVersions } from './servers';
import { openimSpelling } from './spelling';

/** An OpenIM server as a sender; `webhooks.yml` has the same switches. */
export interface OpenimSenderOptions {
  readonly vendor: 'openim';
  /** The configured `url`. Credentials in it become Basic ones. A query in it spoils the route, as with the real server. */
  readonly to: string | URL;
  /** Which server's form and rules. `'3.4'` is 3.4.0; 3.4.2 was tagged from the 3.5 line. Default `'3.8'`. */
  readonly serverVersion?: OpenimServerVersion;
  /** The secret segment that ends the configured `url`, if it is not in `to`. */
  readonly secret?: string | undefined;
  /** Basic credentials, if they are not in `to`. */
  readonly credentials?: { readonly user: string; readonly password: string } | undefined;
  /** In milliseconds; servers from 3.4.0 on cap it at 15,000, which 0 stands for. Default 5,000. */
  readonly timeoutMs?: number;
  /** What a failed before-callback means: servers 2.x to 3.6 go on with it, later ones never look. Default true, as shipped. */
  readonly failedContinue?: boolean;
  /** Unix time in milliseconds, for operation IDs. Default `Date.now`. */
  readonly clock?: () => number;
}

const isText = (value: unknown) => typeof value === 'string' && value !== '';

const shape: Shape = {
  of: 'createSender',
  at: '',
  plain: ['vendor', 'serverVersion'],
  rules: {
    vendor: () => undefined,
    to: (value) =>
      targetUrl(String(value)) ? undefined : `the receiver's URL, e.g. 'http://127.0.0.1:3000/im-callback'`,
    serverVersion: (value) =>
      openimServerVersions.some((version) => version === value)
        ? undefined
        : `one of ${openimServerVersions.join(', ')}, as a string`,
    secret: (value) => (isText(value) && !/[/?#]/.test(String(value)) ? undefined : 'one path segment'),
    credentials: (value) => {
      const { user, password } = (value ?? {}) as { user?: unknown; password?: unknown };
      return isText(user) && typeof password === 'string' ? undefined : '{ user, password }, two strings';
    },
    timeoutMs: wholeNumber('milliseconds', 0, 3_600_000),
    failedContinue: aBoolean,
    clock: aFunction,
  },
};

/** What a Go client adds to every request. */
const goHeaders = { 'User-Agent': 'Go-http-client/1.1', 'Accept-Encoding': 'gzip' };

/** Connections to one host (http.go of the server, 3.4.2 on). */
const maxSockets = 100;

export function openimSender(options: OpenimSenderOptions): Sender<OpenimCommand> {
  checkOptions(options, shape);
  const { serverVersion = '3.8', secret, timeoutMs = 5000, failedContinue = true, clock = () => Date.now() } = options;
  const server = openimServer(serverVersion);
  const url = targetUrl(String(options.to)) as TargetUrl; // checked above
  const path = secret === undefined ? url.path : `${url.path.replace(/\/$/, '')}/${secret}`;
  const credentials = options.credentials ?? url.credentials;
  const agent = keptAlive(url, maxSockets);
  const queue = server.queue && makeQueue(server.queue);
  const longest = Math.min(server.longestTimeoutMs, 2 ** 31 - 1);
  let operations = 0;

  const nextOperationID = () => `${clock()}${String(operations++ % 1000).padStart(3, '0')}`;

  function compose(command: string, wire: string, body: object, operationID: string): ComposedRequest {
    // Any name and any body may be sent; the composer's types are for known ones.
    const composed = composeRequest(command as 'callbackAfterSendSingleMsgCommand', body, {
      path,
      wire,
      commandIn: server.commandIn,
      operationID: headerOf(operationID),
      newline: server.newline,
      conversationKey: server.conversationKeyOf.includes(command),
      ...(credentials && { credentials }),
    });
    const connection: Record<string, string> = server.keepsAlive ? {} : { Connection: 'close' };
    return { ...composed, headers: { ...canonical(composed.headers), ...goHeaders, ...connection } };
  }

  function headerOf(operationID: string): string | null {
    if (server.operationID === 'body') return '';
    return operationID === '' && server.operationID === 'always' ? null : operationID;
  }

  async function attempt(command: AnyCommand | undefined, request: ComposedRequest): Promise<Attempt> {
    const exchange = await post(request, {
      origin: url.origin,
      timeoutMs: timeoutMs === 0 ? longest : Math.min(timeoutMs, longest),
      agent: server.keepsAlive && agent,
      likeGo: true,
    });
    const call = { server, command, body: JSON.parse(request.body), failedContinue };
    return { request, response: exchange.response, conclusion: concludeOpenim(call, exchange), ms: exchange.ms };
  }

  async function deliver(wire: string, given: object, { operationID = nextOperationID() }: SendOptions): Promise<Sent> {
    const command = openimIndex.get(wire);
    const body = openimBody(given, server, operationID);
    const request = compose(command?.wire ?? wire, openimSpelling(wire, serverVersion), body, operationID);
    const isQueued = queue !== undefined && command?.phase !== 'before';
    const done = await (isQueued ? queue.add(() => attempt(command, request)) : attempt(command, request));
    const last: Attempt = done === lost ? neverSent(request) : done;
    return { ...last, attempts: done === lost ? [] : [last] };
  }

  return {
    async send(wire, body, sendOptions = {}) {
      const command = openimIndex.get(wire);
      if (command === undefined)
        throw new TypeError(`send: no command of OpenIM is called ${wire}; sendAny() sends any`);
      return deliver(wire, body ?? sampleOf(command), sendOptions);
    },
    sendAny: (wire, body, sendOptions = {}) => deliver(wire, body, sendOptions),
    close: () => agent.destroy(),
  };
}

/** Go writes header names in its own canonical form. */
function canonical({ operationID, ...headers }: Readonly<Record<string, string>>): Record<string, string> {
  return { ...headers, ...(operationID !== undefined && { Operationid: operationID }) };
}

function neverSent(request: ComposedRequest): Attempt {
  const why = 'the queue of after-callbacks was full for too long; the server drops it without a log line (3.7.0 on)';
  return { request, response: undefined, conclusion: { result: 'lost', sender: 'goesOn', why }, ms: 0 };
}
