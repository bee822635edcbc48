import * as E from 'fp-ts/lib/Either.js';
import { requirePost } from '../../../../src/flow/steps';
import { arrived, request } from '../../../support/flow/arrived';

const withMethod = (method: string) => requirePost()({ ...arrived, request: { ...request, method } });

describe('requirePost', () => {
  it('lets POST pass', () => expect(withMethod('POST')).toEqual(E.right({})));
  it.each(['GET', 'PUT', 'OPTIONS', 'post', ''])('stops %j', (method) =>
    expect(withMethod(method)).toEqual(E.left({ kind: 'wrongMethod', method })),
  );
});
