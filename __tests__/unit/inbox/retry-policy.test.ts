import type { Failure } from '../../../src';
import { PermanentError } from '../../../src';
import { afterFailure, backoff } from '../../../src/inbox/retry-policy';
import { workerSettings } from '../../../src/inbox/worker-options';

const settings = workerSettings({});
const failed = (cause: unknown): Failure => ({ kind: 'handlerFailed', cause });
const next = (failure: Failure, attempt = 1, firstFailedAt?: number, now = 0) =>
  afterFailure(failure, { attempt, firstFailedAt }, settings, now);

describe('what becomes of a delivery after a failed attempt', () => {
  it('is tried again, and holds its conversation back for holdMs', () => {
    expect(next(failed(new Error('db away')))).toMatchObject({
      next: 'retry',
      hold: true,
      error: 'the handler failed: Error: db away',
    });
    expect(next(failed(1), 3, 0, 59_999)).toMatchObject({ next: 'retry', hold: true });
    expect(next(failed(1), 3, 0, 60_000)).toMatchObject({ next: 'retry', hold: false });
  });

  it('does not hold its conversation back for a clock that was set back', () => {
    expect(next(failed(1), 2, 86_400_000, 0)).toMatchObject({ next: 'retry', hold: false });
  });

  it('is given up after the last attempt', () => {
    expect(next(failed(1), 19).next).toBe('retry');
    expect(next(failed(1), 20)).toEqual({ next: 'dead', error: 'the handler failed: 1' });
  });

  it.each([
    [
      'a PermanentError',
      failed(new PermanentError('no such user')),
      'the handler failed: PermanentError: no such user',
    ],
    ['one of another copy of the package', failed(Object.assign(new Error('x'), { name: 'PermanentError' })), 'x'],
    [
      'a body that does not fit',
      { kind: 'undecodable', problems: [] } as Failure,
      'the body does not fit the command: ',
    ],
  ])('is given up at once for %s', (_name, failure, error) => {
    const given = next(failure);
    expect(given.next).toBe('dead');
    expect('error' in given && given.error).toContain(error);
  });

  it('survives what cannot be looked at', () => {
    const hostile = new Proxy(
      {},
      {
        get() {
          throw new Error('gotcha');
        },
        getPrototypeOf() {
          throw new Error('gotcha');
        },
      },
    );
    expect(next(failed(hostile))).toMatchObject({
      next: 'retry',
      error: 'the handler failed: a value that cannot be read',
    });
  });
});

describe('backoff', () => {
  it('doubles up to the cap, with 50 % jitter', () => {
    const least = [1, 2, 3, 10, 11, 19].map((attempt) => backoff(attempt, settings, () => 0));
    const most = [1, 2, 3, 10, 11, 19].map((attempt) => backoff(attempt, settings, () => 1));
    expect(least).toEqual([500, 1000, 2000, 256_000, 450_000, 450_000]);
    expect(most).toEqual([1000, 2000, 4000, 512_000, 900_000, 900_000]);
  });

  it('never overflows', () => {
    expect(backoff(1000, settings, () => 1)).toBe(900_000);
  });
});
