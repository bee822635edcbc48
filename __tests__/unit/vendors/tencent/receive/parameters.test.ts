import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { parametersOf } from '../../../../../src/callback/http-request';
import { isTencent, operationIDIn } from '../../../../../src/vendors/tencent/receive/envelope';
import { readParameters } from '../../../../../src/vendors/tencent/receive/parameters';
import { request } from '../../../../support/flow/arrived';

const absent = { Sign: undefined, RequestTime: undefined };
const repeated = (parameter: string) => E.left({ kind: 'repeatedParameter', parameter });

it('has an empty parameter as if it were absent: no key of the query', () => {
  expect(readParameters('sdkappid=1&OptPlatform=&CLIENTIP=&mine=')).toStrictEqual(
    E.right({ query: { SdkAppid: '1' }, proof: absent }),
  );
  expect(readParameters('Sign=&RequestTime=')).toStrictEqual(E.right({ query: {}, proof: absent }));
});

it.each([
  ['SdkAppid=&SdkAppid=1', 'SdkAppid'],
  ['SdkAppid=1&sdkappid=', 'SdkAppid'],
  ['SdkAppid=&SDKAppID=', 'SdkAppid'],
  ['Sign=&sign=x', 'Sign'],
])('refuses %s', (text, parameter) => expect(readParameters(text)).toEqual(repeated(parameter)));

it("leaves the app's own parameters alone, also twice", () => {
  expect(readParameters('a=1&a=&a=2&SdkAppid=1')).toStrictEqual(E.right({ query: { SdkAppid: '1' }, proof: absent }));
});

describe('of any query', () => {
  const spellings = ['SdkAppid', 'CallbackCommand', 'contenttype', 'ClientIP', 'OptPlatform', 'RequestId', 'Sign'];
  const name = fc.oneof(
    fc.constantFrom(
      ...spellings,
      'RequestTime',
      'mine',
      '',
      '\u212a',
      'S%69gn',
      'request%49d',
      'Sd%zz',
      'Sig',
      'Signs',
    ),
    fc.mixedCase(fc.constantFrom(...spellings)),
  );
  const value = fc.oneof(fc.constantFrom('', '1', 'a+b', '%41', '%zz', '%e4%bd%a0', 'x=y', '=', '%26'), fc.string());
  const part = fc.tuple(name, fc.constantFrom('=', '=', '=', ''), value).map((pieces) => pieces.join(''));
  const search = fc.array(part, { maxLength: 9 }).map((parts) => parts.join('&'));
  const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 3000) };

  it('finds what a look through the list of all parameters finds', () => {
    fc.assert(
      fc.property(search, (text) => expect(readParameters(text)).toStrictEqual(fromList(text))),
      runs,
    );
  });

  it('finds the RequestId, and whose it is, as in that list', () => {
    const namesIn = (text: string) => parametersOf(text).map((parameter) => parameter.name.toLowerCase());
    fc.assert(
      fc.property(search, (text) => {
        const requestId = parametersOf(text).find((parameter) => parameter.name.toLowerCase() === 'requestid');
        expect(operationIDIn({ ...request, search: text })).toBe(requestId?.value);
        const isOurs = namesIn(text).some((one) => one === 'sdkappid' || one === 'callbackcommand');
        expect(isTencent({ search: text })).toBe(isOurs);
      }),
      runs,
    );
  });

  /** The rules once more, one parameter after the other. */
  function fromList(text: string) {
    const found = new Map<string, string>();
    for (const parameter of parametersOf(text)) {
      const isAscii = /^[A-Za-z]+$/.test(parameter.name);
      const ours = [...spellings, 'RequestTime'].find((one) => one.toLowerCase() === parameter.name.toLowerCase());
      if (ours === undefined || !isAscii) continue;
      if (found.has(ours)) return repeated(ours);
      found.set(ours, parameter.value);
    }
    const { Sign, RequestTime, ...query } = Object.fromEntries([...found].filter(([, given]) => given !== ''));
    return E.right({ query, proof: { Sign, RequestTime } });
  }
});

it('takes time in proportion to a query without a single equals sign', () => {
  const indexOf = jest.spyOn(String.prototype, 'indexOf');
  readParameters('&'.repeat(1000));
  const lookedFor = indexOf.mock.calls.filter(([sign]) => sign === '=').length;
  indexOf.mockRestore();
  expect(lookedFor).toBe(1);
});
