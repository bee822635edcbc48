import express from 'express';
import request from 'supertest';
import { imCallbacks, type ReceivedCallback, recordOf, refuse } from '../../../src';

const body = { GroupId: 'g', From_Account: 'a', MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'hello' } }] };

it('is what a middleware of the host learns of a callback when it has been answered', async () => {
  const learnt: (ReceivedCallback | undefined)[] = [];
  const app = express();
  app.use((_req, res, next) => {
    expect(recordOf(res)).toBeUndefined();
    res.on('finish', () => learnt.push(recordOf(res)));
    next();
  });
  app.use('/im', imCallbacks({ tencent: { sdkAppId: 1400000001 }, beforeGroupMsg: () => refuse('no') }));
  app.use((_req, res) => void res.end());
  const query = 'SdkAppid=1400000001&CallbackCommand=Group.CallbackBeforeSendMsg';
  await request(app).post(`/im?${query}`).send(body);
  await request(app)
    .post(`/im?${query.replace('1400000001', '7')}`)
    .send(body);
  await request(app).get('/elsewhere');

  const [refused, turnedAway, other] = learnt;
  expect(refused).toMatchObject({
    ...{ vendor: 'tencent', command: 'Group.CallbackBeforeSendMsg', phase: 'before', appId: '1400000001' },
    ...{ operationID: expect.any(String), verdict: refuse('no'), outcome: 'refused', failure: undefined, status: 200 },
    ...{ body, event: { body } },
  });
  expect(refused?.receivedAt.getTime()).toBeLessThanOrEqual(Date.now());
  expect(refused?.ageMs).toBeGreaterThan(0);
  expect(turnedAway).toMatchObject({
    outcome: 'failed',
    failure: { kind: 'wrongAppId' },
    status: 403,
    event: undefined,
  });
  expect(other).toBeUndefined();
});
