import { type Either, left, right } from 'fp-ts/lib/Either.js';
import type { Failure } from '../../../callback/failure';
import { type HttpRequest, parametersOf, withAddress } from '../../../callback/http-request';
import type { Step } from '../../../flow/step';
import { isOperationID, type OperationID } from '../../../flow/steps/capture-operation-id';
import type { CommandNames } from '../../../flow/steps/find-command';
import type { PrepareRequest } from '../../../flow/steps/open-record';
import type { JsonObject } from '../../../flow/steps/parse-body';
import type { Envelope } from '../../../flow/steps/verify-query';
import { openimIndex } from '../catalogue';
import type { Protection } from './protection';
import type { OpenimQuery } from './query';
import { findSecret } from './secret';

/** No version ever sent `contenttype` or `sdkName`, though documents show them; they are never asked for. */
export function readEnvelope({ search }: HttpRequest): Either<Failure, Envelope<OpenimQuery, undefined>> {
  const query = parametersOf(search);
  const [command, another] = query.filter(({ name }) => name === 'command');
  if (another !== undefined) return left({ kind: 'repeatedParameter', parameter: 'command' });
  const key = query.find(({ name }) => name === 'key');
  return right({ query: { command: command?.value, key: key?.value }, appId: undefined, proof: undefined });
}

/** Reads the caller's address and the secret segment, if there are checks for them. */
export function prepareRequest({ allowedAddresses, secret }: Protection): PrepareRequest {
  const withSecret = secret && findSecret(secret);
  return function prepareRequest(request, req) {
    const addressed = allowedAddresses === undefined ? request : withAddress(request, req);
    return withSecret === undefined ? addressed : withSecret(addressed, req);
  };
}

export function operationIDIn({ headers }: HttpRequest): unknown {
  return headers.operationid;
}

/** Servers 2.x have no header; theirs is in the body. */
export const captureOperationIDInBody: Step<
  OperationID & { body: JsonObject },
  Partial<OperationID>
> = function captureOperationIDInBody({ operationIDGiven, body }) {
  if (operationIDGiven || !isOperationID(body.operationID)) return right({});
  return right({ operationID: body.operationID, operationIDGiven: true });
};

/**
 * Path since 3.4.2, query from 3.0 to 3.4, body always. The server glues the command to the configured URL, so a slash at its end
 * gives two; only the last segment counts. It may also be the end of the mount path: so it is ignored when the catalogue does not
 * know it, but knows the command in query or body.
 */
export const commandNames: CommandNames = ({ query, request, body }) => {
  const segment = lastSegment(request.path);
  const { command } = query as OpenimQuery; // verifyQuery put it there
  const inBody = typeof body.callbackCommand === 'string' ? body.callbackCommand : undefined;
  const named = openimIndex.has(command ?? '') || openimIndex.has(inBody ?? '');
  return [named && !openimIndex.has(segment) ? undefined : segment, command, inBody];
};

/** A loop, because a regular expression for the end of the path would try at every character. */
function lastSegment(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end -= 1;
  return path.slice(path.lastIndexOf('/', end - 1) + 1, end);
}
