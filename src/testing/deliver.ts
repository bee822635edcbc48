import type { IncomingHttpHeaders } from 'node:http';
import { isObject } from '../codecs';
import type { ComposedRequest } from '../composed-request';
import type { DecodedEvent } from '../event';
import type { VerdictOf } from '../handlers';
import { credentialsOf } from '../receivers';
import { recordOf } from '../record';
import type { Conclusion, Sent } from '../sender';
import type { TencentCommand } from '../vendors/tencent';
import { type CommandName, type CommandOf, commandNamed, type WireBody } from './command-name';
import { receiverIn } from './receiver-in';
import { type DeepPartial, sample } from './sample';
import { type OpenimDelivery, senderFor, type TencentDelivery } from './sender-for';
import { type Served, serve, type Target } from './serve';
import { verdictOf } from './verdict-of';

/** How it is delivered: what the sender of the command's vendor can be told. */
export type DeliverOptions<W extends CommandName> = W extends TencentCommand['wire'] ? TencentDelivery : OpenimDelivery;

/** `path`: where the receiver is mounted. Default `/im-callback`, and nothing for a receiver without an app. */
export type DeliverToAppOptions<W extends CommandName> = DeliverOptions<W> & { readonly path?: string };

/** The reply in the vendor's own form. */
export type AckOf<W extends CommandName> = Readonly<Record<string, unknown>> &
  (W extends TencentCommand['wire']
    ? { readonly ActionStatus: string; readonly ErrorCode: number; readonly ErrorInfo: string }
    : {
        readonly actionCode: number;
        readonly errCode: number;
        readonly errMsg: string;
        readonly errDlt: string;
        readonly nextCode: number;
      });

/** What came of one delivery. */
export interface Delivered<W extends CommandName> {
  /** What the reply amounts to, in the words of a handler; undefined after the fact, and where the callback failed. */
  readonly verdict: (CommandOf<W>['phase'] extends 'before' ? VerdictOf<CommandOf<W>> : never) | undefined;
  /** What the chat service concludes from the reply, and what it does then. */
  readonly conclusion: Conclusion;
  /** The reply; undefined where none came, or no JSON object. */
  readonly ack: AckOf<W> | undefined;
  /** The reply as text. */
  readonly text: string;
  /** HTTP status of the reply; 0 where none came. */
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** From sending to the last byte of the reply, in milliseconds. */
  readonly ms: number;
  readonly request: ComposedRequest;
}

/** What came of one delivery to an app in this process. */
export interface DeliveredToApp<W extends CommandName> extends Delivered<W> {
  /** Resolves when the handler has ended, also one that runs on after its deadline and the reply. */
  settled(): Promise<void>;
}

/**
 * Delivers a callback over real HTTP, as its vendor does: in its form, signed, with its time-out. The body is the command's
 * sample with `overrides` in it.
 *
 * `target`: an Express app or router, `imCallbacks(…)` itself, or the URL of a receiver in another process. For a target in
 * this process, SDKAppID, token, secret, credentials and clock are those of the receiver found in it; options go before
 * them, and `token: undefined` sends unsigned. Rejects with a `TypeError` for a mistake of the caller; whatever the
 * receiver does is in the result.
 */
export function deliver<W extends CommandName>(
  target: Target,
  command: W,
  overrides?: DeepPartial<WireBody<W>>,
  options?: DeliverToAppOptions<W>,
): Promise<DeliveredToApp<W>>;
export function deliver<W extends CommandName>(
  target: string | URL,
  command: W,
  overrides?: DeepPartial<WireBody<W>>,
  options?: DeliverOptions<W>,
): Promise<Delivered<W>>;
export async function deliver<W extends CommandName>(
  target: Target | string | URL,
  command: W,
  overrides?: DeepPartial<WireBody<W>>,
  options: { readonly path?: string } & TencentDelivery & OpenimDelivery = {},
): Promise<Delivered<W>> {
  const body = sample(command, overrides);
  if (typeof target !== 'function') return deliveredAs(await sendTo(String(target), command, body, options, undefined));
  const { path = credentialsOf(target) === undefined ? '/im-callback' : '', ...rest } = options;
  return serve(target, async ({ origin, response }) => {
    const sent = await sendTo(`${origin}${path}`, command, body, rest, receiverIn(target));
    const settled = settledFor(response);
    if (sent.response?.status === 404 && isStranger(response))
      throw new TypeError(`deliver: no receiver at ${path || '/'}; where is imCallbacks mounted? Write { path: '/…' }`);
    return { ...deliveredAs<W>(sent), settled };
  });
}

async function sendTo(
  to: string,
  command: CommandName,
  body: object,
  options: TencentDelivery & OpenimDelivery,
  receiver: ReturnType<typeof receiverIn>,
): Promise<Sent> {
  const sender = senderFor(commandNamed(command).vendor, to, options, receiver);
  try {
    return await sender.sendAny(command, body);
  } finally {
    sender.close();
  }
}

function deliveredAs<W extends CommandName>({ request, response, conclusion, ms }: Sent): Delivered<W> {
  return {
    // A receiver of ours replies to this command, so verdict and reply are of its kinds.
    verdict: verdictOf(conclusion) as Delivered<W>['verdict'],
    conclusion,
    ack: ackIn(response?.body) as AckOf<W> | undefined,
    text: response?.body ?? '',
    status: response?.status ?? 0,
    headers: response?.headers ?? {},
    ms,
    request,
  };
}

function ackIn(text = ''): object | undefined {
  try {
    const ack: unknown = JSON.parse(text);
    return isObject(ack) ? ack : undefined;
  } catch {
    return undefined;
  }
}

/** True where the request never came to a receiver. */
function isStranger(response: Served['response']): boolean {
  const res = response();
  return res === undefined || recordOf(res) === undefined;
}

function settledFor(response: Served['response']) {
  return async function settled(): Promise<void> {
    const res = response();
    const event = res && (recordOf(res)?.event as DecodedEvent | undefined); // what decodeRequest made
    await event?.running;
  };
}
