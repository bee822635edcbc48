import type { AnyCommand } from '../../../catalogue/command';
import { freshSample } from '../../../catalogue/fresh-sample';
import type { ComposedRequest } from '../../../sending/composed-request';
import { post } from '../../../sending/post';
import type { Sender, Sent, Try } from '../../../sending/sender';
import { keptAlive, type TargetUrl, targetUrl } from '../../../sending/target-url';
import { type OpenimCommand, openimIndex } from '../catalogue';
import { openimBody } from './body';
import { composeRequest } from './compose-request';
import { concludeOpenim } from './conclude';
import type { OpenimSenderOptions, OpenimSendOptions } from './options';
import { lost, makeQueue } from './queue';
import { openimServer } from './servers';
import { openimSpelling } from './spelling';

/** What a Go client adds to every request. */
const goHeaders = { 'User-Agent': 'Go-http-client/1.1', 'Accept-Encoding': 'gzip' };

/** Connections to one host (http.go of the server, 3.4.2 on). */
const maxSockets = 100;

/** An OpenIM server of one version as a sender. */
export function openimSender(options: OpenimSenderOptions): Sender<OpenimCommand, OpenimSendOptions> {
  const { serverVersion = '3.8', secret, timeoutMs = 5000, failedContinue = true, clock = () => Date.now() } = options;
  const server = openimServer(serverVersion);
  const url = targetUrl(String(options.to)) as TargetUrl; // checked by createSender
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

  async function tryOnce(command: AnyCommand | undefined, request: ComposedRequest): Promise<Try> {
    const exchange = await post(request, {
      origin: url.origin,
      timeoutMs: timeoutMs === 0 ? longest : Math.min(timeoutMs, longest),
      agent: server.keepsAlive && agent,
      likeGo: true,
    });
    const call = { server, command, body: JSON.parse(request.body), failedContinue };
    return { request, response: exchange.response, conclusion: concludeOpenim(call, exchange), ms: exchange.ms };
  }

  async function sendCallback(
    wire: string,
    given: object,
    { operationID = nextOperationID() }: OpenimSendOptions,
  ): Promise<Sent> {
    const command = openimIndex.get(wire);
    const body = openimBody(given, server, operationID);
    const request = compose(command?.wire ?? wire, openimSpelling(wire, serverVersion), body, operationID);
    const isQueued = queue !== undefined && command?.phase !== 'before';
    const done = await (isQueued ? queue.add(() => tryOnce(command, request)) : tryOnce(command, request));
    const last: Try = done === lost ? neverSent(request) : done;
    return { ...last, tries: done === lost ? [] : [last] };
  }

  return {
    async send(wire, body, sendOptions = {}) {
      const command = openimIndex.get(wire);
      if (command === undefined)
        throw new TypeError(`send: no command of OpenIM is called ${wire}; sendAny() sends any`);
      return sendCallback(wire, body ?? freshSample(command), sendOptions);
    },
    sendAny: (wire, body, sendOptions = {}) => sendCallback(wire, body, sendOptions),
    close: () => agent.destroy(),
  };
}

/** Go writes header names in its own canonical form. */
function canonical({ operationID, ...headers }: Readonly<Record<string, string>>): Record<string, string> {
  return { ...headers, ...(operationID !== undefined && { Operationid: operationID }) };
}

function neverSent(request: ComposedRequest): Try {
  const why = 'the queue of after-callbacks was full for too long; the server drops it without a log line (3.7.0 on)';
  return { request, response: undefined, conclusion: { result: 'lost', sender: 'goesOn', why }, ms: 0 };
}
