import * as E from 'fp-ts/lib/Either.js';
import { fields, text } from '../../codecs';
import type { Delivery } from '../../delivery';
import type { Failure } from '../../failure';
import type { CommandNames } from '../../steps/find-command';
import type { Envelope } from '../../steps/verify-query';

/** The query parameters of a Tencent callback (1047/34354), without those of the signature. */
export const TencentQuery = fields(
  'TencentQuery',
  { SdkAppid: text },
  { CallbackCommand: text, contenttype: text, ClientIP: text, OptPlatform: text, RequestId: text },
);
export type TencentQuery = { [K in keyof typeof TencentQuery._A]: (typeof TencentQuery._A)[K] };

/** What only the checks see. */
export interface TencentProof {
  readonly Sign: string | undefined;
  readonly RequestTime: string | undefined;
}

/** Lower-case name → our spelling: prose and tables of the documents spell SdkAppid in three ways. */
const spellings = new Map(
  ['SdkAppid', 'CallbackCommand', 'contenttype', 'ClientIP', 'OptPlatform', 'RequestId', 'Sign', 'RequestTime'].map(
    (name) => [name.toLowerCase(), name],
  ),
);

type Parameters = Readonly<Record<string, string | undefined>>;

/**
 * Collects our parameters whatever their case. One that is there twice, in whatever cases, is refused: two readers of
 * the same URL could each take another one. Empty values count as absent; the app's own parameters are left alone.
 */
export function readParameters(query: Delivery['query']): E.Either<Failure, Parameters> {
  const found: Record<string, string> = {};
  for (const key in query) {
    // ASCII only: a Kelvin sign is a small k, too, when it is lowered.
    const name = /^[A-Za-z]+$/.test(key) ? spellings.get(key.toLowerCase()) : undefined;
    const value = query[key];
    if (name === undefined || value === undefined || value === '') continue;
    if (Array.isArray(value) || found[name] !== undefined)
      return E.left({ kind: 'repeatedParameter', parameter: name });
    found[name] = value;
  }
  return E.right(found);
}

export function readEnvelope(delivery: Delivery): E.Either<Failure, Envelope<TencentQuery, TencentProof>> {
  const parameters = readParameters(delivery.query);
  if (E.isLeft(parameters)) return parameters;
  const { Sign, RequestTime, ...rest } = parameters.right;
  if (!TencentQuery.is(rest)) return E.left({ kind: 'wrongAppId', received: undefined });
  return E.right({ query: rest, appId: rest.SdkAppid, proof: { Sign, RequestTime } });
}

/** `RequestId` is in no document, but newer captures have it. */
export function operationIDIn({ query }: Delivery): unknown {
  for (const key in query) if (key.toLowerCase() === 'requestid') return query[key];
  return undefined;
}

/** A query with one of these names, whatever the case, is Tencent's. */
export function isTencent({ query }: Pick<Delivery, 'query'>): boolean {
  for (const key in query) {
    const name = key.toLowerCase();
    if (name === 'sdkappid' || name === 'callbackcommand') return true;
  }
  return false;
}

/** The URL routes: Push.* and ContentCallback.ResultNotify have no command at the top of the body. */
export const commandNames: CommandNames = ({ query, body }) => {
  const { CallbackCommand } = query as TencentQuery; // verifyQuery put it there
  return [CallbackCommand, typeof body.CallbackCommand === 'string' ? body.CallbackCommand : undefined];
};
