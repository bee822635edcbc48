import type { DecodedEvent } from '../callback/event';
import type { Verdict } from '../catalogue/verdict';
import { isObject } from '../codecs';
import { recordOf } from '../flow/record';
import { watchAttempts } from '../inbox/attempts';
import { receiverIn } from '../receiver/receiver-in';
import { credentialsOf } from '../receiver/receivers';
import { sendingSideOf } from '../sender/create-sender';
import type { Sent } from '../sending/sender';
import type { SendingSide } from '../sending/sending-side';
import type { Vendor } from '../vendors';
import { commandCalled, commandNamed } from '../vendors/commands';
import type { AckOf, Delivered, DeliveredToApp, DeliverOptions, DeliverToAppOptions } from './delivered';
import { type DeepPartial, sample } from './sample';
import { senderFor } from './sender-for';
import { type Served, serve, type Target } from './serve';
import { verdictOf } from './verdict-of';
import { whoAnswered } from './who-answered';
import type { AnyName, CommandName, WireBody, WireNamed } from './wire-body';

/**
 * Delivers a callback over real HTTP, as its vendor does: in its form, signed, with its time-out. `command` is a wire
 * name, or a handler of the vendor that is mounted in the target. The body is the command's sample with `overrides` in
 * it.
 *
 * `target`: an Express app or router, `imCallbacks(…)` itself, or the URL of a receiver in another process. For a target in
 * this process, SDKAppID, token, secret, credentials and clock are those of the receiver found in it. Options override
 * them, and `token: undefined` sends unsigned. Rejects with a `TypeError` for a mistake of the caller; the result says what
 * the receiver did.
 */
export function deliver<N extends AnyName>(
  target: Target,
  command: N,
  overrides?: DeepPartial<WireBody<WireNamed<N>>>,
  options?: DeliverToAppOptions<WireNamed<N>>,
): Promise<DeliveredToApp<WireNamed<N>>>;
export function deliver<N extends AnyName>(
  target: string | URL,
  command: N,
  overrides?: DeepPartial<WireBody<WireNamed<N>>>,
  options?: DeliverOptions<WireNamed<N>>,
): Promise<Delivered<WireNamed<N>>>;
export async function deliver<W extends CommandName>(
  target: Target | string | URL,
  name: AnyName,
  overrides?: DeepPartial<WireBody<W>>,
  options: object = {},
): Promise<Delivered<W>> {
  const command = wireNameOf(name, target) as W; // the name stands for it
  const body = sample(command, overrides);
  const service = serviceOf(command);
  if (typeof target !== 'function')
    return deliveredAs(service, await sendBy(service, urlOf(target), command, body, options, undefined), undefined);
  const wherever = credentialsOf(target) === undefined ? '/im-callback' : '';
  const { path = wherever, ...rest }: { readonly path?: string } = options;
  const attempts = watchAttempts();
  return serve(target, async ({ origin, responses }) => {
    const sent = await sendBy(service, `${origin}${path}`, command, body, rest, receiverIn(target));
    const settled = settledFor(responses, attempts);
    if (sent.response !== undefined && reachedNobody(responses)) throw new TypeError(whoAnswered(sent.response, path));
    const returned = responses.map(recordOf).find((record) => record !== undefined)?.verdict;
    return { ...deliveredAs<W>(service, sent, returned), settled };
  });
}

/** A handler of several vendors stands for the command of the one that is mounted in the target. */
function wireNameOf(name: AnyName, target: unknown): string {
  const mounted = receiverIn(target);
  const command = commandCalled(name, (vendor) => mounted === undefined || mounted[vendor] !== undefined);
  // An alias is sent as it is: older servers spell it so.
  return command.handler === name ? command.wire : name;
}

/** A chat service and its sending side. */
interface Service {
  readonly vendor: Vendor;
  readonly side: SendingSide;
  /** The code of a refusal of this command that has none of its own. */
  readonly plainCode: number;
}

function serviceOf(command: string): Service {
  const { vendor, refusal } = commandNamed(command);
  return { vendor, side: sendingSideOf(vendor), plainCode: refusal.plain };
}

/** By its `href`, because a test runner's sandbox may have another `URL`. */
function urlOf(target: string | URL): string {
  const url: unknown = isObject(target) ? target.href : target;
  if (typeof url === 'string') return url;
  throw new TypeError(
    `deliver: the target must be an Express app or router, imCallbacks(…) or a URL; got ${target === null ? 'null' : typeof target}`,
  );
}

async function sendBy(
  { vendor, side }: Service,
  to: string,
  command: string,
  body: object,
  options: object,
  receiver: ReturnType<typeof receiverIn>,
): Promise<Sent> {
  const { ofSender, ofCallback } = separated(options, side);
  const sender = senderFor(vendor, side, to, ofSender, receiver);
  try {
    return await sender.sendAny(command, body, ofCallback);
  } finally {
    sender.close();
  }
}

/** Separates the options of the sender from those of the one callback that it sends. */
function separated(options: object, { options: { ofOneCallback } }: SendingSide) {
  const isOfCallback = ([name]: [string, unknown]) => ofOneCallback.includes(name);
  const entries: [string, unknown][] = Object.entries(options);
  return {
    ofSender: Object.fromEntries(entries.filter((entry) => !isOfCallback(entry))),
    ofCallback: Object.fromEntries(entries.filter(isOfCallback)),
  };
}

function deliveredAs<W extends CommandName>(
  { side, plainCode }: Service,
  { request, response, conclusion, ms }: Sent,
  returned: Verdict | undefined,
): Delivered<W> {
  return {
    // Our own receiver replies to this command, so verdict and reply are of its kinds.
    verdict: verdictOf(conclusion, { plainCode, returned }) as Delivered<W>['verdict'],
    conclusion,
    ack: side.readAck(response?.body ?? '') as AckOf<W> | undefined,
    text: response?.body ?? '',
    status: response?.status ?? 0,
    headers: response?.headers ?? {},
    ms,
    request,
  };
}

/** Whether no request reached a receiver. */
function reachedNobody(responses: Served['responses']): boolean {
  return responses.every((res) => recordOf(res) === undefined);
}

/** Resolves when the handler has ended; for a stored event the inbox calls it, and reports the attempt. */
function settledFor(responses: Served['responses'], attempts: ReturnType<typeof watchAttempts>) {
  return async function settled(): Promise<void> {
    for (const res of responses) {
      const { event, outcome } = recordOf(res) ?? {};
      if (event === undefined) continue;
      if (outcome === 'stored') await attempts.ended(event.key);
      else await (event as DecodedEvent).running; // what decodeRequest made
    }
    attempts.stop();
  };
}
