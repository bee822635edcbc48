import type { IncomingMessage } from 'node:http';
import type { Vendor } from '../command';
import { type Delivery, deliveryOf } from '../delivery';
import type { Middleware } from '../pipeline';
import { CallbackRecord, keepRecord, recordOf } from '../record';

/** What more of a request a vendor's checks want to see: its address, a secret in its path. */
export type PrepareDelivery = (delivery: Delivery, req: IncomingMessage) => Delivery;

export interface OpenRecordOptions {
  /** Whose request it is. */
  vendorOf: (delivery: Delivery) => Vendor;
  prepare: Readonly<Partial<Record<Vendor, PrepareDelivery>>>;
  /** Unix time in milliseconds. */
  clock: () => number;
}

/** Opens the record of a request, unless `imCallbacks` has done so to find out whose request it is. */
export function openRecord({ vendorOf, prepare, clock }: OpenRecordOptions): Middleware {
  return function openRecord(req, res, next) {
    if (recordOf(res) !== undefined) return next();
    const delivery = deliveryOf(req);
    const vendor = vendorOf(delivery);
    const prepared = prepare[vendor]?.(delivery, req) ?? delivery;
    keepRecord(res, new CallbackRecord(vendor, prepared, clock(), performance.now()));
    next();
  };
}
