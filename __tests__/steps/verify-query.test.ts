import * as E from 'fp-ts/lib/Either.js';
import { type Check, verifyQuery } from '../../src/steps';
import { arrived } from './delivery';

const envelope = { query: { a: '1' }, appId: '7', proof: 'p' };

describe('verifyQuery', () => {
  it('learns the query and the app id, and not the proof', () =>
    expect(verifyQuery(() => E.right(envelope), [])(arrived)).toEqual(E.right({ query: { a: '1' }, appId: '7' })));

  it('stops at an envelope that cannot be read', () =>
    expect(verifyQuery(() => E.left({ kind: 'wrongAppId', received: undefined }), [])(arrived)).toEqual(
      E.left({ kind: 'wrongAppId', received: undefined }),
    ));

  it('runs the checks in order and stops at the first failure', () => {
    const ran: string[] = [];
    const check =
      (name: string, fails: boolean): Check<object, string> =>
      (claim) => {
        ran.push(`${name} ${claim.proof} ${claim.receivedAt}`);
        return fails ? { kind: 'wrongSecret' } : undefined;
      };
    const step = verifyQuery(() => E.right(envelope), [check('one', false), check('two', true), check('three', false)]);
    expect(step(arrived)).toEqual(E.left({ kind: 'wrongSecret' }));
    expect(ran).toEqual(['one p 1669872112000', 'two p 1669872112000']);
  });
});
