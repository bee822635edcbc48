import express from 'express';
import request, { type Response } from 'supertest';
import { type FailureReport, type ImCallbacks, imCallbacks, type SettledRecord } from '../../src';
import type { ComposedRequest } from '../../src/sending/composed-request';

export const sdkAppId = 1400000001;
export const token = 'xxxxyyyy';

/** Sends a composed request to an app, over a real socket. */
export async function send(app: Parameters<typeof request>[0], composed: ComposedRequest): Promise<Response> {
  return request(app)
    .post(composed.url)
    .set(composed.headers)
    .send(composed.body)
    .buffer(true)
    .parse(asText as never);
}

/** supertest parses by Content-Type; the tests want the very bytes. */
function asText(res: NodeJS.ReadableStream, done: (error: Error | null, body: unknown) => void): void {
  const chunks: Buffer[] = [];
  res.on('data', (chunk: Buffer) => chunks.push(chunk));
  res.on('end', () => done(null, Buffer.concat(chunks).toString()));
}

/** An Express 5 app with the receiver mounted, and what its hooks were told. */
export function receiver(options: object) {
  const failures: FailureReport[] = [];
  const settled: SettledRecord[] = [];
  const hooks = {
    onFailure: (failure: FailureReport) => failures.push(failure),
    onSettled: (record: SettledRecord) => settled.push(record),
  };
  const callbacks: ImCallbacks = (imCallbacks as (options: object) => ImCallbacks)({ ...hooks, ...options });
  const app = express().use('/im-callback', callbacks);
  return { app, callbacks, failures, settled };
}
