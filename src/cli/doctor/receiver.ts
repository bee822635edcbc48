import type { Agent } from 'node:http';
import { post } from '../../sending/post';
import { keptAlive, type TargetUrl, targetUrl } from '../../sending/target-url';
import type { Vendor } from '../../vendors';
import type { Answer, Question, Receiver, VendorDoctor } from '../../vendors/vendor-doctor';
import { commandLineOf } from '../command-lines';
import type { SenderFlags } from '../options/sender-flags';
import { shownConclusion } from '../report/sent-report';
import { wentWell } from '../report/tally';
import { type Conceal, concealer } from '../secrets/conceal';

/** A receiver under examination, and the vendor that it is examined for. */
export interface Examined extends Receiver<SenderFlags> {
  readonly vendor: Vendor;
  readonly doctor: VendorDoctor;
  readonly conceal: Conceal;
  /** The first question that a rate limiter turned away. */
  limited(): Limited | undefined;
  close(): void;
}

/** A question that was answered with status 429. */
export interface Limited {
  /** Which question it was, from 1 on. */
  readonly question: number;
  readonly answer: Answer;
}

export function receiverAt(vendor: Vendor, given: SenderFlags): Examined {
  const flags = { ...given, vendor };
  const url = targetUrl(flags.to) as TargetUrl; // checked when the command line was read
  const agent = keptAlive(url);
  const { doctor, timeoutMs } = commandLineOf(vendor);
  const asking = { flags, url, doctor, limitMs: flags.timeout ?? timeoutMs, conceal: concealer(flags), agent };
  let asked = 0;
  let limited: Limited | undefined;
  return {
    ...asking,
    vendor,
    async ask(question = {}) {
      const number = ++asked;
      const answer = await ask(asking, question);
      if (answer.status === 429) limited ??= { question: number, answer };
      return answer;
    },
    limited: () => limited,
    close: () => agent.destroy(),
  };
}

type Asking = Pick<Examined, 'flags' | 'url' | 'doctor' | 'limitMs' | 'conceal'> & { readonly agent: Agent };

async function ask(asking: Asking, question: Question): Promise<Answer> {
  const { url, doctor, limitMs, conceal, agent } = asking;
  const request = probe(asking, question);
  const options = { origin: url.origin, timeoutMs: question.timeoutMs ?? limitMs, likeGo: false };
  const first = await post(request, { ...options, agent });
  // A kept connection may have been closed just now, which says nothing about the receiver.
  const isBroken = first.response === undefined && first.failed === 'unreachable';
  const exchange = isBroken ? await post(request, { ...options, agent: false }) : first;
  const at = Date.now() - exchange.ms / 2; // half-way between question and answer
  const { status = 0, body: text = '', headers } = exchange.response ?? {};
  const concluded = doctor.conclude(asking, question, exchange);
  return {
    request,
    exchange,
    status,
    text,
    shown: conceal(text),
    conclusion: shownConclusion({ conclusion: concluded, response: exchange.response }, conceal),
    isWell: wentWell({ conclusion: concluded }),
    isNowhere: status === 404 || status === 405 || /Cannot POST/.test(text),
    skewMs: skewOf(headers?.date, at),
  };
}

/** The vendor's request, with the changes that the question makes for any vendor. */
function probe({ doctor, ...receiver }: Asking, question: Question): Answer['request'] {
  const composed = doctor.compose(receiver, question);
  const { 'Content-Type': type, ...headers } = composed.headers;
  return {
    ...composed,
    headers: question.contentType === false || type === undefined ? headers : { ...headers, 'Content-Type': type },
    body: question.rawBody ?? composed.body,
  };
}

function skewOf(date: string | undefined, at: number): number | undefined {
  const ms = date === undefined ? Number.NaN : Date.parse(date);
  // The header has whole seconds, rounded down.
  return Number.isNaN(ms) ? undefined : ms + 500 - at;
}
