import type { ComposedRequest } from '../../../sending/composed-request';
import type { Conclusion } from '../../../sending/conclusion';
import type { Exchange } from '../../../sending/post';
import { readJsonObject } from '../../../sending/read-json-object';
import { sign } from '../receive/signature';

/** A request in Parlour's form. */
export function compose(path: string, key: string, now: number, wire: string, body: object): ComposedRequest {
  const time = String(Math.floor(now / 1000));
  const headers = {
    'x-parlour-event': wire,
    'x-parlour-time': time,
    'x-parlour-signature': sign(key, time, wire),
    'Content-Type': 'application/json',
  };
  return { method: 'POST', url: path || '/', headers, body: JSON.stringify(body) };
}

/** What Parlour concludes from the reply. */
export function conclude(isBefore: boolean, exchange: Exchange): Conclusion {
  const failed = { result: 'failed', sender: 'goesOn', callerSees: undefined, fields: undefined } as const;
  if (exchange.response === undefined) return { ...failed, because: exchange.failed, why: exchange.cause };
  const { status, body } = exchange.response;
  const reply = readJsonObject(body);
  if (reply === undefined) return { ...failed, because: 'notJson', why: 'the reply is no JSON object' };
  if (status !== 200 || typeof reply.ok !== 'boolean')
    return { ...failed, because: 'badStatus', why: `HTTP status ${status} or no "ok"` };
  const { ok, code, why, ...fields } = reply;
  if (!isBefore)
    return { result: 'ignored', sender: 'goesOn', why: 'it has happened', acknowledged: ok, callerSees: undefined };
  if (!ok) {
    const refused = { code: Number(code), callerSees: Number(code), info: String(why), detail: '' };
    return { result: 'refused', sender: 'refuses', why: 'ok is false', ...refused };
  }
  if (Object.keys(fields).length === 0) return { result: 'allowed', sender: 'goesOn', why: 'ok is true' };
  return { result: 'rewritten', sender: 'goesOn', why: 'ok is true', fields };
}
