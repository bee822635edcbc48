import * as E from 'fp-ts/lib/Either.js';
import { type Check, verifyQuery } from '../../../../src/flow/steps';
import { wrongSecret } from '../../../../src/vendors/openim/receive/failures';
import { wrongAppId } from '../../../../src/vendors/tencent/receive/failures';
import { arrived as delivered, request } from '../../../support/flow/arrived';

const arrived = { ...delivered, operationID: 'op-1' };

const envelope = { query: { a: '1' }, appId: '7', proof: 'p' };

describe('verifyQuery', () => {
  it('learns the query and the app id, and not the proof', () =>
    expect(verifyQuery(() => E.right(envelope), [])(arrived)).toEqual(
      E.right({ query: { a: '1' }, appId: '7', proofDigest: undefined }),
    ));

  it('has the request forget what only the checks may see, whatever they find', () => {
    for (const failure of [undefined, wrongSecret]) {
      const proven = {
        ...request,
        search: 'Sign=s',
        headers: { authorization: 'Basic s', host: 'h' },
      };
      const headers = proven.headers;
      verifyQuery(() => E.right(envelope), [() => failure])({ ...arrived, request: proven });
      expect(proven).toEqual({ ...request, search: '', headers: { host: 'h' } });
      expect(headers).toEqual({ authorization: 'Basic s', host: 'h' }); // the host's own stay as they are
    }
  });

  it('keeps a digest of the proof for the step that compares it', () =>
    expect(
      verifyQuery(
        () => E.right(envelope),
        [],
        (proof) => `digest of ${proof}`,
      )(arrived),
    ).toMatchObject({
      right: { proofDigest: 'digest of p' },
    }));

  it('stops at an envelope that cannot be read', () =>
    expect(verifyQuery(() => E.left(wrongAppId(undefined)), [])(arrived)).toEqual(E.left(wrongAppId(undefined))));

  it('runs the checks in order and stops at the first failure', () => {
    const ran: string[] = [];
    const check =
      (name: string, fails: boolean): Check<object, string> =>
      (claim) => {
        ran.push(`${name} ${claim.proof} ${claim.receivedAt}`);
        return fails ? wrongSecret : undefined;
      };
    const step = verifyQuery(() => E.right(envelope), [check('one', false), check('two', true), check('three', false)]);
    expect(step(arrived)).toEqual(E.left(wrongSecret));
    expect(ran).toEqual(['one p 1669872112000', 'two p 1669872112000']);
  });

  it('waits for a check that has to ask somebody, and goes on behind it', async () => {
    const ran: string[] = [];
    const asks: Check<object, string> = async () => void ran.push('asks');
    const then: Check<object, string> = () => {
      ran.push('then');
      return wrongSecret;
    };
    const never: Check<object, string> = () => void ran.push('never');
    expect(await verifyQuery(() => E.right(envelope), [asks, then, never])(arrived)).toEqual(E.left(wrongSecret));
    expect(await verifyQuery(() => E.right(envelope), [asks])(arrived)).toEqual(
      E.right({ query: { a: '1' }, appId: '7', proofDigest: undefined }),
    );
    expect(ran).toEqual(['asks', 'then', 'asks']);
  });
});
