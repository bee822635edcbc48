import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Flow, Next } from './flow/pipeline';
import { recordOpener, underTrace } from './flow/steps/open-record';
import type { InboxStatus } from './inbox/inbox';
import type { ImCallbacksOptions, LooseOptions, OpenimOnlyOptions, TencentOnlyOptions } from './receiver/options';
import { rememberReceiver } from './receiver/receivers';
import { resolveOptions } from './receiver/resolve';
import { openimRouter, prepareDelivery } from './vendors/openim';
import { isTencent, tencentRouter } from './vendors/tencent';

/**
 * Receives callbacks: give it to `app.use('/im-callback', …)`, or to `http.createServer`. It answers every request that
 * reaches it and never calls `next`.
 */
export interface ImCallbacks {
  (req: IncomingMessage, res: ServerResponse, next?: Next): void;
  /**
   * For SIGTERM: takes nothing more (before-callbacks get their policy's verdict, after-callbacks 503) and waits for what is
   * in hand, handlers past their deadline included. Resolves with how many were left after `timeoutMs` (default
   * 10,000): 0 when all is done. Deliveries of the inbox that were left stay stored, and the inbox is closed. Stop your server from accepting first, or right after.
   */
  drain(options?: { timeoutMs?: number }): Promise<{ unfinished: number }>;
  /**
   * With an inbox: resolves with what it promises once it is open, and rejects with why it could not be opened, after which
   * it is tried on every second. Await it before your server listens, to learn of a wrong path or password at once. With or
   * without an inbox it rejects from `drain` on, for a health check that a load balancer asks.
   */
  ready(): Promise<InboxStatus | undefined>;
  /** The vendors' pipelines, for those who want to look at their steps. */
  readonly routers: { readonly tencent?: Flow; readonly openim?: Flow };
}

/**
 * Makes the receiver. Options are checked here and now: a wrong one throws a `TypeError` that says what to write.
 * With one vendor alone, handlers get that vendor's events; with both, `event.vendor` and `event.command` narrow.
 */
export function imCallbacks(options: TencentOnlyOptions): ImCallbacks;
export function imCallbacks(options: OpenimOnlyOptions): ImCallbacks;
export function imCallbacks(options: ImCallbacksOptions): ImCallbacks;
export function imCallbacks(options: unknown): ImCallbacks {
  const settings = resolveOptions(options);
  const tencent = settings.tencent && tencentRouter(settings.tencent);
  const openim = settings.openim && openimRouter(settings.openim);
  const open = recordOpener({
    vendorOf: (delivery) => (openim === undefined || (tencent && isTencent(delivery)) ? 'tencent' : 'openim'),
    prepare: settings.openim ? { openim: prepareDelivery(settings.openim) } : {},
    clock: settings.clock,
    telemetry: settings.telemetry,
  });

  function imCallbacks(req: IncomingMessage, res: ServerResponse): void {
    const record = open(req, res);
    const router = record.vendor === 'tencent' ? tencent : openim;
    underTrace(record, () => router?.(req, res, nowhere, record));
  }

  const { load, supervised } = settings;
  supervised?.ready().catch(() => undefined); // said by the supervisor, and to whoever asks
  async function drain({ timeoutMs = 10_000 } = {}): Promise<{ unfinished: number }> {
    const [inHand, left = 0] = await Promise.all([load.drain(timeoutMs), supervised?.stop(timeoutMs)]);
    await supervised?.close();
    return { unfinished: inHand + left };
  }
  async function ready(): Promise<InboxStatus | undefined> {
    if (load.draining) throw new Error('drain() was called: no more callbacks are taken');
    return supervised?.ready();
  }
  const callbacks = { drain, ready, routers: { ...(tencent && { tencent }), ...(openim && { openim }) } };
  return rememberReceiver(Object.assign(imCallbacks, callbacks), options as LooseOptions); // resolveOptions has checked them
}

/** Every request is answered here, so nothing is passed on to the host. */
function nowhere(): void {}
