/** The verdict tables of both vendors, row by row: a handler's verdict, over HTTP, to what the sender concludes. */
import { allow, drop, imCallbacks, refuse, rewrite, type Verdict } from '../../src';
import type { Conclusion, OpenimServerVersion } from '../../src/sender';
import { type CommandName, deliver } from '../../src/testing';
import { commands } from '../../src/vendors/commands';

const sdkAppId = 1400000001;

/** A receiver whose handler of this command decides so, whichever vendor it is. */
function deciding(command: string, verdict: Verdict, serverVersion?: OpenimServerVersion) {
  const handler = commands.find((record) => record.command === command)?.handler ?? 'none';
  const receiverVersion =
    serverVersion?.startsWith('3.') || serverVersion?.startsWith('2.') ? serverVersion.slice(0, 3) : undefined;
  const openim = receiverVersion === undefined ? {} : { serverVersion: receiverVersion };
  const failures: string[] = [];
  const options = { tencent: { sdkAppId }, openim, [handler]: () => verdict };
  const callbacks = imCallbacks({
    ...options,
    onFailure: ({ kind }: { kind: string }) => failures.push(kind),
  } as never);
  return { callbacks, failures };
}

async function conclusionOf(
  command: CommandName,
  verdict: Verdict,
  serverVersion?: OpenimServerVersion,
): Promise<Conclusion> {
  const { callbacks } = deciding(command, verdict, serverVersion);
  const options = serverVersion === undefined ? {} : { serverVersion };
  return (await deliver(callbacks, command, {}, options as object)).conclusion;
}

interface TencentRow {
  /** What the caller sees of a plain refusal; undefined where no page says. */
  readonly plain: number | undefined;
  readonly own?: readonly [number, number];
  readonly drops?: true;
  readonly carries?: readonly object[];
}

const text = [{ MsgType: 'TIMTextElem', MsgContent: { Text: '***' } }];
const carriesMessage = [{ MsgBody: text }, { CloudCustomData: 'x' }, { MsgBody: text, CloudCustomData: 'x' }];

/** The table of codes of before-replies; the friend commands are decided user by user and come below. */
const tencent: Partial<Record<CommandName, TencentRow>> = {
  'C2C.CallbackBeforeSendMsg': { plain: 20006, own: [120001, 130000], drops: true, carries: carriesMessage },
  'Group.CallbackBeforeSendMsg': { plain: 10016, own: [10100, 10200], drops: true, carries: carriesMessage },
  'Group.CallbackBeforeCreateGroup': { plain: 10016, own: [10100, 10200] },
  'Group.CallbackBeforeApplyJoinGroup': { plain: 10016, own: [10100, 10200] },
  'Group.CallbackBeforeInviteJoinGroup': {
    plain: undefined,
    own: [10100, 10200],
    carries: [{ RefusedMembers_Account: ['u_dan'] }],
  },
  'Group.CallbackBeforeCreateTopic': { plain: 10016, own: [10100, 10200] },
  'OfficialAccount.CallbackBeforeCreateOfficialAccount': { plain: 20006, own: [120001, 130000] },
  'OfficialAccount.CallbackBeforeAddSubscriber': {
    plain: undefined,
    carries: [{ RefusedSubscribers_Account: ['u_bob'] }],
  },
  'OfficialAccount.CallbackBeforeSendMsg': {
    plain: 10016,
    own: [120001, 130000],
    drops: true,
    carries: carriesMessage,
  },
  'Live.CallbackBeforeSendGift': { plain: undefined, own: [102100, 102200] },
  // Nobody has seen its body, and it may be no callback at all.
  'Live.CallbackBeforeCallBackNotBlock': { plain: undefined },
};

const tencentRows = Object.entries(tencent) as [CommandName, TencentRow][];
const friends: CommandName[] = ['Sns.CallbackPrevFriendAdd', 'Sns.CallbackPrevFriendResponse'];

it('has a row for every before-command of Tencent', () => {
  const before = commands.filter(({ vendor, phase }) => vendor === 'tencent' && phase === 'before');
  expect([...Object.keys(tencent), ...friends].sort()).toEqual(before.map(({ command }) => command).sort());
});

describe.each(tencentRows)('Tencent, %s', (command, { plain, own, drops, carries }) => {
  it('allows', async () =>
    expect(await conclusionOf(command, allow())).toMatchObject({ result: 'allowed', sender: 'goesOn' }));

  it('refuses plainly', async () =>
    expect(await conclusionOf(command, refuse({ info: 'no' }))).toEqual({
      ...{ result: 'refused', sender: 'refuses', why: 'ErrorCode 1 refuses' },
      ...{ code: 1, callerSees: plain, info: 'no', detail: '' },
    }));

  for (const code of own ?? [])
    it(`refuses with code ${code} of its own`, async () =>
      expect(await conclusionOf(command, refuse({ code }))).toMatchObject({
        result: 'refused',
        code,
        callerSees: code,
      }));

  if (drops)
    it('drops', async () =>
      expect(await conclusionOf(command, drop())).toMatchObject({ result: 'dropped', sender: 'drops' }));

  for (const fields of carries ?? [])
    it(`carries ${JSON.stringify(fields)}`, async () =>
      expect(await conclusionOf(command, rewrite(fields))).toMatchObject({
        result: 'rewritten',
        sender: 'goesOn',
        fields,
      }));
});

describe.each(friends)('Tencent, %s', (command) => {
  it('allows all, refuses all', async () => {
    expect(await conclusionOf(command, allow())).toMatchObject({ result: 'allowed' });
    const plain = { result: 'refused', code: 38000, callerSees: 38000, info: 'no' };
    expect(await conclusionOf(command, refuse({ info: 'no' }))).toMatchObject(plain);
    expect(await conclusionOf(command, refuse({ code: 39000 }))).toMatchObject({ result: 'refused', code: 39000 });
  });

  it('decides user by user', async () => {
    const { callbacks } = deciding(command, rewrite({ ResultItem: [{ To_Account: 'u_eve', ResultCode: 38001 }] }));
    const users = ['u_bob', 'u_eve'].map((To_Account) => ({ To_Account }));
    const { conclusion } = await deliver(callbacks, command, {
      FriendItem: users,
      ResponseFriendItem: users,
    } as object);
    expect(conclusion).toMatchObject({
      result: 'rewritten',
      fields: {
        ResultItem: [
          { To_Account: 'u_eve', ResultCode: 38001 },
          { To_Account: 'u_bob', ResultCode: 0 },
        ],
      },
    });
  });
});

describe('Tencent, after the fact', () => {
  it.each(['Group.CallbackAfterSendMsg', 'Push.OfflinePush', 'State.StateChange'] as const)(
    '%s: whatever comes back is ignored',
    async (command) => {
      const handled = await deliver(imCallbacks({ tencent: { sdkAppId } }), command);
      expect(handled.conclusion).toMatchObject({ result: 'ignored', sender: 'goesOn', acknowledged: true });
    },
  );
});

/** One row a server version: what allow() and refuse() come to, and the code that the caller of a refusal gets. */
const openim: Record<OpenimServerVersion, { refused: boolean }> = {
  '2.0': { refused: true },
  '2.1': { refused: true },
  '2.2': { refused: true },
  '2.3': { refused: true },
  '3.0': { refused: true },
  '3.1': { refused: true },
  '3.2': { refused: true },
  '3.3': { refused: true },
  '3.4': { refused: true },
  '3.4.2': { refused: true },
  '3.5': { refused: true },
  '3.6': { refused: false },
  '3.7': { refused: true },
  '3.8': { refused: true },
  main: { refused: true },
};

describe.each(Object.entries(openim) as [OpenimServerVersion, { refused: boolean }][])(
  'OpenIM %s',
  (version, { refused }) => {
    const command = 'callbackBeforeSendGroupMsgCommand';

    it('lets an allowed message through', async () =>
      expect(await conclusionOf(command, allow(), version)).toMatchObject({ result: 'allowed', sender: 'goesOn' }));

    it.each([
      [refuse(), 20001],
      [refuse({ code: 29999, info: 'no', detail: 'd' }), 29999],
    ])('stops a refused one, if it can (%#)', async (verdict, code) => {
      const { callbacks, failures } = deciding(command, verdict, version);
      const { conclusion } = await deliver(callbacks, command, {}, { serverVersion: version });
      if (refused)
        expect(conclusion).toMatchObject({
          result: 'refused',
          sender: 'refuses',
          code,
          callerSees: code,
          info: verdict.info ?? '',
        });
      else expect(conclusion).toMatchObject({ result: 'allowed', why: expect.stringContaining('open-im-server#2166') });
      expect(failures).toEqual(refused ? [] : ['cannotRefuse']);
    });

    it('takes the changes of a message', async () => {
      const fields = { content: '{"content":"***"}' };
      const modify = await conclusionOf('callbackBeforeMsgModifyCommand', rewrite(fields), version);
      expect(modify).toMatchObject({ result: 'rewritten', fields });
    });

    it('keeps the group it is about, and the changes that nobody touched', async () => {
      for (const name of ['callbackBeforeSetGroupInfoCommand', 'callbackBeforeSetGroupInfoExCommand'] as const) {
        expect(await conclusionOf(name, allow(), version)).toMatchObject({ result: 'allowed' });
        const renamed = await conclusionOf(name, rewrite({ groupName: 'Tea' }), version);
        expect(renamed).toMatchObject({ result: 'rewritten', fields: { groupName: 'Tea' } });
      }
    });

    it('ignores what comes back after the fact', async () => {
      const { callbacks } = deciding('callbackAfterSendGroupMsgCommand', allow(), version);
      const { conclusion } = await deliver(
        callbacks,
        'callbackAfterSendGroupMsgCommand',
        {},
        { serverVersion: version },
      );
      expect(conclusion).toMatchObject({ result: 'ignored', sender: 'goesOn', acknowledged: true });
    });
  },
);

/** Every before-command of OpenIM in the form and by the rules of one version of each family. */
describe.each(['2.3', '3.4', '3.5', '3.8', 'main'] as const)('every before-command of OpenIM %s', (version) => {
  const before = commands.filter(({ vendor, phase }) => vendor === 'openim' && phase === 'before');

  it.each(before.map(({ command }) => command as CommandName))('%s is allowed and refused', async (command) => {
    expect(await conclusionOf(command, allow(), version)).toMatchObject({ result: 'allowed', sender: 'goesOn' });
    const refused = await conclusionOf(command, refuse({ code: 20007 }), version);
    expect(refused).toMatchObject({ result: 'refused', sender: 'refuses', callerSees: 20007 });
  });
});
