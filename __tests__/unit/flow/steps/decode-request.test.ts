import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { indexByWire } from '../../../../src/catalogue/command';
import { decodeRequest } from '../../../../src/flow/steps';
import { decodeBody } from '../../../../src/flow/steps/decode-request';
import { tencentCommands } from '../../../../src/vendors/tencent';
import { resultOf } from '../../../support/flow/arrived';

const command = indexByWire(tencentCommands).get('Group.CallbackAfterReadReceipt');
const known = { vendor: 'tencent' as const, query: {}, operationID: 'op-1', appId: '7', receivedAt: 0, startedAt: 0 };

describe('decodeRequest', () => {
  it('makes the event', async () => {
    const body = { GroupId: 'g', GroupMsgReceiptList: [{ MsgSeq: '5' }], EventTime: '1718000216001', New: 1 };
    const result = await resultOf(decodeRequest({ deadlineMs: 1000 })({ ...known, wire: 'w', command, body }));
    if (E.isLeft(result)) throw new Error(JSON.stringify(result.left));
    const { event } = result.right;
    expect(event.body).toEqual({
      GroupId: 'g',
      GroupMsgReceiptList: [{ MsgSeq: 5 }],
      EventTime: 1718000216001,
      New: 1,
    });
    expect([event.command, event.wire, event.phase]).toEqual(['Group.CallbackAfterReadReceipt', 'w', 'after']);
    expect(event.occurredAt?.toISOString()).toBe('2024-06-10T06:16:56.001Z');
  });

  it('leaves the body of an unknown command as it is', () => {
    const body = { anything: [null] };
    expect(decodeBody(undefined, body)).toEqual(E.right({ body, dropped: [] }));
  });

  it('hands over the very same object where nothing had to change', () => {
    const body = { GroupId: 'g', GroupMsgReceiptList: [{ MsgSeq: 5 }] };
    const decoded = decodeBody(command, body);
    expect(E.isRight(decoded) && decoded.right.body === body).toBe(true);
  });

  it('normalises in place what was parsed here, and a copy of what a host parsed', () => {
    const make = () => ({
      GroupId: 'g',
      GroupMsgReceiptList: [{ MsgSeq: '5', ReadNum: {} }],
      EventTime: '1718000216001',
    });
    const normal = { GroupId: 'g', GroupMsgReceiptList: [{ MsgSeq: 5, ReadNum: undefined }], EventTime: 1718000216001 };
    const [ours, theirs] = [make(), make()];
    const inPlace = decodeBody(command, ours, true);
    const copied = decodeBody(command, theirs);
    expect([inPlace, copied]).toEqual([copied, inPlace]);
    expect([ours, theirs]).toEqual([normal, make()]);
    expect(E.isRight(inPlace) && inPlace.right.body === ours).toBe(true);
  });

  it('goes on without an optional field that does not fit, and says which', () => {
    const body = { GroupId: 'g', GroupMsgReceiptList: [], EventTime: 'secret text' };
    expect(decodeBody(command, body)).toEqual(
      E.right({
        body: { ...body, EventTime: undefined },
        dropped: [{ path: 'EventTime', expected: 'integer', got: 'string' }],
      }),
    );
  });

  it('names path, expectation and kind of value, and never the value', () =>
    expect(decodeBody(command, { GroupId: 'secret text', GroupMsgReceiptList: [{ MsgSeq: 'secret text' }] })).toEqual(
      E.left({
        kind: 'undecodable',
        problems: [{ path: 'GroupMsgReceiptList.0.MsgSeq', expected: 'integer', got: 'string' }],
      }),
    ));

  it('takes a body that exhausts the stack for the sender error that it is', () => {
    const overflow = new t.Type<unknown>(
      'deep',
      (_u): _u is unknown => {
        throw new RangeError('Maximum call stack size exceeded');
      },
      t.success,
      t.identity,
    );
    const deep = { ...command, request: overflow } as typeof command;
    expect(decodeBody(deep, {})).toEqual(E.left({ kind: 'bodyUnreadable', reason: 'it is nested too deeply' }));
  });
});
