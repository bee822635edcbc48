import { type Either, isLeft, left, right } from 'fp-ts/lib/Either.js';
import type { Failure } from '../../../callback/failure';
import { type HttpRequest, parametersOf } from '../../../callback/http-request';
import { fields, text } from '../../../codecs';
import type { CommandNames } from '../../../flow/steps/find-command';
import type { Envelope } from '../../../flow/steps/verify-query';
import { wrongAppId } from './failures';
import { readParameters, type TencentProof } from './parameters';

/** The query parameters of a Tencent callback (1047/34354), without those of the signature. */
export const TencentQuery = fields(
  'TencentQuery',
  { SdkAppid: text },
  { CallbackCommand: text, contenttype: text, ClientIP: text, OptPlatform: text, RequestId: text },
);
export type TencentQuery = { [K in keyof typeof TencentQuery._A]: (typeof TencentQuery._A)[K] };

export function readEnvelope(request: HttpRequest): Either<Failure, Envelope<TencentQuery, TencentProof>> {
  const parameters = readParameters(request.search);
  if (isLeft(parameters)) return parameters;
  const { query, proof } = parameters.right;
  if (!TencentQuery.is(query)) return left(wrongAppId(undefined));
  return right({ query, appId: query.SdkAppid, proof });
}

/**
 * `RequestId` is in no document, but newer captures have it. Most URLs do not, and are not taken apart for it; an escape may stand
 * for any letter of a name.
 */
export function operationIDIn({ search }: HttpRequest): unknown {
  if (!search.includes('%') && !/requestid/i.test(search)) return undefined;
  return parametersOf(search).find(({ name }) => name.toLowerCase() === 'requestid')?.value;
}

const vendorsOwn = new Set(['sdkappid', 'callbackcommand']);

/** A query with one of these names, whatever the case, is Tencent's. */
export function isTencent({ search }: Pick<HttpRequest, 'search'>): boolean {
  if (/(?:^|&)(?:sdkappid|callbackcommand)(?:[=&]|$)/i.test(search)) return true;
  if (!search.includes('%')) return false; // no name is written in escapes
  return parametersOf(search).some(({ name }) => vendorsOwn.has(name.toLowerCase()));
}

/** The URL routes: Push.* and ContentCallback.ResultNotify have no command at the top of the body. */
export const commandNames: CommandNames = ({ query, body }) => {
  const { CallbackCommand } = query as TencentQuery; // verifyQuery put it there
  return [CallbackCommand, typeof body.CallbackCommand === 'string' ? body.CallbackCommand : undefined];
};
