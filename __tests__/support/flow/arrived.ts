import type { HttpRequest } from '../../../src/callback/http-request';
import type { CallbackRecord } from '../../../src/flow/record';
import type { Result } from '../../../src/flow/result';
import type { Step, StepResult } from '../../../src/flow/step';

/** A request as plain data; tests change what they are about. */
export const request: HttpRequest = {
  method: 'POST',
  path: '/',
  search: '',
  headers: {},
  address: undefined,
  secretIsRight: undefined,
};

export const arrived = {
  vendor: 'tencent' as const,
  request,
  readBody: () => {
    throw new Error('this test has no body');
  },
  receivedAt: 1_669_872_112_000,
  startedAt: 0,
};

/** The result of a step, however it gives it. */
export function resultOf<Learnt extends object>(result: StepResult<Learnt>): Result<Learnt> | Promise<Result<Learnt>> {
  return typeof result === 'function' ? new Promise(result) : result;
}

/** A step that does as a middleware of a host between two of the list would. */
export const passing: Step<CallbackRecord, object> = () => ({ _tag: 'Right', right: {} });
