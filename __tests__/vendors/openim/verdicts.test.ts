/** What each server version concludes from our replies, by the rules of its own source. */
import { allow, refuse } from '../../../src';
import type { FailureReport } from '../../../src/hooks';
import { composeRequest } from '../../../src/vendors/openim';
import { receiver, send } from '../../send';

interface Reply {
  actionCode: number;
  errCode: number;
  errMsg: string;
  errDlt: string;
  nextCode: number;
}

/** True when a server of this version stops the operation. */
const stops: Record<string, (reply: Reply) => boolean> = {
  '2.0': ({ actionCode }) => actionCode !== 0,
  '2.3': ({ actionCode }) => actionCode !== 0,
  '3.0': ({ actionCode, errCode }) => actionCode !== 0 || errCode !== 0,
  '3.4': ({ actionCode, errCode }) => actionCode !== 0 || errCode !== 0,
  '3.5': ({ actionCode, nextCode }) => actionCode !== 0 || nextCode === 1,
  '3.6': () => false,
  '3.7': ({ actionCode, nextCode }) => actionCode === 0 && nextCode === 1,
  '3.8': ({ actionCode, nextCode }) => actionCode === 0 && nextCode === 1,
};

const commandIn = (version: string) => (version < '3' ? 'body' : version < '3.5' ? 'query' : 'path');
const path = '/im-callback';
const message = { sendID: 'a', groupID: 'g', content: 'x' };
const ints = (reply: Reply) =>
  [reply.actionCode, reply.errCode, reply.nextCode].every((code) => Number.isInteger(code) && Math.abs(code) < 2 ** 31);

async function replyTo(serverVersion: string, options: object): Promise<{ reply: Reply; failures: FailureReport[] }> {
  const { app, failures } = receiver({ openim: { serverVersion, deadlineMs: 20 }, ...options });
  const composed = composeRequest('callbackBeforeSendGroupMsgCommand', message, {
    path,
    commandIn: commandIn(serverVersion),
  });
  return { reply: JSON.parse((await send(app, composed)).body), failures };
}

describe.each(Object.entries(stops))('a server %s', (version, isStopped) => {
  const canRefuse = version !== '3.6';

  it('lets an allowed message through', async () => {
    const { reply, failures } = await replyTo(version, { beforeGroupMsg: () => allow() });
    expect([ints(reply), isStopped(reply), failures]).toEqual([true, false, []]);
  });

  it('stops a refused message, or the app hears that it cannot', async () => {
    const { reply, failures } = await replyTo(version, { beforeGroupMsg: () => refuse({ code: 20007, info: 'no' }) });
    expect([ints(reply), isStopped(reply), reply.errCode, reply.errMsg]).toEqual([true, canRefuse, 20007, 'no']);
    expect(failures.map(({ kind }) => kind)).toEqual(canRefuse ? [] : ['cannotRefuse']);
  });

  it.each([
    ['allow', false],
    ['refuse', true],
  ])('gets what the policy %s means when the handler fails', async (failurePolicy, stopped) => {
    const broken = [() => Promise.reject(new Error('db down')), () => new Promise(() => {})];
    for (const beforeGroupMsg of broken) {
      const { reply } = await replyTo(version, { beforeGroupMsg, failurePolicy });
      expect([ints(reply), isStopped(reply)]).toEqual([true, stopped && canRefuse]);
    }
  });
});

it('says once that a server 3.6 drops every verdict', async () => {
  const { app, failures } = receiver({ openim: { serverVersion: '3.6' }, beforeGroupMsg: () => refuse() });
  for (let i = 0; i < 3; i++) await send(app, composeRequest('callbackBeforeSendGroupMsgCommand', message, { path }));
  expect(failures.map(({ message: text }) => text)).toEqual([
    'OpenIM 3.6 drops every verdict: what was refused went through',
  ]);
});
