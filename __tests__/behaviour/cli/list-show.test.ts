import { commands } from '../../../src';
import { run, runJson } from '../../support/cli/command-line';

jest.setTimeout(30_000);

describe('im-callbacks list', () => {
  it('lists every command with phase, handler and summary', async () => {
    const { code, stdout } = await run(['list']);
    expect(code).toBe(0);
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(commands.length);
    expect(lines).toContainEqual(
      expect.stringMatching(/^Group\.CallbackAfterReadReceipt +after +onReadReceipt +Members read group messages/),
    );
  });

  it('says the same in JSON as the package does', async () => {
    const { json } = await runJson<typeof commands>(['list']);
    const byName = (list: typeof commands) => list.toSorted((a, b) => (a.command < b.command ? -1 : 1));
    expect(byName(json)).toEqual(byName(commands));
  });

  it.each([
    [['readreceipt'], 'Group.CallbackAfterReadReceipt'],
    [['callbackGroupMsgReadCommand'], 'callbackAfterGroupMsgReadCommand'],
    [['Group.*SendMsg', '--phase', 'before'], 'Group.CallbackBeforeSendMsg'],
    [['--vendor', 'openim', 'a red packet.?|('], undefined],
  ])('takes the pattern %j', async (args, expected) => {
    const { code, json } = await runJson<{ command: string }[]>(['list', ...args]);
    expect(code).toBe(expected === undefined ? 1 : 0);
    if (expected !== undefined) expect(json.map(({ command }) => command)).toContain(expected);
    else expect(json).toEqual([]);
  });
});

describe('im-callbacks list, where nothing matches', () => {
  it.each([
    ['Group.CallbackBeforeSendMesg', 'did you mean Group.CallbackBeforeSendMsg?'],
    ['zzzzzzzzzzzzzzzzzzzz', 'No command matches zzzzzzzzzzzzzzzzzzzz; im-callbacks list shows all.'],
  ])('says what %s may have meant', async (pattern, hint) => {
    const { code, stdout, stderr } = await run(['list', pattern]);
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining(hint)]);
  });
});

it('a command is found by a part of its Chinese title, and listed with it', async () => {
  const { stdout } = await run(['list', '群内发言']);
  expect(stdout.trim().split('\n')).toEqual([
    expect.stringMatching(
      /^Group\.CallbackBeforeSendMsg +before +beforeGroupMsg +群内发言之前回调 +A message is about/,
    ),
    expect.stringMatching(
      /^Group\.CallbackAfterSendMsg +after +onGroupMsg +群内发言之后回调 +A group message was sent/,
    ),
  ]);
});

it('a command is shown by its whole Chinese title, or by several that have it', async () => {
  const { stdout } = await run(['show', '群内发言之前回调']);
  expect(stdout).toMatch(/^Group\.CallbackBeforeSendMsg\n/);
  const shared = await run(['show', '创建房间之后回调']);
  expect(shared.stdout).toMatch(/^Room\.CallbackAfterCreateRoom$/m);
  expect(shared.stdout).toMatch(/^Live\.CallbackAfterCreateRoom$/m);
});

it('a command is found by the Chinese title of its page, and shown with it', async () => {
  const { json } = await runJson<{ command: string }[]>(['list', '群内发言之后']);
  expect(json.map(({ command }) => command)).toContain('Group.CallbackAfterSendMsg');
  expect((await run(['show', 'Group.CallbackAfterSendMsg'])).stdout).toMatch(/^ {2}title +群内发言之后回调$/m);
});

describe('im-callbacks show', () => {
  it('shows fields, verdicts, pitfalls and a sample', async () => {
    const { code, stdout } = await run(['show', 'Group.CallbackBeforeSendMsg']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/handler +beforeGroupMsg, before the fact/);
    expect(stdout).toMatch(/GroupId +text +required +group ID/);
    expect(stdout).toContain('refuse(): code 1, or one of your own from 10100 to 10200');
    expect(stdout).toContain('drop()');
    expect(stdout).toContain('Pitfalls');
    expect(stdout).toContain('"From_Account": "u_alice"');
  });

  it.each(['onReadReceipt', 'readReceipt', 'ONREADRECEIPT'])('takes a handler or an event: %s', async (name) => {
    const { stdout } = await run(['show', name]);
    expect(stdout).toMatch(/^Group\.CallbackAfterReadReceipt$/m);
    expect(stdout).toMatch(/^callbackAfterGroupMsgReadCommand$/m);
  });

  it('has all of it in JSON', async () => {
    const { json } = await runJson<Record<string, unknown>>(['show', 'callbackBeforeSendGroupMsgCommand']);
    expect(json).toMatchObject({ vendor: 'openim', handler: 'beforeGroupMsg', phase: 'before' });
    expect(json.fields).toContainEqual(expect.objectContaining({ path: 'groupID', required: true }));
    expect(json.verdicts).toMatchObject({ refuse: { plain: 20001 } });
    expect(json.sample).toMatchObject({ groupID: '900100200' });
  });

  it.each([
    ['Group.CallbackBeforeSendMesg', 'did you mean Group.CallbackBeforeSendMsg?'],
    ['readrecipt', 'did you mean readReceipt?'],
    ['BeforeSendMsg', 'did you mean C2C.CallbackBeforeSendMsg'],
    ['群内发言', 'did you mean 群内发言之前回调, 群内发言之后回调?'],
    ['zzzzzzzzzzzzzzzzzzzz', 'im-callbacks list shows all'],
  ])('says what %s may have meant', async (name, hint) => {
    const { code, stderr } = await run(['show', name]);
    expect(code).toBe(2);
    expect(stderr).toContain(hint);
  });
});
