/** This file only has to compile: steps in the wrong order do not. */
import * as E from 'fp-ts/lib/Either.js';
import { makeAdmission } from '../../../src/flow/admission';
import type { KnownAfter } from '../../../src/flow/own-step';
import { type Pipeline, pipeline } from '../../../src/flow/pipeline';
import type { CallbackRecord } from '../../../src/flow/record';
import type { Step } from '../../../src/flow/step';
import {
  captureOperationID,
  decodeRequest,
  findCommand,
  nameCommand,
  openRecord,
  parseBody,
  requirePost,
  routeCommand,
  sendAck,
  sendFailure,
  shedLoad,
  verifyQuery,
} from '../../../src/flow/steps';
import { answerTo, encodeAck } from '../../../src/vendors/tencent/receive/ack';
import { commandNames, readEnvelope } from '../../../src/vendors/tencent/receive/envelope';

const start = () => pipeline(openRecord({ vendor: 'tencent', clock: Date.now }));
const capture = captureOperationID(() => undefined);
const verify = verifyQuery(readEnvelope, []);
const parse = parseBody({ bodyLimitBytes: 1000, bodyTimeoutMs: 1000 });
const find = findCommand(new Map(), commandNames);
const decode = decodeRequest({ deadlineMs: 1000 });
const ends = { hooks: {}, admission: makeAdmission(1), bodyLimitBytes: 1000 };
const route = routeCommand({ ...ends, handlers: {}, deadlineMs: 1000 });
const ack = sendAck(encodeAck, ends);
const failure = sendFailure(
  answerTo(() => 'allow'),
  ends,
);

start().step(capture).step(verify).step(parse).step(find).step(decode).step(route).exits(ack, failure);

// A step of one's own between two of ours, and one that is told what it learnt.
const lookUpTenant: Step<Pick<CallbackRecord, 'appId'>, { tenant: string }> = async ({ appId }) =>
  E.right({ tenant: `tenant of ${appId}` });
const needsTenant: Step<{ tenant: string }, object> = () => E.right({});
start()
  .step(verify)
  .step(lookUpTenant)
  .step(needsTenant)
  .step(parse)
  .step(find)
  .step(decode)
  .step(route)
  .exits(ack, failure);

// @ts-expect-error: nobody has looked up the tenant yet
start().step(verify).step(needsTenant);
// @ts-expect-error: the body has not been read
start().step(verify).step(find);
// @ts-expect-error: the query has not been verified
start().step(parse).step(find);
// @ts-expect-error: the command has not been found
start().step(verify).step(parse).step(decode);
// @ts-expect-error: there is no event yet
start().step(verify).step(parse).step(find).step(route);
// @ts-expect-error: nothing has been decided
start().step(verify).step(parse).step(find).step(decode).exits(ack, failure);

// What steps of the host's own are told is known where they stand.
declare function holds<Known>(after: Pipeline<Known>): void;
const captured = start().step(capture);
holds<KnownAfter['captureOperationID']>(captured);
const verified = captured.step(requirePost()).step(verify);
holds<KnownAfter['verifyQuery']>(verified);
const parsed = verified.step(nameCommand(new Map(), commandNames)).step(shedLoad(ends.admission)).step(parse);
holds<KnownAfter['parseBody']>(parsed);
holds<KnownAfter['decodeRequest']>(parsed.step(find).step(decode));
// @ts-expect-error: there is no event yet
holds<KnownAfter['decodeRequest']>(parsed.step(find));
