import * as E from 'fp-ts/lib/Either.js';
import { explain, FieldsType, pathsOf, withDropped } from '../../../../../src/codecs';
import { MessageElement, MsgBody } from '../../../../../src/vendors/tencent/catalogue/fragments';
import { problems, value } from '../../../../support/codecs/outcome';
import documented from '../../../../support/fixtures/reference/tencent-message-elements.json';

/** Known from client code only, or by name only; they pass through like any type that is added tomorrow. */
const unknownTypes = ['TIMGroupTipElem', 'TIMGroupSystemNoticeElem'];
const members = documented.filter(({ msgType }) => !unknownTypes.includes(msgType));

/** Our codec for a type of the documents. */
const codecNames: Readonly<Record<string, RegExp>> = {
  string: /^text$/,
  integer: /^integer$/,
  number: /^number$/,
  array: /\[\]$/,
  boolean: /^boolean$/,
};

function contentOf(msgType: string) {
  const member = MessageElement.members[msgType];
  return member instanceof FieldsType ? member.required.MsgContent : undefined;
}

describe('message elements', () => {
  it('are the ten types of the documents', () => {
    expect(Object.keys(MessageElement.members).sort()).toEqual(members.map(({ msgType }) => msgType).sort());
    expect(members).toHaveLength(10);
  });

  it.each(documented.map(({ msgType, sample }) => [msgType, sample] as const))(
    'take the sample of %s as it is',
    (_, sample) => {
      const body = [sample];
      const before = structuredClone(body);
      expect(value(MsgBody, body)).toBe(body);
      expect(body).toEqual(before);
    },
  );

  it('take all samples in one message', () => {
    const body = documented.map(({ sample }) => sample);
    expect(value(MsgBody, body)).toBe(body);
  });
});

describe.each(members.map((entry) => [entry.msgType, entry] as const))('%s', (msgType, { fields }) => {
  const content = contentOf(msgType);
  if (content === undefined) throw new Error(`no codec for the content of ${msgType}`);
  const known = new Map(pathsOf(content).map((at) => [at.path, at]));

  it.each(fields.map(({ path, type }) => [path, type] as const))('has %s, of type %s', (path, type) => {
    expect(known.get(path)?.type).toMatch(codecNames[type] ?? /^$/);
  });

  it('has no field that no document has', () => {
    // The nested elements of a relay are objects of whatever form; the documents list the list only.
    const paths = [...known.keys()].filter((path) => path !== 'MsgList[].MsgBody[]');
    expect(paths.sort()).toEqual(fields.map(({ path }) => path).sort());
  });

  it('requires nothing but the text of a text', () => {
    const required = pathsOf(content).filter((at) => at.required && !at.path.endsWith('[]'));
    expect(required.map(({ path }) => path)).toEqual(msgType === 'TIMTextElem' ? ['Text'] : []);
  });
});

describe('MsgBody', () => {
  it.each<[string, object]>([
    ['a type that nobody knows', { MsgType: 'TIMHologramElem', MsgContent: { Depth: 3, Layers: [{ n: null }] } }],
    ['a type that nobody knows, without content', { MsgType: 'TIMHologramElem' }],
    ['a type that nobody knows, with content that is no object', { MsgType: 'TIMHologramElem', MsgContent: 'x' }],
    ['a type in other letters', { MsgType: 'timtextelem', MsgContent: {} }],
    ['an empty type', { MsgType: '' }],
    ['a type that is the name of an object method', { MsgType: 'constructor', MsgContent: 1 }],
    [
      'unknown fields beside and inside the content',
      { MsgType: 'TIMTextElem', MsgContent: { Text: '', New: 1 }, Id: [2] },
    ],
    ['a face with control characters', { MsgType: 'TIMFaceElem', MsgContent: { Index: 1, Data: 'tt00\u0000' } }],
    ['a custom element of 2018', { MsgType: 'TIMCustomElem', MsgContent: { Data: '{"a":1}', Desc: '', Ext: '' } }],
    ['a picture of which only the id is known', { MsgType: 'TIMImageElem', MsgContent: { UUID: 'x' } }],
    ['a file whose name is spelled otherwise', { MsgType: 'TIMFileElem', MsgContent: { fileName: 'map.pdf' } }],
  ])('lets through %s', (_, element) => {
    const body = [element];
    const before = structuredClone(body);
    expect(value(MsgBody, body)).toBe(body);
    expect(body).toEqual(before);
  });

  it('lets through a relay with relays and anything else in it', () => {
    const text = { MsgType: 'TIMTextElem', MsgContent: { Text: 'hi' } };
    const odd = [{ MsgType: 'TIMTextElem', MsgContent: {} }, { MsgType: 7 }, { MsgType: 'TIMHologramElem' }, {}];
    const inner = { MsgType: 'TIMRelayElem', MsgContent: { Title: 'inner', MsgList: [{ MsgBody: [text, ...odd] }] } };
    const body = [{ MsgType: 'TIMRelayElem', MsgContent: { Title: 'outer', MsgList: [{ MsgBody: [inner, text] }] } }];
    const before = structuredClone(body);
    expect(value(MsgBody, body)).toBe(body);
    expect(body).toEqual(before);
  });

  it('reads numbers in quotes, and null for what is not there', () => {
    const sound = { MsgType: 'TIMSoundElem', MsgContent: { Size: '20480', Second: '4', Url: null } };
    const image = { MsgType: 'TIMImageElem', MsgContent: { ImageInfoArray: null } };
    expect(value(MsgBody, [sound, image])).toEqual([
      { MsgType: 'TIMSoundElem', MsgContent: { Size: 20480, Second: 4, Url: undefined } },
      { MsgType: 'TIMImageElem', MsgContent: { ImageInfoArray: [] } },
    ]);
    expect(value(MsgBody, null)).toEqual([]);
  });

  const good = { MsgType: 'TIMTextElem', MsgContent: { Text: 'hi' } };
  it.each<[string, unknown, string[]]>([
    ['no list', good, [': message element[], object']],
    ['a message as a string', 'hi', [': message element[], string']],
    ['an element that is no object', [good, 'hi'], ['1: message element, string']],
    ['an element that is null', [null], ['0: message element, null']],
    ['an element without a type', [{ MsgContent: { Text: 'hi' } }], ['0.MsgType: text, nothing']],
    ['a type that is null', [{ MsgType: null }], ['0.MsgType: text, null']],
    ['a type that is a number', [{ MsgType: 7, MsgContent: {} }], ['0.MsgType: text, number']],
    ['a type that is a list', [{ MsgType: ['TIMTextElem'], MsgContent: {} }], ['0.MsgType: text, list']],
  ])('refuses %s', (_, body, expected) => {
    expect(problems(MsgBody, body)).toEqual(expected);
  });

  it.each<[string, object, object, string]>([
    ['a text without its text', { MsgContent: {} }, { MsgContent: { Text: '' } }, 'MsgContent.Text: text, nothing'],
    [
      'a text that is null',
      { MsgContent: { Text: null } },
      { MsgContent: { Text: '' } },
      'MsgContent.Text: text, null',
    ],
    ['a text without content', {}, { MsgContent: { Text: '' } }, 'MsgContent: text element, nothing'],
    [
      'a picture without content',
      { MsgType: 'TIMImageElem' },
      { MsgContent: {} },
      'MsgContent: image element, nothing',
    ],
    [
      'a face whose index is no whole number',
      { MsgType: 'TIMFaceElem', MsgContent: { Index: 1.5, Data: 'x' } },
      { MsgContent: { Index: undefined, Data: 'x' } },
      'MsgContent.Index: integer, number',
    ],
    [
      'a picture that is a number',
      { MsgType: 'TIMImageElem', MsgContent: { UUID: 'u', ImageInfoArray: [{ Size: 1 }, 2] } },
      { MsgContent: { UUID: 'u', ImageInfoArray: [{ Size: 1 }] } },
      'MsgContent.ImageInfoArray.1: image, number',
    ],
  ])('reads %s as empty there, so that the message reaches its handler', (_, odd, expected, noted) => {
    const element = { MsgType: 'TIMTextElem', ...odd };
    const { result, dropped } = withDropped(() => MsgBody.decode([good, element]));
    expect(result).toEqual(E.right([good, { ...element, ...expected }]));
    expect(explain(dropped).map(({ path, expected: name, got }) => `${path}: ${name}, ${got}`)).toEqual([`1.${noted}`]);
  });

  it('stops after ten problems, however long the message', () => {
    expect(problems(MsgBody, new Array(44_000).fill(0))).toHaveLength(10);
  });
});
