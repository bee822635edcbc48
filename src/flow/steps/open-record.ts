import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Delivery, deliveryOf } from '../../callback/http-request';
import type { Vendor } from '../../catalogue/command';
import { guarded } from '../../observe/safe-trace';
import type { Telemetry } from '../../observe/telemetry';
import type { RecordMiddleware } from '../pipeline';
import { CallbackRecord, keepRecord, recordOf } from '../record';

/** What more of a request a vendor's checks want to see: its address, a secret in its path. */
export type PrepareDelivery = (delivery: Delivery, req: IncomingMessage) => Delivery;

export interface OpenRecordOptions {
  /** Whose request it is. */
  vendorOf: (delivery: Delivery) => Vendor;
  prepare: Readonly<Partial<Record<Vendor, PrepareDelivery>>>;
  /** Unix time in milliseconds. */
  clock: () => number;
  /** Stands around all that follows. Default: nothing does. */
  telemetry?: Telemetry | undefined;
}

/** Makes the record of a request and keeps it at the response. */
export function recordOpener({ vendorOf, prepare, clock, telemetry }: OpenRecordOptions) {
  return function open(req: IncomingMessage, res: ServerResponse): CallbackRecord {
    const delivery = deliveryOf(req);
    const vendor = vendorOf(delivery);
    const prepared = prepare[vendor]?.(delivery, req) ?? delivery;
    const record = new CallbackRecord(vendor, prepared, clock(), performance.now());
    keepRecord(res, record);
    if (telemetry !== undefined) {
      const { method, headers } = prepared;
      record.trace = guarded(() => telemetry.request({ vendor, method, headers }));
    }
    return record;
  };
}

/** Opens the record of a request, unless `imCallbacks` has done so to find out whose request it is. */
export function openRecord(options: OpenRecordOptions): RecordMiddleware {
  const open = recordOpener(options);
  return function openRecord(req, res, next, record = recordOf(res)) {
    if (record !== undefined) return next();
    underTrace(open(req, res), next);
  };
}

/** Runs the rest in the place that telemetry has for it, where there is any. */
export function underTrace({ trace }: CallbackRecord, run: () => void): void {
  if (trace === undefined) run();
  else trace.within(run);
}
