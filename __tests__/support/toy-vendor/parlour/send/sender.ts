import { freshSample } from '../../../catalogue/fresh-sample';
import { post } from '../../../sending/post';
import type { Sender, Sent } from '../../../sending/sender';
import { keptAlive, type TargetUrl, targetUrl } from '../../../sending/target-url';
import { type ParlourCommand, parlourIndex } from '../catalogue';
import { compose, conclude } from './exchange';
import type { ParlourSenderOptions } from './options';

export function parlourSender(options: ParlourSenderOptions): Sender<ParlourCommand> {
  const { key, timeoutMs = 3000, clock = () => Date.now() } = options;
  const url = targetUrl(String(options.to)) as TargetUrl; // checked by createSender
  const agent = keptAlive(url);

  async function sendAny(wire: string, body: object): Promise<Sent> {
    const request = compose(url.path, key, clock(), wire, body);
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
