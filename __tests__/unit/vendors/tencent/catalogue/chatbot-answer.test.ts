/** The one command after the fact whose reply is read: 269/103730. */
import { answer, refuse } from '../../../../../src';
import { memoryInbox } from '../../../../../src/inbox/memory';
import { composeRequest } from '../../../../../src/vendors/tencent';
import { receiver, sdkAppId, send } from '../../../../support/send';

const signal = { From_Account: 'u_alice', To_Account: '@RBT#007', Data: '{"action":"stop"}' };

async function answerTo(options: object) {
  const { app, settled, failures } = receiver({ tencent: { sdkAppId }, ...options });
  const res = await send(app, composeRequest('Chatbot.OnC2CSignalMessage', signal, { path: '/im-callback', sdkAppId }));
  return { reply: JSON.parse(res.body as string), outcome: settled[0]?.outcome, failures };
}

const ok = { ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0 };

describe('the reply to a signal for a chatbot', () => {
  it.each<[string, () => unknown]>([
    ['at once', () => answer({ RspData: '{"msg":"hello"}' })],
    ['later', async () => answer({ RspData: '{"msg":"hello"}' })],
  ])('holds what the handler answers %s', async (_when, onChatbotSignal) => {
    const { reply, outcome, failures } = await answerTo({ onChatbotSignal });
    expect(reply).toEqual({ ...ok, RspData: '{"msg":"hello"}' });
    expect([outcome, failures]).toEqual(['handled', []]);
  });

  it.each<[string, object, string]>([
    ['returns nothing', { onChatbotSignal: () => undefined }, 'handled'],
    ['returns what is no answer', { onChatbotSignal: () => ({ id: 7 }) }, 'handled'],
    ['returns a verdict', { onChatbotSignal: () => refuse() }, 'handled'],
    ['is not there', {}, 'unhandled'],
  ])('is empty JSON, since the field is required, where the handler %s', async (_what, options, outcome) => {
    expect(await answerTo(options)).toEqual({ reply: { ...ok, RspData: '{}' }, outcome, failures: [] });
  });

  it.each<[string, object, string]>([
    ['a text that is no JSON', { RspData: 'hello' }, `RspData holds JSON in a string`],
    ['an object', { RspData: { msg: 'hello' } }, 'RspData: expected text, got object'],
    ['nothing', {}, 'RspData: expected text, got nothing'],
    ['another field', { RspDate: '{}' }, 'does not read the field RspDate; it reads RspData'],
  ])('says that handling failed where the answer is %s', async (_what, fields, reason) => {
    const { reply, failures } = await answerTo({ onChatbotSignal: () => answer(fields) });
    expect(reply).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 1 });
    expect(reply.RspData).toBeUndefined();
    expect(failures).toMatchObject([{ kind: 'badVerdict', message: expect.stringContaining(reason) }]);
  });

  it('says that handling failed where the handler throws', async () => {
    const onChatbotSignal = () => {
      throw new Error('no bot');
    };
    expect(await answerTo({ onChatbotSignal })).toMatchObject({ reply: { ActionStatus: 'FAIL', ErrorCode: 1 } });
  });

  it('is the answer of the handler also where there is an inbox, whose handlers run after the reply', async () => {
    const { reply, outcome } = await answerTo({
      inbox: memoryInbox(),
      onChatbotSignal: () => answer({ RspData: '{"msg":"hello"}' }),
    });
    expect(reply).toEqual({ ...ok, RspData: '{"msg":"hello"}' });
    expect(outcome).toBe('handled');
  });
});
