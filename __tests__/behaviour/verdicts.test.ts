/** Every before-command of both vendors: what it takes, and that a bare allow and a plain refusal go out as such. */

import { allow, commands, drop, refuse } from '../../src';
import { type AnyCommand, indexByWire } from '../../src/catalogue/command';
import { type CommandName, deliver } from '../../src/testing';
import { openimCommands } from '../../src/vendors/openim';
import { tencentCommands } from '../../src/vendors/tencent';
import { receiver, sdkAppId } from '../support/send';

const all = [...tencentCommands, ...openimCommands];
const before = all.filter(({ phase }) => phase === 'before');
const find = indexByWire(all);

async function decide({ wire, handler }: AnyCommand, verdict?: () => unknown) {
  const { app, failures } = receiver({ tencent: { sdkAppId }, openim: {}, ...(verdict && { [handler]: verdict }) });
  const { status, text } = await deliver(app, wire as CommandName);
  return { status, reply: JSON.parse(text), failures: failures.map(({ kind, message }) => `${kind}: ${message}`) };
}

describe('the refusal codes of each family', () => {
  const ranges = Object.fromEntries(
    before.map(({ wire, refusal }) => [wire, `${refusal.plain} ${refusal.own?.join('-') ?? ''}`.trim()]),
  );
  it.each([
    [/^C2C\./, '1 120001-130000'],
    [/^Group\./, '1 10100-10200'],
    [/^OfficialAccount\.CallbackBefore(Create|Send)/, '1 120001-130000'],
    [/^OfficialAccount\.CallbackBeforeAdd/, '1'],
    [/^Sns\./, '38000 38000-39000'],
    [/^Live\.CallbackBeforeSendGift/, '1 102100-102200'],
    [/^[a-z]/, '20001 20001-29999'],
  ])('%s', (family, range) => {
    const found = Object.entries(ranges).filter(([wire]) => family.test(wire));
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(([, codes]) => codes))).toEqual(new Set([range]));
  });
});

it('drop exists for the three send commands of Tencent alone', () =>
  expect(
    all
      .filter(({ drops }) => drops)
      .map(({ wire }) => wire)
      .sort(),
  ).toEqual(['C2C.CallbackBeforeSendMsg', 'Group.CallbackBeforeSendMsg', 'OfficialAccount.CallbackBeforeSendMsg']));

it('only the gift callback refuses when nothing is decided, as its vendor does', () =>
  expect(all.filter(({ failurePolicy }) => failurePolicy === 'refuse').map(({ wire }) => wire)).toEqual([
    'Live.CallbackBeforeSendGift',
  ]));

describe.each(before.map((command) => [command.wire, command] as const))('%s', (_wire, command) => {
  const perUser = command.wire.startsWith('Sns.');

  it('allows', async () => {
    const { status, reply, failures } = await decide(command, () => allow());
    expect([status, failures]).toEqual([200, []]);
    if (command.vendor === 'tencent') expect(reply).toMatchObject({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' });
    else expect(reply).toMatchObject({ actionCode: 0, errCode: 0, nextCode: 0 });
    if (perUser) expect(reply.ResultItem.every((item: { ResultCode: number }) => item.ResultCode === 0)).toBe(true);
  });

  it('refuses, with its plain code and with one of its own', async () => {
    for (const code of [undefined, command.refusal.plain, ...(command.refusal.own ?? [])]) {
      const sent = code ?? command.refusal.plain;
      const { status, reply, failures } = await decide(command, () => refuse({ code, info: 'no' }));
      expect([status, failures]).toEqual([200, []]);
      if (perUser) {
        expect(reply.ErrorCode).toBe(0);
        expect(reply.ResultItem.length).toBeGreaterThan(0);
        for (const item of reply.ResultItem) expect(item).toMatchObject({ ResultCode: sent, ResultInfo: 'no' });
      } else if (command.vendor === 'tencent') {
        expect(reply).toEqual({ ActionStatus: 'OK', ErrorCode: sent, ErrorInfo: 'no' });
      } else {
        expect(reply).toEqual({ actionCode: 0, errCode: sent, errMsg: 'no', errDlt: '', nextCode: 1 });
      }
    }
  });

  it('refuses all the same with a code outside its range, and says so', async () => {
    const { reply, failures } = await decide(command, () => refuse({ code: 7 }));
    const stopped = perUser
      ? reply.ResultItem[0].ResultCode
      : command.vendor === 'tencent'
        ? reply.ErrorCode
        : reply.errCode;
    expect(stopped).toBe(command.refusal.plain);
    expect(failures).toEqual([expect.stringContaining('cannot be refused with code 7')]);
  });

  it(command.drops ? 'drops' : 'turns drop() into a refusal', async () => {
    const { reply, failures } = await decide(command, () => drop());
    if (command.drops) return expect([reply.ErrorCode, failures]).toEqual([2, []]);
    expect(failures).toEqual([expect.stringContaining('does not support drop()')]);
    expect(JSON.stringify(reply)).toContain(String(command.refusal.plain));
  });

  it('allows and echoes what it must when there is no handler', async () => {
    const handled = await decide(command, () => allow());
    const unhandled = await decide(command);
    expect(unhandled.reply).toEqual(handled.reply);
  });
});

describe('names that are no commands take the unknown path', () => {
  it.each([
    'Group.CallbackAfterMemberInvited',
    'Group.CallbackAfterMemberKicked',
    'Group.CallbackAfterMsgWithDraw',
    'Group.CallbackAfterMemberInfoChanged',
    'Group.CallbackAfterSendMsgException',
    'C2C.CallbackAfterSendMsgException',
    'Robot.CallbackAfterRobotEvent',
    'Push.TagPush',
    'Push.SinglePush',
  ])('%s', (wire) => expect(find.get(wire)).toBeUndefined());
});

it('the catalogue as plain data has one record each', () => {
  expect(commands).toHaveLength(148);
  expect(commands.filter(({ vendor }) => vendor === 'tencent')).toHaveLength(86);
  expect(commands.flatMap(({ aliases }) => aliases)).toHaveLength(32);
  expect(JSON.parse(JSON.stringify(commands))).toEqual(commands);
});
