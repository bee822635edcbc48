import * as E from 'fp-ts/lib/Either.js';
import { toObject } from '../../../../src/flow/steps/parse-body';

describe('toObject', () => {
  const object = { a: 1 };
  it.each<[string, unknown]>([
    ['the raw bytes', Buffer.from('{"a":1}')],
    ['a text that express.text() left', '{"a":1}'],
    ['bytes that begin with a byte order mark', Buffer.from('\ufeff{"a":1}')],
    ['a text that begins with one', '\ufeff{"a":1}'],
    ['what express.json() left', object],
  ])('takes %s', (_name, body) => expect(toObject(body)).toEqual(E.right(object)));

  it('hands over what was parsed before as it is', () => {
    const parsed = toObject(object);
    expect(E.isRight(parsed) && parsed.right === object).toBe(true);
  });

  it.each<[unknown, object]>([
    ['', { kind: 'notJson', bytes: 0 }],
    [Buffer.alloc(0), { kind: 'notJson', bytes: 0 }],
    ['{', { kind: 'notJson', bytes: 1 }],
    [null, { kind: 'notAnObject', received: 'null' }],
    ['null', { kind: 'notAnObject', received: 'null' }],
    [[], { kind: 'notAnObject', received: 'list' }],
    ['[]', { kind: 'notAnObject', received: 'list' }],
    ['"x"', { kind: 'notAnObject', received: 'string' }],
    ['7', { kind: 'notAnObject', received: 'number' }],
    [true, { kind: 'notAnObject', received: 'boolean' }],
  ])('stops at %j', (body, failure) => expect(toObject(body)).toEqual(E.left(failure)));
});
