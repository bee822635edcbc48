import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../../../callback/failure';
import type { HttpRequest } from '../../../callback/http-request';
import { fields, text } from '../../../codecs';
import type { CommandNames } from '../../../flow/steps/find-command';
import type { Envelope } from '../../../flow/steps/verify-query';
import { wrongAppId } from './failures';

/** The query parameters of a Tencent callback (1047/34354), without those of the signature. */
export const TencentQuery = fields(
  'TencentQuery',
  { SdkAppid: text },
  { CallbackCommand: text, contenttype: text, ClientIP: text, OptPlatform: text, RequestId: text },
);
export type TencentQuery = { [K in keyof typeof TencentQuery._A]: (typeof TencentQuery._A)[K] };

/** The parts that only the checks read. */
export interface TencentProof {
  readonly Sign: string | undefined;
  readonly RequestTime: string | undefined;
}

const names = [
  'SdkAppid',
  'CallbackCommand',
  'contenttype',
  'ClientIP',
  'OptPlatform',
  'RequestId',
  'Sign',
  'RequestTime',
];

/** Name or lower-case name → our spelling: the documents spell SdkAppid in three ways. */
const spellings = new Map(names.flatMap((name) => [name, name.toLowerCase()].map((spelt) => [spelt, name])));

/** Our spelling of a name. ASCII only: toLowerCase turns a Kelvin sign into a k. */
function spellingOf(name: string): string | undefined {
  return spellings.get(name) ?? (/^[A-Za-z]+$/.test(name) ? spellings.get(name.toLowerCase()) : undefined);
}

interface Parameters {
  readonly query: Readonly<Record<string, string>>;
  readonly proof: TencentProof;
}

/**
 * Collects our parameters in any case. A parameter that occurs twice, in any case and even if empty, is refused: two readers of
 * the same URL could each use another one. A single empty one counts as absent. The app's own parameters are left alone.
 */
export function readParameters(parameters: HttpRequest['query']): E.Either<Failure, Parameters> {
  const query: Record<string, string> = {};
  const proof: Record<string, string> = {};
  let empty: Set<string> | undefined; // created for the few URLs that have some
  for (const { name: given, value } of parameters) {
    const name = spellingOf(given);
    if (name === undefined) continue;
    const found = name === 'Sign' || name === 'RequestTime' ? proof : query;
    if (name in found || empty?.has(name)) return E.left({ kind: 'repeatedParameter', parameter: name });
    if (value !== '') found[name] = value;
    else empty = (empty ?? new Set()).add(name);
  }
  return E.right({ query, proof: { Sign: proof.Sign, RequestTime: proof.RequestTime } });
}

export function readEnvelope(request: HttpRequest): E.Either<Failure, Envelope<TencentQuery, TencentProof>> {
  const parameters = readParameters(request.query);
  if (E.isLeft(parameters)) return parameters;
  const { query, proof } = parameters.right;
  if (!TencentQuery.is(query)) return E.left(wrongAppId(undefined));
  return E.right({ query, appId: query.SdkAppid, proof });
}

/** `RequestId` is in no document, but newer captures have it. */
export function operationIDIn({ query }: HttpRequest): unknown {
  return query.find(({ name }) => name.toLowerCase() === 'requestid')?.value;
}

const vendorsOwn = new Set(['sdkappid', 'callbackcommand']);

/** A query with one of these names, whatever the case, is Tencent's. */
export function isTencent({ query }: Pick<HttpRequest, 'query'>): boolean {
  return query.some(({ name }) => vendorsOwn.has(name.toLowerCase()));
}

/** The URL routes: Push.* and ContentCallback.ResultNotify have no command at the top of the body. */
export const commandNames: CommandNames = ({ query, body }) => {
  const { CallbackCommand } = query as TencentQuery; // verifyQuery put it there
  return [CallbackCommand, typeof body.CallbackCommand === 'string' ? body.CallbackCommand : undefined];
};
