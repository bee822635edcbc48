import type { IncomingMessage } from 'node:http';
import type { Vendor } from '../command';
import { type Delivery, deliveryOf } from '../delivery';
import { guarded } from '../guard-trace';
import type { Middleware } from '../pipeline';
import { CallbackRecord, keepRecord, recordOf } from '../record';
import type { Telemetry } from '../telemetry';

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

/** Opens the record of a request, unless `imCallbacks` has done so to find out whose request it is. */
export function openRecord({ vendorOf, prepare, clock, telemetry }: OpenRecordOptions): Middleware {
  return function openRecord(req, res, next) {
    if (recordOf(res) !== undefined) return next();
    const delivery = deliveryOf(req);
    const vendor = vendorOf(delivery);
    const prepared = prepare[vendor]?.(delivery, req) ?? delivery;
    const record = new CallbackRecord(vendor, prepared, clock(), performance.now());
    keepRecord(res, record);
    if (telemetry === undefined) return next();
    const { method, headers } = prepared;
    record.trace = guarded(() => telemetry.request({ vendor, method, headers }));
    record.trace.within(next);
  };
}
