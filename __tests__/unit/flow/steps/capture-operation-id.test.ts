import * as E from 'fp-ts/lib/Either.js';
import { newOperationID } from '../../../../src/flow/operation-id';
import { captureOperationID, isOperationID } from '../../../../src/flow/steps/capture-operation-id';
import { arrived, request } from '../../../support/flow/arrived';

const step = captureOperationID(({ headers }) => headers.operationid);
const known = (operationid?: string) => ({ ...arrived, request: { ...request, headers: { operationid } } });

describe('captureOperationID', () => {
  it('takes what the sender gave', () =>
    expect(step(known('p_17_3'))).toEqual(E.right({ operationID: 'p_17_3', operationIDGiven: true })));

  it('makes one where there is none, a new one each time', () => {
    const ids = [step(known()), step(known()), step(known(''))].map((made) => JSON.stringify(made));
    expect(new Set(ids).size).toBe(3);
    expect(ids.every((made) => made.includes('"operationIDGiven":false'))).toBe(true);
  });

  it('makes them of a UUID and a number, and begins with another UUID where no number is left', () => {
    const stems = new Set<string>();
    let [before, twice] = ['', 0];
    for (let i = 0; i < 900_001; i++) {
      const id = newOperationID();
      stems.add(id.slice(0, -6));
      if (id === before) twice += 1;
      before = id;
    }
    expect([stems.size, twice]).toEqual([2, 0]);
    expect(before).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it.each(['1646445464564', 'a'.repeat(128), 'a-b_c.d:e@f+g=h/i'])('accepts %s', (id) =>
    expect(isOperationID(id)).toBe(true),
  );

  it.each(['', 'a b', 'a\r\nSet-Cookie: x', 'é', '\u0000', 'a'.repeat(129), ['a'], 7, undefined])('refuses %j', (id) =>
    expect(isOperationID(id)).toBe(false),
  );
});
