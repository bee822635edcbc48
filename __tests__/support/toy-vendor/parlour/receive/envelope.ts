import * as E from 'fp-ts/lib/Either.js';
import type { HttpRequest } from '../../../callback/http-request';
import type { CommandNames } from '../../../flow/steps/find-command';
import type { Envelope } from '../../../flow/steps/verify-query';

export interface ParlourProof {
  readonly event: string | undefined;
  readonly time: string | undefined;
  readonly signature: string | undefined;
}

/** Its requests have their marks in headers. */
export function isParlour({ headers }: Pick<HttpRequest, 'headers'>): boolean {
  return headers['x-parlour-event'] !== undefined;
}

export function readEnvelope({ headers }: HttpRequest): E.Either<never, Envelope<object, ParlourProof>> {
  const header = (name: string) => String(headers[`x-parlour-${name}`] ?? '') || undefined;
  const proof = { event: header('event'), time: header('time'), signature: header('signature') };
  return E.right({ query: {}, appId: undefined, proof });
}

export function operationIDIn({ headers }: HttpRequest): unknown {
  return headers['x-parlour-call'];
}

export const commandNames: CommandNames = ({ request }) => [String(request.headers['x-parlour-event'] ?? '')];
