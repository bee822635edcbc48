import type { IncomingMessage, ServerResponse } from 'node:http';
import { type HttpRequest, httpRequestOf } from './callback/http-request';
import type { Middlewares } from './flow/middlewares';
import type { NextFunction } from './flow/parts';
import type { Flow } from './flow/pipeline';
import type { InboxStatus } from './inbox/inbox';
import type { Mounted } from './receiver/options';
import { rememberReceiver } from './receiver/receivers';
import { type MountedVendor, resolveOptions } from './receiver/resolve';
import type { Vendor, VendorOptions } from './vendors';

/**
 * Receives callbacks: give it to `app.use('/im-callback', …)`, or to `http.createServer`. It answers every request that
 * reaches it and never calls `next`.
 */
export interface ImCallbacks {
  (req: IncomingMessage, res: ServerResponse, next?: NextFunction): void;
  /**
   * Graceful shutdown, for SIGTERM: stops accepting callbacks (before-callbacks get their policy's verdict, after-callbacks 503)
   * and waits for running handlers, including those past their deadline. Resolves with how many still ran after `timeoutMs`
   * (default 10,000): 0 when all is done. Closes the inbox; deliveries that were left stay stored. Close your server afterwards.
   */
  drain(options?: { timeoutMs?: number }): Promise<{ unfinished: number }>;
  /**
   * Readiness, for `/health`. With an inbox: resolves with what survives once the inbox is open, and rejects with the reason while it
   * cannot be opened (it is retried every second) or can store nothing. Await it before your server listens, to learn of a wrong path
   * or password at once. With or without an inbox it rejects from `drain` on.
   */
  ready(): Promise<InboxStatus | undefined>;
  /**
   * The steps of each mounted vendor, as named middlewares for a Router of your own:
   * `router.use(...routers.tencent.through('verifyQuery'), mine, ...routers.tencent.after('verifyQuery'))`.
   */
  readonly routers: { readonly [V in Vendor]?: Middlewares & ((req: IncomingMessage, res: ServerResponse) => void) };
}

/**
 * Makes the receiver. With one vendor alone, handlers get that vendor's events; with several, `event.vendor` and
 * `event.command` narrow.
 * @throws `TypeError`, where an option is wrong, missing or misspelt: it names the option and says what to write.
 * @example
 * app.use('/im-callback', imCallbacks({
 *   tencent: { sdkAppId: 1400000001, token: process.env.IM_CALLBACK_TOKEN },
 *   beforeGroupMsg: (event) => (isSpam(event.body) ? refuse({ info: 'no advertising' }) : allow()),
 *   onGroupMsg: async (event) => { await save(event.body); },
 * }));
 */
export function imCallbacks<M extends Partial<VendorOptions>>(options: Mounted<M>): ImCallbacks;
export function imCallbacks(options: object): ImCallbacks {
  const { mounted, admission, supervised } = resolveOptions(options);
  const flowOf = chooser(mounted);

  function imCallbacks(req: IncomingMessage, res: ServerResponse, next?: NextFunction): void {
    const request = httpRequestOf(req);
    flowOf(request)(req, res, next, request);
  }

  supervised?.ready().catch(() => undefined); // the supervisor reports it, and ready() rejects with it
  async function drain({ timeoutMs = 10_000 } = {}): Promise<{ unfinished: number }> {
    const [inHand, left = 0] = await Promise.all([admission.drain(timeoutMs), supervised?.stop(timeoutMs)]);
    await supervised?.close();
    return { unfinished: inHand + left };
  }
  async function ready(): Promise<InboxStatus | undefined> {
    if (admission.draining) throw new Error('drain() was called: no more callbacks are accepted');
    return supervised?.ready();
  }
  const routers = Object.fromEntries(mounted.map(({ vendor, flow }) => [vendor.name, flow]));
  return rememberReceiver(Object.assign(imCallbacks, { drain, ready, routers }), options);
}

/** Whose request it is: that of the vendor whose marks it has, else of the vendor whose requests have none. One alone gets all. */
function chooser(mounted: readonly MountedVendor[]): (request: HttpRequest) => Flow {
  const [first, ...others] = mounted as [MountedVendor, ...MountedVendor[]]; // resolveOptions refuses none at all
  if (others.length === 0) return () => first.flow;
  const unmarked = mounted.find(({ vendor }) => vendor.isMine === undefined) ?? first;
  return (request) => (mounted.find(({ vendor }) => vendor.isMine?.(request)) ?? unmarked).flow;
}
