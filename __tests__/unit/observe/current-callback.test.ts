import { setTimeout as pause } from 'node:timers/promises';
import type { AnyEvent, CurrentCallback, FailureReport, SettledRecord } from '../../../src';
import { currentCallback } from '../../../src';
import { memoryInbox } from '../../../src/inbox/memory';
import * as tencent from '../../../src/vendors/tencent';
import { eventually } from '../../support/inbox/deliveries';
import { receiver, sdkAppId, send } from '../../support/send';

const groupMsg = (MsgSeq: number, wire: 'Group.CallbackAfterSendMsg' | 'Group.CallbackBeforeSendMsg') => {
  const body = { GroupId: 'g', Random: 7, MsgSeq, From_Account: 'u', MsgBody: [] };
  const composed = tencent.composeRequest(wire, body as never, { path: '/im-callback', sdkAppId });
  return { ...composed, url: `${composed.url}&RequestId=op-${MsgSeq}` };
};
const told = (MsgSeq: number) => groupMsg(MsgSeq, 'Group.CallbackAfterSendMsg');
const command = 'Group.CallbackAfterSendMsg';

describe('currentCallback', () => {
  it('is undefined where no callback is being handled', () => {
    expect(currentCallback()).toBeUndefined();
  });

  it('is known in a handler, after its awaits, and in what it calls', async () => {
    const seen: unknown[] = [];
    const below = async () => {
      await pause(1);
      seen.push(currentCallback());
    };
    const onGroupMsg = async (event: AnyEvent) => {
      seen.push(currentCallback());
      await below();
      await Promise.all([below(), new Promise((resolve) => setImmediate(resolve)).then(below)]);
      expect(currentCallback()?.key).toBe(event.key);
    };
    const { app, settled } = receiver({ tencent: { sdkAppId }, onGroupMsg });
    await send(app, told(1));
    const expected = { vendor: 'tencent', command, operationID: 'op-1', key: settled[0]?.key, attempt: undefined };
    expect(seen).toEqual([expected, expected, expected, expected]);
    expect(expected.key).toContain(command);
    expect(settled).toMatchObject([{ outcome: 'handled' }]);
  });

  it('is known in every hook, also where the handler failed or there is none', async () => {
    const seen: Record<string, (CurrentCallback | undefined)[]> = {};
    const note = (name: string) => async () => {
      const list = seen[name] ?? [];
      seen[name] = list;
      await pause(1);
      list.push(currentCallback());
    };
    const hooks = {
      onAny: note('onAny'),
      onUnknownCommand: note('onUnknownCommand'),
      onFailure: note('onFailure'),
      onSettled: note('onSettled'),
    };
    const onGroupMsg = () => Promise.reject(new Error('no'));
    const { app } = receiver({ tencent: { sdkAppId }, onGroupMsg, ...hooks });
    await send(app, told(1));
    const strange = told(2);
    await send(app, { ...strange, url: strange.url.replace(command, 'Group.New'), body: '{}' });
    const forged = told(3);
    await send(app, { ...forged, url: forged.url.replace(String(sdkAppId), '99') });
    await eventually(() => seen.onSettled?.length === 3);
    const about = (name: string) => seen[name]?.map((one) => [one?.operationID, one?.command]);
    expect(about('onAny')).toEqual([['op-1', command]]);
    expect(about('onUnknownCommand')).toEqual([['op-2', 'Group.New']]);
    expect(about('onFailure')).toEqual([
      ['op-1', command],
      ['op-3', undefined],
    ]);
    expect(about('onSettled')).toEqual([
      ['op-1', command],
      ['op-2', 'Group.New'],
      ['op-3', undefined],
    ]);
  });

  it('keeps a hundred callbacks at once apart', async () => {
    const mixed: string[] = [];
    const beforeGroupMsg = async (event: AnyEvent) => {
      for (let i = 0; i < 5; i++) {
        await pause(Math.random() * 5);
        if (currentCallback()?.operationID !== event.operationID) mixed.push(event.operationID);
      }
      return { verdict: 'allow' };
    };
    const { app, settled } = receiver({ tencent: { sdkAppId }, beforeGroupMsg });
    const server = app.listen(0);
    const numbers = Array.from({ length: 100 }, (_, i) => i + 1);
    await Promise.all(numbers.map((i) => send(server as never, groupMsg(i, 'Group.CallbackBeforeSendMsg'))));
    await new Promise((resolve) => server.close(resolve));
    expect(mixed).toEqual([]);
    expect(new Set(settled.map(({ operationID }) => operationID)).size).toBe(100);
    expect(currentCallback()).toBeUndefined();
  });

  it('is known in the worker of an inbox, with the attempt', async () => {
    const seen: [string, number | undefined, string | undefined][] = [];
    const note = async (where: string) => {
      await pause(1);
      const { attempt, operationID } = currentCallback() ?? {};
      seen.push([where, attempt, operationID]);
    };
    let failed = false;
    const onGroupMsg = async () => {
      await note('handler');
      if (failed) return;
      failed = true;
      throw new Error('once');
    };
    const { app, callbacks } = receiver({
      tencent: { sdkAppId },
      inbox: memoryInbox(),
      worker: { backoffMs: 1 },
      onGroupMsg,
      onFailure: (_failure: FailureReport) => note('onFailure'),
      onSettled: ({ attempt }: SettledRecord) => (attempt === undefined ? undefined : note('onSettled')),
    });
    await send(app, told(9));
    await eventually(() => seen.length === 5);
    await callbacks.drain();
    const all = seen.filter(([, , operationID]) => operationID === 'op-9').map(([where, attempt]) => [where, attempt]);
    expect(all.filter(([where]) => where === 'handler')).toEqual([
      ['handler', 1],
      ['handler', 2],
    ]);
    expect(all.filter(([where]) => where !== 'handler')).toEqual(
      expect.arrayContaining([
        ['onFailure', 1],
        ['onSettled', 1],
        ['onSettled', 2],
      ]),
    );
  });

  it('has no key where a handler has emptied the body the key is made of', async () => {
    const keys: unknown[] = [];
    const onGroupMsg = (event: AnyEvent) => {
      for (const name of Object.keys(event.body as object)) delete (event.body as Record<string, unknown>)[name];
      Object.defineProperty(event.body, 'GroupId', { get: () => raise() });
      keys.push(currentCallback()?.key);
    };
    const { app, settled } = receiver({ tencent: { sdkAppId }, onGroupMsg });
    await send(app, told(1));
    expect([keys, settled[0]?.outcome]).toEqual([[undefined], 'handled']);
  });

  it('is right from the very first call in a process on, and leaves nothing behind', async () => {
    await jest.isolateModulesAsync(async () => {
      const core: typeof import('../../../src/observe/current-callback') = require('../../../src/observe/current-callback');
      const seen: unknown[] = [];
      const about = { vendor: 'openim', command: 'c', operationID: 'op' } as const;
      const handler = async () => {
        seen.push(core.currentCallback()?.operationID);
        await pause(1);
        seen.push(core.currentCallback()?.operationID);
      };
      const done = core.onBehalfOf(about, handler, undefined);
      seen.push(core.currentCallback());
      await done;
      expect(seen).toEqual(['op', undefined, 'op']);
      expect(core.currentCallback()).toBeUndefined();
    });
  });
});

function raise(): never {
  throw new Error('emptied');
}
