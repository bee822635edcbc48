import { allow, refuse, rewrite, type Verdict } from '../../../../../src/catalogue/verdict';
import { beforeSetGroupInfo, beforeSetGroupInfoEx } from '../../../../../src/vendors/openim/catalogue/group-info';
import { groupInfoEcho, groupInfoExEcho } from '../../../../../src/vendors/openim/catalogue/group-info-echo';
import { answersFor } from '../../../../../src/vendors/openim/receive/ack';

const plainEcho = { groupID: '900100200', groupName: 'Lunch', faceURL: '', introduction: 'at noon' };
const plainBody = { ...plainEcho, operationID: '', notification: 'bring a spoon', ex: 'x', needVerification: 2 };

const nothing = { introduction: null, faceURL: null, ex: null, lookMemberInfo: null, applyMemberFriend: null };
const exBody = { groupID: '900100200', groupName: 'Lunch', notification: 'bring a spoon', needVerification: 0 };
const exEcho = { groupID: '900100200', groupName: 'Lunch', needVerification: 0, ...nothing };

/** The reply as the server gets it. */
function replyTo(command: typeof beforeSetGroupInfo | typeof beforeSetGroupInfoEx, verdict: Verdict, body: unknown) {
  const record = { command, body, event: undefined, operationID: 'op-1', verdict };
  return JSON.parse(
    answersFor(undefined, () => 'allow')
      .encodeAck(record)
      .toString(),
  );
}

const allowed = { actionCode: 0, errCode: 0, errMsg: 'Success', errDlt: '', nextCode: 0 };

describe('callbackBeforeSetGroupInfoCommand', () => {
  it('repeats the four fields that the server copies in any case, and no other', () => {
    expect(groupInfoEcho(allow(), plainBody)).toEqual(plainEcho);
    expect(replyTo(beforeSetGroupInfo, allow(), plainBody)).toEqual({ ...allowed, ...plainEcho });
  });

  it('lets the changes of a rewrite win, in whichever field they are', () => {
    expect(replyTo(beforeSetGroupInfo, rewrite({ groupName: 'Dinner', ex: '' }), plainBody)).toEqual({
      ...allowed,
      ...plainEcho,
      groupName: 'Dinner',
      ex: '',
    });
  });

  it('takes a change that is undefined for none', () => {
    const changes = rewrite({ groupID: undefined, groupName: undefined });
    expect(replyTo(beforeSetGroupInfo, changes, plainBody)).toEqual({ ...allowed, ...plainEcho });
  });

  it('repeats nothing when it refuses', () => {
    expect(groupInfoEcho(refuse(), plainBody)).toEqual({});
    expect(replyTo(beforeSetGroupInfo, refuse({ info: 'no' }), plainBody)).toEqual({
      actionCode: 0,
      errCode: 20001,
      errMsg: 'no',
      errDlt: '',
      nextCode: 1,
    });
  });

  it('uses of a body that did not decode what has the right type', () => {
    expect(groupInfoEcho(allow(), { groupID: '900100200', groupName: 7, faceURL: null, introduction: {} })).toEqual({
      groupID: '900100200',
    });
    for (const body of [undefined, null, 'text', 1, [], {}]) expect(groupInfoEcho(allow(), body)).toEqual({});
  });
});

describe('callbackBeforeSetGroupInfoExCommand', () => {
  it('repeats the group ID and every wrapper but the announcement, null where the request has none', () => {
    expect(groupInfoExEcho(allow(), exBody)).toEqual(exEcho);
    expect(groupInfoExEcho(allow(), { ...exBody, ...nothing })).toEqual(exEcho);
    expect(replyTo(beforeSetGroupInfoEx, allow(), exBody)).toEqual({ ...allowed, ...exEcho });
  });

  it('writes a wrapper as a plain value', () => {
    const body = { ...exBody, introduction: '', faceURL: 'f', ex: 'x', lookMemberInfo: 1, applyMemberFriend: 0 };
    const { notification, ...echo } = body;
    expect(notification).toBeDefined();
    expect(replyTo(beforeSetGroupInfoEx, allow(), body)).toEqual({ ...allowed, ...echo });
  });

  it('lets the changes of a rewrite win, also where the request has none', () => {
    const changes = rewrite({ groupName: 'Dinner', ex: 'y', needVerification: undefined });
    expect(replyTo(beforeSetGroupInfoEx, changes, exBody)).toEqual({
      ...allowed,
      ...exEcho,
      groupName: 'Dinner',
      ex: 'y',
    });
  });

  it('repeats nothing when it refuses', () => {
    expect(groupInfoExEcho(refuse(), exBody)).toEqual({});
  });

  it('uses of a body that did not decode what has the right type', () => {
    const none = { ...nothing, groupName: null, needVerification: null };
    expect(groupInfoExEcho(allow(), { groupID: 5, groupName: 'Lunch', needVerification: '2' })).toEqual({
      ...none,
      groupName: 'Lunch',
    });
    for (const body of [undefined, null, 'text', 1, [], {}]) expect(groupInfoExEcho(allow(), body)).toEqual(none);
  });
});
