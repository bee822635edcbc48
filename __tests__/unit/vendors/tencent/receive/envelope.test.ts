import * as E from 'fp-ts/lib/Either.js';
import { parametersOf } from '../../../../../src/callback/http-request';
import { readParameters } from '../../../../../src/vendors/tencent/receive/envelope';

const read = (text: string) => readParameters(parametersOf(text));
const absent = { Sign: undefined, RequestTime: undefined };
const repeated = (parameter: string) => E.left({ kind: 'repeatedParameter', parameter });

it('has an empty parameter as if it were absent: no key of the query', () => {
  expect(read('sdkappid=1&OptPlatform=&CLIENTIP=&mine=')).toStrictEqual(
    E.right({ query: { SdkAppid: '1' }, proof: absent }),
  );
  expect(read('Sign=&RequestTime=')).toStrictEqual(E.right({ query: {}, proof: absent }));
});

it.each([
  ['SdkAppid=&SdkAppid=1', 'SdkAppid'],
  ['SdkAppid=1&sdkappid=', 'SdkAppid'],
  ['SdkAppid=&SDKAppID=', 'SdkAppid'],
  ['Sign=&sign=x', 'Sign'],
])('refuses %s', (text, parameter) => expect(read(text)).toEqual(repeated(parameter)));

it("leaves the app's own parameters alone, also twice", () => {
  expect(read('a=1&a=&a=2&SdkAppid=1')).toStrictEqual(E.right({ query: { SdkAppid: '1' }, proof: absent }));
});
