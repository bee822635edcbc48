import type { IncomingMessage } from 'node:http';
import { type HttpRequest, httpRequestOf } from '../../callback/http-request';
import { guardedIfAny } from '../../observe/safe-trace';
import type { Telemetry } from '../../observe/telemetry';
import type { OpenRecord } from '../parts';
import { CallbackRecord, keepRecord } from '../record';

/** What else a vendor's checks read from a request: its address, a secret in its path. */
export type PrepareRequest = (request: HttpRequest, req: IncomingMessage) => HttpRequest;

export interface OpenRecordOptions {
  /** Whose requests these are. */
  vendor: string;
  prepare?: PrepareRequest | undefined;
  /** Unix time in milliseconds. */
  clock: () => number;
  /** Wraps everything that follows. Default: none. */
  telemetry?: Telemetry | undefined;
}

/** The first entry: makes the record of a request, which is read here unless the caller has read it, and keeps it at the response. */
export function openRecord({ vendor, prepare, clock, telemetry }: OpenRecordOptions): OpenRecord {
  return function openRecord(req, res, request = httpRequestOf(req)) {
    const prepared = prepare === undefined ? request : prepare(request, req);
    const record = new CallbackRecord(
      vendor,
      prepared,
      (reader, done) => reader(req, done),
      clock(),
      performance.now(),
    );
    keepRecord(res, record);
    if (telemetry !== undefined) {
      const { method, headers } = prepared;
      record.trace = guardedIfAny(() => telemetry.request({ vendor, method, headers }));
    }
    return record;
  };
}
