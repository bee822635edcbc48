import { DecodedEvent } from '../../../src/callback/event';
import { indexByWire } from '../../../src/catalogue/command';
import { openimCommands } from '../../../src/vendors/openim';
import { tencentCommands } from '../../../src/vendors/tencent';

const index = indexByWire([...tencentCommands, ...openimCommands]);

function event(wire: string, body: object, operationID = 'op-1', appId = '7') {
  const command = index.get(wire);
  const vendor = command?.vendor ?? 'tencent';
  const source = { vendor, wire, query: {}, operationID, appId: vendor === 'tencent' ? appId : undefined };
  return new DecodedEvent({ ...source, receivedAt: 1000, startedAt: performance.now() }, command, body, 1000);
}

const sent = 'Group.CallbackAfterSendMsg';
const receipt = 'Group.CallbackAfterReadReceipt';
const read = 'callbackAfterGroupMsgReadCommand';

describe('the key of an event', () => {
  it('is made of the parts that name it', () =>
    expect(event(sent, { GroupId: '@TGS#1/a', MsgSeq: 5, Random: 9 }).key).toBe(
      'tencent/7/Group.CallbackAfterSendMsg/%40TGS%231%2Fa/-/5/9',
    ));

  it('tells the apps of one receiver apart', () =>
    expect(event(sent, { GroupId: 'g', MsgSeq: 5, Random: 9 }, 'op', '8').key).toMatch(/^tencent\/8\//));

  it('is equal for a repeated delivery, whatever its operationID', () => {
    const body = { GroupId: 'g', GroupMsgReceiptList: [], EventTime: 1718000216001 };
    expect(event(receipt, body, 'op-1').key).toBe(event(receipt, { ...body }, 'op-2').key);
  });

  it('differs where the body does', () =>
    expect(event(receipt, { GroupId: 'g', EventTime: 1718000216001 }).key).not.toBe(
      event(receipt, { GroupId: 'g', EventTime: 1718000216002 }).key,
    ));

  it('is made of the bytes as they came, where they are there: of two spellings of a body, and of bytes that are no UTF-8', () => {
    const body = { GroupId: 'g', GroupMsgReceiptList: [], EventTime: 1718000216001 };
    const source = { vendor: 'tencent', wire: receipt, query: {}, operationID: 'op', appId: '7' };
    const keyOf = (received: Buffer | string, parsed: object = body) =>
      new DecodedEvent({ ...source, received, receivedAt: 1000, startedAt: 0 }, index.get(receipt), parsed, 1000).key;
    const text = JSON.stringify(body);
    expect(keyOf(text)).toBe(keyOf(Buffer.from(text)));
    expect(keyOf(text)).not.toBe(keyOf(` ${text}`));

    const [one, two] = [Buffer.from(text), Buffer.from(text)];
    one[one.indexOf('g')] = 0xfe;
    two[two.indexOf('g')] = 0xff;
    const damaged = { ...body, GroupId: '\ufffd' };
    expect(keyOf(one, damaged)).not.toBe(keyOf(two, damaged));
    expect(keyOf(one, damaged)).toBe(keyOf(Buffer.from(one), damaged));
  });

  it('is a digest where a part is missing', () =>
    expect(event(sent, { GroupId: 'g', MsgSeq: 5, EventTime: 1718000216001 }).key).toMatch(/\/[\w-]{43}$/));

  it.each<[string, string, object]>([
    ['without a time', receipt, { GroupId: 'g' }],
    [
      'with a time in whole seconds, such as two gifts of one second',
      'Live.CallbackBeforeSendGift',
      { RoomId: 'r', GiftWater: { From_Account: 'a', GiftId: 'rose', Time: 1718000606 } },
    ],
    ['of OpenIM reads of two groups up to the same number', read, { sendID: 'a', unreadMsgNum: 57 }],
    [
      'with ids that are empty',
      'callbackBeforeSendGroupMsgCommand',
      { sendID: 'a', groupID: 'g', content: 'x', clientMsgID: '', serverMsgID: '' },
    ],
  ])('never takes two equal bodies for one event %s, even of one operation', (_name, wire, body) => {
    const [one, two] = [event(wire, body, 'op-1'), event(wire, body, 'op-1')];
    expect(one.key).not.toBe(two.key);
    expect(one.key).toBe(one.key);
    expect([one.isIdentified, two.isIdentified]).toEqual([false, false]);
  });

  it('cannot be forged by an id that holds a separator, nor broken by half a character', () => {
    const one = event(sent, { GroupId: 'a/b', TopicId: 'c', MsgSeq: 1, Random: 2 }).key;
    const two = event(sent, { GroupId: 'a', TopicId: 'b/c', MsgSeq: 1, Random: 2 }).key;
    expect(one).not.toBe(two);
    expect(event(sent, { GroupId: '\ud800', MsgSeq: 1, Random: 2 }).key).toMatch(/\/~[\w-]{43}\/-\/1\/2$/);
  });

  it.each<[string, object, object]>([
    ['halves of characters', { GroupId: '\ud800' }, { GroupId: '\udfff' }],
    ['a topic that is called - and none', { GroupId: 'g', TopicId: '-' }, { GroupId: 'g' }],
    ['a topic that is called ~ and more', { GroupId: 'g', TopicId: '~a' }, { GroupId: 'g', TopicId: '%7Ea' }],
    ['IDs of thousands of characters', { GroupId: 'g'.repeat(5000) }, { GroupId: `${'g'.repeat(4999)}h` }],
  ])('tells apart %s', (_what, one, two) => {
    const numbers = { MsgSeq: 1, Random: 2 };
    const [first, second] = [event(sent, { ...one, ...numbers }), event(sent, { ...two, ...numbers })];
    expect(first.key).not.toBe(second.key);
    expect(first.key.length).toBeLessThan(200);
    expect(event(sent, { ...one, ...numbers }).key).toBe(first.key);
  });

  it('cannot be forged by an ID that looks like the digest of another', () => {
    const digest = event(sent, { GroupId: '\ud800', MsgSeq: 1, Random: 2 }).key.split('/')[3];
    expect(event(sent, { GroupId: digest, MsgSeq: 1, Random: 2 }).key).toContain(`/%7E${digest?.slice(1)}/`);
  });

  it('is of its own where bytes that are no UTF-8 may have been lost from an ID', () => {
    const body = { GroupId: 'g\ufffd', MsgSeq: 1, Random: 2, EventTime: 1718000206321 };
    expect(event(sent, body).key).not.toBe(event(sent, body).key);
  });
});

describe('conversation and times', () => {
  it('can be read back, whatever the ID', () => {
    const ids = (GroupId: string) => event(sent, { GroupId }).conversation?.split('/').slice(3).map(decodeURIComponent);
    for (const id of ['g', '-', '~', '~a', 'a/b', '%', '群']) expect(ids(id)).toEqual([id]);
    expect(ids('\ud800')).toEqual([expect.stringMatching(/^~[\w-]{43}$/)]);
  });

  it('are those of the group where the topic is empty', () =>
    expect(event(sent, { GroupId: 'g', TopicId: '' }).conversation).toBe('tencent/7/group/g'));

  it('belong to the group, and to the topic where there is one', () => {
    expect(event(sent, { GroupId: 'g' }).conversation).toBe('tencent/7/group/g');
    expect(event(sent, { GroupId: 'g', TopicId: 't' }).conversation).toBe('tencent/7/group/g/t');
    expect(event('tomorrow', {}).conversation).toBeUndefined();
  });

  it('read milliseconds and seconds alike, and leave out what is not there', () => {
    expect(event(sent, { EventTime: 1718000206321 }).occurredAt?.getTime()).toBe(1718000206321);
    expect(event(sent, { MsgTime: 1718000206 }).occurredAt?.getTime()).toBe(1718000206000);
    expect(event(sent, {}).occurredAt).toBeUndefined();
    expect(event(sent, { EventTime: 0 }).occurredAt).toBeUndefined();
    expect(event(sent, { EventTime: 9e15 }).occurredAt).toBeUndefined();
    expect(event(sent, {}).receivedAt.getTime()).toBe(1000);
  });
});
