import type { DecodedEvent } from '../callback/event';
import { isObject } from '../codecs';
import { recordOf } from '../flow/record';
import { watchAttempts } from '../inbox/attempts';
import { credentialsOf } from '../receiver/receivers';
import type { SendOptions, Sent } from '../sender';
import { type CommandName, commandNamed, type WireBody } from './command-name';
import type { AckOf, Delivered, DeliveredToApp, DeliverOptions, DeliverToAppOptions } from './delivered';
import { receiverIn } from './receiver-in';
import { type DeepPartial, sample } from './sample';
import { type OpenimDelivery, senderFor, type TencentDelivery } from './sender-for';
import { type Served, serve, type Target } from './serve';
import { verdictOf } from './verdict-of';

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
  options: AnyOptions & { readonly path?: string } = {},
): Promise<Delivered<W>> {
  const body = sample(command, overrides);
  if (typeof target !== 'function') return deliveredAs(await sendTo(urlOf(target), command, body, options, undefined));
  const { path = credentialsOf(target) === undefined ? '/im-callback' : '', ...rest } = options;
  const attempts = watchAttempts();
  return serve(target, async ({ origin, responses }) => {
    const sent = await sendTo(`${origin}${path}`, command, body, rest, receiverIn(target));
    const settled = settledFor(responses, attempts);
    if (sent.response?.status === 404 && reachedNobody(responses))
      throw new TypeError(`deliver: no receiver at ${path || '/'}; where is imCallbacks mounted? Write { path: '/…' }`);
    return { ...deliveredAs<W>(sent), settled };
  });
}

/** By its `href`, because a test runner's sandbox may have another `URL`. */
function urlOf(target: string | URL): string {
  const url: unknown = isObject(target) ? target.href : target;
  if (typeof url === 'string') return url;
  throw new TypeError(
    `deliver: the target must be an Express app or router, imCallbacks(…) or a URL; got ${target === null ? 'null' : typeof target}`,
  );
}

/** Whatever either vendor's sender can be told. */
type AnyOptions = TencentDelivery & OpenimDelivery & SendOptions;

async function sendTo(
  to: string,
  command: CommandName,
  body: object,
  { operationID, ...options }: AnyOptions,
  receiver: ReturnType<typeof receiverIn>,
): Promise<Sent> {
  const sender = senderFor(commandNamed(command).vendor, to, options, receiver);
  try {
    return await sender.sendAny(command, body, operationID === undefined ? {} : { operationID });
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

/** True where no request came to a receiver. */
function reachedNobody(responses: Served['responses']): boolean {
  return responses.every((res) => recordOf(res) === undefined);
}

/** Ends with the handler; that of a stored event is called by the inbox, which the attempts tell of. */
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
