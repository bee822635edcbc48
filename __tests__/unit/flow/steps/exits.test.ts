/** The three entries of a list that touch a request or a response, over a bare server each. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import request from 'supertest';
import type { SettledRecord } from '../../../../src/callback/outcome';
import { makeAdmission } from '../../../../src/flow/admission';
import { type CallbackRecord, recordOf } from '../../../../src/flow/record';
import { inText, openRecord, sendAck, sendFailure } from '../../../../src/flow/steps';
import { wrongSecret } from '../../../../src/vendors/openim/receive/failures';

const open = openRecord({ vendor: 'openim', clock: () => 1234 });

function serve(handler: (req: IncomingMessage, res: ServerResponse, record: CallbackRecord) => void) {
  return http.createServer((req, res) => {
    handler(req, res, open(req, res));
  });
}

describe('openRecord', () => {
  it('reads what was sent, once', async () => {
    let seen: CallbackRecord | undefined;
    const server = serve((_req, res, record) => {
      expect(recordOf(res)).toBe(record);
      seen = record;
      res.end();
    });
    await request(server).post('/a//b?x=1&x=2&%79=3').set('operationID', 'op-7');
    expect(seen).toMatchObject({ vendor: 'openim', receivedAt: 1234, status: 0, outcome: undefined });
    expect(seen?.request).toMatchObject({ method: 'POST', path: '/a//b', search: 'x=1&x=2&%79=3' });
    expect(seen?.request.headers.operationid).toBe('op-7');
  });
});

describe('sendAck', () => {
  it('writes the bytes, gives the place back and settles', async () => {
    const settled: SettledRecord[] = [];
    const admission = makeAdmission(1);
    admission.enter();
    const ack = sendAck(() => '{"ok":"é"}', { admission, hooks: { onSettled: (one) => settled.push(one) } });
    const server = serve((_req, res, record) => {
      record.operationID = 'op-7';
      record.outcome = 'handled';
      record.admitted = true;
      ack(record, res);
    });
    const res = await request(server).post('/');
    expect([res.status, res.text, res.headers.operationid, res.headers['content-length']]).toEqual([
      200,
      '{"ok":"é"}',
      'op-7',
      '11',
    ]);
    expect([admission.running, settled]).toMatchObject([0, [{ outcome: 'handled', status: 200, operationID: 'op-7' }]]);
  });
});

describe('sendFailure', () => {
  const options = { admission: makeAdmission(1), hooks: {}, bodyLimitBytes: 10 };
  const answer = sendFailure((failure) => inText(failure, 403), options);

  it('answers a failure, and keeps the connection while the rest of the body is small', async () => {
    const server = serve((req, res, record) => answer(wrongSecret, record, req, res));
    const small = await request(server).post('/').set('Content-Length', '2').send('{}');
    const large = await request(server).post('/').send('x'.repeat(100));
    expect([small.status, small.text]).toEqual([403, 'the secret path segment is missing or wrong\n']);
    expect(large.headers.connection).toBe('close');
  });

  it('counts the bytes of its text, not the characters', async () => {
    const body = 'é: 你好';
    const inChinese = sendFailure(() => ({ ...inText(wrongSecret, 403), body }), options);
    const res = await request(serve((req, out, record) => inChinese(wrongSecret, record, req, out))).post('/');
    expect([res.text, res.headers['content-length']]).toEqual([body, '10']);
  });

  it('takes what is no failure of ours for a step that failed, and tells nothing of it', async () => {
    for (const thrown of [new Error('db password'), 'db password', undefined, null]) {
      const res = await request(serve((req, out, record) => answer(thrown, record, req, out))).post('/');
      expect(res.text).toBe('a step of the pipeline failed\n');
    }
  });
});
