import { isObject } from '../../../codecs';
import type { OpenimServer } from './server';

/** A body as this server has it: Go writes an empty list as `null`, and servers 2.x put the trace ID into the body. */
export function openimBody(body: object, server: OpenimServer, operationID: string): object {
  const withNull = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, nullForEmpty(value)]));
  if (server.operationID !== 'body' || withNull.operationID !== undefined) return withNull;
  return { ...withNull, operationID };
}

function nullForEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(nullForEmpty);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, nullForEmpty(inner)]));
}
