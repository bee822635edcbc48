import express from 'express';
import { imCallbacks, refuse } from 'express-im-callbacks';
import { deliver } from 'express-im-callbacks/testing';

it('refuses', async () => {
  const app = express().use(
    '/im-callback',
    imCallbacks({ tencent: { sdkAppId: 1400000001 }, beforeGroupMsg: () => refuse() }),
  );
  const { conclusion } = await deliver(app, 'Group.CallbackBeforeSendMsg', { GroupId: 'g' }, { path: '/im-callback' });
  expect(conclusion.result).toBe('refused');
});
