/** What each server version concludes from our replies, by the rules of its own source. */
import { allow, refuse } from '../../../../../src';
import type { OpenimServerVersion } from '../../../../../src/sender';
import { deliver } from '../../../../../src/testing';
import { receiver } from '../../../../support/send';

const command = 'callbackBeforeSendGroupMsgCommand';

/** Delivers as this version does, to a receiver that knows which it is. */
async function conclude(serverVersion: OpenimServerVersion, options: object, deadlineMs = 4000) {
  const { callbacks, failures } = receiver({ openim: { serverVersion, deadlineMs }, ...options });
  return { ...(await deliver(callbacks, command, {}, { serverVersion })), failures: failures.map(({ kind }) => kind) };
}

describe.each(['2.0', '2.3', '3.0', '3.4', '3.5', '3.6', '3.7', '3.8'] as const)('a server %s', (version) => {
  const stopped = version === '3.6' ? 'allowed' : 'refused';

  it('lets an allowed message through', async () => {
    const { conclusion, failures } = await conclude(version, { beforeGroupMsg: () => allow() });
    expect([conclusion.result, failures]).toEqual(['allowed', []]);
  });

  it('stops a refused message, or the app hears that it cannot', async () => {
    const beforeGroupMsg = () => refuse({ code: 20007, info: 'no' });
    const { conclusion, ack, failures } = await conclude(version, { beforeGroupMsg });
    expect([conclusion.result, ack?.errCode, ack?.errMsg]).toEqual([stopped, 20007, 'no']);
    expect(failures).toEqual(version === '3.6' ? ['cannotRefuse'] : []);
  });

  it.each([
    ['allow', 'allowed'],
    ['refuse', stopped],
  ])('gets what the policy %s means when the handler fails', async (failurePolicy, result) => {
    const broken = [() => Promise.reject(new Error('db down')), () => new Promise(() => {})];
    for (const beforeGroupMsg of broken) {
      const { conclusion } = await conclude(version, { beforeGroupMsg, failurePolicy }, 20);
      expect(conclusion.result).toBe(result);
    }
  });
});

it('says once that a server 3.6 drops every verdict', async () => {
  const { callbacks, failures } = receiver({ openim: { serverVersion: '3.6' }, beforeGroupMsg: () => refuse() });
  for (let i = 0; i < 3; i++) await deliver(callbacks, command);
  expect(failures.map(({ message }) => message)).toEqual([
    'OpenIM 3.6 ignores every verdict: the refused operation went through',
  ]);
});
