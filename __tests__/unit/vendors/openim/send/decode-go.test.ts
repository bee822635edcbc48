/** What Go's encoding/json makes of a reply, row by row. */
import * as t from 'io-ts';
import { boolean, fields, int32, integer, integerOrEmpty, list, text } from '../../../../../src/codecs';
import { decodeStruct } from '../../../../../src/vendors/openim/send/decode-go';
import { goStructOf } from '../../../../../src/vendors/openim/send/go-type';
import { parseGoJson } from '../../../../../src/vendors/openim/send/parse-go-json';

const struct = {
  code: 'int32',
  long: 'int64',
  text: 'string',
  flag: 'bool',
  raw: 'bytes',
  free: 'any',
  pointer: { pointer: 'string' },
  names: { list: 'string' },
  options: { map: 'bool' },
  inner: { struct: { a: 'string', b: 'int32' } },
} as const;

const decoded = (json: string) => decodeStruct(parseGoJson(json), struct);

describe('what fits', () => {
  it.each([
    ['{}', {}],
    ['null', {}],
    ['{"code":null,"text":null}', {}],
    ['{"unknown":[1,{"a":2}]}', {}],
    ['{"code":-2147483648}', { code: -2147483648 }],
    ['{"code":2147483647}', { code: 2147483647 }],
    ['{"code":-0}', { code: 0 }],
    ['{"long":9007199254740991}', { long: 9007199254740991 }],
    ['{"CODE":1}', { code: 1 }],
    ['{"cODe":1,"code":2}', { code: 2 }],
    ['{"code":2,"Code":1}', { code: 1 }],
    ['{"code":1,"code":null}', { code: 1 }],
    ['{"pointer":"a","pointer":null}', { pointer: null }],
    ['{"name\u017f":["a"]}', { names: ['a'] }],
    [' {\t"text" : "a\\u0062\\n\\"<" ,\r\n"flag":true } \n', { text: 'ab\n"<', flag: true }],
    ['{"text":"\\ud800"}', { text: '\ufffd' }],
    ['{"names":[]}', { names: [] }],
    ['{"names":null}', { names: null }],
    ['{"names":["a",null]}', { names: ['a', ''] }],
    ['{"options":{"a":true,"b":null}}', { options: { a: true, b: false } }],
    ['{"options":{"a":true},"options":{"b":false}}', { options: { a: true, b: false } }],
    ['{"inner":{"A":"x","z":1}}', { inner: { a: 'x' } }],
    ['{"inner":{"a":"x"},"inner":{"b":1}}', { inner: { a: 'x', b: 1 } }],
    ['{"raw":"aGk="}', { raw: 'aGk=' }],
    ['{"raw":[104,105]}', { raw: [104, 105] }],
    ['{"free":{"a":[1.5,"x",null,false]}}', { free: { a: [1.5, 'x', null, false] } }],
    ['{"code":1.5,"code":1}'.replace('1.5', '3'), { code: 1 }],
  ])('%s', (json, value) => {
    const { fields: found, error } = decoded(json);
    expect(error).toBeUndefined();
    expect(found).toEqual(value);
    expect(Object.keys(found).sort()).toEqual(Object.keys(value).sort());
  });
});

describe('what is of the wrong type', () => {
  it.each([
    ['{"code":0.0}', 'cannot decode number 0.0 into code, which is int32'],
    ['{"code":1.0}', 'number 1.0 into code'],
    ['{"code":1e0}', 'number 1e0 into code'],
    ['{"code":2147483648}', 'number 2147483648 into code'],
    ['{"code":-2147483649}', 'number -2147483649 into code'],
    ['{"long":9223372036854775808}', 'which is int64'],
    ['{"code":true}', 'cannot decode bool into code'],
    ['{"code":""}', 'cannot decode string into code'],
    ['{"code":"0"}', 'cannot decode string into code'],
    ['{"code":"1","code":1}', 'cannot decode string into code'],
    ['{"text":1}', 'number 1 into text, which is string'],
    ['{"text":{"a":1}}', 'cannot decode object into text'],
    ['{"pointer":1}', 'into pointer, which is string'],
    ['{"flag":1}', 'into flag, which is bool'],
    ['{"names":"a"}', 'cannot decode string into names, which is a list'],
    ['{"names":["a",1]}', 'number 1 into names.1'],
    ['{"options":{"a":1}}', 'number 1 into options.a, which is bool'],
    ['{"options":[]}', 'cannot decode list into options, which is an object'],
    ['{"inner":{"b":"1"}}', 'cannot decode string into inner.b'],
    ['{"inner":[]}', 'cannot decode list into inner'],
    ['{"raw":"%%"}', 'into raw, which is bytes'],
    ['[]', 'cannot decode list into the reply, which is an object'],
    ['"OK"', 'cannot decode string into the reply'],
    ['1', 'cannot decode number 1 into the reply'],
  ])('%s', (json, message) => {
    const { error } = decoded(json);
    expect(error).toContain('cannot decode');
    expect(error).toContain(message);
  });
});

/** What the fields hold after an error: each line as a run of Go 1.19 has it. */
describe('what is decoded all the same', () => {
  const pointers = {
    code: 'int32',
    content: { pointer: 'string' },
    type: { pointer: 'int32' },
    options: { pointer: { map: 'bool' } },
    names: { pointer: { list: 'string' } },
    push: { pointer: { struct: { title: 'string', desc: 'string', badge: 'bool' } } },
    slice: { list: 'string' },
    users: { list: { struct: { id: 'string', level: 'int32', name: 'string' } } },
    members: { list: { struct: { id: { pointer: 'string' }, name: { pointer: 'string' } } } },
  } as const;
  it.each([
    ['{"content":"{}","code":"0"}', { content: '{}' }],
    ['{"code":"0","content":"{}"}', { content: '{}' }],
    ['{"code":5,"code":true}', { code: 5 }],
    ['{"content":7}', { content: '' }],
    ['{"content":{"a":1}}', { content: '' }],
    ['{"content":[1]}', { content: '' }],
    ['{"content":"a","content":1}', { content: 'a' }],
    ['{"type":"1"}', { type: 0 }],
    ['{"type":99999999999}', { type: 0 }],
    ['{"type":1.5}', { type: 0 }],
    ['{"options":{"a":true,"b":1,"c":false}}', { options: { a: true, b: false, c: false } }],
    ['{"options":[]}', { options: {} }],
    ['{"names":["a",1,"b"]}', { names: ['a', '', 'b'] }],
    ['{"names":"a"}', { names: [] }],
    ['{"push":{"title":"t","badge":1,"desc":"d"}}', { push: { title: 't', desc: 'd' } }],
    ['{"push":"x"}', { push: {} }],
    ['{"slice":"a"}', {}],
    ['{"slice":["a",null,1]}', { slice: ['a', '', ''] }],
    [
      '{"users":[{"id":"a","level":"x","name":"n"},null,7,{"id":1}]}',
      { users: [{ id: 'a', name: 'n' }, null, {}, {}] },
    ],
    [
      '{"members":[{"id":"a"},{"name":"x"},null,"b",{"id":7,"name":"n"}]}',
      { members: [{ id: 'a' }, { name: 'x' }, null, {}, { id: '', name: 'n' }] },
    ],
    ['[{"content":"x"}]', {}],
  ])('%s', (json, fields) => {
    const found = decodeStruct(parseGoJson(json), pointers);
    expect(found).toEqual({ fields, error: expect.any(String) });
  });

  it('reports the first error', () =>
    expect(decodeStruct(parseGoJson('{"type":"1","code":true}'), pointers).error).toContain('into type'));
});

it.each(['', 'OK', '<html>', '\ufeff{}', '{} x', '{"a":1,}', "{'a':1}", '{"a":01}', '{"a":NaN}', '{"a":"\n"}'])(
  '%j is no JSON',
  (text) => expect(() => parseGoJson(text)).toThrow(SyntaxError),
);

it('reads a long string and deep lists', () => {
  const long = 'x"\\'.repeat(200_000);
  expect(decoded(JSON.stringify({ text: long }))).toEqual({ fields: { text: long }, error: undefined });
  expect(() => decoded(`{"free":${'['.repeat(500)}${']'.repeat(500)}}`)).not.toThrow();
});

it('knows the Go types of the codecs', () => {
  const inner = fields('inner', { a: text }, { b: int32 });
  const codec = fields(
    'all',
    { inner },
    { integer, integerOrEmpty, flags: t.record(t.string, boolean), list: list(inner), other: t.unknown },
  );
  expect(goStructOf(codec)).toEqual({
    inner: { struct: { a: 'string', b: 'int32' } },
    integer: 'int64',
    integerOrEmpty: 'int64',
    flags: { map: 'bool' },
    list: { list: { struct: { a: 'string', b: 'int32' } } },
    other: 'any',
  });
});
