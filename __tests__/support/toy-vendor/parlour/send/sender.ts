import { freshSample } from '../../../catalogue/fresh-sample';
import type { Conclusion } from '../../../sending/conclusion';
import { type Exchange, post } from '../../../sending/post';
import { readJsonObject } from '../../../sending/read-json-object';
import type { Sender, Sent } from '../../../sending/sender';
import { keptAlive, type TargetUrl, targetUrl } from '../../../sending/target-url';
import { type ParlourCommand, parlourIndex } from '../catalogue';
import { sign } from '../receive/signature';
import type { ParlourSenderOptions } from './options';

export function parlourSender(options: ParlourSenderOptions): Sender<ParlourCommand> {
  const { key, timeoutMs = 3000, clock = () => Date.now() } = options;
  const url = targetUrl(String(options.to)) as TargetUrl; // checked by createSender
  const agent = keptAlive(url);

  async function sendAny(wire: string, body: object): Promise<Sent> {
    const time = String(Math.floor(clock() / 1000));
    const headers = {
      'x-parlour-event': wire,
      'x-parlour-time': time,
      'x-parlour-signature': sign(key, time, wire),
      'Content-Type': 'application/json',
    };
    const request = { method: 'POST', url: url.path || '/', headers, body: JSON.stringify(body) } as const;
    const exchange = await post(request, { origin: url.origin, timeoutMs, agent, likeGo: false });
    const conclusion = conclude(parlourIndex.get(wire)?.phase === 'before', exchange);
    const done = { request, response: exchange.response, conclusion, ms: exchange.ms };
    return { ...done, tries: [done] };
  }

  return {
    async send(wire, body) {
      const command = parlourIndex.get(wire);
      if (command === undefined) throw new TypeError(`send: no command of Parlour is called ${wire}`);
      return sendAny(wire, body ?? freshSample(command));
    },
    sendAny,
    close: () => agent.destroy(),
  };
}

function conclude(isBefore: boolean, { response, ...without }: Exchange): Conclusion {
  const failed = { result: 'failed', sender: 'goesOn', callerSees: undefined } as const;
  if (response === undefined) {
    const { failed: because = 'unreachable', cause = '' } = without as { failed?: 'timedOut'; cause?: string };
    return { ...failed, because, why: cause };
  }
  const reply = readJsonObject(response.body);
  if (reply === undefined) return { ...failed, because: 'notJson', why: 'the reply is no JSON object' };
  if (response.status !== 200) return { ...failed, because: 'badStatus', why: `HTTP status ${response.status}` };
  const { ok, code, why, ...fields } = reply;
  if (!isBefore)
    return { result: 'ignored', sender: 'goesOn', why: 'it has happened', acknowledged: ok === true, callerSees: undefined };
  if (ok === false) {
    const refused = { code: Number(code), callerSees: Number(code), info: String(why), detail: '' };
    return { result: 'refused', sender: 'refuses', why: 'ok is false', ...refused };
  }
  if (Object.keys(fields).length === 0) return { result: 'allowed', sender: 'goesOn', why: 'ok is true' };
  return { result: 'rewritten', sender: 'goesOn', why: 'ok is true', fields };
}
