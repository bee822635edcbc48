import * as E from 'fp-ts/lib/Either.js';
import { type Check, verifyQuery } from '../../../../src/flow/steps';
import { arrived as delivered } from '../../../support/steps/delivery';

const arrived = { ...delivered, operationID: 'op-1' };

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

  it('waits for a check that has to ask somebody, and goes on behind it', async () => {
    const ran: string[] = [];
    const asks: Check<object, string> = async () => void ran.push('asks');
    const then: Check<object, string> = () => {
      ran.push('then');
      return { kind: 'wrongSecret' };
    };
    const never: Check<object, string> = () => void ran.push('never');
    expect(await verifyQuery(() => E.right(envelope), [asks, then, never])(arrived)).toEqual(
      E.left({ kind: 'wrongSecret' }),
    );
    expect(await verifyQuery(() => E.right(envelope), [asks])(arrived)).toEqual(
      E.right({ query: { a: '1' }, appId: '7' }),
    );
    expect(ran).toEqual(['asks', 'then', 'asks']);
  });
});
