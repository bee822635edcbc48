import { sample } from '../../src/testing';
import { until } from '../support/demo/running-app';
import { type RunningExample, runExample, textBody } from '../support/examples/run-example';

let app: RunningExample;
beforeAll(async () => {
  app = await runExample('minimal.mjs');
});
afterAll(() => app?.stop());

it('refuses spam of either vendor, and lets the rest through', async () => {
  const ask = (text: string) =>
    app.tencent.send('Group.CallbackBeforeSendMsg', sample('Group.CallbackBeforeSendMsg', textBody(text)));
  expect((await ask('buy spam')).conclusion).toMatchObject({ result: 'refused', info: 'no spam' });
  expect((await ask('good morning')).conclusion).toMatchObject({ result: 'allowed' });
  const wire = 'callbackBeforeSendGroupMsgCommand';
  const content = JSON.stringify({ content: 'buy spam' });
  const { conclusion } = await app.openim.send(wire, sample(wire, { contentType: 101, content }));
  expect(conclusion).toMatchObject({ result: 'refused', info: 'no spam' });
});

it('prints messages and receipts', async () => {
  await app.tencent.send(
    'Group.CallbackAfterSendMsg',
    sample('Group.CallbackAfterSendMsg', { GroupId: 'trails', ...textBody('at the bridge') }),
  );
  await app.openim.send(
    'callbackAfterGroupMsgReadCommand',
    sample('callbackAfterGroupMsgReadCommand', { sendID: 'noor', unreadMsgNum: 57 }),
  );
  await until(() => expect(app.output()).toMatch(/tencent .*trails at the bridge\n/));
  await until(() => expect(app.output()).toContain('noor has read up to 57'));
});

it('turns a stranger away', async () => {
  const url = `${app.origin}/im-callback?SdkAppid=1400000001&CallbackCommand=Group.CallbackAfterSendMsg`;
  expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(403);
});
