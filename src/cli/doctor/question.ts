import type { Agent } from 'node:http';
import type { AnyCommand } from '../../catalogue/command';
import type { Conclusion } from '../../sender';
import type { ComposedRequest } from '../../sending/composed-request';
import { type Exchange, post } from '../../sending/post';
import { keptAlive, type TargetUrl, targetUrl } from '../../sending/target-url';
import type { Vendor } from '../../vendors';
import { concludeOpenim } from '../../vendors/openim/send/conclude';
import { openimServer } from '../../vendors/openim/send/servers';
import { concludeTencent } from '../../vendors/tencent/send/conclude';
import type { SenderFlags } from '../options/sender-options';
import { shownConclusion } from '../report/sent-report';
import { type Conceal, concealer } from '../secrets/conceal';
import { composeProbe } from './compose-probe';

/** What is asked of the receiver; whatever is left out is as the sender has it. */
export interface Question {
  /** Default a command that nobody knows: no handler runs. */
  readonly command?: AnyCommand;
  readonly body?: object;
  /** In place of the body. */
  readonly rawBody?: string;
  /** False sends none. */
  readonly contentType?: false;
  readonly token?: string | false;
  readonly sdkAppId?: string;
  readonly secret?: string | false;
  readonly credentials?: false;
  /** How far the sender's clock is ahead, in milliseconds. */
  readonly aheadMs?: number;
  /** Another path than the configured one. */
  readonly path?: string;
  readonly commandIn?: 'body';
  readonly timeoutMs?: number;
}

export interface Answer {
  readonly request: ComposedRequest;
  readonly exchange: Exchange;
  /** The reply's text as it may be printed; what is looked for in it is looked for in the text itself. */
  readonly shown: string;
  readonly conclusion: Conclusion;
  /** When it was half-way between question and answer: Unix milliseconds. */
  readonly at: number;
}

/** A receiver under examination, as one vendor would call it. */
export interface Receiver {
  readonly vendor: Vendor;
  readonly flags: SenderFlags;
  readonly url: TargetUrl;
  /** When the sender gives up, in milliseconds. */
  readonly limitMs: number;
  readonly conceal: Conceal;
  ask(question?: Question): Promise<Answer>;
  close(): void;
}

export function receiverAt(vendor: Vendor, flags: SenderFlags): Receiver {
  const url = targetUrl(flags.to) as TargetUrl; // checked when the command line was read
  const agent = keptAlive(url);
  const limitMs = flags.timeout ?? (vendor === 'tencent' ? 2000 : 5000);
  const conceal = concealer(flags);
  return {
    vendor,
    flags,
    url,
    limitMs,
    conceal,
    ask: (question = {}) => ask({ vendor, flags, url, limitMs, conceal, agent }, question),
    close: () => agent.destroy(),
  };
}

type Asking = Pick<Receiver, 'vendor' | 'flags' | 'url' | 'limitMs' | 'conceal'> & { agent: Agent };

/** Redirects are not followed, so that they show. */
async function ask({ vendor, flags, url, limitMs, conceal, agent }: Asking, question: Question): Promise<Answer> {
  const request = composeProbe(vendor, flags, url, question);
  const { timeoutMs = limitMs } = question;
  const options = { origin: url.origin, timeoutMs, likeGo: false };
  const first = await post(request, { ...options, agent });
  // A kept connection may have been closed just now, which says nothing about the receiver.
  const isBroken = first.response === undefined && first.failed === 'unreachable';
  const exchange = isBroken ? await post(request, { ...options, agent: false }) : first;
  const at = Date.now() - exchange.ms / 2;
  const concluded = conclude(vendor, flags, question, exchange);
  const conclusion = shownConclusion({ conclusion: concluded, response: exchange.response }, conceal);
  return { request, exchange, conclusion, shown: conceal(exchange.response?.body ?? ''), at };
}

function conclude(
  vendor: Vendor,
  { serverVersion = '3.8' }: SenderFlags,
  question: Question,
  exchange: Exchange,
): Conclusion {
  const { command, body = {} } = question;
  if (vendor === 'tencent')
    return concludeTencent({ command, body, failedBefore: undefined, retriesOnTimeout: false }, exchange);
  return concludeOpenim({ server: openimServer(serverVersion), command, body, failedContinue: true }, exchange);
}

/** The reply's status, or 0 where there is none. */
export const statusOf = ({ exchange }: Answer): number => exchange.response?.status ?? 0;
export const textOf = ({ exchange }: Answer): string => exchange.response?.body ?? '';
