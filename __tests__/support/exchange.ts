import { createHook } from 'node:async_hooks';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { Writable } from 'node:stream';
import type { ComposedRequest } from '../../src/sending/composed-request';

export interface Exchange {
  status: number;
  /** Promises made between the call and the answer. */
  promises: number;
  listeners: { req: number; res: number };
  /** How often the receiver has read a property of the request: each look is slow where Express has changed its prototype. */
  looks: number;
  /** String keys that the objects did not have before. */
  added: { req: string[]; res: string[] };
}

/** One request, received in this process and without a connection, so that all that happens is the receiver's doing. */
export function exchange(
  callbacks: (req: IncomingMessage, res: ServerResponse) => void,
  composed: ComposedRequest,
): Promise<Exchange> {
  const req = new IncomingMessage(new Socket());
  const headers = { 'content-length': String(Buffer.byteLength(composed.body)) };
  Object.assign(req, { method: composed.method, url: composed.url, headers });
  req.push(composed.body);
  req.push(null);
  const res = new ServerResponse(req);
  res.assignSocket(new Writable({ write: (_chunk, _encoding, done) => done() }) as Socket);
  const listeners = { req: 0, res: 0 };
  const before = { req: new Set(Object.keys(req)), res: new Set(Object.keys(res)) };
  let promises = 0;
  let looks = 0;
  const watched = new Proxy(req, {
    get(target, key) {
      looks += 1;
      const value: unknown = Reflect.get(target, key);
      // Bound, so that what Node reads of its own object is not counted.
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'PROMISE') promises += 1;
    },
  });
  return new Promise((resolve) => {
    res.once('finish', () => {
      hook.disable();
      const added = {
        req: Object.keys(req).filter((key) => !before.req.has(key)),
        res: Object.keys(res).filter((key) => !before.res.has(key)),
      };
      resolve({ status: res.statusCode, promises, listeners, looks, added });
    });
    req.on('newListener', () => {
      listeners.req += 1;
    });
    res.on('newListener', () => {
      listeners.res += 1;
    });
    // Later, when the caller waits: that makes a promise, too.
    setImmediate(() => {
      hook.enable();
      callbacks(watched, res);
    });
  });
}
