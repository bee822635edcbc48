import type { Delivery } from '../../../src/callback/http-request';

/** A request as plain data; tests change what they are about. */
export const delivery: Delivery = {
  method: 'POST',
  path: '/',
  query: [],
  headers: {},
  address: undefined,
  secret: undefined,
};

export const arrived = { vendor: 'tencent' as const, delivery, receivedAt: 1_669_872_112_000, startedAt: 0 };
